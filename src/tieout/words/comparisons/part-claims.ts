import { countWord } from '../../../language/claims/number-phrases.ts'
import { figureId } from '../../../model/fact.ts'
import type { Period } from '../../../model/period.ts'
import { compare, type Rational, rational, sign, subtract } from '../../../model/rational.ts'
import type { RuleContext } from '../../rule.ts'
import { directionWords } from '../direction.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { clauseAt, type Passage } from '../passage.ts'
import { type Answer, answer, clauseNames, growthOf, missing, periodAt } from './comparison-answer.ts'

/** The parts of every metric that is defined as a sum. */
const sumsOf = ({ ledger }: RuleContext): readonly (readonly string[])[] =>
  [...ledger.metrics.values()].flatMap(({ definition }) => (definition?.kind === 'sum' ? [definition.of] : []))

/** "All three segments grew": the parts of the one sum that has so many. */
export function everyPart(match: WordMatch, passage: Passage, context: RuleContext): Answer | undefined {
  const { words } = context
  const clause = clauseAt(passage, match.start, words)
  const word = directionWords(passage, words).find(({ start, end }) => start >= match.end && end <= clause.end)
  if (!word || (word.direction !== 'up' && word.direction !== 'down')) return undefined
  const [quantifier = '', count] = match.groups
  const wanted =
    count === undefined ? (words.phrase('both').test(quantifier) ? 2 : undefined) : countWord(words.claims, count)
  const sums = sumsOf(context).filter((parts) => wanted === undefined || parts.length === wanted)
  const [parts] = sums
  if (!parts || sums.length > 1) return missing('a single total with so many parts')
  const period = periodAt(match, passage, context)
  const rates = parts.map((part) => ({ part, rate: growthOf(part, period, context) }))
  const unknown = rates.filter(({ rate }) => rate === undefined)
  if (unknown.length > 0) return missing(`growth of ${unknown.map(({ part }) => part).join(', ')}`)
  const side = word.direction === 'up' ? 1 : -1
  const other = rates.find(({ rate }) => rate && sign(subtract(rate, rational(1n))) !== side)
  return other
    ? answer(false, `${other.part} went the other way in ${period.label}`)
    : answer(true, `${parts.join(', ')} in ${period.label}`)
}

/** "Retail was the only segment to grow": it went that way, and no other part of its total did. */
export function onlyPart(match: WordMatch, passage: Passage, context: RuleContext): Answer | undefined {
  const { words } = context
  const clause = clauseAt(passage, match.start, words)
  const word = directionWords(passage, words).find(({ start, end }) => start >= match.end && end <= clause.end)
  const part = clauseNames(match, passage, context).findLast(({ end }) => end <= match.start)?.metrics[0]
  if (!word || part === undefined || (word.direction !== 'up' && word.direction !== 'down')) return undefined
  const sums = sumsOf(context).filter((parts) => parts.includes(part))
  const [siblings] = sums
  if (!siblings || sums.length > 1) return missing(`a single total that ${part} is part of`)
  const period = periodAt(match, passage, context)
  const side = word.direction === 'up' ? 1 : -1
  const rates = siblings.map((sibling) => ({ sibling, rate: growthOf(sibling, period, context) }))
  const unknown = rates.filter(({ rate }) => rate === undefined)
  if (unknown.length > 0) return missing(`growth of ${unknown.map(({ sibling }) => sibling).join(', ')}`)
  const alike = rates.flatMap(({ sibling, rate }) =>
    rate && sign(subtract(rate, rational(1n))) === side ? [sibling] : [],
  )
  const isOnly = alike.length === 1 && alike[0] === part
  return answer(isOnly, `${alike.join(', ') || 'none'} went that way in ${period.label}`)
}

/** What a part is compared with its siblings by. */
type Measure = (metric: string, period: Period) => Rational | undefined

function measuresOf(context: RuleContext): Readonly<Record<'value' | 'difference' | 'growth', Measure>> {
  const { ledger } = context
  const value: Measure = (metric, period) => ledger.known({ metric, period })?.value
  return {
    value,
    difference(metric, period) {
      const [now, before] = [value(metric, period), ledger.known(ledger.base({ metric, period, scenario: 'actual' }))]
      return now && before && subtract(now, before.value)
    },
    growth: (metric, period) => growthOf(metric, period, context),
  }
}

/** Whether a part is first among its siblings by any of the measures; what is missing where one is not known of all. */
function isFirst(
  part: string,
  siblings: readonly string[],
  period: Period,
  measures: readonly Measure[],
  side: 1 | -1,
): boolean | undefined {
  const answers = measures.map((measure) => {
    const own = measure(part, period)
    const all = siblings.map((sibling) => measure(sibling, period))
    if (!own || all.includes(undefined)) return undefined
    return all.every((other) => other && compare(own, other) * side >= 0)
  })
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false
}

function leads(
  part: string | undefined,
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
  kind: 'change' | 'whole',
): Answer {
  if (part === undefined) return missing('the part that led, by its whole label')
  const sums = sumsOf(context).filter((parts) => parts.includes(part))
  const [siblings] = sums
  if (!siblings || sums.length > 1) return missing(`a single total that ${part} is part of`)
  const period = periodAt(match, passage, context)
  const { value, difference, growth } = measuresOf(context)
  const isFall = new RegExp(context.words.claims.comparisonPhrases.ledFall, 'iu').test(match.text)
  const measures = kind === 'whole' ? [value, difference, growth] : [difference, growth]
  const first = isFirst(part, siblings, period, measures, isFall ? -1 : 1)
  const others = siblings.filter((sibling) => sibling !== part)
  if (first === undefined)
    return missing(`${siblings.map((metric) => figureId({ metric, period })).join(', ')}, or the year before`)
  return answer(first, `${part} against ${others.join(', ')} in ${period.label}`)
}

/** "Retail led growth": of the parts of one total it grew most, by amount or by rate. */
export function ledChange(match: WordMatch, passage: Passage, context: RuleContext): Answer {
  const before = clauseNames(match, passage, context).findLast(({ end }) => end <= match.start)
  return leads(before?.metrics[0], match, passage, context, 'change')
}

/** "Growth was led by retail". */
export function ledBy(match: WordMatch, passage: Passage, context: RuleContext): Answer {
  const after = clauseNames(match, passage, context).find(({ start }) => start >= match.end)
  return leads(after?.metrics[0], match, passage, context, 'change')
}

/** "Retail led sales": the largest part, or the one that grew most. */
export function ledWhole(match: WordMatch, passage: Passage, context: RuleContext): Answer | undefined {
  const names = clauseNames(match, passage, context)
  const whole = names.find(({ start }) => start >= match.end)
  if (!whole || !/^\s+(?:\p{L}{2,5}\s+)?$/u.test(passage.text.slice(match.end, whole.start))) return undefined
  const part = names.findLast(({ end }) => end <= match.start)
  return leads(part?.metrics[0], match, passage, context, 'whole')
}
