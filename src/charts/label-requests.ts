import { isStacked } from '../model/chart-range.ts'
import type { Box, Size } from './box.ts'
import { around, centerX, centerY } from './box.ts'
import type { DrawnMark } from './drawn.ts'
import { type Label, labelSize } from './label.ts'
import type { LabelCandidate, LabelRequest } from './placement.ts'
import { type Scene } from './scene.ts'
import type { Typesetter, Weight } from './text.ts'

/** A label that is to be placed, and how it is set. */
export interface LabelSubject {
  readonly label: Label
  readonly weight: Weight
  readonly index: number
  readonly axis: 'value' | 'ratio'
  /** The mark it prints; none for a total. */
  readonly mark?: DrawnMark
}

/** Requests for all value labels of the drawn marks and for the totals, with their priorities. */
export function labelRequests(
  scene: Scene,
  setter: Typesetter,
  marks: readonly DrawnMark[],
): LabelRequest<LabelSubject>[] {
  if (scene.model.labels === 'none') return []
  const requests = marks.flatMap((mark) => {
    const rank = priority(scene, mark, marks)
    if (mark.mark.text === '' || !isWanted(scene, mark, rank)) return []
    const weight = mark.category.emphasis && !isStacked(mark.link.model) ? (600 as const) : (400 as const)
    const size = labelSize(setter, mark.mark, { size: scene.sizes.label, weight })
    const subject = { label: mark.mark, weight, index: mark.index, axis: mark.link.series.axis, mark }
    return [{ priority: rank, candidates: candidates(scene, mark, size), subject }]
  })
  return [...totalRequests(scene, setter, marks), ...requests]
}

/** Where values do not all fit, or only ends were asked for, the rest is not printed at random but not at all. */
function isWanted(scene: Scene, mark: DrawnMark, rank: number): boolean {
  if (scene.model.labels === 'ends') return rank <= 1 || mark.index === 0
  if (scene.model.labels === 'all') return true
  const inside = mark.kind === 'bar' && isStacked(mark.link.model)
  return inside || mark.link.series.axis === 'ratio' || !scene.laid.plan?.axis || rank <= 2
}

/** 1 ends and the emphasised, 2 extremes, 3 rest. */
function priority(scene: Scene, mark: DrawnMark, marks: readonly DrawnMark[]): number {
  const last = mark.link.model.categories.length - 1
  if (mark.index === last || mark.category.emphasis || mark.mark.step === 'start' || mark.mark.step === 'end') return 1
  const values = marks.filter(({ link }) => link.series === mark.link.series).map((other) => other.mark.value)
  if (mark.mark.value === Math.max(...values) || mark.mark.value === Math.min(...values)) return 2
  return mark.index === 0 && scene.links.length > 1 ? 2 : 3
}

const distance = 7

function candidates(scene: Scene, mark: DrawnMark, size: Size): LabelCandidate[] {
  if (mark.kind === 'point') return pointCandidates(mark.box, size)
  const inside = insideCandidate(mark.box, size)
  if (isStacked(mark.link.model)) return inside
  return [{ box: outside(scene, mark, size) }, ...inside]
}

function insideCandidate(box: Box, size: Size): LabelCandidate[] {
  if (size.width + 8 > box.width || size.height + 2 > box.height) return []
  return [{ box: around(centerX(box), centerY(box), size), inside: true }]
}

/** Beyond the end of the bar, and beyond its whisker. */
function outside(scene: Scene, { box, tip, root, mark, whisker }: DrawnMark, size: Size): Box {
  const falls = mark.step ? mark.step === 'down' || (mark.step !== 'up' && mark.value < 0) : mark.value < 0
  if (scene.horizontal) {
    const end = falls ? Math.min(tip, whisker?.[0] ?? tip) : Math.max(tip, whisker?.[1] ?? tip)
    const x = falls ? end - distance - size.width : end + distance
    return { x, y: centerY(box) - size.height / 2, ...size }
  }
  const top = Math.min(tip, root, whisker?.[1] ?? tip)
  const bottom = Math.max(tip, root, whisker?.[0] ?? tip)
  const y = falls ? bottom + distance : top - distance - size.height
  return { x: centerX(box) - size.width / 2, y, ...size }
}

function pointCandidates({ x, y }: Box, size: Size): LabelCandidate[] {
  const above = { x: x - size.width / 2, y: y - distance - 4 - size.height, ...size }
  const below = { x: x - size.width / 2, y: y + distance + 4, ...size }
  const right = { x: x + distance + 6, y: y - size.height / 2, ...size }
  const left = { x: x - distance - 6 - size.width, y: y - size.height / 2, ...size }
  const shifted = [above, below].flatMap((box) => [
    { ...box, x: x - size.width * 0.2 },
    { ...box, x: x - size.width * 0.8 },
  ])
  return [above, below, ...shifted, right, left].map((box) => ({ box }))
}

/** Totals over (or right of) the visible stacks; none while a part is switched off, for the sum would be another. */
function totalRequests(scene: Scene, setter: Typesetter, marks: readonly DrawnMark[]): LabelRequest<LabelSubject>[] {
  const { totals, series } = scene.model
  const visible = new Set(marks.map(({ link }) => link.series))
  if (!totals || series.some((one) => one.marks.some((mark) => mark) && !visible.has(one))) return []
  return totals.flatMap((total, index) => {
    const boxes = marks.filter((mark) => mark.index === index && mark.kind === 'bar').map(({ box }) => box)
    if (!total || total.text === '' || boxes.length === 0) return []
    const size = labelSize(setter, total, { size: scene.sizes.label, weight: 600 })
    const subject = { label: total, weight: 600 as const, index, axis: 'value' as const }
    return [{ priority: 0, candidates: [{ box: totalBox(scene, boxes, size) }], subject }]
  })
}

function totalBox(scene: Scene, boxes: readonly Box[], size: Size): Box {
  const first = boxes[0] ?? { x: 0, y: 0, width: 0, height: 0 }
  if (scene.horizontal) {
    const end = Math.max(...boxes.map(({ x, width }) => x + width))
    return { x: end + distance, y: centerY(first) - size.height / 2, ...size }
  }
  const top = Math.min(...boxes.map(({ y }) => y))
  return { x: centerX(first) - size.width / 2, y: top - distance - size.height, ...size }
}
