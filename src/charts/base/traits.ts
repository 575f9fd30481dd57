import type { ChartModel, ChartSeries } from '../../model/chart.ts'

/** The parts of a chart that its axes depend on. */
export type RangeInput = Pick<
  ChartModel,
  'series' | 'categories' | 'bounds' | 'totals' | 'panels' | 'ratioBounds' | 'own'
>

export interface Range {
  readonly min: number
  readonly max: number
}

interface ChartAxis {
  /** Which way the marks grow; "none" for what has no value axis. */
  readonly orientation: 'upright' | 'sideways' | 'none'
  /** Charts of one slide with the same unit and the same value here share one scale; absent: each has its own. */
  readonly scale?: 'columns' | 'bars'
  /** What the value axis shows; absent: the extent of the marks (bars always from zero). */
  readonly range?: (extent: Range, model: RangeInput) => Range
}

/** How charts of a type behave: what the shared layout, labels, legend and pointer need to know of it. */
export interface ChartTraits {
  /** As written in a chart block: "stacked-column". */
  readonly name: string
  /** The kind of chart, for programs that draw the deck's JSON themselves. */
  readonly family: 'columns' | 'bars' | 'lines' | 'bridge' | 'parts' | 'panels' | 'field'
  readonly axis: ChartAxis
  /** Whether the bars of a chart stand on each other. */
  readonly stacks: (model: Pick<ChartModel, 'totals' | 'series'>) => boolean
  /** The bars are shares of each category's whole, in per cent. */
  readonly shares: boolean
  /** Chart.js has one element for each mark or, for slices of a ring, for each series. */
  readonly elements: 'marks' | 'series'
  /** How a series is drawn by default. */
  readonly mark: ChartSeries['mark']
  /** Whether series may be named beside their last mark: always, or as long as no more of them have bars. */
  readonly namesAtEnds: 'always' | 'one-bar' | 'three-bars'
  /** The panel of a ratio over the columns: its share of the plot's height, and the pixels it keeps free above and below its line. */
  readonly ratioPanel?: (textSize: number) => {
    readonly share: number
    readonly above: number
    readonly below: number
  }
  /** Whether a reader may switch series off. */
  readonly toggles: boolean
}
