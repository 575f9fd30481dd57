import type { Chart, Plugin } from 'chart.js'
import { readableColor } from '../../format/colors/color.ts'
import { spreadEvenly } from '../layout/label-placement.ts'
import {
  headHeight,
  type Line,
  labelGap,
  leaderLength,
  lengthOf,
  lineStep,
  lineWidth,
  runSize,
  type Side,
  sideLabels,
  stepOf,
  weightOf,
} from '../layout/outside/slope-names.ts'
import { type PlacedMark, placedMarks } from '../layout/placed-marks.ts'
import { drawLine } from '../layout/strokes.ts'
import { baseline, createTypesetter, type Typesetter } from '../layout/text.ts'
import { type Scene, sceneOf, seriesColor } from '../scene.ts'

/** The two periods, a vertical rule under each, and the labels at both ends of the lines. */
export const slopeLabels: Plugin = {
  id: 'slope-labels',
  beforeDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (scene) drawRules(chart, scene)
  },
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene || scene.state.labelAlpha <= 0) return
    const previous = chart.ctx.globalAlpha
    chart.ctx.globalAlpha = scene.state.labelAlpha
    for (const side of [0, 1] as const) drawSide(chart, scene, side)
    chart.ctx.globalAlpha = previous
  },
}

function drawRules(chart: Chart, scene: Scene): void {
  const { left, right, top, bottom } = chart.chartArea
  const typesetter = createTypesetter(chart.ctx, scene.theme.font)
  const { theme, sizes } = scene
  for (const [index, x] of [left, right].entries()) {
    drawLine(chart.ctx, [x, top - 8, x, bottom + 8], { color: theme.lineColor, width: 1.5 })
    const category = scene.model.categories[index]
    if (!category) continue
    const weight = category.emphasis ? (600 as const) : (400 as const)
    const half = typesetter.width(category.label, sizes.category, weight) / 2
    const at = Math.min(chart.width - half, Math.max(half, x))
    const color = category.emphasis ? theme.textColor : theme.mutedColor
    typesetter.draw(
      category.label,
      { x: at, y: sizes.category * baseline },
      { size: sizes.category, weight, color, align: 'center' },
    )
  }
}

function drawSide(chart: Chart, scene: Scene, side: Side): void {
  const typesetter = createTypesetter(chart.ctx, scene.theme.font)
  const { lines } = sideLabels(scene, typesetter, { side, size: { width: chart.width, height: chart.height } })
  const marks = placedMarks(chart, scene).filter(({ index }) => index === side)
  const wanted = marks.flatMap((mark) => {
    const label = lines[scene.model.series.indexOf(mark.dataset.series)]
    const [first] = label ?? []
    return label && first
      ? [{ mark, label, length: lengthOf(scene, label), start: mark.box.y - stepOf(scene, first) / 2 }]
      : []
  })
  const place = { from: headHeight(scene), to: chart.height }
  const free = place.to - place.from - wanted.reduce((sum, { length }) => sum + length, 0)
  const gap = Math.max(labelGap, Math.min(scene.sizes.label * 0.6, free / Math.max(1, wanted.length))) // apart where there is room
  const starts = spreadEvenly(wanted, { ...place, gap })
  for (const [index, one] of wanted.entries()) {
    const y = starts[index] ?? 0
    drawLeader(chart, scene, { mark: one.mark, y: y + stepOf(scene, one.label[0] ?? []) / 2, side })
    drawLabel(chart, scene, { ...one, typesetter, y, side })
  }
}

/** A thin line to a label that had to move. */
function drawLeader(chart: Chart, scene: Scene, { mark, y, side }: { mark: PlacedMark; y: number; side: Side }): void {
  const out = side === 0 ? -1 : 1
  const end = labelEdge(chart, scene, side) - out * 4
  if (Math.abs(mark.box.y - y) < 3) return
  drawLine(chart.ctx, [mark.box.x + out * 11, mark.box.y, end, y], { color: scene.theme.lineColor, width: 1.5 })
}

function labelEdge(chart: Chart, scene: Scene, side: Side): number {
  const gap = scene.compact ? leaderLength / 2 : leaderLength
  return side === 0 ? chart.chartArea.left - gap : chart.chartArea.right + gap
}

function drawLabel(
  chart: Chart,
  scene: Scene,
  {
    mark,
    label,
    typesetter,
    y,
    side,
  }: { mark: PlacedMark; label: readonly Line[]; typesetter: Typesetter; y: number; side: Side },
): void {
  const { theme, sizes } = scene
  const { series } = mark.dataset
  const isContext = series.color === 0 // grey lines, whose names are to be read all the same
  const color = isContext
    ? theme.textColor
    : readableColor(seriesColor(scene, series), theme.textColor, theme.surfaceColor)
  let bottom = y
  for (const line of label) {
    const step = stepOf(scene, line)
    bottom += step
    let x = labelEdge(chart, scene, side) - (side === 0 ? lineWidth(scene, typesetter, line) : 0)
    for (const run of line) {
      const size = runSize(scene, run)
      const base = bottom - step + (step / lineStep) * baseline - (run.style === 'letter' ? sizes.label * 0.34 : 0)
      const weight = weightOf(run)
      typesetter.draw(
        run.text,
        { x, y: base },
        { size, weight, color: run.style === 'change' || run.style === 'letter' ? theme.mutedColor : color },
      )
      x += typesetter.width(run.text, size, weight)
    }
  }
}
