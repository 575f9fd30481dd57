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
}

/** kessan: 4Q08 1H09 9M08 FY08. us: Q4 FY24, H1 FY24, FY24. calendar: Q4 2024, H1 2024, 2024. */
type LabelStyle = 'kessan' | 'us' | 'calendar'

/**
 * A period is a span of whole months, an instant (a day), or an open label that a calendar cannot place.
 * Months count from year 0 (year * 12 + month - 1), days from 1970-01-01. Never a Date.
 */
export type Period = Span | Instant

export interface Span {
  readonly kind: 'span'
  readonly start: number // first month
  readonly months: number // 3 quarter, 6 half, 12 year, 9 nine months to date
  readonly label: string // canonical label in the deck's calendar, e.g. "4Q08"
}

export interface Instant {
  readonly kind: 'instant'
  readonly day: number
  readonly label: string // e.g. "2009-03-31"
}

/** Identity of a period, independent of its label: two labels of the same months are one period. */
export function periodKey(period: Period): string {
  return period.kind === 'span' ? `${period.start}+${period.months}` : `d${period.day}`
}
