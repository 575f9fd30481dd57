import { fill } from '../language/fill.ts'
import type { Language, PeriodWords } from '../language/language.ts'
import type { Calendar } from '../model/calendar.ts'
import type { Period, Span } from '../model/period.ts'
import { civilDate, civilMonth, lastDayOf } from './civil.ts'
import { fiscalPlace, partOf, spanLabel } from './fiscal.ts'

/** What periods are named by: how the deck's calendar labels them, and its language. */
export interface PeriodStyle {
  readonly calendar: Calendar
  readonly language: Pick<Language, 'periods'>
}

function longDate(day: number, words: PeriodWords): string {
  const { year, month, day: number } = civilDate(day)
  return fill(words.date, { month: words.months[month - 1] ?? '', day: number, year })
}

function longMonth(monthNumber: number, words: PeriodWords): string {
  const { year, month } = civilMonth(monthNumber)
  return fill(words.month, { month: words.months[month - 1] ?? '', year })
}

function longMonths({ start, months }: Span, words: PeriodWords): string {
  const [first, last] = [civilMonth(start), civilMonth(start + months - 1)]
  if (months === 1) return longMonth(start, words)
  const from = first.year === last.year ? (words.months[first.month - 1] ?? '') : longMonth(start, words)
  return fill(words.monthRange, { from, to: longMonth(start + months - 1, words) })
}

function longSpan(span: Span, { calendar, language: { periods: words } }: PeriodStyle): string {
  const { year, offset } = fiscalPlace(span.start, calendar)
  const part = partOf(offset, span.months, calendar)
  const name = calendar.style === 'calendar' ? String(year) : fill(words.fiscalYear, { year })
  if (part?.kind === 'year') return name
  if (part?.kind === 'nine-months') return fill(words.nineMonths, { year: name })
  if (part) return fill((part.kind === 'half' ? words.halves : words.quarters)[part.number - 1] ?? '', { year: name })
  return span.months === 12 && civilMonth(span.start).month === 1
    ? String(civilMonth(span.start).year)
    : longMonths(span, words)
}

/** The canonical label ("4Q08"), or in the long style words for a sentence ("the fourth quarter of FY2008"). */
export function formatPeriod(period: Period, names: PeriodStyle, style: 'label' | 'long' = 'label'): string {
  if (period.kind === 'instant') return longDate(period.day, names.language.periods)
  return style === 'long' ? longSpan(period, names) : spanLabel(period.start, period.months, names.calendar)
}

/** A month or day for an axis: "Mar 2009". */
export function formatMonth(period: Period, { periods }: Pick<Language, 'periods'>): string {
  const { month, year } = period.kind === 'span' ? civilMonth(period.start) : civilDate(period.day)
  return fill(periods.month, { month: periods.shortMonths[month - 1] ?? '', year })
}

const shortYear = (year: number): string => String(year % 100).padStart(2, '0')

const slashMonth = (monthNumber: number, words: PeriodWords): string => {
  const { year, month } = civilMonth(monthNumber)
  return fill(words.shortMonth, { year: shortYear(year), month })
}

/** Dates of a period: "April 2008–March 2009"; short "08/4–09/3"; end "March 31, 2009". */
export function formatDates(
  period: Period,
  { periods: words }: Pick<Language, 'periods'>,
  style: 'long' | 'short' | 'end' = 'long',
): string {
  if (period.kind === 'instant') {
    const { year, month, day } = civilDate(period.day)
    return style === 'short'
      ? fill(words.shortDate, { year: shortYear(year), month, day })
      : longDate(period.day, words)
  }
  const last = period.start + period.months - 1
  if (style === 'end') return longDate(lastDayOf(last), words)
  if (style === 'long') return longMonths(period, words)
  if (period.months === 1) return slashMonth(last, words)
  return fill(words.monthRange, { from: slashMonth(period.start, words), to: slashMonth(last, words) })
}
