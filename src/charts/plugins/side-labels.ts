import type { Chart, Plugin, Scale } from 'chart.js'
import type { ChartLayout } from '../layout/chart-layout.ts'
import { bracket, bracketCorners, groupHeads, groupRoom } from '../layout/outside/group-heads.ts'
import { barsWithValues, lineAcross, pointedColor } from '../layout/outside/line-across.ts'
import { placedMarks } from '../layout/placed-marks.ts'
import { drawLine } from '../layout/strokes.ts'
import { createTypesetter, type Typesetter } from '../layout/text.ts'
import { type Scene, sceneOf } from '../scene.ts'

/** Names of horizontal bars: in one column at the left of the plot, also where bars go to both sides of zero. */
export const sideLabels: Plugin = {
  id: 'side-labels',
  beforeDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    const scale = chart.scales.y
    if (!scene || !scale) return
    drawGroups(chart, scene, { typesetter: createTypesetter(chart.ctx, scene.theme.font), scale })
  },
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    const layout = scene?.state.layout
    const scale = chart.scales.y
    if (!scene || !layout || !scale) return
    const typesetter = createTypesetter(chart.ctx, scene.theme.font)
    drawNames(scene, { typesetter, scale, layout })
    drawLineAcross(chart, scene, typesetter)
  },
}

/** The line at a value, with the value beside it, in the colour of what a chart points at. */
function drawLineAcross(chart: Chart, scene: Scene, typesetter: Typesetter): void {
  const { left, right, top, bottom } = chart.chartArea
  const plot = { x: left, y: top, width: right - left, height: bottom - top }
  const { x: axis } = chart.scales
  const size = scene.sizes.label
  if (!axis) return
  const across = lineAcross(scene.model, {
    plot,
    range: axis,
    bars: barsWithValues(scene, typesetter, placedMarks(chart, scene)),
    width: typesetter.width(String(scene.model.own?.lineText ?? ''), size, 600),
  })
  if (!across) return
  const color = pointedColor(scene)
  for (const [from, to] of across.spans)
    drawLine(chart.ctx, [across.x, from, across.x, to], { color, width: 4, dash: [10, 8] })
  typesetter.draw(across.text, { x: across.label.x, y: across.label.y + size * 0.36 }, { size, weight: 600, color })
}

function drawNames(
  scene: Scene,
  { typesetter, scale, layout }: { typesetter: Typesetter; scale: Scale; layout: ChartLayout },
): void {
  if (layout.categories.kind !== 'lines') return
  const size = scene.sizes.category
  const { x, align } = layout.names ?? { x: 0, align: 'left' as const }
  for (const [index, lines] of layout.categories.lines.entries()) {
    const emphasis = scene.model.categories[index]?.emphasis === true
    const weight = emphasis ? (600 as const) : (400 as const)
    const style = { size, weight, color: scene.theme.textColor, align }
    const top = scale.getPixelForValue(index) - (lines.length * size * 1.15) / 2
    for (const [row, line] of lines.entries()) typesetter.draw(line, { x, y: top + size * (0.93 + row * 1.15) }, style)
  }
}

/** The heading of each group: at the level of its first bar, with a line between the groups, or in the middle of a bracket. */
function drawGroups(chart: Chart, scene: Scene, { typesetter, scale }: { typesetter: Typesetter; scale: Scale }): void {
  const { model, theme } = scene
  const pitch = (scale.bottom - scale.top) / Math.max(1, model.categories.length)
  const names = groupRoom(scene, typesetter)
  for (const head of groupHeads(scene)) {
    const { heading, from, to, isBracketed, size } = head
    const [first, last] = [scale.getPixelForValue(from), scale.getPixelForValue(isBracketed ? to : from)]
    if (isBracketed)
      drawBracket(chart, bracketCorners(head, { names, top: first - (from + 0.5) * pitch, pitch }), theme.totalColor)
    else if (from > 0)
      drawLine(chart.ctx, [0, first - pitch / 2, chart.width, first - pitch / 2], { color: theme.gridColor, width: 2 })
    const y = (first + last) / 2 + size * 0.355
    typesetter.draw(heading, { x: 0, y }, { size, weight: 600, color: theme.totalColor })
  }
}

function drawBracket({ ctx }: Chart, { x, end, y, bottom }: ReturnType<typeof bracketCorners>, color: string): void {
  const style = { color, width: bracket.width }
  drawLine(ctx, [x, y - style.width / 2, x, bottom + style.width / 2], style)
  for (const arm of [y, bottom]) drawLine(ctx, [x, arm, end, arm], style)
}
