import { shiftPeriod } from '../../format/calendar.ts'
import { civilDate, civilMonth, isoMonth, lastDayOf, monthNumber } from '../../format/civil.ts'
import { instantOf, lastMonthOf, spanOf, startOfYear } from '../../format/fiscal.ts'
import type { Calendar, Period } from '../../model/period.ts'
import type { ComparisonWord, WrittenPeriod, YearPart } from '../text-model.ts'

/** The calendar of a presentation; `known` is false when nothing in it, nor the data, says how it counts its years. */
export interface ReadCalendar extends Calendar {
  readonly known: boolean
}

/** A label with the dates printed beside it: "FY08 (08/4 ~ 09/03)". */
export interface LabelledRange {
  readonly label: string
  readonly range: string
  readonly part: YearPart
  readonly year: number
  readonly start: number
  readonly months: number
  readonly line: number
  readonly column: number
}

const offsets: Readonly<Record<YearPart, readonly [number, number]>> = {
  FY: [0, 12],
  '1H': [0, 6],
  '2H': [6, 6],
  '9M': [0, 9],
  '1Q': [0, 3],
  '2Q': [3, 3],
  '3Q': [6, 3],
  '4Q': [9, 3],
}

export const monthsOf = (part: YearPart): number => offsets[part][1]

/** First month of the year that a labelled range implies for its label; undefined when its length is not the label's. */
function impliedStart(pair: LabelledRange): number | undefined {
  const [skip, months] = offsets[pair.part]
  const start = pair.start - skip
  return pair.months === months && Math.abs(pair.year - civilMonth(start).year) <= 3 ? start : undefined
}

/** Whether the dates beside a label are those of the label in a calendar; undefined when their length is not. */
export function datesFitLabel(calendar: Calendar, pair: LabelledRange): boolean | undefined {
  const start = impliedStart(pair)
  return start === undefined ? undefined : start === startOfYear(pair.year, calendar)
}

const calendarFrom = (startMonth: number, yearNamedBy: Calendar['yearNamedBy'], known: boolean): ReadCalendar => ({
  startMonth,
  yearNamedBy,
  style: 'kessan',
  subPeriods: 'quarters',
  longYears: [],
  known,
})

/** The calendar that most labelled ranges imply; ties go to the first. January and unknown when they imply none. */
export function inferCalendar(pairs: readonly LabelledRange[]): ReadCalendar {
  const votes = new Map<string, { calendar: ReadCalendar; count: number }>()
  for (const pair of pairs) {
    const start = impliedStart(pair)
    if (start === undefined) continue
    const { year, month } = civilMonth(start)
    const calendar = calendarFrom(month, pair.year === year ? 'start' : 'end', true)
    if (startOfYear(pair.year, calendar) !== start) continue
    const key = `${month}/${calendar.yearNamedBy}`
    votes.set(key, { calendar, count: (votes.get(key)?.count ?? 0) + 1 })
  }
  return [...votes.values()].sort((a, b) => b.count - a.count)[0]?.calendar ?? calendarFrom(1, 'start', false)
}

/** The period that is written; undefined when its year is not written (and no other is given). */
export function periodFrom(written: WrittenPeriod, calendar: Calendar, year?: number): Period | undefined {
  if (written.kind === 'months') return spanOf(written.start, written.months, calendar)
  if (written.kind === 'day') {
    const date = civilDate(written.day)
    // A day near the end of a month is that month's end; any other day stays a day.
    return instantOf(date.day >= 25 ? lastDayOf(monthNumber(date.year, date.month)) : written.day)
  }
  const labelled = written.year ?? year
  if (labelled === undefined) return undefined
  const [skip, months] = offsets[written.part]
  return spanOf(startOfYear(labelled, calendar) + skip, months, calendar)
}

const isMonthEnd = (day: number): boolean => {
  const { year, month } = civilDate(day)
  return lastDayOf(monthNumber(year, month)) === day
}

/** How many months a period has; 0 for a day. */
export const lengthOf = (period: Period | undefined): number => (period?.kind === 'span' ? period.months : 0)

/** First month after a period; of a day inside a month, that month. */
export const endOf = (period: Period): number =>
  period.kind === 'instant' && !isMonthEnd(period.day) ? lastMonthOf(period) : lastMonthOf(period) + 1

/** First month of a span; where a day ends. */
export const startOf = (period: Period): number => (period.kind === 'span' ? period.start : endOf(period))

/** A label for messages, in the calendar's terms: "FY08", "4Q08"; of a day, its month. */
export const labelOf = (period: Period): string =>
  period.kind === 'span' ? period.label : isoMonth(lastMonthOf(period))

/** The period that a comparison word means. */
export function periodComparedWith(
  period: Period | undefined,
  comparison: ComparisonWord | undefined,
  calendar: Calendar,
): Period | undefined {
  if (!period || comparison === undefined) return undefined
  if (comparison === 'YoY') return shiftPeriod(period, -12, calendar)
  const months = comparison === 'QoQ' ? 3 : 6
  return lengthOf(period) === months || lengthOf(period) === 0 ? shiftPeriod(period, -months, calendar) : undefined
}
