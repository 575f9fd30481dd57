import type { Chart, Plugin } from 'chart.js'
import type { ChartArrow } from '../../model/chart.ts'
import type { Box } from '../layout/box.ts'
import { drawSigned, labelWidth } from '../layout/label.ts'
import {
  type BracketLook,
  bracketLevels,
  bracketLook,
  legsApart,
  nearLane,
  plateSizes,
  plateWords,
} from '../layout/outside/brackets.ts'
import { type PlacedMark, placedMarks } from '../layout/placed-marks.ts'
import { drawLine } from '../layout/strokes.ts'
import { type CanvasContext, createTypesetter } from '../layout/text.ts'
import { type Scene, sceneOf } from '../scene.ts'
import { placedLabels } from './value-labels.ts'

/** Difference arrows (bracket from column to column) and CAGR arrows, in lanes over the plot. */
export const arrows: Plugin = {
  id: 'arrows',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene || scene.model.arrows.length === 0) return
    const previous = chart.ctx.globalAlpha
    chart.ctx.globalAlpha = scene.state.labelAlpha
    for (const bracket of placedBrackets(chart, scene)) drawBracket(chart.ctx, bracket)
    for (const bracket of placedBrackets(chart, scene)) drawPlate(chart, scene, bracket)
    chart.ctx.globalAlpha = previous
  },
}

interface Bracket {
  readonly arrow: ChartArrow
  readonly look: BracketLook
  /** Where its line runs. */
  readonly y: number
  /** Where its ends stand, over what is drawn there. */
  readonly from: readonly [x: number, top: number]
  readonly to: readonly [x: number, top: number]
}

/** The brackets of what is shown, the lightest first. */
function placedBrackets(chart: Chart, scene: Scene): readonly Bracket[] {
  const { layout } = scene.state
  if (!layout) return []
  const endAt = endsOf(chart, scene)
  const shown = new Set(placedMarks(chart, scene).map(({ dataset }) => dataset.series.id))
  const { arrows: all } = scene.model
  const ends = all.map((arrow) => {
    const [from, to] = [endAt(arrow, arrow.from), endAt(arrow, arrow.to)]
    return isMeasured(scene, arrow, shown) && from && to ? { from, to } : undefined
  })
  const legs = legsApart(
    all,
    ends.map((end) => end && [end.from.x, end.to.x]),
    scene.compact ? 18 : 30,
  )
  const levels = bracketLevels(all, {
    lanes: layout.lanes,
    laneHeight: layout.laneHeight,
    over: chart.chartArea.top - layout.topRoom,
    near: nearLane(layout),
    topOf: topsOf(chart, scene),
  })
  const placed = all.flatMap((arrow, index): readonly Bracket[] => {
    const [end, leg] = [ends[index], legs[index]]
    if (!end || !leg) return []
    const look = bracketLook(arrow, index, scene)
    const [from, to] = [end.from.top - 8, end.to.top - 8]
    return [{ arrow, look, y: levels[index] ?? 0, from: [leg[0], from], to: [leg[1], to] }]
  })
  return placed.reverse()
}

/** False for an arrow whose series is switched off or, where it measures the total, any part. */
function isMeasured({ model }: Scene, { series }: ChartArrow, shown: ReadonlySet<string>): boolean {
  if (series !== null) return shown.has(series)
  return model.series.every(({ id, marks }) => shown.has(id) || marks.every((mark) => mark === null))
}

/** Where an arrow ends at a category: over the bar of its series in a group, else over the whole column. */
type EndAt = (arrow: ChartArrow, category: number) => { readonly x: number; readonly top: number } | undefined

const aroundPoint = 10 // px that a leg leaves free over a point, which it would seem to hold
const reach = 22 // px to both sides of a column's middle in which no end of a bracket may run through anything

/** What is drawn at the categories: marks, and labels of them, of one axis or of both. */
function drawn(chart: Chart, scene: Scene, axis?: 'value') {
  const isOf = (own: string): boolean => axis === undefined || own === axis
  const marks = placedMarks(chart, scene).filter(({ dataset }) => isOf(dataset.series.axis))
  const labels = placedLabels(chart, scene).filter(({ content }) => isOf(content.axis))
  const own = marks.map(({ index, kind, box }) => ({ index, box: kind === 'point' ? over(box) : box }))
  return { marks, all: [...own, ...labels.map(({ content, box }) => ({ index: content.index, box }))] }
}

const over = (box: Box): Box => ({ ...box, y: box.y - aroundPoint })

/** The top of everything at a category. */
function topsOf(chart: Chart, scene: Scene): (category: number) => number {
  const { all } = drawn(chart, scene)
  return (category) =>
    Math.min(chart.chartArea.bottom, ...all.flatMap(({ index, box }) => (index === category ? [box.y] : [])))
}

function endsOf(chart: Chart, scene: Scene): EndAt {
  const { marks, all } = drawn(chart, scene, 'value')
  return ({ series }, category) => {
    const middle = chart.scales.x?.getPixelForValue(category)
    if (middle === undefined) return undefined
    const own = marks.find(({ dataset, index }) => dataset.series.id === series && index === category)
    const x = own ? own.box.x + own.box.width / 2 : middle
    const isBelow = ({ index, box }: Pick<PlacedMark, 'index' | 'box'>): boolean =>
      index === category && box.x <= x + reach && box.x + box.width >= x - reach
    return { x, top: Math.min(chart.chartArea.bottom, ...all.filter(isBelow).map(({ box }) => box.y)) }
  }
}

function drawBracket(context: CanvasContext, { look, y, from, to }: Bracket): void {
  const head = arrowHead(look)
  const style = { color: look.line, width: look.width }
  const [[x1, foot1], [x2, foot2]] = [from, to]
  const half = look.width / 2 // corners are closed
  const outwards = Math.sign(x2 - x1) * half
  drawLine(context, [x1, foot1, x1, y], style)
  drawLine(context, [x1 - outwards, y, x2 + outwards, y], style)
  drawLine(context, [x2, y, x2, foot2 - head.height + 1], style)
  context.beginPath()
  context.moveTo(x2, foot2)
  context.lineTo(x2 - head.half, foot2 - head.height)
  context.lineTo(x2 + head.half, foot2 - head.height)
  context.closePath()
  context.fillStyle = look.line
  context.fill()
}

/** An arrow head in proportion to its line. */
const arrowHead = ({ width }: BracketLook): { readonly half: number; readonly height: number } => ({
  half: width + 5,
  height: width * 2 + 7,
})

/** The change in a rounded plate on the bracket, after its label where there is room. */
function drawPlate(chart: Chart, scene: Scene, { arrow, look, y, from, to }: Bracket): void {
  const typesetter = createTypesetter(chart.ctx, scene.theme.font)
  const room = Math.abs(to[0] - from[0])
  const sizes = plateSizes(scene)
  const size = sizes.label
  const value = labelWidth(typesetter, arrow, { size, weight: 600 })
  const words = plateWords(scene, typesetter, { arrow, room })
  const label = typesetter.width(words, sizes.small)
  const width = value + label + size * 1.1
  const height = size * 1.5
  const left = Math.max(1, Math.min(chart.width - width - 1, (from[0] + to[0]) / 2 - width / 2))
  const context = chart.ctx
  context.beginPath()
  context.roundRect(left, y - height / 2, width, height, height / 2)
  context.fillStyle = look.fill
  context.fill()
  context.strokeStyle = look.line
  context.lineWidth = Math.min(3, look.width)
  context.stroke()
  const at = left + size * 0.55
  const baseline = y + size * 0.36
  if (label > 0) typesetter.draw(words, { x: at, y: baseline }, { size: sizes.small, color: look.text })
  drawSigned(typesetter, arrow, { x: at + label, y: baseline, size, weight: 600, color: look.text })
}
