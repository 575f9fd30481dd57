import type { Calendar, Period, Span } from '../model/period.ts'
import { containing, fiscalYear, lastMonthOf, spanOf } from './fiscal.ts'
import { parsePeriod } from './period-labels.ts'

export interface Reporting {
  readonly calendar: Calendar
  /** What FY, Q, H and 9M stand for. */
  readonly reporting: Period
}

/**
 * FY, H, Q: the fiscal year, half and quarter in which the reporting period ends, plus or minus as many of them.
 * Q1–Q4, H1, H2, 9M: parts of that fiscal year, plus or minus years.
 */
function relativePeriod(text: string, { calendar, reporting }: Reporting): Span | undefined {
  const match = /^(FY|Q[1-4]?|H[12]?|[369]M)([+-]\d{1,3})?$/.exec(text)
  if (!match) return undefined
  const [, name = '', shift = '0'] = match
  const n = Number(shift)
  const year = fiscalYear(lastMonthOf(reporting), calendar)
  const quarters = calendar.subPeriods === 'quarters'
  if (!quarters && (name.startsWith('Q') || name === '3M' || name === '9M')) return undefined
  const shifted = (start: number, months: number, step: number): Span => spanOf(start + n * step, months, calendar)
  if (name === 'FY') return shifted(year.start, 12, 12)
  if (name.endsWith('M')) return shifted(year.start, Number(name[0]), 12)
  const months = name.startsWith('Q') ? 3 : 6
  if (name.length === 1) return shifted(containing(reporting, months, calendar).start, months, months)
  return shifted(year.start + (Number(name[1]) - 1) * months, months, 12)
}

/** Reads a period of a slide: relative to the reporting period ("Q-4", "FY+1", "H1", "Q1-1", "9M") or as the calendar labels it. */
export function resolvePeriod(text: string, reporting: Reporting): Period | undefined {
  return relativePeriod(text.trim(), reporting) ?? parsePeriod(text, reporting.calendar)
}

/** Names of relative periods, for "did you mean". */
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
]
