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
 * Names stand close to the line that their bars start from, where bars fall each at the other side of it than its bar. Where
 * one row has bars at both sides, or a line runs through the bars, they are a list at the left edge.
 */
export function namesBesideBars(scene: Scene, room: BesideBars): NamesBesideBars {
  const sides = sidesOf(scene)
  if (!sides?.includes('left') || scene.model.own?.lineAt !== undefined) return column(scene, room)
  return oppositeBars(room, sides) ?? column(scene, room)
}

/** All names at one edge: the left one where bars fall, else close to the bars. */
function column({ model }: Scene, { heads, names, values, range }: BesideBars): NamesBesideBars {
  const ends = heads + Math.max(0, ...names)
  const falls = range.min < 0 && model.series.some(({ marks }) => marks.some((mark) => mark && hangs(mark)))
  const edge: NameEdge = falls ? { x: heads, align: 'left' } : { x: ends, align: 'right' }
  return { left: ends + (falls ? wideGap : nameGap) + values.left, right: values.right, names: names.map(() => edge) }
}

/** To which side of zero the bars of each row go; none where one goes to both. */
function sidesOf({ model: { categories, series } }: Scene): readonly ('left' | 'right')[] | undefined {
  const sides = categories.map((_, index) => {
    const marks = series.flatMap((one) => one.marks[index] ?? [])
    const [left, right] = [marks.some(goesLeft), marks.some(goesRight)]
    return left && right ? undefined : left ? ('left' as const) : ('right' as const)
  })
  const known = sides.flatMap((side) => side ?? [])
  return known.length === sides.length ? known : undefined
}

const goesLeft = (mark: ChartMark): boolean => hangs(mark) || (mark.low ?? 0) < 0
const goesRight = (mark: ChartMark): boolean => (mark.high ?? mark.value) > 0

/** Each name at the other side of zero than its bar, which gives the plot as much as values and names leave. */
function oppositeBars(
  { width, heads, names, values, range: { min, max } }: BesideBars,
  sides: readonly ('left' | 'right')[],
): NamesBesideBars | undefined {
  const share = -min / (max - min) // of the plot, at the left of zero
  const widest = (side: 'left' | 'right'): number => {
    const own = names.filter((_, index) => sides[index] === side)
    return own.length > 0 ? Math.max(...own) + nameGap : 0
  }
  const least = { left: heads + widest('right'), right: widest('left') }
  const total = width - heads - values.left - values.right
  const zero = Math.max(heads + values.left + total * share, least.left)
  const at = Math.min(zero, width - least.right)
  if (at < least.left || total <= 0) return undefined
  // Zero is moved to where the names have room, so that one side of the plot has less than it could have.
  const unit = Math.min(
    share > 0 ? (at - heads - values.left) / share : Number.POSITIVE_INFINITY,
    share < 1 ? (width - values.right - at) / (1 - share) : Number.POSITIVE_INFINITY,
  )
  if (unit <= 0) return undefined
  return {
    left: at - unit * share,
    right: width - at - unit * (1 - share),
    names: sides.map((side) =>
      side === 'left' ? { x: at + nameGap, align: 'left' } : { x: at - nameGap, align: 'right' },
    ),
  }
}
