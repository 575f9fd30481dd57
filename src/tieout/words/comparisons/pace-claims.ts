import { countWord } from '../../../language/claims/number-phrases.ts'
import type { Fact } from '../../../model/fact.ts'
import { compare, multiply, type Rational, rational, sign, subtract } from '../../../model/rational.ts'
import type { RuleContext } from '../../rule.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { namesIn } from '../names/metric-names.ts'
import { clauseAt, figuresOf, type Passage } from '../passage.ts'
import { type Answer, answer, clauseNames, growthOf, missing, periodAt } from './comparison-answer.ts'

/** "Retail outgrew Wholesale (4% against 2%)", names that several metrics share: by the two changes behind them, where these have the names. */
function paceOfFigures(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1): Answer | undefined {
  const { ledger, words } = context
  const clause = clauseAt(passage, match.start, words)
  const [first, second, ...more] = figuresOf(passage)
    .filter(({ start, end, shown }) => start >= match.end && end <= clause.end && shown.fact.kind === 'growth')
    .map(({ shown }) => shown.fact)
  if (!first?.value || !second?.value || more.length > 0) return undefined
  const isNamedIn = (fact: Fact, from: number, to: number): boolean =>
    namesIn(passage.text.slice(from, to), ledger.metrics).some(({ metrics }) => metrics.includes(fact.metric))
  if (!isNamedIn(first, clause.start, match.start) || !isNamedIn(second, match.end, clause.end)) return undefined
  return answer(compare(first.value, second.value) === side, `${first.id} and ${second.id}`)
}

/** The growth of the two metrics of a clause, before and behind its claim, as ratios to the year before. */
function growths(match: WordMatch, passage: Passage, context: RuleContext) {
  const names = clauseNames(match, passage, context)
  const first = names.findLast(({ end }) => end <= match.start)?.metrics[0]
  const second = names.find(({ start }) => start >= match.end)?.metrics[0]
  if (first === undefined || second === undefined) return undefined
  const period = periodAt(match, passage, context)
  const [a, b] = [growthOf(first, period, context), growthOf(second, period, context)]
  return { a, b, reason: `growth of ${first} and ${second} in ${period.label}` }
}

const unnamed = missing('two metrics by their whole labels')

/** "Revenue grew faster than costs": both by name. */
export function pace(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1): Answer {
  const found = growths(match, passage, context)
  if (!found) return paceOfFigures(match, passage, context, side) ?? unnamed
  const { a, b, reason } = found
  return a && b ? answer(compare(a, b) === side, reason) : missing(reason)
}

const one = rational(1n)

/** Whether one growth is so many times the other: half a time may be off, "more than" asks for that side. */
function isTimes(a: Rational, b: Rational, times: number, isMore: boolean): boolean {
  const halves = (count: number): Rational => multiply(b, rational(BigInt(count), 2n))
  const least = isMore ? halves(2 * times) : halves(2 * times - 1)
  return sign(b) > 0 && compare(a, least) >= 0 && (isMore || compare(a, halves(2 * times + 1)) <= 0)
}

/** "Revenue grew (more than) twice as fast as costs". */
export function timesPace(match: WordMatch, passage: Passage, context: RuleContext): Answer {
  const [more, twice, count = ''] = match.groups
  const times = twice === undefined ? countWord(context.words.claims, count) : 2
  const found = growths(match, passage, context)
  if (!found || times === undefined) return unnamed
  const { a, b, reason } = found
  return a && b
    ? answer(isTimes(subtract(a, one), subtract(b, one), times, more !== undefined), reason)
    : missing(reason)
}
