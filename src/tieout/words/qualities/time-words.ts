import { endOf } from '../../../format/calendar.ts'
import { civilDate } from '../../../format/civil.ts'
import { containing, lastMonthOf } from '../../../format/fiscal.ts'
import { monthOf } from '../../../language/word-patterns.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Calendar, Period } from '../../../model/period.ts'
import type { Finding } from '../../finding.ts'
import { finding, type RuleContext } from '../../rule.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { namesIn, otherWords } from '../names/metric-names.ts'
import { clauseAt, type FigurePiece, figuresOf, matchesIn, ownText, type Passage } from '../passage.ts'
import { placeOf } from '../word-place.ts'

/** How far back the name may begin that a time stands behind. */
const longestName = 80

/** Whether there are only names of metrics and words that link them to a number between two places. */
function isLinked(passage: Passage, start: number, end: number, { ledger, words }: RuleContext): boolean {
  const own = ownText(passage, start, end)
  if (/[;\n(]|:(?!\s*$)/.test(own)) return false // "nine-month orders: {{…}}"
  const text = passage.text.slice(start, end)
  const rest = namesIn(text, ledger.metrics).reduceRight(
    (left, name) => `${left.slice(0, name.start)} ${left.slice(name.end)}`,
    text,
  )
  return otherWords(rest, words).length === 0
}

/** The number that a time is said of: one right before it, or the next one where it opens the clause or stands behind a name. */
export function numberOf(match: WordMatch, passage: Passage, context: RuleContext): FigurePiece | undefined {
  const { words, ledger } = context
  const { phrase, subjects } = words
  const figures = figuresOf(passage)
  const before = figures.findLast(({ end }) => end <= match.start)
  if (before && /^[\s(]*$/.test(passage.text.slice(before.end, match.start))) return before
  const clause = clauseAt(passage, match.start, words)
  const lead = passage.text.slice(Math.max(clause.start, match.start - longestName), match.start)
  const next = figures.find(({ start, end }) => start >= match.end && end <= clause.end)
  if (!next || !isLinked(passage, match.end, next.start, context)) return undefined
  if (lead.trim() === '') return next
  if (subjects.beforeComparedPeriod.test(ownText(passage, clause.start, match.start))) return undefined
  const isOfName = namesIn(lead, ledger.metrics).at(-1)?.end === lead.trimEnd().length
  return isOfName && phrase('subjectVerb').test(passage.text.slice(match.end)) ? next : undefined
}

const yearOf = (month: number): number => Math.floor(month / 12)

/** The years by which the time up to a month may be called: those that it lies in, and the fiscal year's. */
function yearsOf(period: Period, first: number, calendar: Calendar): ReadonlySet<number> {
  const last = lastMonthOf(period)
  const year = containing(period, 12, calendar)
  const fiscal = [yearOf(year.start), yearOf(lastMonthOf(year))].find((each) =>
    year.label.endsWith(String(each % 100).padStart(2, '0')),
  )
  const years = Array.from({ length: yearOf(last) - yearOf(first) + 1 }, (_, at) => yearOf(first) + at)
  return new Set([...years, ...(fiscal === undefined ? [] : [fiscal])])
}

/** Whether a time of which a month, a year or both are said can be that of a fact: of a stock, the month it is stated at. */
function canBe({ period, metric }: Fact, month: string, year: string | undefined, context: RuleContext): boolean {
  const { words, deck, ledger } = context
  const last = lastMonthOf(period)
  const first = period.kind === 'span' && ledger.metrics.get(metric)?.kind !== 'stock' ? period.start : last
  if (month === '') return yearsOf(period, first, deck.config.calendar).has(Number(year))
  const number = monthOf(words.claims, month) - 1
  const months = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  return months.some((each) => each % 12 === number && (year === undefined || yearOf(each) === Number(year)))
}

const invalid = (match: WordMatch, fact: Fact, passage: Passage, { files }: RuleContext): Finding =>
  finding('S9', 'error', {
    ...{ slide: passage.slide.id, place: placeOf(passage, match, files), facts: [fact.id] },
    message: `invalid time "${match.text.trim()}": its figure is of ${fact.period.label}`,
    hint: 'Write {{period …}} or {{dates …}} with the period of the figure, or bind the figure of that time.',
  })

/** "In 2021, revenue was …", "… in March": a bare year or month in which the period of its number does not lie. */
function checkTimes(passage: Passage, context: RuleContext): readonly Finding[] {
  const { timeOfNumber, afterPriceYear } = context.words.subjects
  return matchesIn(passage, timeOfNumber).flatMap((match): readonly Finding[] => {
    const fact = afterPriceYear.test(passage.text.slice(match.end))
      ? undefined
      : numberOf(match, passage, context)?.shown.fact
    if (!fact || fact.kind === 'cagr') return []
    const [month = '', ofMonth, year] = match.groups
    return canBe(fact, month, ofMonth ?? year, context) ? [] : [invalid(match, fact, passage, context)]
  })
}

/** "Nine-month orders were …", "annual sales of …": the length of the period of the flow whose name follows. */
function checkLengths(passage: Passage, context: RuleContext): readonly Finding[] {
  const { words, ledger } = context
  return matchesIn(passage, words.subjects.lengthAdjective).flatMap((match): readonly Finding[] => {
    const clause = clauseAt(passage, match.start, words)
    const next = figuresOf(passage).find(({ start, end }) => start >= match.end && end <= clause.end)
    const [name] = next ? namesIn(passage.text.slice(match.end, next.start), ledger.metrics) : []
    if (!next || name?.start !== 1 || !isLinked(passage, match.end, next.start, context)) return []
    const { fact } = next.shown
    const { claims, subjects } = words
    const isFlow = ledger.metrics.get(fact.metric)?.kind === 'flow' && fact.kind !== 'cagr'
    const months = claims.subjects.lengthAdjectives[match.text.toLowerCase()]
    if (!isFlow || fact.period.kind !== 'span' || fact.period.months === months) return []
    return subjects.beforeComparedPeriod.test(ownText(passage, clause.start, match.start))
      ? []
      : [invalid(match, fact, passage, context)]
  })
}

/** "In the quarter ended December 31", "cash at the end of March": the end of a period in the author's own words. */
function checkEnds(passage: Passage, context: RuleContext): readonly Finding[] {
  const { words, ledger } = context
  const { periodEnd, endedLength, beforeComparedPeriod } = words.subjects
  const lengths = matchesIn(passage, endedLength)
  return matchesIn(passage, periodEnd).flatMap((match): readonly Finding[] => {
    const clause = clauseAt(passage, match.start, words)
    const figures = figuresOf(passage).filter(({ start, end }) => start >= clause.start && end <= clause.end)
    const [first] = figures
    const length = lengths.find(({ start, end }) => start <= match.start && match.start <= end)
    const areStocks = figures.every(({ shown }) => ledger.metrics.get(shown.fact.metric)?.kind === 'stock')
    if (!first || (!length && !areStocks)) return []
    if (beforeComparedPeriod.test(ownText(passage, clause.start, length?.start ?? match.start))) return []
    const periods = passage.pieces.flatMap((piece): readonly Period[] => {
      if (piece.start < clause.start || piece.end > clause.end) return []
      if (piece.kind === 'period') return piece.period ? [piece.period] : []
      if (piece.kind !== 'figure') return []
      const { period, comparator } = piece.shown.fact
      return [period, ...(comparator ? [comparator.period] : [])]
    })
    return periods.some((period) => endsOn(period, match, context))
      ? []
      : [invalid(match, first.shown.fact, passage, context)]
  })
}

/** Whether a period ends on a day, as far as it is said: groups day, month, day and year. */
export function endsOn(period: Period, { groups }: Pick<WordMatch, 'groups'>, { words }: RuleContext): boolean {
  const [before, month = '', after, year] = groups
  const day = before ?? after
  const end = civilDate(period.kind === 'span' ? endOf(period).day : period.day)
  return (
    end.month === monthOf(words.claims, month) &&
    (day === undefined || end.day === Number(day)) &&
    (year === undefined || end.year === Number(year))
  )
}

/** Times in running text that are no part of a year: bare years and months, ends of periods, lengths before a name. */
export const timeFindings = (passage: Passage, context: RuleContext): readonly Finding[] => [
  ...checkTimes(passage, context),
  ...checkLengths(passage, context),
  ...checkEnds(passage, context),
]
