import { once } from './memory.ts'

/** The company's fiscal calendar, from data/deck.yaml. */
export interface Calendar {
  /** First month of the fiscal year, 1–12. */
  readonly startMonth: number
  /** Whether FY08 is the year that starts or that ends in 2008. */
  readonly yearNamedBy: 'start' | 'end'
  readonly style: LabelStyle
  /** Half-year reporters have no quarters, and so no QoQ. */
  readonly subPeriods: 'quarters' | 'halves'
  /** Fiscal years of 53 weeks, by label, e.g. ["FY23"]; spans stay whole months, comparisons get a note. */
  readonly longYears: readonly string[]
  /** Digits of a year in labels; two where absent, except in the calendar style. */
  readonly yearDigits?: 2 | 4
  /** Where fiscal periods begin and end when not with months; spans keep whole months as their identity. */
  readonly days?: FiscalDays
}

/** Months that begin on another day than the first; years of whole weeks by a rule; or the ends of quarters as a list. */
export type FiscalDays =
  | { readonly kind: 'start-day'; readonly day: number } // 2–28
  | { readonly kind: 'weeks'; readonly weeks: readonly number[]; readonly yearEnd: YearEnd } // 16, 12, 12, 12: the last takes the 53rd
  | { readonly kind: 'ends'; readonly inWeeks: boolean; readonly ends: readonly PeriodEnd[] }

/** "Saturday nearest December 31": the weekday (Sunday is 0) nearest, on or before, or on or after a day. */
export interface YearEnd {
  readonly weekday: number
  readonly side: 'nearest' | 'before' | 'after'
  readonly day: number
  readonly monthsLater: 0 | 1 // than the last month of the fiscal year: "nearest January 3" ends December
}

interface PeriodEnd {
  readonly month: number // from year 0
  readonly day: number
}

/** kessan: 4Q08 1H09 9M08 FY08. us: Q4 FY24, H1 FY24, FY24. calendar: Q4 2024, H1 2024, 2024. */
type LabelStyle = 'kessan' | 'us' | 'calendar'

/**
 * A period is a span of whole months (in a calendar of weeks, of those that stand for its weeks), an instant (a day), or an open label that a calendar cannot place.
 * Months count from year 0 (year * 12 + month - 1), days from 1970-01-01. Never a Date.
 */
export type Period = Span | Instant

export interface Span {
  readonly kind: 'span'
  readonly start: number // first month
  readonly months: number // 3 quarter, 6 half, 12 year, 9 nine months to date
  readonly label: string // canonical label in the deck's calendar, e.g. "4Q08"
  readonly days?: SpanDays // where they are not those of its months
}

export interface SpanDays {
  readonly first?: number // absent where the calendar does not reach so far
  readonly last: number
  readonly weeks?: number
}

export interface Instant {
  readonly kind: 'instant'
  readonly day: number
  /** In a calendar that does not run by months: the month that stands for the day, and whether it ends on it. */
  readonly fiscal?: { readonly month: number; readonly isEnd: boolean } | undefined
  readonly label: string // e.g. "2009-03-31"
}

/** Identity of a period, independent of its label: two labels of the same months are one period. */
export const periodKey = once((period: Period): string =>
  period.kind === 'span' ? `${period.start}+${period.months}` : `d${period.day}`,
)
