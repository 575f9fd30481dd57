import { endOf } from '../../../format/calendar.ts'
import { civilDate, dayNumber, parseIsoDate } from '../../../format/civil.ts'
import { fiscalPlace, fiscalYear, lastMonthOf, spanOf } from '../../../format/fiscal.ts'
import { monthOf, type WordPatterns } from '../../../language/word-patterns.ts'
import { type Calendar, type Period, periodKey, type Span } from '../../../model/period.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { matchesIn, type Passage } from '../passage.ts'
import { typedLabels } from '../typed-periods.ts'
import { type WordedPeriod, wordedPeriods } from '../worded-periods.ts'

/** What a deck reported, and the day that it spoke from, before it was rolled on. */
export interface OldEdition {
  readonly period: Span
  readonly date: string // ISO
}

/** Words by which a passage names a time that was over with the old edition. */
export interface OldName {
  readonly match: WordMatch
  /** The period or last day that the old edition reported. */
  readonly isReported: boolean
  /** The same, or its year or year so far: what ends with it. */
  readonly isEnding: boolean
}

interface Reading {
  readonly old: OldEdition
  readonly calendar: Calendar
  readonly words: WordPatterns
}

const yearSoFar = (span: Span, calendar: Calendar): Span => {
  const { start } = fiscalYear(lastMonthOf(span), calendar)
  return spanOf(start, lastMonthOf(span) - start + 1, calendar)
}

/** "The third quarter", "nine months", without a year: of the length and place of the old period, or of its year so far. */
function unnumbered({ match, part }: WordedPeriod, { old: { period }, calendar }: Reading): OldName | undefined {
  const soFar = yearSoFar(period, calendar)
  const at = (span: Span): number => fiscalPlace(span.start, calendar).offset / span.months
  if (part.months === period.months && part.index === at(period)) return { match, isReported: true, isEnding: true }
  const isSoFar = soFar.months < 12 && part.months === soFar.months && (part.index === 0 || soFar.months === 9)
  return isSoFar ? { match, isReported: false, isEnding: true } : undefined
}

function named(found: WordedPeriod, reading: Reading): OldName | undefined {
  const { match, spans, isYear } = found
  const { period } = reading.old
  if (spans.length === 0) return unnumbered(found, reading)
  if (!spans.every((span) => isOver(span, reading))) return undefined
  const isEnding = spans.some((span) => lastMonthOf(span) === lastMonthOf(period))
  const isReported = spans.some((span) => periodKey(span) === periodKey(period)) && !isYear
  return { match, isReported, isEnding }
}

const isOver = (period: Period, { old }: Reading): boolean => lastMonthOf(period) <= lastMonthOf(old.period)

/** "March 31, 2009", "March 2009": from the last month of the old period to the day of the old edition. */
function dated(match: WordMatch, { old, words }: Reading): OldName | undefined {
  const [month = '', day, year] = match.groups
  const number = monthOf(words.claims, month)
  if (number === 0) return undefined
  const at = dayNumber({ year: Number(year), month: number, day: Number(day ?? 1) })
  const { day: end } = endOf(old.period)
  const today = parseIsoDate(old.date) ?? end
  if (at < dayNumber({ ...civilDate(end), day: 1 }) || at > today) return undefined
  const isReported = day !== undefined && (at === end || at === today)
  return { match, isReported, isEnding: isReported }
}

/** Whether words stand wholly in what their author marked as plain text: a name, which stays what it is. */
export const isMarked = ({ pieces }: Passage, { start, end }: WordMatch): boolean =>
  pieces.some((piece) => piece.kind === 'plain' && piece.start <= start && end <= piece.end)

/** Times over with the old edition that the author's own words of a passage name: labels, parts of a year, days. */
export function oldNames(
  passage: Passage,
  old: OldEdition,
  { words, calendar }: { readonly words: WordPatterns; readonly calendar: Calendar },
): readonly OldName[] {
  const reading = { old, words, calendar }
  const labels = typedLabels(passage, calendar).flatMap(({ period, ...match }) =>
    period && isOver(period, reading)
      ? [
          {
            match,
            isReported: periodKey(period) === periodKey(old.period),
            isEnding: lastMonthOf(period) === lastMonthOf(old.period),
          },
        ]
      : [],
  )
  const parts = wordedPeriods(passage, words, calendar, true).flatMap((found) => named(found, reading) ?? [])
  const dates = matchesIn(passage, words.date, true).flatMap((match) => dated(match, reading) ?? [])
  return [...labels, ...parts, ...dates].filter(({ match }) => !isMarked(passage, match))
}
