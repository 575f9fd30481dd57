import { containing, lastMonthOf, spanOf } from '../../../format/fiscal.ts'
import type { WordPatterns } from '../../../language/word-patterns.ts'
import type { Period } from '../../../model/period.ts'
import type { Finding } from '../../finding.ts'
import { type CheckedSlide, finding, type RuleContext } from '../../rule.ts'
import { directionWords } from '../direction.ts'
import { clauseAt, figuresOf, ownText, type Passage, type TextRange } from '../passage.ts'
import { placeOf } from '../word-place.ts'
import { isPart, type WordedPart, type WordedPeriod, wordedPeriods } from '../worded-periods.ts'
import { isMarked } from './old-names.ts'
import { isHeading, leftoverNames } from './rolled-words.ts'

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
 * "Sales rose in the second quarter" in a deck of the third, and a heading "Results of the second quarter": a part of a year
 * as long as the period that is reported and before it, of which the slide shows nothing.
 */
export function leftBehind({ slide, passages, shown }: CheckedSlide, context: RuleContext): readonly Finding[] {
  const { deck, words, files } = context
  const { calendar, reportingPeriod } = deck.config
  if (slide.historical || reportingPeriod.kind !== 'span' || reportingPeriod.months === 12) return []
  const bound = passages.flatMap(({ pieces }) =>
    pieces.flatMap((piece) => (piece.kind === 'period' && piece.period ? [piece.period] : [])),
  )
  const own = shown.flatMap(({ fact }) => [fact.period, ...(fact.comparator ? [fact.comparator.period] : [])])
  const isShown = (part: WordedPart): boolean =>
    [reportingPeriod, ...bound, ...own].some((period) => period.kind === 'span' && isPart(period, part, calendar))
  return passages.flatMap((passage) => {
    const known = new Set(leftoverNames(passage, context).map(({ match }) => match.start)) // rule P2 says so already
    return wordedPeriods(passage, words, calendar, true).flatMap((worded) => {
      const { match, part, isYear } = worded
      if (known.has(match.start) || isYear || part.index === undefined || part.months !== reportingPeriod.months)
        return []
      if (isShown(part) || isMarked(passage, match)) return []
      const clause = clauseAt(passage, match.start, words)
      const before = ownText(passage, clause.start, match.start)
      const isHead = isOldHead(passage, worded, context) && !words.subjects.beforeOlderPeriod.test(before)
      const isSaid = part.year === undefined && isClaim(passage, clause, context)
      if (!isHead && (!isSaid || words.subjects.beforeComparedPeriod.test(before))) return []
      return [
        finding('P1', 'warning', {
          ...{ slide: slide.id, place: placeOf(passage, match, files), facts: [] },
          message: `invalid period "${match.text}": the deck reports ${reportingPeriod.label}, and the slide shows no other`,
          hint: 'Write {{period "Q" style="long"}} with the period that you mean, so that it rolls on.',
        }),
      ]
    })
  })
}

/** Whether words head something and name a part of the year before the one that is reported, within a year of it. */
function isOldHead(passage: Passage, { part, spans }: WordedPeriod, { deck, words }: RuleContext): boolean {
  const { calendar, reportingPeriod } = deck.config
  if (!isHeading(passage) || isPromise(passage, words) || reportingPeriod.kind !== 'span') return false
  const { start } = reportingPeriod
  const offset = start - containing(reportingPeriod, 12, calendar).start
  if (spans.length === 0) return (part.index ?? 0) * part.months < offset
  return spans.every((span) => lastMonthOf(span) < start && span.start > start - 12)
}

const isPromise = ({ text }: Passage, words: WordPatterns): boolean =>
  words.future.test(text) || words.targets.test(text)
