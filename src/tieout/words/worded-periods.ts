import { containing, fiscalYear, lastMonthOf, spanOf, startOfYear } from '../../format/fiscal.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import type { Calendar, Period, Span } from '../../model/period.ts'
import type { WordMatch } from './matches/text-pool.ts'
import { matchesIn, type Passage } from './passage.ts'

/** A part of a year as it is written: "the first half of 2022". */
export interface WordedPart {
  readonly months: number
  /** Which one of its kind in the year, from 0; undefined where any may be meant. */
  readonly index: number | undefined
  readonly year: number | undefined
}

/** What a part of a year in words means; undefined where its unit is not known. */
export function partOf(
  { groups: [which, unit, count, year] }: Pick<WordMatch, 'groups'>,
  { claims }: WordPatterns,
): WordedPart | undefined {
  const months = claims.subjects.partMonths[(unit ?? count ?? '').toLowerCase()]
  if (months === undefined) return undefined
  const word = (which ?? '').toLowerCase()
  const parts = 12 / months
  const ordinal = word === claims.subjects.opening ? 1 : claims.ordinals.indexOf(word) + 1
  const place = /^\d/.test(word) ? Number.parseInt(word, 10) : ordinal
  const isLast = which !== undefined && place === 0
  const index = which === undefined ? undefined : isLast ? Math.ceil(parts) - 1 : place - 1
  return { months, index: months === 9 ? undefined : index, year: year === undefined ? undefined : Number(year) }
}

const yearOf = (month: number): number => Math.floor(month / 12)

/** Whether a year number may be meant of a span: its fiscal year's, or that of its first or last month. */
function isOfYear(span: Span, year: number, calendar: Calendar): boolean {
  const fiscal = Number(/(\d{2,4})$/.exec(containing(span, 12, calendar).label)?.[1] ?? Number.NaN)
  return [yearOf(span.start), yearOf(lastMonthOf(span))].includes(year) || fiscal % 100 === year % 100
}

/** Whether a period can be meant by such words. */
export function isPart(period: Period, { months, index, year }: WordedPart, calendar: Calendar): boolean {
  if (period.kind !== 'span') return true // a day says nothing of how long a part is
  if (period.months !== months || (year !== undefined && !isOfYear(period, year, calendar))) return false
  const fiscal = containing(period, 12, calendar)
  return index === undefined || fiscal.kind !== 'span' || (period.start - fiscal.start) / months === index
}

/** A period in the author's words, with the spans that it may mean: of the fiscal and of the calendar year of that number. */
export interface WordedPeriod {
  readonly match: WordMatch
  readonly part: WordedPart
  /** Empty where the words name no year. */
  readonly spans: readonly Span[]
  /** A whole fiscal year: "fiscal 2019". */
  readonly isYear: boolean
}

/** Spans of a fiscal calendar that a part of a year with a number may mean, the fiscal year's first. */
function spansOf({ months, index = 0, year }: WordedPart, calendar: Calendar): readonly Span[] {
  if (year === undefined) return []
  const starts = new Set([startOfYear(year, calendar), year * 12])
  return [...starts].map((start) => spanOf(start + index * months, months, calendar))
}

/**
 * The span that a part of a year means where the year up to a month is meant: the part of that fiscal year, or so many months up to
 * that one. Undefined where it is not over by then, or where other months may be meant.
 */
export function periodOfPart(
  part: WordedPart,
  { calendar, last }: { readonly calendar: Calendar; readonly last: number },
): Span | undefined {
  const { months, index, year } = part
  if (year !== undefined) return spansOf(part, calendar)[0]
  const { start: first } = fiscalYear(last, calendar)
  const start = index === undefined ? last - months + 1 : first + index * months
  if (start + months - 1 > last || (months > 6 && start !== first)) return undefined
  return spanOf(start, months, calendar)
}

/** Every part of a year, and every "fiscal 2019", in the author's own words; `marked`: also in what they mark as plain text. */
export function wordedPeriods(
  passage: Passage,
  words: WordPatterns,
  calendar: Calendar,
  marked = false,
): readonly WordedPeriod[] {
  const parts = matchesIn(passage, words.subjects.partOfYear, marked).flatMap((match) => {
    const part = partOf(match, words)
    return part ? [{ match, part, spans: spansOf(part, calendar), isYear: false }] : []
  })
  const years = matchesIn(passage, words.subjects.fiscalYear, marked)
    .filter(({ end }) => parts.every(({ match }) => match.end !== end)) // "first half of fiscal 2022"
    .map((match) => {
      const part = { months: 12, index: 0, year: Number(match.groups[0]) }
      return { match, part, spans: [spanOf(startOfYear(part.year, calendar), 12, calendar)], isYear: true }
    })
  return [...parts, ...years]
}

/** Codes of a part of a year, the same in every language, without a year: "Q2", "1H", but not the "Q3" of "Q3 YTD". */
const bareCode =
  /(?<![\p{L}\p{N}])(?:([QH])([1-4])|([1-4])([QH]))(?![\p{L}\p{N}]|[ \u00a0-](?:FY|'?\d|\p{Lu}{3}(?!\p{L})))/gu

/** Every such code in the author's own words, with the part that it means in any year. */
export const bareParts = (passage: Passage): readonly Omit<WordedPeriod, 'spans'>[] =>
  matchesIn(passage, bareCode).map((match) => {
    const [letter, number, otherNumber, otherLetter] = match.groups
    const months = (letter ?? otherLetter) === 'Q' ? 3 : 6
    const part = { months, index: Number(number ?? otherNumber) - 1, year: undefined }
    return { match, part, isYear: false }
  })
