import type { Chart, Plugin, Scale } from 'chart.js'
import type { ChartLayout, GroupLayout, LineAcross } from '../layout/chart-layout.ts'
import { bracket, bracketCorners, headLines } from '../layout/outside/group-heads.ts'
import { lineStrokes, pointedColor } from '../layout/outside/line-across.ts'
import { drawLine } from '../layout/strokes.ts'
import { baseline, createTypesetter, type Typesetter } from '../layout/text.ts'
import { type Scene, sceneOf } from '../scene.ts'

/** Names of horizontal bars, headings of their groups and a line through them. */
export const sideLabels: Plugin = {
  id: 'side-labels',
  beforeDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    const layout = scene?.state.layout
    const scale = chart.scales.y
    if (!scene || !layout || !scale) return
    const typesetter = createTypesetter(chart.ctx, scene.theme.font)
    if (layout.groups) drawGroups(chart, scene, { typesetter, scale, groups: layout.groups })
    else if (!hasRules(scene) && layout.names?.every(({ align, x }) => align === 'left' && x === 0))
      drawRows(chart, scene, scale)
  },
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    const layout = scene?.state.layout
    const scale = chart.scales.y
    if (!scene || !layout || !scale) return
    const typesetter = createTypesetter(chart.ctx, scene.theme.font)
    drawNames(scene, { typesetter, scale, layout })
    if (layout.across) drawLineAcross(chart, scene, { typesetter, across: layout.across })
  },
}

/** The line at a value, with the value beside it, in the colour of what a chart points at. */
function drawLineAcross(
  { ctx }: Chart,
  scene: Scene,
  { typesetter, across: { x, spans, text, label } }: { typesetter: Typesetter; across: LineAcross },
): void {
  const [size, color] = [scene.sizes.label, pointedColor(scene)]
  for (const [from, to] of spans)
    for (const { over, dash, ...style } of lineStrokes(scene))
      drawLine(ctx, [x, from - over, x, to + over], { ...style, dash: [...dash] })
  typesetter.draw(text, { x: label.x, y: label.y + size * baseline }, { size, weight: 600, color })
}

function drawNames(
  scene: Scene,
  { typesetter, scale, layout }: { typesetter: Typesetter; scale: Scale; layout: ChartLayout },
): void {
  if (layout.categories.kind !== 'lines') return
  const size = scene.sizes.category
  for (const [index, lines] of layout.categories.lines.entries()) {
    const { x, align } = layout.names?.[index] ?? { x: 0, align: 'left' as const }
    const emphasis = scene.model.categories[index]?.emphasis === true
    const weight = emphasis ? (600 as const) : (400 as const)
    const style = { size, weight, color: scene.theme.textColor, align }
    const top = scale.getPixelForValue(index) - (lines.length * size * 1.15) / 2
    for (const [row, line] of lines.entries()) typesetter.draw(line, { x, y: top + size * (0.93 + row * 1.15) }, style)
  }
}

/** Whether the rules of the words beside each row run through the chart. */
const hasRules = ({ model, compact }: Scene): boolean => model.spread === true && !compact

/** Lines between the rows of bars whose names are a list at the edge, far from some of them. */
function drawRows({ ctx, width }: Chart, { model, theme }: Scene, { top, bottom }: Scale): void {
  const pitch = (bottom - top) / Math.max(1, model.categories.length)
  for (let row = 1; row < model.categories.length; row++)
    drawLine(ctx, [0, top + row * pitch, width, top + row * pitch], { color: theme.gridColor, width: 1.5 })
}

/** The heading of each group: at the level of its first bar, with a line between the groups, or in the middle of a bracket. */
function drawGroups(
  chart: Chart,
  scene: Scene,
  { typesetter, scale, groups }: { typesetter: Typesetter; scale: Scale; groups: GroupLayout },
): void {
  const { model, theme } = scene
  const pitch = (scale.bottom - scale.top) / Math.max(1, model.categories.length)
  const rows = { names: groups.width, top: scale.top, pitch }
  for (const head of groups.heads) {
    const { from, isBracketed, lines, size } = head
    const edge = scale.top + from * pitch
    if (isBracketed) drawBracket(chart, bracketCorners(head, rows), theme.totalColor)
    else if (from > 0) drawLine(chart.ctx, [0, edge, chart.width, edge], { color: theme.gridColor, width: 2 })
    const { y, step } = headLines(head, rows)
    for (const [row, line] of lines.entries()) {
      const at = { x: 0, y: y + (row + 0.5) * step + size * 0.355 }
      typesetter.draw(line, at, { size, weight: 600, color: theme.totalColor })
    }
  }
}

function drawBracket({ ctx }: Chart, { x, end, y, bottom }: ReturnType<typeof bracketCorners>, color: string): void {
  const style = { color, width: bracket.width }
  drawLine(ctx, [x, y - style.width / 2, x, bottom + style.width / 2], style)
  for (const arm of [y, bottom]) drawLine(ctx, [x, arm, end, arm], style)
}
