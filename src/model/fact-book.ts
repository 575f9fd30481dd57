import type { NumberStyle } from './deck.ts'
import type { Fact } from './fact.ts'
import type { Figure } from './figure.ts'
import type { Period } from './period.ts'
import type { Unit } from './unit.ts'

/** Looks up and computes facts. Pure: the same question gives the same (identical) fact; nothing is rounded here. */
export interface FactBook {
  /** A figure, or the metric's definition computed when no figure was published. Absent ones have `absence`. */
  figure(question: FigureQuestion): Fact
  /** Change in per cent, or in points when the metric is a percentage. A change published as such wins. */
  growth(question: ChangeQuestion): Fact
  /** Change in the metric's own unit. */
  difference(question: ChangeQuestion): Fact
  share(question: FigureQuestion & { readonly of: string }): Fact
  ratio(question: FigureQuestion & { readonly of: string }): Fact
  cagr(question: {
    readonly metric: string
    readonly from: Period
    readonly to: Period
    readonly scenario?: string
  }): Fact
  /** A total that no metric holds; undefined without terms. */
  sum(question: SumQuestion): Fact | undefined
  /** Every statement of a figure, at whatever scale, the most exact first. */
  statements(question: FigureQuestion): readonly Figure[]
  /** A fact that was computed so far, as the input of another or by itself. */
  find(id: string): Fact | undefined
  /** Every fact asked for so far and their inputs, by id, sorted. */
  asked(): ReadonlyMap<string, Fact>
}

export interface FigureQuestion {
  readonly metric: string
  readonly period: Period
  readonly scenario?: string // "actual" when absent
}

export interface ChangeQuestion extends FigureQuestion {
  /** The period compared with; a year before when absent. */
  readonly vs?: Period
  readonly vsScenario?: string
}

export interface SumTerm {
  readonly kind: 'figure' | 'difference'
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
