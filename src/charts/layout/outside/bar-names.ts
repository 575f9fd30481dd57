import type { ChartMark } from '../../../model/chart.ts'
import type { Range } from '../../base/traits.ts'
import type { Scene } from '../../scene.ts'
import type { NameEdge } from '../chart-layout.ts'
import { hangs } from '../value-size.ts'

const [nameGap, wideGap] = [14, 32] // px between names and bars, and between names and the values of falls

/** What stands beside horizontal bars, in pixels: headings of groups, each name, and values beyond the ends of bars. */
export interface BesideBars {
  readonly width: number // of the chart
  readonly heads: number
  readonly names: readonly number[]
  /** The widest value at each side. */
  readonly values: { readonly left: number; readonly right: number }
  readonly range: Range
}

/** Where the names of horizontal bars stand, and the room that is left for them at both sides of the plot. */
export interface NamesBesideBars {
  readonly left: number
  readonly right: number
  readonly names: readonly NameEdge[]
}

/**
 * Names stand close to their bars: before the line that these start from, or behind it where all bars fall. Where bars go to
 * both sides, or a line runs through bars that fall, they are a list at the left edge, with lines between the rows.
 */
export function namesBesideBars(scene: Scene, room: BesideBars): NamesBesideBars {
  const isBehind = scene.model.own?.lineAt === undefined && onlyFalls(scene)
  return (isBehind ? behindLine(room) : undefined) ?? column(scene, room)
}

/** All names at one edge: the left one where bars fall, else close to the bars. */
function column({ model }: Scene, { heads, names, values, range }: BesideBars): NamesBesideBars {
  const ends = heads + Math.max(0, ...names)
  const falls = range.min < 0 && model.series.some(({ marks }) => marks.some((mark) => mark && hangs(mark)))
  const edge: NameEdge = falls ? { x: heads, align: 'left' } : { x: ends, align: 'right' }
  return { left: ends + (falls ? wideGap : nameGap) + values.left, right: values.right, names: names.map(() => edge) }
}

/** Whether bars go to the left of zero only, with one in each row. */
const onlyFalls = ({ model: { categories, series } }: Scene): boolean =>
  categories.every((_, index) => {
    const marks = series.flatMap((one) => one.marks[index] ?? [])
    return marks.some(goesLeft) && !marks.some(goesRight)
  })

const goesLeft = (mark: ChartMark): boolean => hangs(mark) || (mark.low ?? 0) < 0
const goesRight = (mark: ChartMark): boolean => (mark.high ?? mark.value) > 0

/** Where all bars fall: names behind the line. */
function behindLine({ width, heads, names, values }: BesideBars): NamesBesideBars | undefined {
  const zero = width - Math.max(0, ...names) - nameGap
  const left = heads + values.left
  return zero <= left
    ? undefined
    : { left, right: width - zero, names: names.map(() => ({ x: zero + nameGap, align: 'left' })) }
}
