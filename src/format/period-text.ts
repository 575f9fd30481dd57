import type { Calendar, Period, Span } from '../model/period.ts'
import { monthNumber, parseIsoDate } from './civil.ts'
import { containing, fiscalYear, instantOf, lastMonthOf, spanOf, startOfYear } from './fiscal.ts'
import { hasOwnDays } from './fiscal-days.ts'

function readYear(digits: string): number | undefined {
  if (digits.length === 4) return Number(digits)
  return digits.length === 2 ? Number(digits) + (Number(digits) < 80 ? 2000 : 1900) : undefined
}

/** The parts that labels may name, with their place in the fiscal year; half-year reporters have fewer. */
function namedPart(name: string, calendar: Calendar): { readonly offset: number; readonly months: number } | undefined {
  const quarters = calendar.subPeriods === 'quarters'
  const [number, letter] = /^\d/.test(name) ? [Number(name[0]), name[1]] : [Number(name[1]), name[0]]
  if (letter === 'H') return number <= 2 ? { offset: (number - 1) * 6, months: 6 } : undefined
  if (letter === 'M') return number === 6 || (quarters && number % 3 === 0) ? { offset: 0, months: number } : undefined
  return quarters ? { offset: (number - 1) * 3, months: 3 } : undefined
}

/** "40 weeks FY20", "40W20": the part of a fiscal year, from its start, that has so many weeks. */
function parseWeeks(text: string, calendar: Calendar): Span | undefined {
  const [, count, digits = ''] = /^(\d{1,2})(?:W| weeks?) ?(?:FY ?)?(\d{4}|\d{2})$/.exec(text) ?? []
  const year = count === undefined || !calendar.days ? undefined : readYear(digits)
  if (year === undefined) return undefined
  const start = startOfYear(year, calendar)
  const parts = [3, 6, 9, 12].map((months) => spanOf(start, months, calendar))
  return parts.find(({ days }) => days?.weeks === Number(count))
}

/** "LTM 3Q08": the twelve months that end with a quarter, half or year. */
function parseLastMonths(text: string, calendar: Calendar): Span | undefined {
  const [, last] = /^[LT]TM (.+)$/.exec(text) ?? []
  const end = last === undefined ? undefined : parseFiscalLabel(last, calendar)
  return end && spanOf(end.start + end.months - 12, 12, calendar)
}

/** Labels are read in every style whose meaning is certain in this calendar: "4Q08", "4Q2008", "Q4 FY08", "9M FY08". */
function parseFiscalLabel(text: string, calendar: Calendar): Span | undefined {
  const year = /^FY ?(\d{4}|\d{2})$/.exec(text)
  if (year) return fiscalSpan(year[1], { offset: 0, months: 12 }, calendar)
  const part = /^([1-4]Q|[12]H|[369]M|Q[1-4]|H[12]) ?(FY ?)?(\d{4}|\d{2})$/.exec(text)
  if (!part) return undefined
  const [, name = '', prefix, digits] = part
  const leading = /^\d[QH]/.test(name) // 4Q08
  const bare = prefix === undefined
  const yearsAgree = calendar.startMonth === 1 || calendar.style === 'calendar'
  if (bare && !leading && !(yearsAgree && digits?.length === 4) && !/^9M|^[36]M/.test(name)) return undefined
  const place = namedPart(name, calendar)
  return place && fiscalSpan(digits, place, calendar)
}

function fiscalSpan(
  digits: string | undefined,
  place: { readonly offset: number; readonly months: number },
  calendar: Calendar,
): Span | undefined {
  const year = digits === undefined ? undefined : readYear(digits)
  return year === undefined ? undefined : spanOf(startOfYear(year, calendar) + place.offset, place.months, calendar)
}

function parseMonth(text: string): number | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text)
  return match ? monthNumber(Number(match[1]), Number(match[2])) : undefined
}

function parseMonths(text: string, calendar: Calendar): Span | undefined {
  const [first = '', last = first, ...rest] = text.split('..')
  const [start, end] = [parseMonth(first), parseMonth(last)]
  if (start === undefined || end === undefined || end < start || rest.length > 0) return undefined
  return spanOf(start, end - start + 1, calendar)
}

/** Reads a label, date, month ("2008-08"), run of months or calendar year; undefined when the calendar has no such period. */
export function parsePeriod(text: string, calendar: Calendar): Period | undefined {
  const trimmed = text.trim()
  const day = parseIsoDate(trimmed)
  if (day !== undefined) return instantOf(day, calendar)
  const year = /^(CY ?)?(\d{4})$/.exec(trimmed)
  if (year) {
    const fiscal = year[1] === undefined && calendar.style === 'calendar'
    const start = fiscal ? startOfYear(Number(year[2]), calendar) : monthNumber(Number(year[2]), 1)
    return fiscal || !hasOwnDays(start, 12, calendar) ? spanOf(start, 12, calendar) : undefined
  }
  return (
    parseWeeks(trimmed, calendar) ??
    parseLastMonths(trimmed, calendar) ??
    parseFiscalLabel(trimmed, calendar) ??
    parseMonths(trimmed, calendar)
  )
}

interface Reporting {
  readonly calendar: Calendar
  /** What FY, Q, H, YTD and LTM stand for. */
  readonly reporting: Period
}

/**
 * FY, H, Q: the fiscal year, half and quarter in which the reporting period ends, plus or minus as many of them.
 * Q1–Q4, H1, H2, 9M: parts of that fiscal year, plus or minus years. LFY, YTD, LTM: the last completed fiscal year, the
 * year so far and the last twelve months, as of the end of the reporting period, plus or minus years.
 */
function relativePeriod(text: string, { calendar, reporting }: Reporting): Span | undefined {
  const match = /^(FY|LFY|YTD|LTM|Q[1-4]?|H[12]?|[369]M)([+-]\d{1,3})?$/.exec(text)
  if (!match) return undefined
  const [, name = '', shift = '0'] = match
  const n = Number(shift)
  const last = lastMonthOf(reporting)
  const year = fiscalYear(last, calendar)
  const quarters = calendar.subPeriods === 'quarters'
  if (!quarters && (name.startsWith('Q') || name === '3M' || name === '9M')) return undefined
  const shifted = (start: number, months: number, step: number): Span => spanOf(start + n * step, months, calendar)
  if (name === 'FY') return shifted(year.start, 12, 12)
  if (name === 'LFY') return shifted(last === lastMonthOf(year) ? year.start : year.start - 12, 12, 12)
  if (name === 'YTD') return shifted(year.start, last - year.start + 1, 12)
  if (name === 'LTM') return shifted(last - 11, 12, 12)
  if (name.endsWith('M')) return shifted(year.start, Number(name[0]), 12)
  const months = name.startsWith('Q') ? 3 : 6
  if (name.length === 1) return shifted(containing(reporting, months, calendar).start, months, months)
  return shifted(year.start + (Number(name[1]) - 1) * months, months, 12)
}

/** Reads a period of a slide: relative to the reporting period ("Q-4", "FY+1", "H1", "Q1-1", "9M", "YTD", "LTM-1") or as the calendar labels it. */
export function resolvePeriod(text: string, reporting: Reporting): Period | undefined {
  return relativePeriod(text.trim(), reporting) ?? parsePeriod(text, reporting.calendar)
}

/** Names of the relative periods that a calendar has, for "did you mean": one of halves has no quarters. */
export const relativeNamesOf = ({ subPeriods }: Pick<Calendar, 'subPeriods'>): readonly string[] =>
  subPeriods === 'halves' ? relativeNames.filter((name) => !/^(?:Q|9M)/.test(name)) : relativeNames

/** Names of relative periods, whatever the calendar. */
export const relativeNames: readonly string[] = [
  'FY',
  'FY-1',
  'FY+1',
  'H',
  'H1',
  'H2',
  'Q',
  'Q-1',
  'Q-4',
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  '9M',
  'LFY',
  'YTD',
  'YTD-1',
  'LTM',
  'LTM-1',
]
