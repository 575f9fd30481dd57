import type { ChartWords } from '../../language/language.ts'
import type { ChartArrow, ChartCategory, ChartMark, ChartModel, ChartSeries } from '../../model/chart.ts'
import type { Fact } from '../../model/fact.ts'
import type { Metric } from '../../model/figure.ts'
import type { Period } from '../../model/period.ts'
import type { Rational } from '../../model/rational.ts'
import type { Unit } from '../../model/unit.ts'
import type { ChartSpec, ItemSpec, KeyValues, PanelSpec, SeriesSpec, Shape, StepSpec, Zod } from './keys.ts'

/** Where a value is in the block: ["series", 0]. */
export type KeyPath = readonly (string | number)[]

/** A period of the chart's axis, and the scenario its figures are taken from. */
export interface Column {
  readonly period: Period
  readonly scenario: string
  readonly label: string
}

/** A line item of the block with its metric found. */
export interface Reference {
  readonly spec: SeriesSpec
  readonly metric: Metric
  readonly label: string
  readonly path: KeyPath
}

/** A mark with the exact numbers behind it, in the chart's unit. */
export interface Cell {
  readonly mark: ChartMark
  readonly fact: Fact
  readonly value: Rational
  readonly low: Rational
  readonly high: Rational
}

/** The columns and the unit of a series; `gapless` where a column without a figure is a mistake. */
export interface SeriesOptions {
  readonly columns: readonly Column[]
  readonly unit: Unit
  readonly gapless?: boolean
}

/** A series with its metric and exact numbers; `cells` has one entry a category. */
export interface DraftSeries {
  readonly id: string
  readonly metric: Metric
  readonly label: string
  readonly mark: ChartSeries['mark']
  readonly axis: ChartSeries['axis']
  readonly color: number | undefined
  /** Where it is in the block. */
  readonly path: KeyPath
  /** As written for the series alone. */
  readonly decimals: number | undefined
  readonly cells: readonly (Cell | null)[]
}

/** The parts of a chart that its numbers decide; id, title and words come last. */
export type ChartBody = Pick<
  ChartModel,
  'categories' | 'series' | 'rows' | 'arrows' | 'totals' | 'whole' | 'panels' | 'unit' | 'notes' | 'ticks' | 'own'
> & {
  /** The title of a chart without one is made of these. */
  readonly names: readonly string[]
  /** Of series that are changes, what they are: they are named by their metric alone. */
  readonly change?: TitleChange | undefined
}

/** Which changes a chart shows, and whether beside the values that they are of. */
export interface TitleChange {
  readonly over: 'year' | 'quarter'
  readonly besideValues: boolean
}

/** A mistake in a block that its schema does not find: a part that is missing, or one that the type cannot draw, and why. */
export type Fault =
  | { readonly missing: string }
  | { readonly part: string; readonly hint: string; readonly at?: KeyPath }

/** How series over periods become columns, lines or bars. */
export interface PeriodsOptions {
  /** The parts of a category add up to its total, whether that is printed or not. */
  readonly stacked?: boolean
  /** Bars are shares of the total. */
  readonly shares?: boolean
  /** Metric drawn as a line in a panel of its own. */
  readonly ratio?: ItemSpec | undefined
}

/** How the change of a series is printed: in per cent, or as an amount in the unit of the marks. */
export interface ChangeOptions {
  readonly columns: readonly Column[]
  readonly as: 'relative' | 'absolute'
  readonly unit: Unit
}

/**
 * What the compiler offers to a chart type: the facts of its block, each printed, recorded and placed as in tables and
 * tiles. Mistakes are reported at their place; a body is undefined after one that leaves nothing to draw.
 */
export interface ChartBuilder {
  readonly spec: ChartSpec
  /** The engine's words in the deck's language. */
  readonly words: ChartWords
  /** The values of the type's own keys. */
  own<S extends Shape>(keys: (zod: Zod) => S): KeyValues<S>
  report(fault: Fault): void

  // Whole bodies, for types that arrange their numbers alike.
  overPeriods(how: PeriodsOptions): ChartBody | undefined
  comparedItems(): ChartBody | undefined
  partsOfWhole(): ChartBody | undefined
  bridge(steps: readonly StepSpec[]): ChartBody | undefined
  panels(panels: readonly PanelSpec[], typeOf: (series: readonly ChartSeries[]) => string): ChartBody | undefined

  // The parts of those bodies.
  /** The block's periods, or the one that a part of it names. */
  columns(named?: { readonly period: string; readonly scenario?: string | undefined }): readonly Column[]
  categories(columns: readonly Column[]): readonly ChartCategory[]
  reference(item: ItemSpec, path: KeyPath): Reference | undefined
  references(items: readonly ItemSpec[], path: KeyPath): readonly Reference[]
  /** The chart's unit: as written, otherwise that of the first reference, of the first amount if there is any. */
  unit(items: readonly Reference[], column: Column | undefined): Unit | undefined
  series(reference: Reference, within: SeriesOptions): DraftSeries
  /** The share of one item in another, in per cent; null, and reported, where either is not known. */
  share(part: Reference, whole: Reference, column: Column): Cell | null
  /** The change of a series from its first to its last column, as an arrow; none where it cannot be known. */
  change(series: DraftSeries, how: ChangeOptions): readonly ChartArrow[]
  /** Reports negative values, which no part of a whole can have. */
  rejectNegatives(series: readonly DraftSeries[], columns: readonly Column[]): void
  /** Reports parts of which one holds another. */
  rejectOverlaps(series: readonly DraftSeries[]): void
  coloured(drafts: readonly DraftSeries[]): readonly ChartSeries[]
  /** A unit as in a caption: "JPY million". */
  unitWords(unit: Unit): string
  /** A round number that the chart itself chose, with its unit: "100 branches". */
  amount(value: number, unit: Unit): string
}

/** A body without rows, arrows and notes. */
export const noExtras = { rows: [], arrows: [], notes: [] } as const
