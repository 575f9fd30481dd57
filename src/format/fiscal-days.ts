import type { Calendar, FiscalDays, Instant, SpanDays, YearEnd } from '../model/period.ts'
import { civilDate, civilMonth, dayNumber, lastDayOf, monthNumber } from './civil.ts'

/** Months of a fiscal quarter, or of the half where there are no quarters. */
const stepOf = ({ subPeriods }: Calendar): number => (subPeriods === 'quarters' ? 3 : 6)

/** Months from the start of the fiscal year to the end of a month: 12 for its last one. */
function monthsDone(month: number, { startMonth }: Calendar): number {
  const offset = (month - startMonth + 1) % 12
  return (offset < 0 ? offset + 12 : offset) + 1
}

/** 1970-01-01 was a Thursday; Sunday is 0. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7

/** The last day of the fiscal year whose last month it is. */
function yearEnd(month: number, { weekday, side, monthsLater, day }: YearEnd): number {
  const reference = Math.min(
    lastDayOf(month + monthsLater),
    dayNumber({ ...civilMonth(month + monthsLater), day: 1 }) + day - 1,
  )
  const back = (weekdayOf(reference) - weekday + 7) % 7 // days since that weekday
  if (side === 'before') return reference - back
  if (side === 'after') return reference + ((7 - back) % 7)
  return back <= 3 ? reference - back : reference + 7 - back
}

const isEdge = (month: number, calendar: Calendar, days: FiscalDays): boolean =>
  days.kind === 'start-day' || monthsDone(month, calendar) % stepOf(calendar) === 0

function edgeOf(month: number, calendar: Calendar, days: FiscalDays): number | undefined {
  if (days.kind === 'start-day') return dayNumber({ ...civilMonth(month + 1), day: days.day }) - 1
  if (!isEdge(month, calendar, days)) return undefined
  if (days.kind === 'ends') return days.ends.find((end) => end.month === month)?.day
  const done = monthsDone(month, calendar)
  if (done === 12) return yearEnd(month, days.yearEnd)
  const weeks = days.weeks.slice(0, done / stepOf(calendar)).reduce((sum, each) => sum + each, 0)
  return yearEnd(month - done, days.yearEnd) + 7 * weeks
}

/** The last day of a month that ends a fiscal period: where its calendar says so, else as everywhere; undefined when not known. */
export function endOfMonth(month: number, calendar: Calendar): number | undefined {
  const { days } = calendar
  if (!days) return lastDayOf(month)
  return isEdge(month, calendar, days) ? edgeOf(month, calendar, days) : lastDayOf(month)
}

/** Whether a span is one of fiscal time in a calendar that does not run by whole months. */
function isFiscal(start: number, months: number, calendar: Calendar): boolean {
  const { days } = calendar
  return days !== undefined && isEdge(start - 1, calendar, days) && isEdge(start + months - 1, calendar, days)
}

const areWeeks = (days: FiscalDays): boolean => days.kind === 'weeks' || (days.kind === 'ends' && days.inWeeks)

/** The days of a span that are not those of its months; undefined where they are, and where the end is not known. */
export function spanDays(start: number, months: number, calendar: Calendar): SpanDays | undefined {
  const { days } = calendar
  if (!days || !isFiscal(start, months, calendar)) return undefined
  const last = edgeOf(start + months - 1, calendar, days)
  const before = edgeOf(start - 1, calendar, days)
  if (last === undefined || before === undefined) return last === undefined ? undefined : { last }
  const first = before + 1
  return areWeeks(days) ? { first, last, weeks: (last - before) / 7 } : { first, last }
}

/** Whether a span cannot be a calendar year or run of months, since the fiscal calendar has other days for it. */
export const hasOwnDays = (start: number, months: number, calendar: Calendar): boolean =>
  isFiscal(start, months, calendar) || calendar.days?.kind === 'start-day'

/** The month of the fiscal calendar in which a day lies, and whether it ends with that day. */
export function fiscalDay(day: number, calendar: Calendar): Instant['fiscal'] {
  const { days } = calendar
  if (!days) return undefined
  const date = civilDate(day)
  const civil = monthNumber(date.year, date.month)
  if (days.kind === 'start-day') {
    const month = date.day < days.day ? civil - 1 : civil
    return { month, isEnd: edgeOf(month, calendar, days) === day }
  }
  const step = stepOf(calendar)
  const firstEdge = civil - (monthsDone(civil, calendar) % step) - step
  for (let edge = firstEdge; edge <= firstEdge + 3 * step; edge += step) {
    const [before, end] = [edgeOf(edge - step, calendar, days), edgeOf(edge, calendar, days)]
    if (end === day) return { month: edge, isEnd: true }
    if (before === undefined || end === undefined || day <= before || day > end) continue
    return { month: edge - step + 1 + Math.floor(((day - before - 1) * step) / (end - before)), isEnd: false }
  }
  return undefined
}

/** Which end of a span is not known: a calendar that lists its ends may not reach so far. */
export function lacksDays(start: number, months: number, calendar: Calendar): 'first' | 'last' | undefined {
  const { days } = calendar
  if (days?.kind !== 'ends' || !isFiscal(start, months, calendar)) return undefined
  const known = spanDays(start, months, calendar)
  if (!known) return 'last'
  return known.first === undefined ? 'first' : undefined
}
