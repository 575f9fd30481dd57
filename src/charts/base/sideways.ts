import type { ChartModel } from '../../model/chart.ts'
import type { ChartType } from '../chart-type.ts'
import type { Size } from '../layout/box.ts'
import type { ChartLayout } from '../layout/chart-layout.ts'
import { labelWidth, widestLabel } from '../layout/label.ts'
import { legendLayout } from '../layout/legend.ts'
import { lineHeight, linesOf, type Typesetter } from '../layout/text.ts'
import { axes } from '../plugins/axes.ts'
import { markPatterns } from '../plugins/mark-patterns.ts'
import { seriesNames } from '../plugins/series-names.ts'
import { sideLabels } from '../plugins/side-labels.ts'
import { valueLabels } from '../plugins/value-labels.ts'
import type { Scene } from '../scene.ts'
import { barDataset, hiddenAxis, seriesDatasets, type TypeConfiguration } from './datasets.ts'
import { markHits } from './hits.ts'
import { rowsWithNames } from './limits.ts'
import { valueRange } from './range.ts'

const gap = 10

/** The layout of horizontal bars: labels at the left in at most 42 % of the width, values beyond the bars' ends. */
function sidewaysLayout(scene: Scene, typesetter: Typesetter, size: Size): ChartLayout {
  const { model, sizes } = scene
  const limit = { width: size.width * 0.42, size: sizes.category, weight: 600 as const }
  const row = size.height / Math.max(1, model.categories.length)
  const most = Math.max(1, Math.min(4, Math.floor(row / (sizes.category * 1.15))))
  const lines = model.categories.map(({ label }) => linesOf(typesetter, label, { ...limit, most }))
  const left = Math.max(0, ...lines.flat().map((line) => typesetter.width(line, sizes.category, 600))) + 16
  const legend = legendLayout(scene, typesetter, size)
  const { min, max } = valueRange(model, scene.traits)
  const ends = scene.stacked ? (model.totals ?? []) : model.series.flatMap(({ marks }) => marks)
  const labels = ends.flatMap((mark) => (mark ? [mark] : []))
  const widest = widestLabel(typesetter, labels, sizes.label) + gap
  // Negative parts of a stack that are too short for their values have them at the left, where the names end.
  const parts = scene.stacked ? model.series.flatMap(({ marks }) => marks.flatMap((mark) => mark ?? [])) : []
  const negative = [...labels, ...parts].filter(({ value }) => value < 0)
  const leftRoom =
    min < 0
      ? Math.max(0, ...negative.map((mark) => labelWidth(typesetter, mark, { size: sizes.label, weight: 600 }))) + gap
      : 0
  return {
    padding: {
      top: legend.kind === 'top' ? legend.height : 2,
      right: max > 0 || min === max ? widest : 4,
      bottom: 2,
      left: left + leftRoom,
    },
    labelSize: sizes.label,
    showsAxis: false,
    isSparse: false,
    categories: { kind: 'lines', lines, height: sizes.category * lineHeight },
    legend: legend.kind === 'right' ? { kind: 'none' } : legend,
    lanes: [],
    laneHeight: 0,
    topRoom: 0,
    bottomRoom: 0,
  }
}

/** What is common to horizontal bars, single, side by side or stacked. */
export const sideways: Pick<
  ChartType,
  | 'family'
  | 'axis'
  | 'shares'
  | 'elements'
  | 'mark'
  | 'namesAtEnds'
  | 'toggles'
  | 'datasets'
  | 'configure'
  | 'layout'
  | 'plugins'
  | 'hits'
  | 'mostCategories'
> = {
  family: 'bars',
  axis: { orientation: 'sideways', scale: 'bars' },
  shares: false,
  elements: 'marks',
  mark: 'bar',
  namesAtEnds: 'one-bar',
  toggles: true,
  datasets: (model: ChartModel) => seriesDatasets(model),
  configure: (scene: Scene): TypeConfiguration => ({
    labels: scene.model.categories.map(({ label }) => label),
    indexAxis: 'y',
    datasets: scene.datasets.map((_, datasetIndex) => barDataset(scene, datasetIndex)),
    scales: {
      x: { type: 'linear', ...valueRange(scene.model, scene.traits), stacked: scene.stacked, ...hiddenAxis },
      y: { type: 'category', offset: true, stacked: scene.stacked, ...hiddenAxis },
    },
  }),
  mostCategories: rowsWithNames,
  layout: sidewaysLayout,
  plugins: [axes, sideLabels, markPatterns, seriesNames, valueLabels],
  hits: markHits,
}
