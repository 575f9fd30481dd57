import { around, type Box, centerX, centerY, type Size } from '../layout/box.ts'
import type { LabelCandidate } from '../layout/label-placement.ts'
import type { PlacedMark } from '../layout/placed-marks.ts'
import { lineHeight } from '../layout/text.ts'
import { besideEnd, hangs } from '../layout/value-size.ts'
import type { Scene } from '../scene.ts'

/** Pixels between a mark and its label. */
export const distance = 7

/** Where the label of a mark may stand, the best place first. */
export function candidates(scene: Scene, mark: PlacedMark, size: Size): LabelCandidate[] {
  if (mark.kind === 'point') return pointCandidates(mark, size, rankAmongLines(scene, mark))
  const inside = insideCandidate(mark.box, size)
  const beyond = outside(scene, mark, size)
  // The last of the negative parts has free room below it, unless a total may stand there.
  const falls = (scene.model.totals?.[mark.index]?.value ?? 0) < 0
  if (isEmptyStack(scene, mark)) return [{ box: beyond }]
  if (mark.dataset.stacked) return mark.mark.value < 0 && !falls ? [...inside, { box: beyond }] : inside
  // Among columns side by side, a label may be shifted to either side of its own column.
  const lean = scene.horizontal
    ? []
    : [-0.22, 0.22].map((part) => ({ box: { ...beyond, x: beyond.x + part * size.width } }))
  return [{ box: beyond }, ...inside, ...lean]
}

/** Whether a part speaks for a stack that has no length and no total: the zero of its first part is printed. */
export function isEmptyStack({ model, datasets }: Scene, { dataset, index }: PlacedMark): boolean {
  if (!dataset.stacked || model.totals) return false
  const parts = datasets.filter(({ panel, series }) => panel === dataset.panel && series.marks[index])
  return parts[0] === dataset && parts.every(({ series }) => series.marks[index]?.value === 0)
}

function insideCandidate(box: Box, size: Size): LabelCandidate[] {
  if (size.width + 4 > box.width || size.height + 2 > box.height) return []
  return [{ box: around(centerX(box), centerY(box), size), inside: true }]
}

/** Beyond the end of the bar, and beyond its whisker. */
function outside(scene: Scene, { box, tip, root, mark, whisker }: PlacedMark, size: Size): Box {
  const falls = hangs(mark)
  if (scene.horizontal) {
    const end = falls ? Math.min(tip, whisker?.[0] ?? tip) : Math.max(tip, whisker?.[1] ?? tip)
    const off = besideEnd(size.height / lineHeight)
    const x = falls ? end - off - size.width : end + off
    return { x, y: centerY(box) - size.height / 2, ...size }
  }
  const top = Math.min(tip, root, whisker?.[1] ?? tip)
  const bottom = Math.max(tip, root, whisker?.[0] ?? tip)
  const y = falls ? bottom + distance : top - distance - size.height
  return { x: centerX(box) - size.width / 2, y, ...size }
}

/** Whether a point is the highest or the lowest of the lines there: its value keeps to that side, where no other line is; of one line all stand above. */
function rankAmongLines({ datasets }: Scene, { dataset, index, mark }: PlacedMark): 'highest' | 'lowest' | 'between' {
  const { panel, series } = dataset
  const beside = datasets.filter(
    (one) => one.panel === panel && one.series.mark === 'line' && one.series.axis === series.axis,
  )
  const values = beside.flatMap((one) => (one === dataset ? [] : (one.series.marks[index]?.value ?? [])))
  if (values.length === 0) return beside.length > 1 ? 'between' : 'highest'
  return values.every((value) => value < mark.value)
    ? 'highest'
    : values.every((value) => value > mark.value)
      ? 'lowest'
      : 'between'
}

/** Around the point, above and below beyond its whisker. */
function pointCandidates(
  { box: { x, y }, whisker }: PlacedMark,
  size: Size,
  rank: ReturnType<typeof rankAmongLines>,
): LabelCandidate[] {
  const [top, bottom] = [Math.min(y, whisker?.[1] ?? y), Math.max(y, whisker?.[0] ?? y)]
  const above = { x: x - size.width / 2, y: top - distance - 4 - size.height, ...size }
  const below = { x: x - size.width / 2, y: bottom + distance + 4, ...size }
  const right = { x: x + distance + 6, y: y - size.height / 2, ...size }
  const left = { x: x - distance - 6 - size.width, y: y - size.height / 2, ...size }
  const shifted = (box: Box): readonly Box[] => [0.2, 0.8].map((part) => ({ ...box, x: x - size.width * part }))
  // Where a line comes from above or goes there, beside it.
  const cornered = (box: Box): readonly Box[] => [x - 6, x + 6 - size.width].map((at) => ({ ...box, x: at }))
  const [over, under] = [shifted(above), shifted(below)]
  const boxes = {
    highest: [above, ...over.toReversed(), ...cornered(above), left, below, ...under, right],
    lowest: [below, ...under, ...cornered(below), right, above, ...over, left],
    between: [above, below, ...over, ...under, right, left],
  }
  return boxes[rank].map((box) => ({ box }))
}
