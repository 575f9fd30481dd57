import { civilDate, civilMonth, lastDayOf, monthNumber } from '../format/civil.ts'
import type { Span, WrittenPeriod, YearPart } from './model.ts'

/** How the presentation counts its years; `known` is false when nothing in it, nor the data, says so. */
export interface TextCalendar {
  readonly startMonth: number
  /** FY08 starts this many years before its label's year. */
  readonly offset: number // 0 named by its start, 1 by its end
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

/** The calendar that a labelled range implies; undefined when its length is not the label's. */
export function impliedCalendar(pair: LabelledRange): TextCalendar | undefined {
  const [skip, months] = offsets[pair.part]
  if (pair.months !== months) return undefined
  const { year, month } = civilMonth(pair.start - skip)
  const offset = pair.year - year
  return Math.abs(offset) <= 3 ? { startMonth: month, offset, known: true } : undefined
}

const unknownCalendar: TextCalendar = { startMonth: 1, offset: 0, known: false }

/** The calendar that most labelled ranges imply; ties go to the first. */
export function inferCalendar(pairs: readonly LabelledRange[]): TextCalendar {
  const votes = new Map<string, { calendar: TextCalendar; count: number }>()
  for (const pair of pairs) {
    const calendar = impliedCalendar(pair)
    if (!calendar || calendar.offset < 0 || calendar.offset > 1) continue
    const key = `${calendar.startMonth}/${calendar.offset}`
    votes.set(key, { calendar, count: (votes.get(key)?.count ?? 0) + 1 })
  }
  return [...votes.values()].sort((a, b) => b.count - a.count)[0]?.calendar ?? unknownCalendar
}

/** The months of a written period; undefined when its year is not written (and no other is given). */
export function spanOf(period: WrittenPeriod, calendar: TextCalendar, year?: number): Span | undefined {
  if (period.kind === 'months') return { start: period.start, months: period.months }
  if (period.kind === 'day') {
    const date = civilDate(period.day)
    const month = monthNumber(date.year, date.month)
    // A day at the end of a month is that month's end; any other day stays a day.
    return date.day >= 25 || date.day === lastDayOf(month)
      ? { start: month + 1, months: 0 }
      : { start: month, months: 0, day: period.day }
  }
  const labelled = period.year ?? year
  if (labelled === undefined) return undefined
  const [skip, months] = offsets[period.part]
  return { start: monthNumber(labelled - calendar.offset, calendar.startMonth) + skip, months }
}

/** First month after the span. */
export const endOf = (span: Span): number => span.start + span.months

/** Identity of a period for a flow (its months) or a stock (its end). */
export function spanKey(span: Span, kind: 'flow' | 'stock'): string {
  if (span.day !== undefined) return `d${span.day}`
  return kind === 'stock' || span.months === 0 ? `e${endOf(span)}` : `f${span.start}+${span.months}`
}

export const shift = (span: Span, months: number): Span => ({
  start: span.start + months,
  months: span.months,
  ...(span.day === undefined ? {} : { day: span.day }),
})

/** A label for messages, in the calendar's terms: "FY08", "4Q08". */
export function labelOf(span: Span, calendar: TextCalendar): string {
  if (span.day !== undefined || span.months === 0) {
    const { year, month } = civilMonth(span.day === undefined ? span.start - 1 : span.start)
    return `${year}-${String(month).padStart(2, '0')}`
  }
  if (span.months === 1) return labelOf({ start: span.start + 1, months: 0 }, calendar)
  const skip = (((span.start - (calendar.startMonth - 1)) % 12) + 12) % 12
  const { year } = civilMonth(span.start - skip)
  const name = String((year + calendar.offset) % 100).padStart(2, '0')
  const part = (Object.keys(offsets) as YearPart[]).find(
    (key) => offsets[key][0] === skip && offsets[key][1] === span.months,
  ) // keys of the table above
  if (part) return part === 'FY' ? `FY${name}` : `${part}${name}`
  const from = civilMonth(span.start)
  return `${from.year}-${String(from.month).padStart(2, '0')} (${span.months} months)`
}
