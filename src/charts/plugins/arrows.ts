import type { Chart, Plugin } from 'chart.js'
import type { ChartArrow } from '../../model/chart.ts'
import { type PlacedMark, placedMarks } from '../layout/placed-marks.ts'
import { drawLine } from '../layout/strokes.ts'
import { type CanvasContext, createTypesetter, type Typesetter } from '../layout/text.ts'
import { type Scene, sceneOf } from '../scene.ts'
import { placedLabels } from './value-labels.ts'

/** Pixels that keep two arrows that meet at a column apart. */
export const arrowShift = 5

interface Plate {
  readonly arrow: ChartArrow
  /** Pixels between the arrow's ends. */
  readonly room: number
}

/** Whether an arrow's plate holds its label besides the number, in so many pixels between its ends. */
export function hasArrowLabel({ sizes }: Pick<Scene, 'sizes'>, typesetter: Typesetter, plate: Plate): boolean {
  return fits(plateSizes(sizes, typesetter, plate), typesetter, plate)
}

const least = { label: 24, small: 20 } // px, of a plate between two columns beside each other

/** The text of a plate is that of the chart, and where there is no room for it as small as may be. */
function plateSizes({ label, small }: Sizes, typesetter: Typesetter, plate: Plate): Sizes {
  const smaller = { label: Math.min(label, least.label), small: Math.min(small, least.small) }
  return fits({ label, small }, typesetter, plate) ? { label, small } : smaller
}

type Sizes = Pick<Scene['sizes'], 'label' | 'small'>

function fits(sizes: Sizes, typesetter: Typesetter, { arrow: { kind, text, label }, room }: Plate): boolean {
  const [value, words] = [typesetter.width(text, sizes.label, 600), typesetter.width(`${label} `, sizes.small)]
  return kind === 'cagr' || value + words + 28 <= room
}

/** Difference arrows (bracket from column to column) and CAGR arrows, in lanes over the plot. */
export const arrows: Plugin = {
  id: 'arrows',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene || scene.model.arrows.length === 0) return
    const endAt = ends(chart, scene)
    const previous = chart.ctx.globalAlpha
    chart.ctx.globalAlpha = scene.state.labelAlpha
    const shown = new Set(placedMarks(chart, scene).map(({ dataset }) => dataset.series.id))
    for (const [index, arrow] of scene.model.arrows.entries())
      if (isMeasured(scene, arrow, shown)) drawArrow(chart, scene, { arrow, index, endAt })
    chart.ctx.globalAlpha = previous
  },
}

/** False for an arrow whose series is switched off or, where it measures the total, any part. */
function isMeasured({ model }: Scene, { series }: ChartArrow, shown: ReadonlySet<string>): boolean {
  if (series !== null) return shown.has(series)
  return model.series.every(({ id, marks }) => shown.has(id) || marks.every((mark) => mark === null))
}

function drawArrow(
  chart: Chart,
  scene: Scene,
  { arrow, index, endAt }: { arrow: ChartArrow; index: number; endAt: EndAt },
): void {
  const layout = scene.state.layout
  const [from, to] = [endAt(arrow, arrow.from), endAt(arrow, arrow.to)]
  if (!layout || !from || !to) return
  const lane = layout.lanes[index] ?? 0
  const y = chart.chartArea.top - layout.topRoom - (lane + 0.5) * layout.laneHeight
  const style = { color: scene.theme.mutedColor, width: 2 }
  const shift = Math.sign(to.x - from.x) * arrowShift
  const [x1, x2] = [from.x + shift, to.x - shift]
  drawLine(chart.ctx, [x1, from.top - 6, x1, y], style)
  drawLine(chart.ctx, [x1, y, x2, y], style)
  const foot = to.top - 6
  drawLine(chart.ctx, [x2, y, x2, foot - 8], style)
  arrowHead(chart.ctx, x2, foot, style.color)
  drawBubble(chart, scene, { arrow, x: (x1 + x2) / 2, y, room: Math.abs(x2 - x1) })
}

/** Where an arrow ends at a category: over the bar of its series in a group, else over the whole column. */
type EndAt = (arrow: ChartArrow, category: number) => { readonly x: number; readonly top: number } | undefined

function ends(chart: Chart, scene: Scene): EndAt {
  const marks = placedMarks(chart, scene).filter(({ dataset }) => dataset.series.axis === 'value')
  const labels = placedLabels(chart, scene).filter(({ content }) => content.axis === 'value')
  const all = [...marks, ...labels.map(({ content, box }) => ({ index: content.index, box }))]
  return ({ series }, category) => {
    const middle = chart.scales.x?.getPixelForValue(category)
    if (middle === undefined) return undefined
    const own = marks.find(({ dataset, index }) => dataset.series.id === series && index === category)
    const x = own ? own.box.x + own.box.width / 2 : middle
    const isBelow = ({ index, box }: Pick<PlacedMark, 'index' | 'box'>): boolean =>
      index === category && box.x <= x + arrowShift && box.x + box.width >= x - arrowShift
    return { x, top: Math.min(chart.chartArea.bottom, ...all.filter(isBelow).map(({ box }) => box.y)) }
  }
}

function arrowHead(context: CanvasContext, x: number, y: number, color: string): void {
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(x - 6, y - 11)
  context.lineTo(x + 6, y - 11)
  context.closePath()
  context.fillStyle = color
  context.fill()
}

/** The change in a rounded plate on the arrow, after its label where there is room. */
function drawBubble(
  chart: Chart,
  scene: Scene,
  { arrow, x, y, room }: { arrow: ChartArrow; x: number; y: number; room: number },
): void {
  const { theme } = scene
  const typesetter = createTypesetter(chart.ctx, theme.font)
  const sizes = plateSizes(scene.sizes, typesetter, { arrow, room })
  const size = sizes.label
  const value = typesetter.width(arrow.text, size, 600)
  const label = typesetter.width(`${arrow.label} `, sizes.small)
  const full = fits(sizes, typesetter, { arrow, room }) ? value + label : value
  const width = full + size * 1.1
  const height = size * 1.5
  const left = Math.max(1, Math.min(chart.width - width - 1, x - width / 2))
  const context = chart.ctx
  context.beginPath()
  context.roundRect(left, y - height / 2, width, height, height / 2)
  context.fillStyle = theme.surfaceColor
  context.fill()
  context.strokeStyle = theme.mutedColor
  context.lineWidth = 2
  context.stroke()
  let at = left + size * 0.55
  if (full > value) {
    typesetter.draw(arrow.label, { x: at, y: y + size * 0.36 }, { size: sizes.small, color: theme.mutedColor })
    at += label
  }
  typesetter.draw(arrow.text, { x: at, y: y + size * 0.36 }, { size, weight: 600, color: theme.textColor })
}
