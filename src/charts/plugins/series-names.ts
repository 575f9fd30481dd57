import type { Chart, Plugin } from 'chart.js'
import { readableColor } from '../../format/colors/color.ts'
import { valueRange } from '../base/range.ts'
import { contextEdge, contextTint, isContext } from '../colors/fill.ts'
import { spreadApart } from '../layout/label-placement.ts'
import { isCrossed, nameMiddles, nameStart, swatch } from '../layout/legend.ts'
import { placedMarks } from '../layout/placed-marks.ts'
import { drawLine } from '../layout/strokes.ts'
import { createTypesetter, type Typesetter } from '../layout/text.ts'
import { type Scene, type SceneDataset, sceneOf, seriesColor } from '../scene.ts'
import { placedLabels } from './value-labels.ts'

/** The series' names: right of their last mark in their own colour, or as a legend over the plot. */
export const seriesNames: Plugin = {
  id: 'series-names',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    const legend = scene?.state.layout?.legend
    if (!scene || !legend || legend.kind === 'none') return
    const typesetter = createTypesetter(chart.ctx, scene.theme.font)
    if (legend.kind === 'right') drawNames(chart, scene, { typesetter, lines: legend.names, gap: legend.gap })
    else drawLegend(chart, scene, typesetter)
  },
}

function drawNames(
  chart: Chart,
  scene: Scene,
  { typesetter, lines, gap }: { typesetter: Typesetter; lines: readonly (readonly string[])[]; gap: number },
): void {
  const { model, sizes, theme } = scene
  const size = sizes.label
  const step = size * 1.15
  const last = model.categories.length - 1
  const ends = placedMarks(chart, scene).filter(({ index }) => index === last)
  const middles = nameMiddles(ends, step)
  const wanted = ends.flatMap((end, index) => {
    const name = lines[model.series.indexOf(end.dataset.series)]
    const length = (name?.length ?? 0) * step
    return name ? [{ end, name, length, start: (middles[index] ?? 0) - length / 2 }] : []
  })
  const starts = spreadApart(wanted, { from: 0, to: chart.chartArea.bottom + 4, gap: 6 })
  const values = placedLabels(chart, scene).filter(({ content }) => content.index === last)
  const edges = [...ends, ...values].map(({ box }) => box.x + box.width)
  const crossed = isCrossed(valueRange(model, scene.traits))
  const x = nameStart(edges, { right: chart.chartArea.right, gap, crossed })
  for (const [index, { end, name }] of wanted.entries()) {
    const color = readableColor(seriesColor(scene, end.dataset.series), theme.textColor, theme.surfaceColor)
    for (const [row, line] of name.entries()) {
      const y = (starts[index] ?? 0) + row * step + size * 0.92
      typesetter.draw(line, { x, y }, { size, weight: 600, color })
    }
  }
}

function drawLegend(chart: Chart, scene: Scene, typesetter: Typesetter): void {
  const legend = scene.state.layout?.legend
  if (legend?.kind !== 'top') return
  const size = scene.sizes.label
  for (const { series, text, x, row } of legend.entries) {
    const one = scene.datasets[series] // of panels that share one legend, those of the first
    if (!one) continue
    const top = row * size * 1.5
    drawSwatch(chart, scene, { dataset: one, x, middle: top + size * 0.6 })
    const at = { x: x + swatch.width + swatch.gap, y: top + size * 0.96 }
    typesetter.draw(text, at, { size, color: scene.theme.textColor })
  }
}

/** The colour of a series before its name: a stroke of a line, a square of bars. */
export function drawSwatch(
  chart: Chart,
  scene: Scene,
  { dataset, x, middle }: { readonly dataset: SceneDataset; readonly x: number; readonly middle: number },
): void {
  const { series } = dataset
  const color = seriesColor(scene, series)
  if (series.mark === 'line') {
    drawLine(chart.ctx, [x, middle, x + swatch.width, middle], { color, width: 6 })
    return
  }
  const { width } = swatch
  const top = middle - width / 2
  chart.ctx.fillStyle = color
  chart.ctx.fillRect(x, top, width, width)
  if (!isContext(dataset)) return
  const edge = contextEdge - 1
  chart.ctx.fillStyle = contextTint(color, scene.theme)
  chart.ctx.fillRect(x + edge, top + edge, width - 2 * edge, width - 2 * edge)
}
