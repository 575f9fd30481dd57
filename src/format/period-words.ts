import type { Calendar } from '../model/calendar.ts'
import type { Period, Span } from '../model/period.ts'
import { civilDate, civilMonth, lastDayOf, monthNames, monthNumber } from './civil.ts'
import { fiscalPlace, partOf, spanLabel } from './fiscal.ts'

const ordinals = ['first', 'second', 'third', 'fourth'] as const

function longDate(day: number): string {
  const date = civilDate(day)
  return `${monthNames[date.month - 1]} ${date.day}, ${date.year}`
}

function longMonth(month: number): string {
  const civil = civilMonth(month)
  return `${monthNames[civil.month - 1]} ${civil.year}`
}

function longMonths({ start, months }: Span): string {
  const [first, last] = [civilMonth(start), civilMonth(start + months - 1)]
  if (months === 1) return longMonth(start)
  const from = first.year === last.year ? `${monthNames[first.month - 1]}` : longMonth(start)
  return `${from}–${longMonth(start + months - 1)}`
}

function longSpan(span: Span, calendar: Calendar): string {
  const { year, offset } = fiscalPlace(span.start, calendar)
  const part = partOf(offset, span.months, calendar)
  const name = calendar.style === 'calendar' ? String(year) : `FY${year}`
  if (part?.kind === 'year') return name
  if (part?.kind === 'nine-months') return `the first nine months of ${name}`
  if (part) return `the ${ordinals[part.number - 1]} ${part.kind} of ${name}`
  return span.months === 12 && civilMonth(span.start).month === 1
    ? String(civilMonth(span.start).year)
    : longMonths(span)
}

/** The canonical label ("4Q08"), or in the long style words for a sentence ("the fourth quarter of FY2008"). */
export function formatPeriod(period: Period, calendar: Calendar, style: 'label' | 'long' = 'label'): string {
  if (period.kind === 'instant') return longDate(period.day)
  return style === 'long' ? longSpan(period, calendar) : spanLabel(period.start, period.months, calendar)
}

const slashMonth = (month: number): string => {
  const civil = civilMonth(month)
  return `${String(civil.year % 100).padStart(2, '0')}/${civil.month}`
}

/** Dates of a period: "April 2008–March 2009"; short "08/4–09/3"; end "March 31, 2009". */
export function formatDates(period: Period, _calendar: Calendar, style: 'long' | 'short' | 'end' = 'long'): string {
  if (period.kind === 'instant') {
    const date = civilDate(period.day)
    return style === 'short' ? `${slashMonth(monthNumber(date.year, date.month))}/${date.day}` : longDate(period.day)
  }
  const last = period.start + period.months - 1
  if (style === 'end') return longDate(lastDayOf(last))
  if (style === 'long') return longMonths(period)
  return period.months === 1 ? slashMonth(last) : `${slashMonth(period.start)}–${slashMonth(last)}`
}
