import type { ChartModel } from '../../../model/chart.ts'
import type { Range } from '../../base/traits.ts'

/** Where the name of a horizontal bar stands: its edge that is next to the bar, in pixels of the chart's box. */
export interface SideName {
  readonly x: number
  readonly align: 'left' | 'right'
}

/** Pixels between a name and the line that bars start from. */
const clearance = 14

const leastSeen = 0.01 // of the longest bar

type Side = 'left' | 'right' | 'outside'

/**
 * The side of the zero line that the bars leave free. Where some go to each side, each name is on the free side of its own bar if
 * all rises stand before all falls (or the other way round), by themselves or in each group, and each bar is seen; else all stand
 * in one column beside the plot.
 */
export function freeSides({ series, categories }: Pick<ChartModel, 'series' | 'categories'>): readonly Side[] {
  const signs = categories.map((_, index) => series.flatMap(({ marks }) => Math.sign(marks[index]?.value ?? 0)))
  const all = new Set(signs.flat())
  const isMixed = all.has(1) && all.has(-1)
  const side: Side = isMixed ? 'outside' : all.has(-1) ? 'right' : 'left'
  const own = signs.map((ones) => ones[0] ?? 0)
  const lengths = categories.map((_, index) => Math.abs(series[0]?.marks[index]?.value ?? 0))
  const isSeen = Math.min(...lengths) >= leastSeen * Math.max(...lengths)
  if (!isMixed || series.length > 1 || !isSeen || !isInOrder(own, categories)) return signs.map(() => side)
  return own.map((sign) => (sign < 0 ? 'right' : 'left'))
}

/** Whether the bars of each group turn once at most from one side to the other. */
function isInOrder(signs: readonly number[], categories: Pick<ChartModel, 'categories'>['categories']): boolean {
  const groups = [...new Set(categories.map(({ group }) => group?.heading))]
  return groups.every((heading) => {
    const own = signs.filter((_, index) => categories[index]?.group?.heading === heading)
    return own.filter((sign, index) => index > 0 && sign !== own[index - 1]).length < 2
  })
}

interface Room {
  /** Pixels that the plot, its names and its values share. */
  readonly width: number
  readonly range: Range
  /** Widths of the names, one a category, and of the widest values of bars to the left and to the right of zero. */
  readonly names: readonly number[]
  readonly values: { readonly left: number; readonly right: number }
}

/**
 * What names and values leave to the plot. Bars are as long as they can be while each name stands beside the zero line, on the
 * side away from its bar, and each value beyond the end of its bar.
 */
export function sideNames(
  sides: readonly Side[],
  { width, range, names, values }: Room,
): { readonly left: number; readonly right: number; readonly placed: readonly SideName[] } {
  const widest = (side: Side): number =>
    Math.max(0, ...names.flatMap((name, index) => (sides[index] === side ? [name + clearance] : [])))
  const outside = widest('outside')
  const [before, after] = [widest('left'), widest('right')]
  const [down, up] = [Math.max(0, -range.min), Math.max(0, range.max)]
  const inner = width - outside
  const limits = [
    (inner - before - values.right) / up,
    (inner - values.left - after) / down,
    (inner - values.left - values.right) / (up + down),
  ]
  const scale = Math.max(0, Math.min(...limits.filter(Number.isFinite)))
  const left = outside + Math.max(before - down * scale, values.left)
  const right = Math.max(after - up * scale, values.right)
  const plot = width - left - right
  const zero = left + (plot * down) / (up + down || 1)
  const placed = sides.map((side): SideName => {
    if (side === 'right') return { x: zero + clearance, align: 'left' }
    return { x: side === 'left' ? zero - clearance : outside - clearance, align: 'right' }
  })
  return { left, right, placed }
}
