import type { ChartModel, ChartSeries } from '../../model/chart.ts'

/** What of a chart its axes depend on. */
export type RangeInput = Pick<ChartModel, 'series' | 'categories' | 'bounds' | 'totals' | 'panels' | 'ratioBounds'>

export interface Range {
  readonly min: number
  readonly max: number
}

export interface ChartAxis {
  /** Which way the marks grow; "none" for what has no value axis. */
  readonly orientation: 'upright' | 'sideways' | 'none'
  /** Charts of one unit and of one of these are drawn on one scale on a slide; absent: each keeps its own. */
  readonly scale?: 'columns' | 'bars'
  /** What the value axis shows, where it is not what the marks reach (bars always from zero). */
  readonly range?: (reach: Range, model: RangeInput) => Range
}

/** How charts of a type behave: what the shared layout, labels, legend and pointer need to know of it. */
export interface ChartTraits {
  /** As written in a chart block: "stacked-column". */
  readonly name: string
  /** What the chart is at heart, for whoever draws it with other means than ours. */
  readonly family: 'columns' | 'bars' | 'lines' | 'bridge' | 'parts' | 'panels' | 'field'
  readonly axis: ChartAxis
  /** Whether the bars of a chart stand on each other. */
  readonly stacks: (model: Pick<ChartModel, 'totals' | 'series'>) => boolean
  /** The bars are shares of each category's whole, in per cent. */
  readonly shares: boolean
  /** What Chart.js makes an element of: each mark or, as slices of a ring, each series. */
  readonly elements: 'marks' | 'series'
  /** How a series is drawn that does not say it. */
  readonly mark: ChartSeries['mark']
  /** Whether series may be named beside their last mark: always, or as long as no two series have bars. */
  readonly namesAtEnds: 'always' | 'one-bar'
  /** Whether a reader may switch series off. */
  readonly toggles: boolean
}
