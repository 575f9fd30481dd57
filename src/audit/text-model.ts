import type { Severity } from '../model/diagnostic.ts'
import type { Period } from '../model/period.ts'
import type { Rational } from '../model/rational.ts'
import type { Place } from '../model/source-file.ts'

/** Part of a fiscal year that a label names. */
export type YearPart = 'FY' | '1H' | '2H' | '9M' | '1Q' | '2Q' | '3Q' | '4Q'

/** A period as written. Months count from year 0 (year * 12 + month - 1), days from 1970-01-01. */
export type WrittenPeriod =
  | { readonly kind: 'fiscal'; readonly part: YearPart; readonly year: number | undefined; readonly bare: boolean }
  | { readonly kind: 'months'; readonly start: number; readonly months: number }
  | { readonly kind: 'day'; readonly day: number }

export interface PeriodToken {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly period: WrittenPeriod
  /** "FY25E" is a forecast, "FY24A" an actual. */
  readonly scenario?: ScenarioKind
}

export type ScenarioKind = 'actual' | 'target'

/** What a number counts, without its scale: the scale is already in the value. */
export interface TextUnit {
  readonly kind: 'currency' | 'percent' | 'points' | 'count'
  readonly base: string // ISO code, "%", "points", or the noun
}

export interface NumberToken {
  readonly start: number
  readonly end: number
  readonly text: string // as written, with currency, scale and unit
  /** Signed value in single units: "JPY1.2 billion" is 1,200,000,000; 50 bps is 0.5 points. */
  readonly value: Rational
  /** One unit in the last printed place, in single units. */
  readonly ulp: Rational
  readonly unit: TextUnit | undefined
  /** End of the noun it counts; `end` when there is none. */
  readonly nounEnd: number
  /** Power of ten of the scale word; 0 when none is written. */
  readonly exponent: number
  readonly sign: 'none' | 'plus' | 'minus' | 'parentheses'
  /** "approx.", "over", "up to": the number is not exact. */
  readonly hedge: string | undefined
}

/** What a statement is about: a measure of the financial vocabulary, and the words that narrow it. */
export interface TextSubject {
  readonly text: string // as written, for messages
  readonly measure: string | undefined // e.g. "operating-income"
  /** Sorted, singular content words beyond the measure's, joined by a space. */
  readonly entity: string
  /** -1 when a positive number lowers the measure: "operating loss", "net loss (income)". */
  readonly sign: 1 | -1
}

export type ComparisonWord = 'YoY' | 'QoQ' | 'HoH'

/** One number with what it says, as far as it can be known. */
export interface TextStatement {
  readonly id: number
  readonly kind: 'value' | 'growth' | 'difference' | 'share'
  readonly subject: TextSubject
  readonly period: Period | undefined
  readonly periodText: string
  /** Where the period was found: beside the number, in the line above, or in a heading. */
  readonly periodFrom: 'own' | 'parent' | 'heading' | 'none'
  readonly scenario: ScenarioKind
  /** For changes: what it is compared with, as far as said. */
  readonly comparison: ComparisonWord | undefined
  readonly base: Period | undefined
  readonly number: NumberToken
  /** The value with the sign that direction words and the subject give it. */
  readonly value: Rational
  readonly direction: 'up' | 'down' | undefined
  readonly directionText: string
  /** The verb outside the parentheses around a change: "increased (down 3%)". */
  readonly verb?: 'up' | 'down'
  /** The older of two values: "from A to B", "compared to A". */
  readonly isBase?: 'from' | 'versus'
  /** A liability: brackets around it may mean that it is owed, not that it is below zero. */
  readonly owed?: true
  /** Of a share: the measure of the whole, e.g. "revenue". */
  readonly whole?: string
  /** The period or the kind is guessed against the signs: it is checked, but nothing is checked against it. */
  readonly doubtful?: boolean
  readonly place: Place
  readonly slide: number
  /** Item (bullet, line) or table that the statement is in. */
  readonly item: number
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
}

/** One comparison that was made: ticked or failed, with its arithmetic. */
export interface TextCheck {
  readonly rule: string // id of the tie-out rules, e.g. "S3"
  readonly code: string // permanent code of the finding
  readonly verdict: 'ticked' | 'failed'
  readonly severity: Severity
  readonly parts: readonly TextStatement[]
  readonly message: string
  readonly arithmetic: string
  readonly hint: string
  readonly place: Place
  /** Further places that the finding concerns. */
  readonly related?: readonly Place[]
  /** Values that would satisfy the check, by statement id: they show which of the parts is wrong. */
  readonly wanted?: ReadonlyMap<number, { readonly low: Rational; readonly high: Rational }>
}

/** A contradiction, with the arithmetic that shows it and the other places it concerns. */
export interface TextFinding {
  readonly rule: string
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly arithmetic: readonly string[]
  readonly hint: string
  readonly place: Place
  readonly others: readonly Place[]
}
