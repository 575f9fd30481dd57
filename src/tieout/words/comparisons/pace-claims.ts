import type { Fact } from '../../../model/fact.ts'
import { compare } from '../../../model/rational.ts'
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

/** "Revenue grew faster than costs": both by name. */
export function pace(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1): Answer {
  const names = clauseNames(match, passage, context)
  const first = names.findLast(({ end }) => end <= match.start)?.metrics[0]
  const second = names.find(({ start }) => start >= match.end)?.metrics[0]
  if (first === undefined || second === undefined)
    return paceOfFigures(match, passage, context, side) ?? missing('two metrics by their whole labels')
  const period = periodAt(match, passage, context)
  const [a, b] = [growthOf(first, period, context), growthOf(second, period, context)]
  const reason = `growth of ${first} and ${second} in ${period.label}`
  return a && b ? answer(compare(a, b) === side, reason) : missing(reason)
}
