import { once } from '../model/memory.ts'
import type { Calendar, Instant, Period, Span } from '../model/period.ts'
import { civilDate, civilMonth, isoDate, isoMonth, monthNumber } from './civil.ts'
import { fiscalDay, hasOwnDays, lacksDays, spanDays } from './fiscal-days.ts'

/** Where a span lies in a fiscal year: `offset` months after its first month. */
interface FiscalPlace {
  readonly year: number
  readonly offset: number
}

/** First month of the fiscal year of that name (counted from year 0). */
export function startOfYear(year: number, calendar: Calendar): number {
  const endsNextYear = calendar.startMonth > 1 || calendar.days?.kind === 'start-day'
  const startsBefore = calendar.yearNamedBy === 'end' && endsNextYear
  return monthNumber(startsBefore ? year - 1 : year, calendar.startMonth)
}

/** The fiscal year of a month, and how many months into it. */
export function fiscalPlace(month: number, calendar: Calendar): FiscalPlace {
  const year = Math.floor((month - startOfYear(0, calendar)) / 12)
  return { year, offset: month - startOfYear(year, calendar) }
}

/** The fiscal year that a month belongs to. */
export function fiscalYear(month: number, calendar: Calendar): Span {
  return spanOf(startOfYear(fiscalPlace(month, calendar).year, calendar), 12, calendar)
}

/** Spans of a calendar, by what they begin with and their length: a deck asks for the same ones thousands of times. */
const spansOf = once((_: Calendar) => new Map<number, Span>())

/** A span with its canonical label. */
export function spanOf(start: number, months: number, calendar: Calendar): Span {
  if (months >= 1000) return makeSpan(start, months, calendar)
  const known = spansOf(calendar)
  const key = start * 1000 + months
  const span = known.get(key) ?? makeSpan(start, months, calendar)
  known.set(key, span)
  return span
}

function makeSpan(start: number, months: number, calendar: Calendar): Span {
  const span: Span = { kind: 'span', start, months, label: spanLabel(start, months, calendar) }
  const days = spanDays(start, months, calendar)
  return days ? { ...span, days } : span
}

export function instantOf(day: number, calendar?: Calendar): Instant {
  const instant: Instant = { kind: 'instant', day, label: isoDate(day) }
  const fiscal = calendar && fiscalDay(day, calendar)
  return fiscal ? { ...instant, fiscal } : instant
}

/** Two digits where they are read back as the same year. */
const shortYear = (year: number): string =>
  year >= 1980 && year < 2080 ? String(year % 100).padStart(2, '0') : String(year)

type FiscalPart =
  | { readonly kind: 'quarter' | 'half'; readonly number: number }
  | { readonly kind: 'nine-months' }
  | { readonly kind: 'year' }
  | { readonly kind: 'twelve-months' }

/** What a span is of its fiscal year, undefined when it has no fiscal name. */
export function partOf(offset: number, months: number, calendar: Calendar): FiscalPart | undefined {
  const quarters = calendar.subPeriods === 'quarters'
  if (months === 3 && offset % 3 === 0 && quarters) return { kind: 'quarter', number: offset / 3 + 1 }
  if (months === 6 && offset % 6 === 0) return { kind: 'half', number: offset / 6 + 1 }
  if (months === 9 && offset === 0 && quarters) return { kind: 'nine-months' }
  if (months !== 12) return undefined
  if (offset === 0) return { kind: 'year' }
  return offset % (quarters ? 3 : 6) === 0 ? { kind: 'twelve-months' } : undefined
}

interface LabelledYear {
  readonly year: number
  readonly weeks: number | undefined
}

type PartOfYear = Exclude<FiscalPart, { readonly kind: 'twelve-months' }>

/** "08", "FY24" or "2024": how a label names its fiscal year. */
export function yearName(year: number, calendar: Calendar): string {
  if (calendar.style === 'calendar') return String(year)
  const digits = calendar.yearDigits === 4 ? String(year) : shortYear(year)
  return calendar.style === 'kessan' ? digits : `FY${digits}`
}

function fiscalLabel(part: PartOfYear, { year, weeks }: LabelledYear, calendar: Calendar): string {
  const kessan = calendar.style === 'kessan'
  const name = yearName(year, calendar)
  if (part.kind === 'year') return calendar.style === 'us' ? name : kessan ? `FY${name}` : name
  if (part.kind === 'nine-months') {
    const length = weeks === undefined ? '9M' : `${weeks}W`
    return kessan ? `${length}${name}` : `${length} ${name}`
  }
  const letter = part.kind === 'quarter' ? 'Q' : 'H'
  return kessan ? `${part.number}${letter}${name}` : `${letter}${part.number} ${name}`
}

/** Only nine months are named by their weeks; quarters and halves have names of their own. */
const weeksIn = (part: PartOfYear, start: number, calendar: Calendar): number | undefined =>
  part.kind === 'nine-months' ? spanDays(start, 9, calendar)?.weeks : undefined

/** The canonical label of whole months: "4Q08", "2008-08", "2012". */
export function spanLabel(start: number, months: number, calendar: Calendar): string {
  const { year, offset } = fiscalPlace(start, calendar)
  const part = partOf(offset, months, calendar)
  if (part && part.kind !== 'twelve-months')
    return fiscalLabel(part, { year, weeks: weeksIn(part, start, calendar) }, calendar)
  if (part && hasOwnDays(start, months, calendar)) return `LTM ${lastPartLabel(start + months, calendar)}`
  if (months === 1) return isoMonth(start)
  const civil = civilMonth(start)
  if (months === 12 && civil.month === 1) return calendar.style === 'calendar' ? `CY${civil.year}` : String(civil.year)
  if (part) return `LTM ${lastPartLabel(start + months, calendar)}`
  return `${isoMonth(start)}..${isoMonth(start + months - 1)}`
}

/** The quarter, or of half-year reporters the half, that ends before a month. */
function lastPartLabel(end: number, calendar: Calendar): string {
  const months = calendar.subPeriods === 'quarters' ? 3 : 6
  return spanLabel(end - months, months, calendar)
}

/** The label of the quarter (or half) whose end the calendar would have to list for a span to have dates. */
export function missingEnd(period: Period, calendar: Calendar): string | undefined {
  if (period.kind === 'instant') return undefined
  const side = lacksDays(period.start, period.months, calendar)
  return side && lastPartLabel(side === 'last' ? period.start + period.months : period.start, calendar)
}

/** The last month of a period, counted from year 0. */
export function lastMonthOf(period: Period): number {
  if (period.kind === 'span') return period.start + period.months - 1
  if (period.fiscal) return period.fiscal.month
  const date = civilDate(period.day)
  return monthNumber(date.year, date.month)
}

/** The quarter, half or year (by its months) in which a period ends. */
export function containing(period: Period, months: number, calendar: Calendar): Span {
  const last = lastMonthOf(period)
  const year = fiscalYear(last, calendar)
  return spanOf(year.start + Math.floor((last - year.start) / months) * months, months, calendar)
}
