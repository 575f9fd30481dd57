import type { BoundedNumber } from './interval.ts'
import type { Period } from './period.ts'
import type { Place } from './source-file.ts'
import type { Unit } from './unit.ts'

/** From month to month, counted from year 0, both included; open where absent. */
export interface Validity {
  readonly first?: number | undefined
  readonly last?: number | undefined
  readonly text: string // as written: "FY05..FY07"
}

/** A line item. */
export interface Metric {
  readonly id: string // e.g. "revenue.recurring"
  readonly label: string
  /** Short label for charts and narrow tables; the label when absent. */
  readonly short?: string
  /** Other names that a text may call it by: "sales", "turnover". */
  readonly also?: readonly string[]
  readonly unit: Unit
  /** An average over a period is known for spans as a flow is, but never added up over time. */
  readonly kind: 'flow' | 'stock' | 'ratio' | 'average'
  /** Whether more of it is better, worse, or neither. */
  readonly polarity: 'more' | 'less' | 'neutral'
  readonly definition?: MetricDefinition
  /** Plain-language definition or footnote, shown on the figure's card. */
  readonly description?: string
  /** Its element in a taxonomy of reports, for report and tick list: "us-gaap:Revenues". */
  readonly concept?: string
  /** Decimals to print when a placeholder does not say; else as published. */
  readonly decimals?: number
  /** Palette slot 1–8, so that a metric keeps its color through the deck. */
  readonly color?: number
  /** The periods in which there is such a line item. */
  readonly valid?: Validity
  /** Ids that older documents and records know it by. */
  readonly formerly?: readonly string[]
  readonly nonGaap?: { readonly counterpart: string }
  /** Its figures may stand on the cards of a public edition where no slide prints them. */
  readonly isPublic?: true
  readonly place: Place
}

export type MetricDefinition =
  | {
      readonly kind: 'sum'
      readonly of: readonly string[]
      /** Of each part: -1 where it is taken away. */
      readonly signs: readonly (1 | -1)[]
    }
  | { readonly kind: 'difference'; readonly of: readonly [string, string] }
  | {
      readonly kind: 'ratio' // as a percentage when the unit is %
      readonly of: readonly [string, string]
      /** Flows are taken over the twelve months that end with the period: net debt / EBITDA. */
      readonly over?: 'LTM' | undefined
    }
  | { readonly kind: 'share'; readonly of: readonly [string, string] } // part, whole
  | {
      readonly kind: 'change'
      readonly of: string
      readonly vs: 'yoy' | 'qoq'
      readonly as: 'percent' | 'points' | 'absolute'
    }

export type Status = 'published' | 'derived' | 'range' | 'restated'

/** What may be published of a metric in a period: its value, or its change in per cent or in its own unit. */
export const measures = ['value', 'yoy', 'qoq', 'yoy-difference', 'qoq-difference'] as const

/** What the number of a row is: its metric's value, or a change that was published as such. */
export type Measure =
  | (typeof measures)[number]
  | `change from ${string}` // a label of the calendar; of a stock, the day
  | `difference from ${string}`

export interface SourceRef {
  readonly document: string // id in data/sources.yaml
  /** Where in the document: a table, a page, the quoted words. */
  readonly at: string
}

/** One cell of data/figures: a value of a metric in a period and a scenario, as its source gives it. */
export interface Figure extends BoundedNumber {
  readonly metric: string
  readonly period: Period
  readonly scenario: string // "actual", "target", or another declared scenario
  readonly measure: Measure
  /** The unit of the number as published, e.g. JPY bn for a metric kept in JPY mn. */
  readonly unit: Unit
  readonly status: Status
  /** A formula of its workbook gave it. */
  readonly computed?: true
  /** The words "approximately", "around", "nearly" or "over" of the source: printed with the number. */
  readonly qualifier?: string
  readonly formula?: string // how a derived figure was derived, in words
  readonly sources: readonly SourceRef[]
  readonly note?: string
  /** What older documents stated, before this one restated it; the oldest first. */
  readonly earlier?: readonly Figure[]
  /** Where rows of other documents state the same. */
  readonly alsoAt?: readonly Place[]
  readonly place: Place
}

export interface Scenario {
  readonly id: string
  readonly label: string
  readonly kind: 'actual' | 'target' | 'forecast'
  readonly issued?: string // ISO date
}
