import { formatDates, formatPeriod } from '../../format/calendar.ts'
import { civilDate, parseIsoDate } from '../../format/civil.ts'
import { fiscalPlace, fiscalYear, instantOf, lastMonthOf, spanOf } from '../../format/fiscal.ts'
import { parsePeriod } from '../../format/period-text.ts'
import { literally } from '../../language/claims/pattern-parts.ts'
import { compileWords } from '../../language/word-patterns.ts'
import type { DeckConfig } from '../../model/deck.ts'
import { periodKey, type Span } from '../../model/period.ts'
import { typedLabel } from '../../tieout/words/typed-periods.ts'
import type { Step } from './next-period.ts'

/** Moves the names of a deck's old period and date in a text on to the new ones; everything else stays as it is. */
export type MoveWords = (text: string) => string

interface Move {
  readonly pattern: RegExp
  /** What takes the place of a match, by the text before it; undefined leaves it, and it is not looked at again. */
  readonly into: (match: readonly (string | undefined)[], before: string) => string | undefined
}

const wordOf = (text: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${literally(text)}(?![\\p{L}\\p{N}])`, 'giu')

/** As the word that it takes the place of begins: "Third" → "Fourth". */
const inCase = (word: string, like: string): string =>
  /^\p{Lu}/u.test(like) ? word.charAt(0).toUpperCase() + word.slice(1) : word

/** A period in full within a sentence: "the FY2008 results" are followed by "the third quarter of FY2009 results". */
function inSentence(name: string, found: string, before: string): string {
  if (/(?:^|[.!?:])\s*$/.test(before) || !/\d/.test(found.split(' ')[0] ?? '')) return inCase(name, found)
  const [article = '', ...rest] = name.split(' ')
  return before.toLowerCase().endsWith(` ${article} `) ? rest.join(' ') : name
}

/** Applies the moves in order; what one has touched is closed to the others. */
function applied(text: string, moves: readonly Move[]): string {
  const done: string[] = []
  const closed = (words: string): string => `\uE000${done.push(words) - 1}\uE001`
  const moved = moves.reduce(
    (current, { pattern, into }) =>
      current.replace(pattern, (...match) => {
        const [offset, whole]: readonly unknown[] = match.slice(-2)
        const before = String(whole).slice(0, Number(offset))
        return closed(into(match.slice(0, -2), before) ?? String(match[0]))
      }),
    text,
  )
  return moved.replace(/\uE000(\d+)\uE001/g, (_, at) => done[Number(at)] ?? '')
}

const yearOf = (iso: string): number => civilDate(parseIsoDate(iso) ?? 0).year

/** The spans that a text may name, each with the one that takes its place: the period, its year, and the year so far. */
function movedSpans({ from, to }: Step, { calendar }: DeckConfig): ReadonlyMap<string, Span> {
  const soFar = (span: Span): Span => {
    const { start } = fiscalYear(lastMonthOf(span), calendar)
    return spanOf(start, lastMonthOf(span) - start + 1, calendar)
  }
  return new Map([
    [periodKey(soFar(from)), soFar(to)],
    [periodKey(fiscalYear(from.start, calendar)), fiscalYear(to.start, calendar)],
    [periodKey(from), to],
  ])
}

/** "Third-quarter fiscal 2020", "the first half of 2022": the part of the year, and the year where one is named. */
function partMoves({ from, to }: Step, { calendar, language }: DeckConfig): readonly Move[] {
  const { claims, subjects } = compileWords(language.claims)
  const ofYear = (span: Span): string => String(fiscalPlace(span.start, calendar).year)
  const indexOf = (span: Span): number => fiscalPlace(span.start, calendar).offset / span.months
  const moveYear = (words: string): string => words.replace(new RegExp(`${ofYear(from)}(?!\\d)`), ofYear(to))
  const ordinal = claims.ordinals[indexOf(to)]
  return [
    {
      pattern: subjects.partOfYear,
      into: ([words = '', which = '', unit = '']) => {
        const isFrom = claims.subjects.partMonths[unit.toLowerCase()] === from.months
        if (!isFrom || claims.ordinals.indexOf(which.toLowerCase()) !== indexOf(from) || ordinal === undefined)
          return undefined
        return to.months === from.months ? moveYear(words.replace(which, inCase(ordinal, which))) : undefined
      },
    },
    { pattern: subjects.fiscalYear, into: ([words = '']) => moveYear(words) },
  ]
}

/** "Half-year results" are followed by those of the full year, where two halves are a year. */
function kindMoves({ from, to }: Step, { calendar, language: { roll } }: DeckConfig): readonly Move[] {
  const endsYear = (span: Span): boolean => lastMonthOf(fiscalYear(span.start, calendar)) === lastMonthOf(span)
  const ends = { from: endsYear(from), to: endsYear(to) }
  if (calendar.subPeriods !== 'halves' || ends.from === ends.to) return []
  const [old, [fresh = '']] = ends.to ? [roll.halfYear, roll.fullYear] : [roll.fullYear, roll.halfYear]
  return old.map((word) => ({ pattern: wordOf(word), into: ([found = '']) => inCase(fresh, found) }))
}

/** Days, months of the year and years by which the old date is named. */
function dateMoves({ fromDate, toDate, from, to }: Step, { calendar, language }: DeckConfig): readonly Move[] {
  const [before, after] = [fromDate, toDate].map((iso) => instantOf(parseIsoDate(iso) ?? 0))
  if (!before || !after) return []
  const [oldDate, newDate] = [before, after].map((day) => formatDates(day, language))
  const { months } = language.periods
  const month = (iso: string): string => fillMonth(months[civilDate(parseIsoDate(iso) ?? 0).month - 1] ?? '', iso)
  const days = /\d{1,2}(?:st|nd|rd|th)?/.source
  const old = { month: months[civilDate(before.day).month - 1] ?? '', year: yearOf(fromDate) }
  const range = `(?:${days}\\s*[–-]\\s*${days}\\s+)?${literally(old.month)}(?:\\s+${days}\\s*[–-]\\s*${days})?,?\\s+${old.year}`
  const fiscal = { from: fiscalPlace(from.start, calendar).year, to: fiscalPlace(to.start, calendar).year }
  const into = (words: string | undefined) => () => words
  return [
    { pattern: wordOf(fromDate), into: into(toDate) },
    { pattern: wordOf(oldDate ?? fromDate), into: into(newDate) },
    {
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])${range}(?![\\p{L}\\p{N}])`, 'gu'),
      into: ([words = '']) => (/\d[^\d]*\d{4}$/.test(words) ? newDate : month(toDate)),
    },
    { pattern: wordOf(String(fiscal.from)), into: into(String(fiscal.to)) },
    ...(old.year === fiscal.from ? [] : [{ pattern: wordOf(String(old.year)), into: into(String(yearOf(toDate))) }]),
  ]
}

const fillMonth = (name: string, iso: string): string => `${name} ${yearOf(iso)}`

/** What moves the words of a deck that takes a step. */
export function wordMover(step: Step, config: DeckConfig): MoveWords {
  const spans = movedSpans(step, config)
  const { calendar } = config
  const long = (span: Span): string => formatPeriod(span, config, 'long')
  const moves: readonly Move[] = [
    ...(/^\d+$/.test(long(step.from)) // a bare year is one of many words
      ? []
      : [
          {
            pattern: wordOf(long(step.from)),
            into: ([found = '']: readonly (string | undefined)[], before: string) =>
              inSentence(long(step.to), found, before),
          },
        ]),
    {
      pattern: new RegExp(typedLabel, 'giu'),
      into: ([found = '']) => {
        const period = parsePeriod(found.replace("'", '').toUpperCase(), calendar)
        const moved = period && spans.get(periodKey(period))
        return moved && (found === found.toLowerCase() ? moved.label.toLowerCase() : moved.label)
      },
    },
    ...partMoves(step, config),
    ...kindMoves(step, config),
    ...dateMoves(step, config),
  ]
  return (text) => applied(text, moves)
}
