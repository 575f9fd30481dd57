import type { ChartModel } from '../../../model/chart.ts'
import type { Scene } from '../../scene.ts'
import type { Box } from '../box.ts'
import { labelWidth } from '../label.ts'
import type { PlacedMark } from '../placed-marks.ts'
import type { Typesetter } from '../text.ts'
import { valueSize } from '../value-size.ts'

/** A line at a value of the axis that no figure has, such as half: through all bars, but not beside one whose value it would meet. */
export interface LineAcross {
  readonly x: number
  /** From where to where it is drawn, downwards. */
  readonly spans: readonly (readonly [from: number, to: number])[]
  readonly text: string
  /** Where its value stands: the left edge and the middle of a line of text. */
  readonly label: { readonly x: number; readonly y: number }
}

const beside = 12 // px between the line and its value
const stub = 32 // px: a shorter piece of the line is none
const around = 6 // px between the line and the value, or the height, of a bar that it leaves free

interface Room {
  readonly plot: Box
  readonly range: { readonly min: number; readonly max: number }
  /** A bar with the value behind its end, for each category. */
  readonly bars: readonly { readonly box: Box; readonly value: Box }[]
  /** Of its own value. */
  readonly width: number
}

/** The line that the chart asks for, within what its bars measure. */
export function lineAcross(
  { own }: Pick<ChartModel, 'own'>,
  { plot, range, bars, width }: Room,
): LineAcross | undefined {
  const [value, text] = [own?.lineAt, own?.lineText]
  if (typeof value !== 'number' || typeof text !== 'string') return undefined
  if (value <= range.min || value >= range.max) return undefined
  const x = plot.x + ((value - range.min) / (range.max - range.min)) * plot.width
  const crossed = bars.filter((bar) => bar.value.x - around < x && x < bar.value.x + bar.value.width + around)
  const free = bars.filter(({ box, value: printed }) => {
    const ends = [box.x + box.width, printed.x + printed.width]
    return Math.max(...ends) + around < x || Math.min(box.x, printed.x) > x + beside + width
  })
  const row = free.at(-1)
  return {
    x,
    text,
    spans: without(
      [plot.y, plot.y + plot.height],
      crossed.map(({ box, value: printed }) => [
        Math.min(box.y, printed.y) - around,
        Math.max(box.y + box.height, printed.y + printed.height) + around,
      ]),
    ),
    label: { x: x + beside, y: row ? row.box.y + row.box.height / 2 : lastGap(plot, bars) },
  }
}

/** The middle between the last two bars: where the value of the line stands that all rows have theirs beside. */
function lastGap(plot: Box, bars: Room['bars']): number {
  const [above, last] = bars.slice(-2)
  if (!above || !last) return plot.y + plot.height - around
  return (above.box.y + above.box.height + last.box.y) / 2
}

/** Bars with the room that their values take behind their ends. */
export function barsWithValues(scene: Scene, typesetter: Typesetter, marks: readonly PlacedMark[]): Room['bars'] {
  return marks.map((placed) => {
    const { box, mark } = placed
    const size = valueSize(scene, placed, scene.sizes.label)
    const width = labelWidth(typesetter, mark, { size, weight: 600 }) + around
    const x = mark.value < 0 ? box.x - width : box.x + box.width
    return { box, value: { x, y: box.y + box.height / 2 - size * 0.6, width, height: size * 1.2 } }
  })
}

/** The colour of what a chart points at, beside its bars. */
export const pointedColor = ({ theme }: Pick<Scene, 'theme'>): string => theme.palette[2] ?? theme.textColor

type Span = readonly [from: number, to: number]

/** What remains of a span without others, which are in order. */
function without([from, to]: Span, holes: readonly Span[]): readonly Span[] {
  const edges = [from, ...holes.flat(), to]
  return edges.flatMap((edge, index): readonly Span[] => {
    const end = edges[index + 1]
    return index % 2 === 0 && end !== undefined && end - edge > stub ? [[edge, end]] : []
  })
}
