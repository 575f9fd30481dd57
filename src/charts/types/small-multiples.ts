import type { ChartSeries } from '../../model/chart.ts'
import type { ChartBody, ChartBuilder } from '../base/chart-builder.ts'
import { barDataset, type Dataset, hiddenAxis, lineDataset, type Scales } from '../base/datasets.ts'
import { markHits } from '../base/hits.ts'
import { metricItem, type Zod } from '../base/keys.ts'
import { repeatedItem } from '../base/limits.ts'
import { panelGutters, panelPlotHeight } from '../base/panel-grid.ts'
import { valueRange } from '../base/range.ts'
import { movements } from '../base/summary.ts'
import type { ChartType } from '../chart-type.ts'
import { defaultTheme } from '../colors/theme.ts'
import type { Size } from '../layout/box.ts'
import type { ChartLayout } from '../layout/chart-layout.ts'
import { bareLayout } from '../layout/chart-layout.ts'
import { widestLabel } from '../layout/label.ts'
import { topLegend } from '../layout/legend.ts'
import { hasSharedLegend, panelAxes, panelGrid, panelWidth } from '../layout/panel-heads.ts'
import type { Typesetter } from '../layout/text.ts'
import { axes } from '../plugins/axes.ts'
import { markPatterns } from '../plugins/mark-patterns.ts'
import { panelTitles } from '../plugins/panel-titles.ts'
import { seriesNames } from '../plugins/series-names.ts'
import { valueLabels } from '../plugins/value-labels.ts'
import { createScene, type Scene, type SceneDataset } from '../scene.ts'
import { column } from './column.ts'
import { groupedColumn } from './grouped-column.ts'
import { line } from './line.ts'

const keys = (zod: Zod) => {
  const panel = zod.strictObject({ title: zod.string().optional(), series: zod.array(metricItem(zod)).min(1) })
  return { panels: zod.array(panel).min(1).optional() }
}

/** The chart type that a panel alone would have. */
function panelType(series: readonly ChartSeries[]): string {
  if (series.every(({ mark }) => mark === 'line')) return line.name
  return series.length > 1 ? groupedColumn.name : column.name
}

const none = { kind: 'none' } as const

/** Panels side by side (in rows of four at most), all on one scale. */
export const smallMultiples: ChartType = {
  name: 'small-multiples',
  family: 'panels',
  axis: { orientation: 'upright' },
  stacks: () => false,
  shares: false,
  elements: 'marks',
  mark: 'bar',
  namesAtEnds: 'one-bar',
  toggles: true,
  needs: ['panels', 'periods'],
  takes: [],
  keys,
  body,
  summary: movements,
  links: [],
  datasets: (model) =>
    (model.panels ?? []).flatMap((panel, index): SceneDataset[] =>
      panel.series.map((series) => ({ panel: index, model: panel, series, stacked: false })),
    ),
  configure: (scene) => ({
    labels: scene.model.categories.map(({ label }) => label),
    datasets: scene.datasets.map((dataset, datasetIndex) => panelDataset(scene, dataset, datasetIndex)),
    scales: panelScales(scene),
  }),
  plotHeight: (model, size) => {
    const [traits, datasets] = [smallMultiples, smallMultiples.datasets(model)]
    return panelPlotHeight(createScene(model, { traits, theme: defaultTheme, size, datasets }))
  },
  layout: panelsLayout,
  plugins: [axes, markPatterns, panelTitles, seriesNames, valueLabels],
  hits: markHits,
}

function body(builder: ChartBuilder): ChartBody | undefined {
  const { panels = [] } = builder.own(keys)
  for (const [index, { series }] of panels.entries()) {
    const fault = repeatedItem('series', series, builder.spec.scenario)
    if (fault && 'hint' in fault) builder.report({ ...fault, at: ['panels', index, ...(fault.at ?? [])] })
  }
  return builder.panels(panels, panelType)
}

/** Either all values of all panels are printed, or only the ends and extremes of each. */
function panelsLayout(scene: Scene, typesetter: Typesetter, size: Size): ChartLayout {
  const { sizes, model, datasets } = scene
  const [first] = model.panels ?? []
  const legend = hasSharedLegend(model) ? topLegend(scene, first?.series ?? [], { typesetter, size }) : none
  const top = legend.kind === 'top' ? legend.height : 0
  const layout = bareLayout({ top, right: 0, bottom: 0, left: 0 }, sizes.label)
  const marks = datasets.flatMap(({ series }) => series.marks.flatMap((mark) => (mark ? [mark] : [])))
  const bars = Math.max(1, ...(model.panels ?? []).map(({ series }) => series.length))
  const room = panelWidth(scene) / Math.max(1, model.categories.length * bars)
  const fitting = [sizes.label, sizes.small].find((label) => widestLabel(typesetter, marks, label) <= room)
  return { ...layout, legend, labelSize: fitting ?? sizes.small, isSparse: fitting === undefined }
}

function panelDataset(scene: Scene, { panel, series }: SceneDataset, datasetIndex: number): Dataset {
  const { x, y } = panelAxes(scene.model, panel)
  const axes = { xAxisID: x, yAxisID: y }
  if (series.mark === 'line') return lineDataset(scene, { series, ...axes })
  return barDataset(scene, datasetIndex, { ...axes, kind: 'panel-bar' })
}

/** An axis of values a row, and one of periods a panel; a row that is not full keeps the room of those that it lacks. */
function panelScales(scene: Scene): Scales {
  const { columns, rows } = panelGrid(scene.model)
  const { side, top, bottom } = panelGutters(scene)
  const range = valueRange(scene.model, scene.traits)
  const across = Array.from({ length: columns * rows }, (_, cell) => [
    panelAxes(scene.model, cell).x,
    {
      type: 'panel-category',
      axis: 'x',
      position: 'bottom',
      offset: true,
      stacked: false,
      stack: `columns-${Math.floor(cell / columns)}`,
      weight: cell % columns,
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
      stacked: false,
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
