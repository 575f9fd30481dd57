import { cutColumn, hasFigureEnds, isFigureEnd } from '../../../charts/base/bridge-ends.ts'
import { centerX } from '../../../charts/layout/box.ts'
import type { PlacedMark } from '../../../charts/layout/placed-marks.ts'
import { textColorOn } from '../../../format/colors/color.ts'
import type { Frame, Item } from '../items.ts'
import type { DeckLook } from '../look.ts'
import type { levelsOf } from './bridge-chart.ts'
import type { Geometry } from './geometry.ts'
import type { PlotOptions } from './plot-xml.ts'

interface StepContext {
  readonly frame: Frame
  readonly look: DeckLook
  /** By the printed digits, as the native columns stand: the page's stand by unrounded numbers. */
  readonly levels: ReturnType<typeof levelsOf>
  readonly plot: Pick<PlotOptions, 'inner' | 'range'>
}

/** What the page draws on a bridge besides its columns: totals that are figures as columns that are cut, and the directions of steps without a value. */
export function stepItems(geometry: Geometry, context: StepContext): readonly Item[] {
  const { scene, marks } = geometry
  const items = marks.flatMap((placed) => {
    const { mark } = placed
    if (isFigureEnd(scene.model, mark)) return cutEnd(placed, geometry, context)
    const isSigned = geometry.printed?.marks.has(mark) ?? true // the sign of its value says the same
    return !isSigned && (mark.step === 'up' || mark.step === 'down') ? direction(placed, geometry, context) : []
  })
  return hasFigureEnds(scene.model) ? [...items, baseItem(geometry, context)] : items
}

/** Pixels of a value down from the top of the slide. */
const yOf = (value: number, { frame, plot: { inner, range } }: StepContext): number =>
  frame.y + frame.height * (inner.y + (inner.h * (range.max - value)) / (range.max - range.min || 1))

/** The columns of the totals of a bridge that are figures: cut across at one height, as on the page. */
function cutEnd({ box, fill, mark }: PlacedMark, { scene, plot }: Geometry, context: StepContext): readonly Item[] {
  const { frame, look, levels } = context
  const tip = yOf(levels.get(mark)?.to ?? mark.value, context)
  const area = { y: frame.y + plot.y, height: plot.height }
  const { box: column, cut } = cutColumn({ x: frame.x + box.x, width: box.width }, tip, area)
  const [left, top] = [Math.min(...cut.map(([x]) => x)), Math.min(...cut.map(([, y]) => y))]
  const [right, bottom] = [Math.max(...cut.map(([x]) => x)), Math.max(...cut.map(([, y]) => y))]
  const path = cut.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x - left} ${y - top}`).join('')
  return [
    {
      kind: 'shape',
      geometry: 'rect',
      frame: column,
      fill,
      ...(mark.drawn === 'target' && { stroke: { color: scene.theme.totalColor, width: 4 } }),
    },
    {
      kind: 'shape',
      geometry: 'rect',
      frame: { x: left, y: top, width: right - left, height: bottom - top },
      path: `${path}Z`,
      fill: look.ground,
    },
  ]
}

/** The line that columns with a cut stand on. */
function baseItem({ scene, plot }: Geometry, { frame }: StepContext): Item {
  const line = { x: frame.x + plot.x, y: frame.y + plot.y + plot.height - 1, width: plot.width, height: 2 }
  return { kind: 'shape', geometry: 'rect', frame: line, fill: scene.theme.textColor }
}

/** A small head in the middle of a step, which tells up from down without colours. */
function direction({ box, fill, mark }: PlacedMark, { scene }: Geometry, context: StepContext): readonly Item[] {
  const step = context.levels.get(mark)
  if (!step || (mark.drawn !== 'solid' && mark.drawn !== 'derived')) return []
  const [first, second] = [yOf(step.from, context), yOf(step.to, context)]
  const half = Math.min(9, box.width / 4)
  if (Math.abs(second - first) < half * 2 + 6) return []
  const height = half * 1.4
  const middle = { x: context.frame.x + centerX(box), y: (first + second) / 2 }
  return [
    {
      kind: 'shape',
      geometry: 'triangle',
      frame: { x: middle.x - half, y: middle.y - height / 2, width: 2 * half, height },
      fill: textColorOn(fill, scene.theme.textColor, scene.theme.surfaceColor),
      ...(mark.step === 'down' && { rotation: 180 }),
    },
  ]
}
