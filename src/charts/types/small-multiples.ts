import type { ChartModel } from '../../model/chart.ts'
import { valueRange } from '../../model/chart-range.ts'
import type { Scene, SceneLink } from '../scene.ts'
import { barDataset, type ChartTypeRule, type Dataset, hiddenAxis, lineDataset, type Scales } from './drawing.ts'

/** Panels side by side (in rows of four at most), all on one scale. */
export const smallMultiples: ChartTypeRule = {
  links: (model) =>
    (model.panels ?? []).flatMap((panel, index): SceneLink[] =>
      panel.series.map((series) => ({ panel: index, model: panel, series })),
    ),
  drawing: (scene) => ({
    labels: scene.model.categories.map(({ label }) => label),
    datasets: scene.links.map((link, dataset) => panelDataset(scene, link, dataset)),
    scales: panelScales(scene),
  }),
}

/** How many columns and rows the panels stand in. */
export function panelGrid(model: ChartModel): { readonly columns: number; readonly rows: number } {
  const count = Math.max(1, model.panels?.length ?? 1)
  const rows = count <= 4 ? 1 : 2
  return { columns: Math.ceil(count / rows), rows }
}

/** Pixels a panel keeps free: at its sides, above for its title, below for its category labels. */
export function panelGutters(scene: Scene): { readonly side: number; readonly top: number; readonly bottom: number } {
  const { category, label } = scene.sizes
  const negative = valueRange(scene.model).min < 0 ? label * 1.5 : 0
  return { side: scene.compact ? 5 : 14, top: category * 1.5 + label * 1.7, bottom: category * 1.8 + negative }
}

function panelDataset(scene: Scene, { panel, series }: SceneLink, dataset: number): Dataset {
  const { columns } = panelGrid(scene.model)
  const axes = { xAxisID: `x${panel % columns}`, yAxisID: `y${Math.floor(panel / columns)}` }
  return series.mark === 'bar' ? barDataset(scene, dataset, axes) : lineDataset(scene, { series, ...axes })
}

function panelScales(scene: Scene): Scales {
  const { columns, rows } = panelGrid(scene.model)
  const { side, top, bottom } = panelGutters(scene)
  const range = valueRange(scene.model)
  const stacked = scene.model.panels?.some(({ type }) => type.startsWith('stacked')) === true
  const across = Array.from({ length: columns }, (_, column) => [
    `x${column}`,
    {
      type: 'panel-category',
      axis: 'x',
      position: 'bottom',
      offset: true,
      stacked,
      stack: 'columns',
      weight: column,
      gutterStart: side,
      gutterEnd: side,
      ...hiddenAxis,
    },
  ])
  const down = Array.from({ length: rows }, (_, row) => [
    `y${row}`,
    {
      type: 'panel-linear',
      axis: 'y',
      position: 'left',
      stacked,
      stack: 'rows',
      weight: rows - row,
      gutterStart: bottom,
      gutterEnd: top,
      ...range,
      ...hiddenAxis,
    },
  ])
  return Object.fromEntries([...across, ...down])
}
