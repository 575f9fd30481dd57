import type { Chart, Plugin } from 'chart.js'
import { textColorOn } from '../../format/colors/color.ts'
import type { ChartMark } from '../../model/chart.ts'
import { panelGutters } from '../base/panel-grid.ts'
import { isTotal } from '../colors/fill.ts'
import { type Box, centerX, centerY, contains, overlaps, type Size } from '../layout/box.ts'
import { panelBox, zeroLine } from '../layout/expected-marks.ts'
import { drawLabel, type Label, labelLines, labelSize } from '../layout/label.ts'
import { type LabelCandidate, type LabelRequest, type PlacedLabel, placeLabels } from '../layout/label-placement.ts'
import { nameClearance } from '../layout/legend.ts'
import { lineObstacles, type PlacedMark, placedMarks } from '../layout/placed-marks.ts'
import { createTypesetter, lineHeight, type Typesetter, type Weight } from '../layout/text.ts'
import { besideEnd, valueSize } from '../layout/value-size.ts'
import { type Scene, sceneOf } from '../scene.ts'
import { candidates, distance } from './label-candidates.ts'

/** A label to be placed, and its style. */
interface ValueLabel {
  readonly label: Label & { readonly lines: readonly string[] }
  readonly size: number
  readonly weight: Weight
  readonly index: number
  readonly axis: 'value' | 'ratio'
  /** Printed over the value: the share of a part in its stack. */
  readonly share?: { readonly text: string; readonly size: number }
  /** The mark it prints; none for a total. */
  readonly mark?: PlacedMark
}

/** Requests for the value labels of all placed marks and for the totals, with their priorities. */
function labelRequests(
  scene: Scene,
  typesetter: Typesetter,
  { marks, bounds, plot }: { readonly marks: readonly PlacedMark[]; readonly bounds: Box; readonly plot: Box },
): LabelRequest<ValueLabel>[] {
  if (scene.model.labels === 'none') return []
  const requests = marks.flatMap((mark) => {
    const rank = priority(scene, mark, marks)
    if (mark.mark.text === '' || !isWanted(scene, mark, rank)) return []
    const isBold = (mark.category.emphasis && !mark.dataset.stacked) || isTotal(mark.mark)
    const weight = isBold ? (600 as const) : (400 as const)
    const style = { size: valueSize(scene, mark, labelSizeOf(scene)), weight }
    const width = lineWidth(scene, mark, plot)
    const label = { ...mark.mark, lines: labelLines(typesetter, mark.mark, { ...style, width }) }
    const own = labelSize(typesetter, label, style)
    const share = printedShare(scene, typesetter, mark)
    const size = share ? withShare(typesetter, own, share) : own
    const content = {
      label,
      ...style,
      ...(share && { share }),
      index: mark.index,
      axis: mark.dataset.series.axis,
      mark,
    }
    const room = scene.model.panels ? panelRoom(scene, plot, mark.dataset.panel) : bounds
    const places = candidates(scene, mark, size).map((one) => within(one, room))
    const held = places.filter(({ box }) => contains(room, box))
    return [{ priority: rank, candidates: offZero(held, mark, zeroLine(scene, mark.dataset, plot)), content }]
  })
  return [...totalRequests(scene, typesetter, { marks, bounds }), ...requests]
}

/** Of the places of a point's value those first that do not lie on the line at zero. */
function offZero(
  places: readonly LabelCandidate[],
  { kind }: PlacedMark,
  zero: Box | undefined,
): readonly LabelCandidate[] {
  if (kind !== 'point' || !zero) return places
  const isOn = ({ box }: LabelCandidate): boolean => overlaps(box, zero)
  return [...places.filter((place) => !isOn(place)), ...places.filter(isOn)]
}

/** How wide a value may be, over which a range has two lines: as a bar nearly, or as a point has room beside the next. */
function lineWidth({ horizontal, model }: Scene, { kind, box }: PlacedMark, plot: Box): number {
  if (horizontal) return Number.POSITIVE_INFINITY
  return kind === 'bar' || model.panels ? box.width * 1.4 : (plot.width / Math.max(1, model.categories.length)) * 0.8
}

/** The share over a value, as large as its bar has room for; undefined where there is no room for both. */
export function printedShare(scene: Scene, typesetter: Typesetter, { mark, box }: PlacedMark): ValueLabel['share'] {
  const { share } = mark
  const size = labelSizeOf(scene)
  if (!share) return undefined
  const sizes = [1.6, 1.3, 1].map((times) => Math.round(size * times))
  // As large as the widest share of the chart may be, so that all have one size.
  const all = scene.datasets.flatMap(({ series }) => series.marks.flatMap((one) => one?.share?.text ?? []))
  const widest = (one: number): number => Math.max(...all.map((text) => typesetter.width(text, one, 600)))
  const fits = (one: number): boolean => widest(one) + 8 <= box.width && (one + size) * lineHeight + 4 <= box.height
  const found = sizes.find(fits)
  return found === undefined ? undefined : { text: share.text, size: found }
}

/** The room of a value with the share that stands over it. */
function withShare(typesetter: Typesetter, { width, height }: Size, share: NonNullable<ValueLabel['share']>): Size {
  const wide = typesetter.width(share.text, share.size, 600)
  return { width: Math.max(width, wide), height: height + share.size * lineHeight }
}

const labelSizeOf = ({ sizes, state }: Scene): number => state.layout?.labelSize ?? sizes.label

/** Labels of a panel keep off its head, its periods and the panels beside it. */
function panelRoom(scene: Scene, plot: Box, panel: number): Box {
  const { category, label } = scene.sizes
  const { side, bottom } = panelGutters(scene)
  const { x, y, width, height } = panelBox(scene, panel, plot)
  const [above, below] = [label * 1.7, bottom - category * 1.7]
  return { x: x - side + 1, y: y - above, width: width + 2 * side - 2, height: height + above + below }
}

/** Where values do not all fit, or only the ends are wanted, none of the others is printed: not a random few. */
function isWanted(scene: Scene, mark: PlacedMark, rank: number): boolean {
  if (isWholeStack(scene, mark)) return false
  if (scene.model.labels === 'ends') return rank <= 1 || mark.index === 0
  if (scene.model.labels === 'all') return true
  const inside = mark.kind === 'bar' && mark.dataset.stacked
  return inside || mark.dataset.series.axis === 'ratio' || !scene.state.layout?.isSparse || rank <= 2
}

/** Whether a part is its stack by itself: the total over it says the same. */
const isWholeStack = ({ model }: Scene, { dataset, mark, index }: PlacedMark): boolean =>
  dataset.stacked &&
  model.totals?.[index]?.text === mark.text &&
  model.series.filter(({ marks }) => marks[index]).length === 1

/** 1 ends and the emphasised, 2 extremes, 3 rest. */
function priority(scene: Scene, mark: PlacedMark, marks: readonly PlacedMark[]): number {
  const last = mark.dataset.model.categories.length - 1
  if (mark.index === last || mark.category.emphasis || mark.mark.step === 'start' || mark.mark.step === 'end') return 1
  const values = marks.filter(({ dataset }) => dataset.series === mark.dataset.series).map((other) => other.mark.value)
  if (mark.mark.value === Math.max(...values) || mark.mark.value === Math.min(...values)) return 2
  return mark.index === 0 && scene.datasets.length > 1 ? 2 : 3
}

/** Totals over (or right of) the visible stacks; none while a part is switched off, since the sum would differ. */
function totalRequests(
  scene: Scene,
  typesetter: Typesetter,
  { marks, bounds }: { readonly marks: readonly PlacedMark[]; readonly bounds: Box },
): LabelRequest<ValueLabel>[] {
  const { totals, series } = scene.model
  const visible = new Set(marks.map(({ dataset }) => dataset.series))
  if (!totals || series.some((one) => one.marks.some((mark) => mark) && !visible.has(one))) return []
  return totals.flatMap((total, index) => {
    const boxes = marks.filter((mark) => mark.index === index && mark.kind === 'bar').map(({ box }) => box)
    if (!total || total.text === '' || boxes.length === 0) return []
    const rank = totalRank(scene, totals, index)
    if (scene.state.layout?.isSparse && rank > 0.5 && scene.model.labels !== 'all') return []
    const label = { ...total, lines: [total.text] }
    const style = { size: labelSizeOf(scene), weight: 600 as const }
    const size = labelSize(typesetter, label, style)
    const content = { label, ...style, index, axis: 'value' as const }
    const box = totalBox(scene, boxes, { size, falls: total.value < 0 })
    return [{ priority: rank, candidates: [within({ box }, bounds)], content }]
  })
}

/** All totals come before any part; among them the last, the emphasised, the highest and lowest before the rest. */
function totalRank({ model }: Scene, totals: readonly (ChartMark | null)[], index: number): number {
  if (index === totals.length - 1 || model.categories[index]?.emphasis) return 0
  const values = totals.flatMap((total) => (total ? [total.value] : []))
  const value = totals[index]?.value
  return value === Math.max(...values) || value === Math.min(...values) ? 0.5 : 0.9
}

/** Shifts a candidate sideways into the bounds: the label of an outer column may move inwards. */
function within(candidate: LabelCandidate, bounds: Box): LabelCandidate {
  if (candidate.inside) return candidate
  const x = Math.max(bounds.x, Math.min(candidate.box.x, bounds.x + bounds.width - candidate.box.width))
  return { ...candidate, box: { ...candidate.box, x } }
}

/** Beyond the end of its stack: that of the positive parts, or of a total below zero that of the negative ones. */
function totalBox(scene: Scene, boxes: readonly Box[], { size, falls }: { size: Size; falls: boolean }): Box {
  const first = boxes[0] ?? { x: 0, y: 0, width: 0, height: 0 }
  if (scene.horizontal) {
    const y = centerY(first) - size.height / 2
    const off = besideEnd(size.height / lineHeight)
    if (falls) return { x: Math.min(...boxes.map(({ x }) => x)) - off - size.width, y, ...size }
    return { x: Math.max(...boxes.map(({ x, width }) => x + width)) + off, y, ...size }
  }
  const x = centerX(first) - size.width / 2
  if (falls) return { x, y: Math.max(...boxes.map(({ y, height }) => y + height)) + distance, ...size }
  return { x, y: Math.min(...boxes.map(({ y }) => y)) - distance - size.height, ...size }
}

/** Values at the marks and totals over the stacks, each where it fits; otherwise it is left out. */
export const valueLabels: Plugin = {
  id: 'value-labels',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene || scene.state.labelAlpha <= 0) return
    const previous = chart.ctx.globalAlpha
    chart.ctx.globalAlpha = scene.state.labelAlpha
    for (const placed of placedLabels(chart, scene)) drawPlaced(chart, scene, placed)
    chart.ctx.globalAlpha = previous
  },
}

/** Where the labels of the chart go, marks at their final places. */
export function placedLabels(chart: Chart, scene: Scene): PlacedLabel<ValueLabel>[] {
  const typesetter = createTypesetter(chart.ctx, scene.theme.font)
  return placeValueLabels(scene, typesetter, {
    marks: placedMarks(chart, scene),
    plot: areaBox(chart.chartArea),
    size: chart,
  })
}

const areaBox = ({ left, top, right, bottom }: Chart['chartArea']): Box => ({
  x: left,
  y: top,
  width: right - left,
  height: bottom - top,
})

/** Marks where they are drawn, and what surrounds them. */
export interface Drawing {
  readonly marks: readonly PlacedMark[]
  readonly plot: Box
  readonly size: Size
}

/** Where the labels of marks go. */
export function placeValueLabels(scene: Scene, typesetter: Typesetter, { marks, plot, size }: Drawing) {
  const { layout } = scene.state
  const left = layout?.showsAxis ? plot.x : 0 // the ticks are left of it
  const legend = layout?.legend
  const right = legend?.kind === 'right' ? plot.x + plot.width + legend.gap - nameClearance : size.width
  const height = Math.min(size.height, plot.y + plot.height + (layout?.bottomRoom ?? 0) + 2)
  const bounds = { x: left, y: 0, width: right - left, height }
  const bars = marks.filter(({ kind }) => kind === 'bar').map(({ box }) => box)
  const obstacles = [...bars, ...lineObstacles(marks)]
  return placeLabels(labelRequests(scene, typesetter, { marks, bounds, plot }), { bounds, obstacles, gap: 3 })
}

/** Whether digits stand on nothing but the colour of their bar. */
const isPlain = (drawn: ChartMark['drawn']): boolean => drawn === 'solid' || drawn === 'derived'

function drawPlaced(chart: Chart, scene: Scene, { content, box, inside }: PlacedLabel<ValueLabel>): void {
  const { theme } = scene
  const typesetter = createTypesetter(chart.ctx, theme.font)
  const { size, weight } = content
  const style = { size, weight }
  if (!inside || !content.mark) {
    drawLabel(typesetter, content.label, { box, ...style, color: theme.textColor, quiet: theme.mutedColor })
    return
  }
  const { fill, box: bar } = content.mark
  if (!isPlain(content.mark.mark.drawn)) {
    const x = Math.max(box.x - 5, bar.x) // the plate under the digits stays within its bar
    chart.ctx.fillStyle = fill
    chart.ctx.fillRect(x, box.y - 1, Math.min(box.x + box.width + 5, bar.x + bar.width) - x, box.height + 2)
  }
  const color = textColorOn(fill, theme.textColor, theme.surfaceColor)
  const over = content.share ? content.share.size * lineHeight : 0
  if (content.share) {
    const top = { ...box, height: over }
    drawLabel(
      typesetter,
      { text: content.share.text, lines: [content.share.text] },
      { box: top, size: content.share.size, weight: 600, color },
    )
  }
  drawLabel(typesetter, content.label, { box: { ...box, y: box.y + over }, ...style, color })
}
