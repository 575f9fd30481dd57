import { breakAcross, cutDepth, fadingColumn, isFigureEnd } from '../../../charts/base/bridge-ends.ts'
import { centerX } from '../../../charts/layout/box.ts'
import type { PlacedMark } from '../../../charts/layout/placed-marks.ts'
import { mix, textColorOn } from '../../../format/colors/color.ts'
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

/** What the page draws on a bridge besides its columns: totals that are figures over columns that fade out, and the directions of steps. */
export function stepItems(geometry: Geometry, context: StepContext): readonly Item[] {
  const { scene, marks, plot } = geometry
  return marks.flatMap((placed) => {
    const { mark } = placed
    if (isFigureEnd(scene.model, mark)) return cutEnd(placed, cutDepth(plot.height), scene.theme.totalColor, context)
    return mark.step === 'up' || mark.step === 'down' ? direction(placed, geometry, context) : []
  })
}

/** Pixels of a value down from the top of the slide. */
const yOf = (value: number, { frame, plot: { inner, range } }: StepContext): number =>
  frame.y + frame.height * (inner.y + (inner.h * (range.max - value)) / (range.max - range.min || 1))

/** The columns under the totals of a bridge that are figures: they fade out under a break, as on the page. */
function cutEnd({ box, fill, mark }: PlacedMark, height: number, level: string, context: StepContext): readonly Item[] {
  const { frame, look, levels } = context
  const top = yOf(levels.get(mark)?.to ?? mark.value, context)
  const column = { x: frame.x + box.x, y: top, width: box.width, height }
  const rect = (own: Frame, color: string): Item => ({ kind: 'shape', geometry: 'rect', frame: own, fill: color })
  const color = mark.drawn === 'target' ? level : fill
  const fading = fadingColumn(column, mark.drawn).map(({ box: band, strength }) =>
    rect(band, mix(look.ground, color, strength)),
  )
  const { from, to, gap } = breakAcross(column)
  const cut = (lower: number, color: string, width: number): Item => ({
    kind: 'shape',
    geometry: 'line',
    frame: { x: from.x, y: to.y + lower, width: to.x - from.x, height: from.y - to.y },
    stroke: { color, width },
    flipped: true,
  })
  const line = rect({ ...column, y: column.y - 3, height: 6 }, level)
  return [...fading, line, cut(gap / 2, look.ground, gap), cut(0, look.ink, 2), cut(gap, look.ink, 2)]
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
