import type { Chart, ChartConfiguration, ChartData, Plugin } from 'chart.js'
import type { ChartModel } from '../model/chart.ts'
import type { Dataset, Kind } from './base/datasets.ts'
import type { ChartType } from './chart-type.ts'
import { chartTypeOf } from './chart-types.ts'
import type { ChartTheme } from './colors/theme.ts'
import { fittingScene } from './fitting-scene.ts'
import type { Size } from './layout/box.ts'
import type { ChartLayout } from './layout/chart-layout.ts'
import { createTypesetter } from './layout/text.ts'
import type { Scene, SceneData } from './scene.ts'

type Data = ChartData<Kind, Dataset['data'], string> & SceneData
export type Configuration = ChartConfiguration<Kind, Dataset['data'], string> & {
  readonly data: Data
}

/** The Chart.js configuration of a chart, the same for the SVG in Node and for the live canvas. */
export function chartConfiguration(
  model: ChartModel,
  theme: ChartTheme,
  size: Size,
  more: readonly Plugin[] = [],
): Configuration {
  const type = chartTypeOf(model.type)
  const scene = fittingScene(model, { type, theme, size })
  const { datasets, scales, labels, indexAxis = 'x', kind = 'bar' } = type.configure(scene)
  return {
    type: kind,
    data: { labels: [...labels], datasets: [...datasets], scene },
    options: {
      responsive: false,
      maintainAspectRatio: false,
      animation: false,
      devicePixelRatio: 1,
      events: [],
      indexAxis,
      skipNull: true, // a gap leaves no room among columns side by side
      layout: { autoPadding: false, padding: ({ chart }) => layOut(chart, scene, type.layout) },
      scales,
    },
    plugins: [...more, ...type.plugins],
  }
}

/** Measures everything outside the plot, keeps the layout for the plugins and returns the space around the plot. */
function layOut(chart: Chart, scene: Scene, layoutOf: ChartType['layout']): ChartLayout['padding'] {
  const size = { width: chart.width, height: chart.height }
  const layout = layoutOf(scene, createTypesetter(chart.ctx, scene.theme.font), size)
  scene.state.layout = layout
  return layout.padding
}
