import type { FactId } from './fact-id.ts'
import type { SourceRef, Status } from './figure.ts'
import type { Period } from './period.ts'
import type { Rational } from './rational.ts'
import type { Unit } from './unit.ts'

/**
 * A number the deck may show: a figure as published, or one computed from figures.
 * Its id is built in fact-id.ts.
 */
export interface Fact {
  readonly id: FactId
  readonly kind: 'figure' | 'growth' | 'difference' | 'share' | 'ratio' | 'cagr' | 'sum'
  readonly metric: string // "" of a sum that no metric holds
  /** What a sum is called where it is printed. */
  readonly label?: string
  readonly period: Period
  readonly scenario: string
  /** In `unit`. Null when missing, a range, or not meaningful. A rounded root for cagr, else exact. */
  readonly value: Rational | null
  /** The interval the number stands for, in `unit`: half an ulp about a published value, low and high of a range. */
  readonly low: Rational | null
  readonly high: Rational | null
  /**
   * One unit in the last known place, in `unit`: of a sum or difference the coarsest of its inputs'; null for quotients,
   * whose precision is their display's.
   */
  readonly ulp: Rational | null
  readonly unit: Unit
  readonly status: Status | 'computed'
  /** Why there is no value, when there is none. */
  readonly absence?: 'missing' | 'range' | 'not-meaningful'
  readonly comparator?: Comparator
  /** Formula with ids, e.g. "revenue.recurring@FY08 / revenue.recurring@FY07 - 1"; for a derived figure, its words. */
  readonly formula?: string
  readonly inputs: readonly FactId[]
  readonly qualifier?: string
  readonly sources: readonly SourceRef[]
  readonly note?: string
}

/** What a change is measured against. */
export interface Comparator {
  readonly period: Period
  readonly scenario: string
  /** The fact compared with: the figure of the same metric in this period and scenario. Among the inputs, if there are any. */
  readonly base: FactId
  /** "YoY", "QoQ", "HoH", or "compared to 4Q06", "compared to the FY08 target" where no standard word fits. */
  readonly word: string
}
