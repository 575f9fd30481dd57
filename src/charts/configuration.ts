import type { ChartConfiguration, ChartData, Plugin } from 'chart.js'
import type { ChartModel, ChartType } from '../model/chart.ts'
import type { Size } from './box.ts'
import { layOut } from './layout.ts'
import { arrows } from './plugins/arrows.ts'
import { bridge } from './plugins/bridge.ts'
import { categories } from './plugins/categories.ts'
import { decorate } from './plugins/decorate.ts'
import { frame } from './plugins/frame.ts'
import { labels } from './plugins/labels.ts'
import { names } from './plugins/names.ts'
import { panels } from './plugins/panels.ts'
import { sideLabels } from './plugins/side-labels.ts'
import { slices } from './plugins/slices.ts'
import { createScene, type SceneData } from './scene.ts'
import type { ChartTheme } from './theme.ts'
import { bar } from './types/bar.ts'
import { column } from './types/column.ts'
import { columnLine } from './types/column-line.ts'
import { doughnut } from './types/doughnut.ts'
import type { ChartTypeRule, Dataset } from './types/drawing.ts'
import { line } from './types/line.ts'
import { smallMultiples } from './types/small-multiples.ts'
import { waterfall } from './types/waterfall.ts'

const types: Readonly<Record<ChartType, ChartTypeRule>> = {
  column,
  'stacked-column': column,
  'stacked-column-100': column,
  'grouped-column': column,
  bar,
  'stacked-bar': bar,
  line,
  'column-line': columnLine,
  waterfall,
  doughnut,
  'small-multiples': smallMultiples,
}

/** Drawn in this order, each over the one before. */
const plugins: readonly Plugin[] = [
  frame,
  categories,
  sideLabels,
  decorate,
  bridge,
  panels,
  names,
  labels,
  arrows,
  slices,
]

export type Data = ChartData<'bar' | 'line' | 'doughnut', Dataset['data'], string> & SceneData
export type Configuration = ChartConfiguration<'bar' | 'line' | 'doughnut', Dataset['data'], string> & {
  readonly data: Data
}

/** The one Chart.js configuration of a chart, for the SVG in Node and for the live canvas alike. */
export function chartConfiguration(
  model: ChartModel,
  theme: ChartTheme,
  size: Size,
  more: readonly Plugin[] = [],
): Configuration {
  const rule = types[model.type]
  const scene = createScene(model, { theme, size, links: rule.links(model) })
  const { datasets, scales, labels, indexAxis = 'x' } = rule.drawing(scene)
  return {
    type: model.type === 'doughnut' ? 'doughnut' : 'bar',
    data: { labels: [...labels], datasets: [...datasets], scene },
    options: {
      responsive: false,
      maintainAspectRatio: false,
      animation: false,
      devicePixelRatio: 1,
      events: [],
      indexAxis,
      skipNull: true, // a gap leaves no room among columns side by side
      layout: { autoPadding: false, padding: ({ chart }) => layOut(chart, scene) },
      scales,
    },
    plugins: [...more, ...plugins],
  }
}
