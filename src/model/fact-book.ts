import type { NumberStyle } from './deck.ts'
import type { Fact } from './fact.ts'
import type { measures } from './figure.ts'
import type { Period } from './period.ts'
import type { Unit } from './unit.ts'

/** Looks up and computes facts. Pure: the same question gives the same (identical) fact; nothing is rounded here. */
export interface FactBook {
  /** A figure, or the metric's definition computed when no figure was published. Absent ones have `absence`. */
  figure(question: FigureQuestion): Fact
  /**
   * The one answer that sentences, charts, tables and tiles print. The change's comparator names what it is measured
   * against; a change published as such wins over a computed one.
   */
  ask(measure: AskedMeasure, question: ChangeQuestion): Fact
  share(question: FigureQuestion & { readonly of: string }): Fact
  ratio(question: FigureQuestion & { readonly of: string }): Fact
  /** How much of another figure of the metric is reached, in per cent: nine months of the year's target. */
  progress(question: ProgressQuestion): Fact
  cagr(question: {
    readonly metric: string
    readonly from: Period
    readonly to: Period
    readonly scenario?: string
  }): Fact
  /** A total that no metric holds; undefined without terms. */
  sum(question: SumQuestion): Fact | undefined
  /** A fact that was computed so far, as the input of another or by itself. */
  find(id: string): Fact | undefined
  /** Every fact asked for so far and their inputs, by id, sorted. */
  asked(): ReadonlyMap<string, Fact>
  /** These, and what a published change is measured against: all that a slide can have looked at. */
  known(): ReadonlyMap<string, Fact>
}

export interface FigureQuestion {
  readonly metric: string
  readonly period: Period
  readonly scenario?: string // "actual" when absent
}

export interface ProgressQuestion extends FigureQuestion {
  readonly of: FigureQuestion
}

export interface ChangeQuestion extends FigureQuestion {
  /** The period compared with; when absent that of the measure, which is a year before unless it is the quarter before. */
  readonly vs?: Period
  /** The scenario compared with; when absent the actual one, unless only the question's own is known. */
  readonly vsScenario?: string
}

/**
 * What is asked of a metric. "growth" is the change in per cent (points for percentages), "difference" the change in the
 * metric's own unit.
 */
export type AskedMeasure = (typeof measures)[number] | 'growth' | 'difference'

export interface SumTerm {
  readonly measure: 'value' | 'difference'
  readonly sign: 1 | -1
  readonly question: ChangeQuestion
}

export interface SumQuestion {
  readonly label: string
  readonly terms: readonly SumTerm[]
}

/** How one number is to be printed. */
export interface Display {
  readonly as?: Unit
  readonly decimals?: number
  readonly unit?: boolean // false: digits only
  readonly per?: false // without "per share", which the label or the sentence says
  readonly negative?: NumberStyle['negative']
  readonly currency?: NumberStyle['currency']
  readonly form?: 'value' | 'words' | 'signed' | 'magnitude'
  readonly comparator?: boolean
}

/** A number as printed, and what its digits say. */
export interface Printed {
  readonly text: string // "JPY54,064 million", "up 14.3% YoY", "n.m."
  readonly displayed: string // exact text of the digits in displayUnit, "52850..52886" of a range, "" for n.m. and missing
  readonly decimals: number
  readonly displayUnit: string // "JPY mn"
  readonly form: 'value' | 'words' | 'signed' | 'magnitude'
}
