import { lastMonthOf } from '../../format/fiscal.ts'
import type { ClaimWords } from '../../language/claim-words.ts'
import { wordExpression } from '../../language/claims/pattern-parts.ts'
import { once } from '../../model/memory.ts'
import type { Period } from '../../model/period.ts'
import type { RuleContext } from '../rule.ts'
import type { WordMatch } from './matches/text-pool.ts'
import { namesIn, otherWords } from './names/metric-names.ts'
import { clauseAt, matchesIn, ownText, type Passage, type TextRange } from './passage.ts'
import { partOf, periodOfPart, type WordedPart, wordedPeriods } from './worded-periods.ts'

/** The part of a clause that a claim stands in, between commas and "and"; names of metrics that hold these stay whole. */
export function segmentAt(passage: Passage, match: TextRange, { ledger, words }: RuleContext): TextRange {
  const clause = clauseAt(passage, match.start, words)
  const names = namesIn(passage.text.slice(clause.start, clause.end), ledger.metrics)
  const isInName = (at: number): boolean =>
    names.some(({ start, end }) => clause.start + start <= at && at < clause.start + end)
  const breaks = matchesIn(passage, words.numberPhrases.joinsClaims).filter(({ start }) => !isInName(start))
  return {
    start: Math.max(clause.start, breaks.findLast(({ end }) => end <= match.start)?.end ?? 0),
    end: Math.min(clause.end, breaks.find(({ start }) => start >= match.end)?.start ?? clause.end),
  }
}

/** What a claim is taken to be of, and where that stands. */
interface Taken {
  readonly isMetric: (metrics: readonly string[]) => boolean
  /** The end of the figure before the claim that says it, if one does. */
  readonly from?: number | undefined
}

/** Whether words right before a claim name something else: "sales fell 6% and profit dropped by a fifth" says nothing of sales. */
export function hasOwnNoun(
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
  { isMetric, from }: Taken,
): boolean {
  const segment = segmentAt(passage, match, context)
  const start = Math.max(segment.start, from ?? 0)
  const names = namesIn(passage.text.slice(start, match.start), context.ledger.metrics)
  if (names.some(({ metrics }) => isMetric(metrics))) return false
  return names.length > 0 || otherWords(ownText(passage, start, match.start), context.words).length > 0
}

/** How many months back the clause of a claim compares, where its words say so: "from quarter to quarter". */
export function saidMonths(match: TextRange, passage: Passage, { words }: RuleContext): number | undefined {
  const { start, end } = clauseAt(passage, match.start, words)
  const own = ownText(passage, start, end)
  const said = words.comparisons.filter(({ pattern }) => pattern.test(own))
  return said.length === 1 ? said[0]?.months : undefined
}

const duringOf = once(({ comparisonPhrases: { during } }: ClaimWords) => wordExpression(during, 'iu'))

/** The part of a year that a direction compares with, behind it: "fell against the fourth quarter". */
export function saidBase(word: TextRange, passage: Passage, { words }: RuleContext): WordedPart | undefined {
  const { end } = clauseAt(passage, word.start, words)
  const match = matchesIn(passage, words.subjects.partOfYear).find((each) => each.start >= word.end && each.end <= end)
  if (!match) return undefined
  const lead = ownText(passage, word.end, match.start)
  const leads = words.leadsToPeriod.test(lead) && !duringOf(words.claims).test(lead)
  return leads ? partOf(match, words) : undefined
}

/**
 * The period that a claim names in words, in the year that is reported or, "of last year", in the one before: in its own part of the
 * clause, else before it, else behind it. Undefined where no words name one; "unknown" where they name one that is not known.
 */
export function saidPeriod(
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
  where: 'segment' | 'clause',
): Period | 'unknown' | undefined {
  const { words, deck } = context
  const { calendar, reportingPeriod } = deck.config
  const [clause, segment] = [clauseAt(passage, match.start, words), segmentAt(passage, match, context)]
  const isInside = ({ start, end }: TextRange, range: TextRange): boolean => start >= range.start && end <= range.end
  const own = ownText(passage, segment.start, segment.end)
  if (words.numberPhrases.otherPeriods.test(own)) return 'unknown'
  const found = wordedPeriods(passage, words, calendar).filter(
    ({ match: at }) =>
      isInside(at, clause) && (at.end <= match.start || at.start >= match.end) && !isRun(at, passage, context),
  )
  const inSegment = found.filter(({ match: at }) => isInside(at, segment))
  const others = where === 'segment' ? [] : found
  const said =
    inSegment[0] ??
    others.findLast(({ match: at }) => at.end <= match.start) ??
    others.find(({ match: at }) => at.start >= match.end)
  if (!said) return undefined
  const lead = ownText(passage, clause.start, said.match.start)
  if (words.numberPhrases.beforeBase.test(lead) || inSegment.length > 1) return 'unknown'
  const isLastYear = matchesIn(passage, words.subjects.lastYear).some(
    ({ start }) => start >= said.match.end && start - said.match.end <= longestOf,
  )
  return periodOfPart(said.part, { calendar, last: lastMonthOf(reportingPeriod) - (isLastYear ? 12 : 0) }) ?? 'unknown'
}

/** " of the ", between a part of a year and "last year". */
const longestOf = 8

/** Whether a part of a year counts a run: "for the third quarter in a row". */
const isRun = ({ end }: TextRange, passage: Passage, { words }: RuleContext): boolean =>
  matchesIn(passage, words.consecutive).some((run) => run.start < end && end <= run.end)
