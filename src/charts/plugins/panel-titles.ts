import type { Chart, Plugin } from 'chart.js'
import { panelGrid, panelGutters } from '../base/panel-grid.ts'
import { placedMarks } from '../layout/placed-marks.ts'
import { createTypesetter, linesOf } from '../layout/text.ts'
import { type Scene, sceneOf } from '../scene.ts'

/** Titles and first and last category of each panel of small multiples. */
export const panelTitles: Plugin = {
  id: 'panel-titles',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene) return
    for (const [index, panel] of (scene.model.panels ?? []).entries()) {
      drawTitle(chart, scene, { index, title: panel.title })
      drawEnds(chart, scene, index)
    }
  },
}

function drawTitle(chart: Chart, scene: Scene, { index, title }: { index: number; title: string }): void {
  const place = panelPlace(chart, scene, index)
  if (!place) return
  const typesetter = createTypesetter(chart.ctx, scene.theme.font)
  const size = scene.sizes.category
  const limit = { width: place.right - place.left, size, weight: 600 as const, most: 2 }
  const lines = linesOf(typesetter, title, limit)
  for (const [row, line] of lines.entries()) {
    const at = { x: place.left, y: place.top + size * (1 + row * 1.15) }
    typesetter.draw(line, at, { size, weight: 600, color: scene.theme.textColor })
  }
}

function panelPlace(
  chart: Chart,
  scene: Scene,
  index: number,
): { left: number; right: number; top: number; bottom: number } | undefined {
  const { columns } = panelGrid(scene.model)
  const x = chart.scales[`x${index % columns}`]
  const y = chart.scales[`y${Math.floor(index / columns)}`]
  if (!x || !y) return undefined
  const { side } = panelGutters(scene)
  return { left: x.left + side, right: x.right - side, top: y.top, bottom: y.bottom }
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
  const { columns } = panelGrid(model)
  const scale = chart.scales[`x${index % columns}`]
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
