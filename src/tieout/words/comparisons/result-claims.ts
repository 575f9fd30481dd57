import { wordExpression } from '../../../language/claims/pattern-parts.ts'
import { figureId } from '../../../model/fact.ts'
import type { Period } from '../../../model/period.ts'
import { sign } from '../../../model/rational.ts'
import type { RuleContext } from '../../rule.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { clauseAt, figuresOf, type Passage } from '../passage.ts'
import { type Answer, answer, clauseNames, earlierValues, missing, periodAt } from './comparison-answer.ts'

interface Result {
  readonly metric: string
  readonly period: Period
}

const noResult = missing('the result that is meant: a figure of it, or its whole label')

/** The result, profit or loss, that a clause is about: by its figure on the given side of the match, on the other, or by its name. */
function resultAt(
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
  side: 'before' | 'after',
): Result | undefined {
  const { ledger, words } = context
  const isResult = wordExpression(words.claims.comparisonPhrases.result, 'iu')
  const may = (metric: string): boolean => {
    const { label, unit, short = label, kind } = ledger.metrics.get(metric) ?? {}
    return kind === 'flow' && unit?.kind === 'currency' && [label, short].some((text) => text && isResult.test(text))
  }
  const clause = clauseAt(passage, match.start, words)
  const figures = figuresOf(passage).filter(
    ({ start, end, shown: { fact } }) =>
      start >= clause.start && end <= clause.end && fact.scenario === 'actual' && may(fact.metric),
  )
  const before = figures.findLast(({ end }) => end <= match.start)
  const after = figures.find(({ start }) => start >= match.end)
  const found = side === 'before' ? (before ?? after) : (after ?? before)
  if (found) return found.shown.fact
  const named = clauseNames(match, passage, context).find(({ metrics: [metric = ''] }) => may(metric))
  const [metric] = named?.metrics ?? []
  return metric === undefined ? undefined : { metric, period: periodAt(match, passage, context) }
}

/** "Back to profit", "swung to a loss": of that sign now, and of the other a year or a period before. */
export function turned(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1): Answer {
  const result = resultAt(match, passage, context, 'after')
  if (!result) return noResult
  const id = figureId(result)
  const now = context.ledger.known(result)
  if (!now) return missing(id)
  if (sign(now.value) !== side) return answer(false, `${id} was a ${side > 0 ? 'loss' : 'profit'}`)
  const before = earlierValues(result.metric, result.period, context)
  if (before.length === 0) return missing(`${result.metric} before ${result.period.label}`)
  const has = before.some((value) => sign(value) === -side)
  return answer(has, `${id} and before it ${has ? 'have' : 'do not have'} different signs`)
}

/** "Against a profit a year ago": the sign of the year before. */
export function againstResult(
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
  side: 1 | -1,
): Answer | undefined {
  const { ledger, words } = context
  const rest = passage.text.slice(match.end, clauseAt(passage, match.end, words).end)
  if (
    !wordExpression(
      String.raw`^\s*${words.claims.phrases.leadsToTime}(?:${words.subjects.lastYear.source})`,
      'iu',
    ).test(rest)
  )
    return undefined
  const result = resultAt(match, passage, context, 'before')
  if (!result) return noResult
  const base = ledger.base({ ...result, scenario: 'actual' })
  const before = ledger.known(base)
  if (!before) return missing(figureId(base))
  const isTrue = sign(before.value) === side
  return answer(isTrue, `${figureId(base)} was ${sign(before.value) < 0 ? 'a loss' : 'no loss'}`)
}
