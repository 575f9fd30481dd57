import type { ChartModel } from '../../model/chart.ts'

/** Neighbouring categories of one group, as quarters of a fiscal year, by their indices. */
export interface TierGroup {
  readonly group: string
  readonly from: number
  readonly to: number
}

export function tierGroups({ categories }: Pick<ChartModel, 'categories'>): readonly TierGroup[] {
  const found: { group: string; from: number; to: number }[] = []
  for (const [index, { tier }] of categories.entries()) {
    const last = found.at(-1)
    if (last && last.group === tier?.group) last.to = index
    else found.push({ group: tier?.group ?? '', from: index, to: index })
  }
  return found
}

/** Each group, or every second, fifth, tenth … counted from the last. */
const steps = [1, 2, 5, 10, 20, 50] as const
const clearance = 4 // px between a label and the next, or the line at the side of a group

interface Row {
  /** Pixels of one category, and of the plot's left edge. */
  readonly pitch: number
  readonly left: number
  readonly widthOf: (text: string) => number
}

interface PlacedGroup {
  readonly group: string
  readonly x: number
  readonly width: number
}

/** The labels of every so many-th group in the middle of their categories, the outermost moved in as far as they must. */
export function groupLabels(groups: readonly TierGroup[], step: number, row: Row): readonly PlacedGroup[] {
  const { pitch, left, widthOf } = row
  const end = left + ((groups.at(-1)?.to ?? -1) + 1) * pitch
  return groups.flatMap(({ group, from, to }, index) => {
    if ((groups.length - 1 - index) % step > 0) return []
    const width = widthOf(group)
    const middle = left + ((from + to + 1) / 2) * pitch
    return [{ group, width, x: Math.max(left, Math.min(middle - width / 2, end - width)) }]
  })
}

/** Whether a line between two groups would run through a label, which an outermost group of few categories has moved there. */
export const isCrossed = (labels: readonly PlacedGroup[], at: number): boolean =>
  labels.some(({ x, width }) => at > x - clearance && at < x + width + clearance)

/** The smallest step at which no label meets the next; undefined where none is. */
export function groupStep(groups: readonly TierGroup[], row: Row): number | undefined {
  return steps.find((step) => {
    const labels = groupLabels(groups, step, row)
    const isApart = ({ x, width }: PlacedGroup, index: number): boolean =>
      x + width + 2 * clearance <= (labels[index + 1]?.x ?? Number.POSITIVE_INFINITY)
    return labels.every((label, index) => isApart(label, index) && label.x >= row.left)
  })
}
