import { endOf } from '../../../format/calendar.ts'
import { fiscalYear, instantOf, lastMonthOf, spanOf } from '../../../format/fiscal.ts'
import { fill } from '../../../language/fill.ts'
import type { Language } from '../../../language/language.ts'
import type { Calendar, Instant, Period, Span } from '../../../model/period.ts'
import { dateAtEnd } from '../imports/import-heads.ts'

export interface HeadWords {
  readonly calendar: Calendar
  readonly language: Pick<Language, 'claims' | 'periods'>
}

const weekMonths = [3, 6, 9, 12]

const plain = (words: string): string => words.toLowerCase().replaceAll('-', ' ')

/** Times up to a day that have so many months or, in a calendar of weeks, so many weeks. */
function spansUpTo(day: Instant, calendar: Calendar, months: readonly number[]): readonly Span[] {
  const last = lastMonthOf(day)
  return months.map((count) => spanOf(last - count + 1, count, calendar)).filter((span) => endOf(span).day === day.day)
}

/**
 * The time of a head in words: "Three months ended June 30, 2023", "Year ended 31 March 2024", "12 weeks ended October 3, 2020",
 * "As of June 30, 2023". Undefined where the words name no length, or none of the calendar ends on that day.
 */
export function wordedHead(text: string, { calendar, language }: HeadWords): Period | undefined {
  const { lengths, beforeEnd } = language.claims.subjects
  const dated = dateAtEnd(text.trim(), language.claims.months)
  if (!dated) return undefined
  const day = instantOf(dated.day, calendar)
  const words = new RegExp(`^(?:(.+?)\\s+)?${beforeEnd}$`, 'i').exec(dated.before)
  if (!words) return undefined
  const [, length] = words
  if (length === undefined) return day
  const said = plain(length)
  const inWeeks = spansUpTo(day, calendar, weekMonths).find(
    ({ days }) =>
      days?.weeks !== undefined && plain(fill(language.periods.heads.weeks, { weeks: days.weeks })) === said,
  )
  const months = Object.entries(lengths).find(([word]) => plain(word) === said)?.[1]
  const found = inWeeks ?? (months === undefined ? undefined : spansUpTo(day, calendar, [months])[0])
  const isYear = said === plain(language.periods.heads.year)
  return found && isYear && found.start !== fiscalYear(found.start, calendar).start ? undefined : found
}
