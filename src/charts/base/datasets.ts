import type { CategoryScaleOptions, ChartDataset, ChartOptions, LinearScaleOptions } from 'chart.js'
import type { ChartModel, ChartSeries } from '../../model/chart.ts'
import { barFill } from '../colors/fill.ts'
import { barThickness } from '../layout/expected-marks.ts'
import { type Scene, type SceneDataset, sceneMarkAt, standsOut } from '../scene.ts'
import { isFigureEnd } from './bridge-ends.ts'

declare module 'chart.js' {
  interface ChartTypeRegistry {
    'panel-bar': ChartTypeRegistry['bar']
  }
  interface CartesianScaleTypeRegistry {
    'panel-category': { options: CategoryScaleOptions & GutterOptions }
    'panel-linear': { options: LinearScaleOptions & GutterOptions }
  }
}

interface GutterOptions {
  /** Pixels that stay free before the first and after the last value. */
  readonly gutterStart: number
  readonly gutterEnd: number
}

/** What Chart.js draws for us. */
export type Kind = 'bar' | 'panel-bar' | 'line' | 'doughnut'
export type Dataset = ChartDataset<Kind, (number | [number, number] | null)[]>
export type Scales = NonNullable<ChartOptions<Kind>['scales']>

/** What a chart type adds to the configuration. */
export interface TypeConfiguration {
  readonly datasets: readonly Dataset[]
  readonly scales: Scales
  readonly labels: readonly string[]
  readonly indexAxis?: 'x' | 'y'
  /** What Chart.js lays out; absent: bars and lines on axes. */
  readonly kind?: 'bar' | 'doughnut'
}

/** One dataset a series, stacked or not. */
export function seriesDatasets(model: ChartModel, stacked = false): SceneDataset[] {
  return model.series.map((series) => ({ panel: 0, model, series, stacked }))
}

/** Axes only place marks; our plugins print what is visible of them. */
export const hiddenAxis = {
  display: false,
  grid: { display: false },
  border: { display: false },
  ticks: { display: false, autoSkip: false, callback: (): string => '' }, // spares Chart.js from formatting numbers
} as const

/** Dataset of a series of bars, each with its fill. */
export function barDataset(
  scene: Scene,
  datasetIndex: number,
  {
    kind = 'bar',
    xAxisID,
    yAxisID,
  }: { readonly kind?: 'bar' | 'panel-bar'; readonly xAxisID?: string; readonly yAxisID?: string } = {},
): Dataset {
  const dataset = scene.datasets[datasetIndex]
  const { series, model, stacked } = dataset ?? { series: undefined, model: scene.model, stacked: false }
  const fills = (series?.marks ?? []).map((_, index) => {
    const sceneMark = sceneMarkAt(scene, datasetIndex, index)
    return sceneMark ? barFill(scene, sceneMark) : scene.theme.surfaceColor
  })
  const data = (series?.marks ?? []).map((mark): Dataset['data'][number] => {
    if (!mark) return null
    if (isFigureEnd(model, mark)) return [mark.value, mark.value]
    return mark.base === undefined ? mark.value : [mark.base, mark.base + mark.value]
  })
  const bars = {
    label: series?.label ?? '',
    data,
    backgroundColor: fills,
    borderWidth: 0,
    inflateAmount: 0,
    clip: false as const,
    order: 2,
    ...barThickness(scene, model, stacked),
    ...(stacked ? { stack: 'one' } : {}),
    ...(xAxisID ? { xAxisID } : {}),
    ...(yAxisID ? { yAxisID } : {}),
  }
  return kind === 'bar' ? { type: 'bar', ...bars } : { type: 'panel-bar', ...bars }
}

/** Dataset of a line with a point at every mark; its gaps stay open. */
export function lineDataset(
  scene: Scene,
  { series, yAxisID, xAxisID }: { readonly series: ChartSeries; readonly yAxisID: string; readonly xAxisID?: string },
): Dataset {
  const color = scene.theme.palette[series.color] ?? scene.theme.textColor
  const crowded = series.marks.length > 16
  const soft = (index: number): boolean => !['solid', 'derived', undefined].includes(series.marks[index]?.drawn)
  return {
    type: 'line',
    label: series.label,
    data: series.marks.map((mark) => mark?.value ?? null),
    borderColor: color,
    borderWidth: lineWidth(scene, series),
    borderCapStyle: 'round',
    borderJoinStyle: 'round',
    pointRadius: series.marks.map((_, index) => pointRadius(scene, { index, last: series.marks.length - 1, crowded })),
    pointBackgroundColor: series.marks.map((mark, index) => (mark && soft(index) ? scene.theme.surfaceColor : color)),
    pointBorderColor: series.marks.map((_, index) => (soft(index) ? color : scene.theme.surfaceColor)),
    pointBorderWidth: series.marks.map((_, index) => (soft(index) ? 3 : 2)),
    pointHitRadius: 24,
    segment: {
      borderDash: ({ p1DataIndex }) => (soft(p1DataIndex) ? [10, 8] : undefined),
      // Its slope would be that of another time.
      borderColor: ({ p1DataIndex }: { readonly p1DataIndex: number }) =>
        scene.model.categories[p1DataIndex]?.afterBreak ? 'transparent' : undefined,
    },
    spanGaps: false,
    clip: false,
    order: 1,
    yAxisID,
    ...(xAxisID ? { xAxisID } : {}),
  }
}

/** Lines in the grey of context are thinner, and the one beside them that the chart is about is heavier. */
export function lineWidth(scene: Scene, series: ChartSeries): number {
  const width = standsOut(scene, series) ? 8 : standsBack(scene, series) ? 4 : 6
  return scene.compact ? width / 2 : width
}

const standsBack = ({ model }: Scene, { color }: ChartSeries): boolean =>
  color === 0 && model.series.some((one) => one.color !== 0)

function pointRadius(
  scene: Scene,
  { index, last, crowded }: { index: number; last: number; crowded: boolean },
): number {
  const size = scene.compact ? 0.65 : 1
  if (index === last) return 10 * size
  return crowded ? 0 : 8 * size
}

/** Draws each series as what it is, bars or a line, on one value axis. */
export function mixedDatasets(scene: Scene): Dataset[] {
  return scene.datasets.map(({ series }, datasetIndex) =>
    series.mark === 'bar'
      ? barDataset(scene, datasetIndex, { yAxisID: 'y' })
      : lineDataset(scene, { series, yAxisID: series.axis === 'ratio' ? 'yRatio' : 'y' }),
  )
}

/** The common upright axes. */
export function uprightScales(range: { readonly min: number; readonly max: number }, stacked: boolean): Scales {
  return {
    x: { type: 'category', offset: true, stacked, ...hiddenAxis },
    y: { type: 'linear', ...range, stacked, ...hiddenAxis },
  }
}
