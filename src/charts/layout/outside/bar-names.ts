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

/** What both sides of the plot take, and where the names stand then: `zero` is the line that bars start from. */
interface Arrangement {
  readonly left: number
  readonly right: number
  readonly edges: (zero: number) => readonly NameEdge[]
}

/**
 * Names stand at the line that bars start from, each on the side where its bar is not. Where one row has bars at both sides, or
 * a line runs through bars that fall, they are a list at the left edge, with lines between the rows.
 */
export function namesBesideBars(scene: Scene, room: BesideBars): NamesBesideBars {
  const sides = scene.model.own?.lineAt === undefined ? sidesOf(scene) : undefined
  const { left, right, edges } = (sides && atZero(sides, room)) ?? column(scene, room)
  const shared = scene.compact ? undefined : scene.model.bounds?.room // of charts on one scale, what the one takes that needs most
  const [before, behind] = [Math.max(left, shared?.start ?? 0), Math.max(right, shared?.end ?? 0)]
  const { min, max } = room.range
  const zero = before + ((room.width - before - behind) * Math.max(0, -min)) / Math.max(Number.EPSILON, max - min)
  return { left: before, right: behind, names: edges(zero) }
}

/** All names at one edge: the left one where bars fall, else close to the bars. */
function column({ model }: Scene, { heads, names, values, range }: BesideBars): Arrangement {
  const ends = heads + Math.max(0, ...names)
  const falls = range.min < 0 && model.series.some(({ marks }) => marks.some((mark) => mark && hangs(mark)))
  const edge = (zero: number): NameEdge => (falls ? { x: heads, align: 'left' } : { x: zero - nameGap, align: 'right' })
  return {
    left: ends + (falls ? wideGap : nameGap) + values.left,
    right: values.right,
    edges: (zero) => names.map(() => edge(zero)),
  }
}

/** To which side of zero the bars of each row go, right where there are none; undefined where a row has bars at both. */
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

/** Each name at zero, beside its bar: the plot is as wide as names and values of both sides leave. */
function atZero(sides: readonly ('left' | 'right')[], room: BesideBars): Arrangement | undefined {
  const { width, heads, names, values, range } = room
  const above = Math.max(0, range.max) / (range.max - range.min) // of the plot, at the right of zero
  const widest = (side: 'left' | 'right'): number =>
    Math.max(0, ...names.flatMap((name, index) => (sides[index] === side ? [name + nameGap] : [])))
  const befores = [
    { fixed: heads + values.left, share: 1 - above },
    { fixed: heads + widest('right'), share: 0 },
  ]
  const behinds = [
    { fixed: values.right, share: above },
    { fixed: widest('left'), share: 0 },
  ]
  const plots = befores.flatMap((before) =>
    behinds.map((behind) => (width - before.fixed - behind.fixed) / (before.share + behind.share)),
  )
  const plot = Math.min(...plots)
  if (!(plot > 0)) return undefined
  const zero = Math.max(...befores.map(({ fixed, share }) => fixed + share * plot))
  return {
    left: zero - plot * (1 - above),
    right: width - zero - plot * above,
    edges: (at) =>
      sides.map((side) => (side === 'left' ? { x: at + nameGap, align: 'left' } : { x: at - nameGap, align: 'right' })),
  }
}
