import { containing, lastMonthOf, spanOf } from '../../format/fiscal.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import type { Period } from '../../model/period.ts'
import type { Finding } from '../finding.ts'
import { type CheckedSlide, finding, type RuleContext } from '../rule.ts'
import { directionWords } from './direction.ts'
import { clauseAt, figuresOf, ownText, type Passage, type TextRange } from './passage.ts'
import { placeOf } from './word-place.ts'
import { isPart, wordedPeriods } from './worded-periods.ts'

const firstMonthOf = (period: Period): number => (period.kind === 'span' ? period.start : lastMonthOf(period))

/** "Sales rose in the first half of 2022": a period in words, without a figure, that the deck has nothing to do with any more. */
export function staleWords({ slide, passages, shown }: CheckedSlide, context: RuleContext): readonly Finding[] {
  const { ties, deck, words, files } = context
  const { calendar, reportingPeriod } = deck.config
  if (slide.historical) return []
  const year = containing(reportingPeriod, 12, calendar)
  const oldest = ties.compareFrom ?? spanOf(year.start - 12, 12, calendar)
  const limit = Math.min(
    firstMonthOf(oldest),
    // what the slide shows or compares with is no leftover, nor is what a deck without a set says but does not claim
    ...(ties.compareFrom ? [] : shown.flatMap(({ fact }) => [firstMonthOf(fact.comparator?.period ?? fact.period)])),
  )
  return passages.flatMap((passage) =>
    wordedPeriods(passage, words, calendar).flatMap(({ match, spans }) => {
      const isOld = spans.length > 0 && spans.every((span) => lastMonthOf(span) < limit)
      const clause = clauseAt(passage, match.start, words)
      const hasFigure = figuresOf(passage).some(({ start, end }) => start >= clause.start && end <= clause.end)
      if (!isOld || (!ties.compareFrom && (hasFigure || !isClaim(passage, clause, context)))) return []
      return [
        finding('P2', ties.compareFrom ? 'error' : 'warning', {
          ...{ slide: slide.id, place: placeOf(passage, match, files), facts: [] },
          message: `invalid period "${match.text}": older than ${ties.compareFrom ? `the deck's comparison set from ${oldest.label}` : `what the deck compares ${reportingPeriod.label} with`}`,
          hint: 'Roll the words on, or mark the slide historical: true.',
        }),
      ]
    }),
  )
}

/** Whether a clause says which way something went, and neither promises nor denies it. */
function isClaim(passage: Passage, { start, end }: TextRange, { words }: RuleContext): boolean {
  const text = ownText(passage, start, end)
  if (words.future.test(text) || words.targets.test(text)) return false
  return directionWords(passage, words).some((word) => word.certain && word.start >= start && word.end <= end)
}

/**
 * "Sales rose in the second quarter" in a deck of the third: a part of a year without its number, as long as the period that
 * is reported and before it, of which the slide shows nothing.
 */
export function leftBehind({ slide, passages, shown }: CheckedSlide, context: RuleContext): readonly Finding[] {
  const { deck, words, files } = context
  const { calendar, reportingPeriod } = deck.config
  if (slide.historical || reportingPeriod.kind !== 'span' || reportingPeriod.months === 12) return []
  const bound = passages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === 'period' && piece.period ? [piece.period] : [])),
  )
  const own = shown.flatMap(({ fact }) => [fact.period, ...(fact.comparator ? [fact.comparator.period] : [])])
  const offset = reportingPeriod.start - containing(reportingPeriod, 12, calendar).start
  return passages.flatMap((passage) =>
    wordedPeriods(passage, words, calendar).flatMap(({ match, part }) => {
      const { months, index, year } = part
      if (year !== undefined || index === undefined || months !== reportingPeriod.months) return []
      if (
        [reportingPeriod, ...bound, ...own].some((period) => period.kind === 'span' && isPart(period, part, calendar))
      )
        return []
      const clause = clauseAt(passage, match.start, words)
      if (words.subjects.beforeComparedPeriod.test(ownText(passage, clause.start, match.start))) return []
      const isTitle = passage.region === 'title' && index * months < offset && !isPromise(passage, words)
      if (!isTitle && !isClaim(passage, clause, context)) return []
      return [
        finding('P1', 'warning', {
          ...{ slide: slide.id, place: placeOf(passage, match, files), facts: [] },
          message: `invalid period "${match.text}": the deck reports ${reportingPeriod.label}, and the slide shows no other`,
          hint: 'Write {{period "Q" style="long"}} with the period that you mean, so that it rolls on.',
        }),
      ]
    }),
  )
}

const isPromise = ({ text }: Passage, words: WordPatterns): boolean =>
  words.future.test(text) || words.targets.test(text)
