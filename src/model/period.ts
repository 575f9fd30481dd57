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
