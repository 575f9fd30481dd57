import { type Box, contains, overlaps } from './box.ts'

/** A label to be placed: it gets its first free candidate, in the order of priority. */
export interface LabelRequest<T> {
  readonly priority: number // 0 is placed first: totals, ends, extremes, rest
  readonly candidates: readonly LabelCandidate[]
  readonly content: T
}

export interface LabelCandidate {
  readonly box: Box
  /** Inside its own mark: obstacles do not matter, other labels do. */
  readonly inside?: boolean
}

export interface PlacedLabel<T> {
  readonly content: T
  readonly box: Box
  readonly inside: boolean
}

interface PlacementField {
  /** Nothing is placed outside of it. */
  readonly bounds: Box
  /** Marks, lines and arrows that no outside label may touch. */
  readonly obstacles: readonly Box[]
  /** Least distance between two labels. */
  readonly gap: number
}

/**
 * Places labels greedily by priority; a label without a free candidate is left out. No two placed labels overlap, none
 * leaves the bounds, none outside its mark covers an obstacle.
 */
export function placeLabels<T>(requests: readonly LabelRequest<T>[], field: PlacementField): PlacedLabel<T>[] {
  const placed: PlacedLabel<T>[] = []
  const byPriority = requests.map((request, order) => ({ request, order }))
  byPriority.sort((a, b) => a.request.priority - b.request.priority || a.order - b.order)
  for (const { request } of byPriority) {
    const found = request.candidates.find((candidate) => isFree(candidate, field, placed))
    if (found) placed.push({ content: request.content, box: found.box, inside: found.inside === true })
  }
  return placed
}

function isFree<T>(candidate: LabelCandidate, field: PlacementField, placed: readonly PlacedLabel<T>[]): boolean {
  if (!contains(field.bounds, candidate.box)) return false
  if (placed.some((label) => overlaps(label.box, candidate.box, field.gap))) return false
  return candidate.inside === true || !field.obstacles.some((obstacle) => overlaps(obstacle, candidate.box))
}

/**
 * Moves intervals apart along one axis, keeping their order and staying in [from, to] if they fit at all; returns the
 * new starts in the order given.
 */
export function spreadApart(
  wanted: readonly { readonly start: number; readonly length: number }[],
  { from, to, gap }: { readonly from: number; readonly to: number; readonly gap: number },
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => middle(wanted[a]) - middle(wanted[b]) || a - b)
  const starts = wanted.map(({ start }) => start)
  let edge = from
  for (const index of order) {
    starts[index] = Math.max(starts[index] ?? from, edge)
    edge = (starts[index] ?? from) + (wanted[index]?.length ?? 0) + gap
  }
  edge = to
  for (const index of [...order].reverse()) {
    const length = wanted[index]?.length ?? 0
    starts[index] = Math.min(starts[index] ?? from, edge - length)
    edge = (starts[index] ?? from) - gap
  }
  return starts
}

/**
 * As spreadApart, but crowded intervals move to both sides of where they belong, none further than necessary. They keep
 * the order of their starts, whatever their lengths: a label is aligned by its first line, and leaders must not cross.
 */
export function spreadEvenly(
  wanted: readonly { readonly start: number; readonly length: number }[],
  { from, to, gap }: { readonly from: number; readonly to: number; readonly gap: number },
): number[] {
  interface Crowd {
    readonly members: readonly number[]
    readonly length: number
    /** Sum of the members' wanted starts, each less its place within the crowd. */
    readonly sum: number
  }
  const startOf = ({ members, length, sum }: Crowd): number =>
    Math.max(from, Math.min(to - length, sum / members.length))
  const start = (index: number): number => wanted[index]?.start ?? 0
  const order = wanted.map((_, index) => index).sort((a, b) => start(a) - start(b) || a - b)
  const crowds: Crowd[] = []
  for (const index of order) {
    const { start, length } = wanted[index] ?? { start: 0, length: 0 }
    let crowd: Crowd = { members: [index], length, sum: start }
    for (
      let before = crowds.at(-1);
      before && startOf(before) + before.length + gap > startOf(crowd);
      before = crowds.at(-1)
    ) {
      crowds.pop()
      const offset = before.length + gap
      const members = [...before.members, ...crowd.members]
      crowd = { members, length: offset + crowd.length, sum: before.sum + crowd.sum - offset * crowd.members.length }
    }
    crowds.push(crowd)
  }
  const starts = wanted.map(({ start }) => start)
  for (const crowd of crowds) {
    let edge = startOf(crowd)
    for (const index of crowd.members) {
      starts[index] = edge
      edge += (wanted[index]?.length ?? 0) + gap
    }
  }
  return starts
}

function middle(interval: { readonly start: number; readonly length: number } | undefined): number {
  return interval ? interval.start + interval.length / 2 : 0
}
