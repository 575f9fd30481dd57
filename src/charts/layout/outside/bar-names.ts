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
  /** The widest value at each side, and that of each row. */
  readonly values: { readonly left: number; readonly right: number; readonly own: readonly number[] }
  readonly range: Range
}

/** Where the names of horizontal bars stand, and the room that is left for them at both sides of the plot. */
export interface NamesBesideBars {
  readonly left: number
  readonly right: number
  readonly names: readonly NameEdge[]
}

/**
 * Names stand close to their bars: before the line that these start from, before the value of a bar that falls, or behind the
 * line where all bars fall. Where one row has bars at both sides, or a line runs through the bars, they are a list at the left
 * edge.
 */
export function namesBesideBars(scene: Scene, room: BesideBars): NamesBesideBars {
  const sides = sidesOf(scene)
  if (!sides?.includes('left') || scene.model.own?.lineAt !== undefined) return column(scene, room)
  return (sides.includes('right') ? beforeValues(scene, room) : behindLine(room)) ?? column(scene, room)
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

/** Of rows whose bars go to one side, which part of the plot each takes at the left of zero: the longest bar, or a stack of them. */
const reachesLeft = ({ model: { categories, series }, stacked }: Scene, { min, max }: Range): readonly number[] =>
  categories.map((_, index) => {
    const falls = series.flatMap(({ marks }) => {
      const mark = marks[index]
      return mark ? [Math.max(0, -(mark.low ?? mark.value))] : []
    })
    const reach = stacked ? falls.reduce((all, each) => all + each, 0) : Math.max(0, ...falls)
    return reach / (max - min)
  })

/** All names at the left of their bars: those of falls before the values, so that none changes the side. */
function beforeValues(scene: Scene, room: BesideBars): NamesBesideBars | undefined {
  const { width, heads, names, values, range } = room
  const above = range.max / (range.max - range.min) // of the plot, at the right of zero
  const reach = reachesLeft(scene, range)
  const before = names.map((name, index) => heads + name + nameGap + (values.own[index] ?? 0))
  const units = before.map((own, index) => (width - values.right - own) / ((reach[index] ?? 0) + above))
  const unit = Math.min(...units)
  if (unit <= 0) return undefined
  const zero = Math.max(...before.map((own, index) => own + (reach[index] ?? 0) * unit))
  return {
    left: zero - unit * (1 - above),
    right: width - zero - unit * above,
    names: names.map((_, index) => ({
      x: zero - (reach[index] ?? 0) * unit - (values.own[index] ?? 0) - nameGap,
      align: 'right',
    })),
  }
}

/** Where all bars fall: names behind the line. */
function behindLine({ width, heads, names, values }: BesideBars): NamesBesideBars | undefined {
  const zero = width - Math.max(0, ...names) - nameGap
  const left = heads + values.left
  return zero <= left
    ? undefined
    : { left, right: width - zero, names: names.map(() => ({ x: zero + nameGap, align: 'left' })) }
}
