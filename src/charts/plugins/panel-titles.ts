import type { Chart, Plugin } from 'chart.js'
import { aboveHead, panelGutters } from '../base/panel-grid.ts'
import { swatch } from '../layout/legend.ts'
import { headLine, panelAxes, panelHeads } from '../layout/panel-heads.ts'
import { placedMarks } from '../layout/placed-marks.ts'
import { createTypesetter } from '../layout/text.ts'
import { type Scene, sceneOf } from '../scene.ts'
import { drawSwatch } from './series-names.ts'

/** Titles, names of series, and first and last category of each panel of small multiples. */
export const panelTitles: Plugin = {
  id: 'panel-titles',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene) return
    for (const index of (scene.model.panels ?? []).keys()) {
      drawHead(chart, scene, index)
      drawEnds(chart, scene, index)
    }
  },
}

function drawHead(chart: Chart, scene: Scene, index: number): void {
  const place = panelPlace(chart, scene, index)
  if (!place) return
  const typesetter = createTypesetter(chart.ctx, scene.theme.font)
  const size = scene.sizes.category
  const top = place.top + aboveHead(scene)
  for (const { text, x, row, weight, series } of panelHeads(scene).panels[index] ?? []) {
    const at = { x: place.left + x, y: top + size * (1 + row * headLine) }
    typesetter.draw(text, at, { size, weight, color: scene.theme.textColor })
    const dataset = scene.datasets.find((one) => one.series === series)
    if (dataset) drawSwatch(chart, scene, { dataset, x: at.x - swatch.width - swatch.gap, middle: at.y - size * 0.36 })
  }
}

function panelPlace(
  chart: Chart,
  scene: Scene,
  index: number,
): { left: number; right: number; top: number; bottom: number } | undefined {
  const { x, y } = panelAxes(scene.model, index)
  const [across, along] = [chart.scales[x], chart.scales[y]]
  if (!across || !along) return undefined
  const { side } = panelGutters(scene)
  return { left: across.left + side, right: across.right - side, top: along.top, bottom: along.bottom }
}

function drawEnds(chart: Chart, scene: Scene, index: number): void {
  const place = panelPlace(chart, scene, index)
  const marks = placedMarks(chart, scene).filter(({ dataset }) => dataset.panel === index)
  if (!place || marks.length === 0) return
  const typesetter = createTypesetter(chart.ctx, scene.theme.font)
  const size = scene.sizes.category
  const y = place.bottom - size * 0.35
  const { model } = scene
  const last = model.categories.length - 1
  const scale = chart.scales[panelAxes(model, index).x]
  if (!scale) return
  const pitch = (place.right - place.left) / Math.max(1, model.categories.length)
  const widths = model.categories.map(({ label }) => typesetter.width(label, size))
  const all = widths.every((width) => width <= pitch - 4)
  const both = (widths[0] ?? 0) + (widths[last] ?? 0) + 8 <= place.right - place.left // else only the last one stays
  for (const [order, category] of model.categories.entries()) {
    if (!all && order !== last && !(order === 0 && both)) continue
    const width = typesetter.width(category.label, size)
    const center = Math.min(place.right - width / 2, Math.max(place.left + width / 2, scale.getPixelForValue(order)))
    const style = {
      size,
      color: order === last ? scene.theme.textColor : scene.theme.mutedColor,
      align: 'center' as const,
    }
    typesetter.draw(category.label, { x: center, y }, style)
  }
}
