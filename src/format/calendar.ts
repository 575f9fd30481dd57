import { fill } from '../language/fill.ts'
import type { Language, PeriodWords } from '../language/language.ts'
import type { Calendar, Instant, Period, Span, SpanDays } from '../model/period.ts'
import { civilDate, civilMonth, isoDate, lastDayOf, shiftMonths } from './civil.ts'
import { containing, fiscalPlace, instantOf, partOf, spanOf, yearName } from './fiscal.ts'
import { endOfMonth } from './fiscal-days.ts'

/** How periods are named: by the deck's calendar, in its language. */
interface PeriodStyle {
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
  const weeks = span.days?.weeks
  if (part?.kind === 'nine-months')
    return fill(weeks === undefined ? words.nineMonths : words.firstWeeks, { year: name, weeks: weeks ?? 0 })
  if (part && part.kind !== 'twelve-months')
    return fill((part.kind === 'half' ? words.halves : words.quarters)[part.number - 1] ?? '', { year: name })
  if (part && span.days) return longTwelveMonths(span, words)
  const first = civilMonth(span.start)
  if (span.months === 12 && first.month === 1) return String(first.year)
  return part ? longTwelveMonths(span, words) : longMonths(span, words)
}

function longTwelveMonths(span: Span, words: PeriodWords): string {
  const date = longDate(endOf(span).day, words)
  const weeks = span.days?.weeks
  return weeks === undefined ? fill(words.twelveMonths, { date }) : fill(words.lastWeeks, { weeks, date })
}

/** Nine months of a calendar of weeks are so many weeks. */
function shortSpan(span: Span, { calendar, language }: PeriodStyle): string {
  const weeks = span.days?.weeks
  const { year, offset } = fiscalPlace(span.start, calendar)
  if (weeks === undefined || partOf(offset, span.months, calendar)?.kind !== 'nine-months') return span.label
  const name = yearName(year, calendar)
  return fill(language.periods.weeks, { weeks, year: calendar.style === 'kessan' ? `FY${name}` : name })
}

/** The canonical label ("4Q08"), or in the long style words for a sentence ("the fourth quarter of FY2008"). */
export function formatPeriod(period: Period, names: PeriodStyle, style: 'label' | 'long' = 'label'): string {
  if (period.kind === 'instant') return longDate(period.day, names.language.periods)
  const span = spanOf(period.start, period.months, names.calendar)
  return style === 'long' ? longSpan(span, names) : shortSpan(span, names)
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

const slashDate = (day: number, words: PeriodWords): string => {
  const { year, month, day: number } = civilDate(day)
  return fill(words.shortDate, { year: shortYear(year), month, day: number })
}

function exactDates({ first, last, weeks }: SpanDays, words: PeriodWords, style: 'long' | 'short' | 'end'): string {
  if (style === 'end' || first === undefined) return longDate(last, words)
  if (style === 'short') return fill(words.monthRange, { from: slashDate(first, words), to: slashDate(last, words) })
  if (weeks !== undefined) return fill(words.weeksEnded, { weeks, date: longDate(last, words) })
  return fill(words.monthRange, { from: longDate(first, words), to: longDate(last, words) })
}

/**
 * Dates of a period: "April 2008–March 2009"; short "08/4–09/3"; end "March 31, 2009". Where periods end with no month,
 * "12 weeks ended October 3, 2020" or "April 6, 2020–July 5, 2020"; short "20/7/12–20/10/3".
 */
export function formatDates(
  period: Period,
  { periods: words }: Pick<Language, 'periods'>,
  style: 'long' | 'short' | 'end' = 'long',
): string {
  if (period.kind === 'instant') {
    return style === 'short' ? slashDate(period.day, words) : longDate(period.day, words)
  }
  if (period.days) return exactDates(period.days, words, style)
  const last = period.start + period.months - 1
  if (style === 'end') return longDate(lastDayOf(last), words)
  if (style === 'long') return longMonths(period, words)
  if (period.months === 1) return slashMonth(last, words)
  return fill(words.monthRange, { from: slashMonth(period.start, words), to: slashMonth(last, words) })
}

/** "September 30" */
export function formatDayOfYear(day: number, { periods: words }: Pick<Language, 'periods'>): string {
  const { month, day: number } = civilDate(day)
  return fill(words.dayOfYear, { month: words.months[month - 1] ?? '', day: number })
}

/** What stands over columns of one length: "Three months ended September 30,"; without a day "12 weeks ended". */
export function spanHead(period: Period, { calendar, language }: PeriodStyle, day = ''): string {
  const { heads } = language.periods
  const dated = (words: { readonly ended: string; readonly endedOn: string }, length = ''): string =>
    fill(day === '' ? words.ended : words.endedOn, { length, day })
  if (period.kind === 'instant') return dated(heads.balance)
  const { months, days, start } = period
  if (days?.weeks !== undefined) return dated(heads.span, fill(heads.weeks, { weeks: days.weeks }))
  if (months === 12 && fiscalPlace(start, calendar).offset === 0) return dated(heads.span, heads.year)
  return dated(heads.span, heads.months[months] ?? fill(heads.otherMonths, { months }))
}

const stepMonths = { quarters: 3, halves: 6, years: 12 } as const

/** The end of a fiscal month becomes the end of another. */
function shiftDay({ day, fiscal }: Instant, months: number, calendar: Calendar): Instant {
  const end = fiscal?.isEnd ? endOfMonth(fiscal.month + months, calendar) : undefined
  return instantOf(end ?? shiftMonths(day, months), calendar)
}

function isShiftedDay(from: Instant, months: number, to: Instant): boolean {
  if (from.fiscal?.isEnd && to.fiscal?.isEnd) return from.fiscal.month + months === to.fiscal.month
  return shiftMonths(from.day, months) === to.day
}

/** The period moved by whole months, later when positive. */
export function shiftPeriod(period: Period, months: number, calendar: Calendar): Period {
  if (period.kind === 'instant') return shiftDay(period, months, calendar)
  return spanOf(period.start + months, period.months, calendar)
}

/** Whether a period moved by whole months is the other one. */
export function isShifted(period: Period, months: number, other: Period): boolean {
  if (period.kind === 'instant') return other.kind === 'instant' && isShiftedDay(period, months, other)
  return other.kind === 'span' && period.months === other.months && period.start + months === other.start
}

/** The same part of the fiscal year, n years later. */
export function shiftYears(period: Period, n: number, calendar: Calendar): Period {
  return shiftPeriod(period, n * 12, calendar)
}

/** The period of the same length just before; for a day, the same day a quarter (or half) before. */
export function previousPeriod(period: Period, calendar: Calendar): Period {
  const step = period.kind === 'span' ? period.months : stepMonths[calendar.subPeriods]
  return shiftPeriod(period, -step, calendar)
}

/** The last day of a span. */
export function endOf(span: Span): Instant {
  if (!span.days) return instantOf(lastDayOf(span.start + span.months - 1))
  const { last: day } = span.days
  return { kind: 'instant', day, label: isoDate(day), fiscal: { month: span.start + span.months - 1, isEnd: true } }
}

/** The last day before a span. */
export function dayBefore({ start, days }: Span): Instant {
  return instantOf(days?.first === undefined ? lastDayOf(start - 1) : days.first - 1)
}

/** From one period to another of its length, one after the other; empty when no whole number of steps leads there. */
export function periodRange(from: Period, to: Period, calendar: Calendar): readonly Period[] {
  if (from.kind === 'instant' && to.kind === 'instant') return instantRange(from, to, calendar)
  if (from.kind !== 'span' || to.kind !== 'span' || from.months !== to.months) return []
  const step = 12 % from.months === 0 ? from.months : 12 // 9M08 is followed by 9M09
  const count = (to.start - from.start) / step
  if (count < 0 || !Number.isInteger(count)) return []
  return Array.from({ length: count + 1 }, (_, index) => shiftPeriod(from, index * step, calendar))
}

/** Days a year apart where the ends are whole years apart, else a quarter (or half) apart. */
function instantRange(from: Instant, to: Instant, calendar: Calendar): readonly Instant[] {
  for (const step of [12, stepMonths[calendar.subPeriods]]) {
    const days: Instant[] = []
    for (let months = 0; ; months += step) {
      const shifted = shiftDay(from, months, calendar)
      if (shifted.day > to.day) break
      days.push(shifted)
    }
    if (days.at(-1)?.day === to.day) return days
  }
  return []
}

/** The last n quarters, halves or years up to the one that the reporting period ends in; none where there are no quarters. */
export function lastPeriods(
  n: number,
  unit: keyof typeof stepMonths,
  reporting: Period,
  calendar: Calendar,
): readonly Span[] {
  if (unit === 'quarters' && calendar.subPeriods === 'halves') return []
  const months = stepMonths[unit]
  const last = containing(reporting, months, calendar)
  return Array.from({ length: n }, (_, index) => spanOf(last.start + (index - n + 1) * months, months, calendar))
}

const comparatorOf = { 1: 'month', 3: 'quarter', 6: 'half', 12: 'year' } as const

/** "YoY", "QoQ", "HoH", or "compared to 4Q06" where no standard word fits. */
export function comparatorWord(
  period: Period,
  vs: Period,
  names: PeriodStyle & { readonly language: Pick<Language, 'changes'> },
): string {
  const { calendar, language } = names
  const { comparators, comparedTo } = language.changes
  for (const months of [12, 6, 3, 1] as const) {
    const ownStep = period.kind === 'span' ? period.months : stepMonths[calendar.subPeriods]
    if (months !== 12 && months !== ownStep) continue
    if (isShifted(period, -months, vs)) return comparators[comparatorOf[months]]
  }
  return fill(comparedTo, { period: formatPeriod(vs, names) })
}
