import { endOf } from '../../format/calendar.ts'
import { parseIsoDate } from '../../format/civil.ts'
import { fiscalYear, lastMonthOf, spanOf } from '../../format/fiscal.ts'
import { parsePeriod } from '../../format/period-text.ts'
import type { DeckConfig } from '../../model/deck.ts'
import type { Calendar, Span } from '../../model/period.ts'

/** A deck before and after it is rolled on. */
export interface Step {
  readonly from: Span
  readonly to: Span
  readonly fromDate: string // ISO
  readonly toDate: string
}

/** A roll that makes no sense; printed as it stands, with nothing written. */
export class RollError extends Error {}

/** Months that lie between the ends of two decks that follow each other: a year's deck may be followed by any, since FY08 and 4Q08 end together. */
function stepsAfter({ months }: Span, { subPeriods }: Calendar): readonly number[] {
  const quarters = subPeriods === 'quarters'
  if (months === 12) return quarters ? [3, 6, 12] : [6, 12]
  if (months === 6) return quarters ? [6, 3] : [6]
  return [3]
}

/** Whether a span is one of so many months, or the year so far, which ends with it. */
function isReported(span: Span, months: number, calendar: Calendar): boolean {
  return span.months === months || span.start === fiscalYear(lastMonthOf(span), calendar).start
}

function periodOf(label: string, calendar: Calendar): Span {
  const period = parsePeriod(label, calendar)
  if (period?.kind !== 'span' || period.months % 3 !== 0 || period.months > 12)
    throw new RollError(`unknown period "${label}": a deck is rolled on to a quarter, half or year of its calendar`)
  return period
}

/** Checks that a period is the next one of the deck's rhythm; throws a `RollError` where it is an old one or leaves one out. */
function checkedStep(from: Span, to: Span, calendar: Calendar): void {
  const moved = lastMonthOf(to) - lastMonthOf(from)
  if (moved === 0) throw new RollError(`invalid period ${to.label}: the deck reports ${from.label} already`)
  if (moved < 0) throw new RollError(`invalid period ${to.label}: it lies before ${from.label}, which the deck reports`)
  const steps = stepsAfter(from, calendar)
  if (steps.some((months) => moved === months && isReported(to, months, calendar))) return
  const next = [...new Set(steps)].map((months) => nextLabel(from, months, calendar)).join(' or ')
  throw new RollError(`invalid period ${to.label}: ${from.label} is followed by ${next}`)
}

const nextLabel = (from: Span, months: number, calendar: Calendar): string => {
  const end = lastMonthOf(from) + months
  const year = fiscalYear(end, calendar)
  return months === 12 ? year.label : spanOf(end - months + 1, months, calendar).label
}

/** The step to a period and day that somebody asks for; throws a `RollError` that says why it is none. */
export function stepTo(config: DeckConfig, label: string, date: string): Step {
  const { reportingPeriod: from, calendar } = config
  if (from.kind !== 'span')
    throw new RollError(`unsupported reporting period ${from.label}: a day is followed by no period`)
  const to = periodOf(label, calendar)
  checkedStep(from, to, calendar)
  const day = parseIsoDate(date)
  if (day === undefined) throw new RollError(`invalid date "${date}": write it as 2009-08-12`)
  if (day <= (parseIsoDate(config.date) ?? 0))
    throw new RollError(`invalid date ${date}: the deck speaks from ${config.date} already`)
  if (day <= endOf(to).day) throw new RollError(`invalid date ${date}: ${to.label} ends on ${endOf(to).label}`)
  return { from, to, fromDate: config.date, toDate: date }
}

/** Whether a period is the year so far, as of its end. */
export const isYearToDate = (span: Span, calendar: Calendar): boolean =>
  span.start === fiscalYear(lastMonthOf(span), calendar).start
