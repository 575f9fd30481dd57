/**
 * A chart with all its numbers: what the compiler hands to src/charts and, as JSON, to the browser.
 * Every number in it comes from a fact; nothing downstream computes one. Floats here are coordinates only.
 */
export interface ChartModel {
  readonly id: string // "<slide id>-chart-<n>", unique in the deck
  readonly type: string // name of a chart type, e.g. "stacked-column"
  readonly title: string // who, what; e.g. "Revenue by kind"
  /** Unit and scale, printed once, e.g. "JPY million". */
  readonly unit: string
  /** One generated sentence for screen readers: what it shows, first and last value, direction. */
  readonly summary: string
  readonly categories: readonly ChartCategory[]
  readonly series: readonly ChartSeries[]
  /** Printed above stacks (or right of horizontal stacks); one a category. */
  readonly totals?: readonly (ChartMark | null)[]
  /** Rows of text under the category labels, e.g. the YoY row. */
  readonly rows: readonly { readonly label: string; readonly cells: readonly ChartText[] }[]
  readonly arrows: readonly ChartArrow[]
  /** The value axis that charts of the same unit on one slide share; null lets the chart choose. */
  readonly bounds: SharedScale | null
  /** Second panel's or points' axis for `axis: 'ratio'` series. */
  readonly ratioBounds?: { readonly min: number; readonly max: number }
  /** Small multiples: one panel a part, all on the same scale. */
  readonly panels?: readonly ChartModel[]
  /** Whether the doughnut's or bar's parts are drawn from this one (text of the whole in the middle or header). */
  readonly whole?: ChartText
  /** Which values are printed at their marks: all that have room, the rest being a finding or, if "fitting", none. */
  readonly labels: 'auto' | 'all' | 'fitting' | 'ends' | 'none'
  readonly legend: 'direct' | 'top' | 'none'
  /** What the chart needs said under it, and the author's notes. Rendered as HTML under the chart, not in it. */
  readonly notes: readonly string[]
  /** Beside its unit: that its scale is not that of the chart beside it. */
  readonly scaleNote?: string
  readonly sources: readonly string[] // document ids
  /** Round values for the value axis, formatted; drawn only where the values themselves are not printed. */
  readonly ticks?: readonly ChartTick[]
  /** The ground that it is drawn for; absent: the light one. */
  readonly ground?: 'dark'
  /** Its columns share the whole width, however few: words stand under each. */
  readonly spread?: true
  /** What only charts of this type have and understand, e.g. how many units one dot stands for. */
  readonly own?: Readonly<Record<string, number | string>>
}

/** One axis of values for charts side by side: a value is as long in each of them. */
export interface SharedScale {
  readonly min: number
  readonly max: number
  /** How many brackets stand over each other in one of the charts. */
  readonly lanes?: number
  /** What all keep free on a slide before zero and beyond the ends of bars, as one needs it: pixels of 1920 × 1080. */
  readonly room?: { readonly start: number; readonly end: number }
}

export interface ChartTick {
  readonly value: number
  readonly text: string
}

export interface ChartCategory {
  readonly label: string // "4Q08", or a metric's label for bars
  /** "actual", "target" or "forecast": drawn solid, outlined, hatched. */
  readonly scenario: 'actual' | 'target' | 'forecast'
  readonly emphasis: boolean
  /** More or less time lies before it than between the others: a break is drawn there. */
  readonly afterBreak?: true
  /** Of items in groups: the heading of this and its neighbours, and the name under it; `label` says both. */
  readonly group?: { readonly heading: string; readonly name: string }
  /** Two-tier form for crowded axes: "4Q" over a shared "FY08". */
  readonly tier?: { readonly short: string; readonly group: string }
}

export interface ChartSeries {
  readonly id: string
  readonly label: string
  readonly color: number // palette slot 1–8; 0 is the context grey, 9 the colour of losses
  readonly mark: 'bar' | 'line'
  readonly axis: 'value' | 'ratio'
  readonly marks: readonly (ChartMark | null)[] // one a category; null is a gap
}

export interface ChartText {
  readonly text: string // as formatted for print, "" for nothing
  readonly fact: string | null
  readonly footnote?: string // "‡" … as printed after the text
}

/** One bar, point or slice. */
export interface ChartMark extends ChartText {
  /** Coordinate. For a range: the middle, with low and high as whiskers. */
  readonly value: number
  readonly low?: number
  readonly high?: number
  /** How it is drawn: published and derived solid; a range with a whisker; target outlined; forecast hatched light. */
  readonly drawn: 'solid' | 'derived' | 'range' | 'target' | 'forecast'
  /** Waterfall: where the bar starts, and what it is. */
  readonly base?: number
  readonly step?: 'start' | 'up' | 'down' | 'subtotal' | 'end'
  /** A step that is context: a tint of its colour. */
  readonly isContext?: true
  /** A loss, or a change for the worse: below zero, and of what is better more; or an item that its block gives the slot of losses. */
  readonly isFall?: true
  /** Of a part of a stack: its share of the whole, printed with it. */
  readonly share?: ChartText
  /** Tooltip lines, formatted. */
  readonly tip: { readonly label: string; readonly value: string; readonly change?: string; readonly source: string }
}

export interface ChartArrow extends ChartText {
  readonly kind: 'difference' | 'cagr'
  readonly from: number // category index
  readonly to: number
  /** Series it measures; null: the totals. */
  readonly series: string | null
  readonly label: string // e.g. "CAGR FY05–FY08", "vs FY07"
  /** Whether the metric went where it is meant to; absent: it is meant nowhere, or stayed. */
  readonly tone?: 'good' | 'bad'
}

/** The slot of losses: figures that count against the company, and have the colour of falls wherever they are drawn. */
export const lossSlot = 9

/** The share of the whole that one of the parts of a ring prints. */
export const shareIn = ({ series }: Pick<ChartModel, 'series'>): ChartText | undefined =>
  series.flatMap(({ marks }) => marks.flatMap((mark) => mark?.share ?? []))[0]
