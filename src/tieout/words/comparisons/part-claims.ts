import { countWord } from '../../../language/claims/number-phrases.ts'
import { wordExpression } from '../../../language/claims/pattern-parts.ts'
import { figureId } from '../../../model/fact.ts'
import { once } from '../../../model/memory.ts'
import type { Period } from '../../../model/period.ts'
import { compare, type Rational, rational, sign, subtract } from '../../../model/rational.ts'
import type { RuleContext } from '../../rule.ts'
import { type DirectionWord, directionWords } from '../direction.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { otherWords } from '../names/metric-names.ts'
import { clauseAt, ownText, type Passage } from '../passage.ts'
import { type Answer, answer, clauseNames, growthOf, missing, periodAt } from './comparison-answer.ts'
import { allSiblings, calledBy, siblingsOf } from './sibling-parts.ts'

/** "All three segments grew": the parts of the one total that has so many, or whose tie is named by the noun. */
export function everyPart(match: WordMatch, passage: Passage, context: RuleContext): Answer | undefined {
  const { words } = context
  const clause = clauseAt(passage, match.start, words)
  const word = directionWords(passage, words).find(({ start, end }) => start >= match.end && end <= clause.end)
  if (!word || (word.direction !== 'up' && word.direction !== 'down')) return undefined
  const isCut = clauseNames(match, passage, context).some(({ start, end }) => start >= match.end && end <= word.start)
  if (isCut) return undefined // "all segments except fuel"
  const [quantifier = '', count] = match.groups
  const wanted =
    count === undefined ? (words.phrase('both').test(quantifier) ? 2 : undefined) : countWord(words.claims, count)
  const moved = partsThatMoved(word, wanted, match, passage, context)
  if ('verdict' in moved) return moved
  const { parts, others, period } = moved
  const [other] = others
  return other === undefined
    ? answer(true, `${parts.join(', ')} in ${period.label}`)
    : answer(false, `${other} went the other way in ${period.label}`)
}

/** "Most of our segments grew", "two of our three segments fell": so many parts of the total, no fewer and no more. */
export function someParts(match: WordMatch, passage: Passage, context: RuleContext): Answer | undefined {
  const { words } = context
  const word = directionBehind(match, match.end, passage, context)
  if (!word || (word.direction !== 'up' && word.direction !== 'down')) return undefined
  if (otherWords(ownText(passage, match.end, word.start), words).length > 0) return undefined
  const [some = '', count] = match.groups
  const moved = partsThatMoved(
    word,
    count === undefined ? undefined : countWord(words.claims, count),
    match,
    passage,
    context,
  )
  if ('verdict' in moved) return moved
  const { parts, others, period } = moved
  const alike = parts.filter((part) => !others.includes(part))
  const wanted = countWord(words.claims, some)
  const isRight = wanted === undefined ? alike.length * 2 > parts.length : alike.length === wanted
  return answer(isRight, `${alike.join(', ') || 'none'} went that way in ${period.label}`)
}

/** The parts of the one total that is meant, and those of them that did not go the way of a word. */
function partsThatMoved(
  { direction }: DirectionWord,
  wanted: number | undefined,
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
): { readonly parts: readonly string[]; readonly others: readonly string[]; readonly period: Period } | Answer {
  const noun = /[\p{L}-]+$/u.exec(match.text)?.[0] ?? ''
  const wholes = allSiblings(context).filter(({ parts }) => wanted === undefined || parts.length === wanted)
  const [found, ...more] = calledBy(noun, wholes)
  if (!found || more.length > 0) return missing('a single total with so many parts')
  const { parts } = found
  const period = periodAt(match, passage, context)
  const rates = parts.map((part) => ({ part, rate: growthOf(part, period, context) }))
  const unknown = rates.filter(({ rate }) => rate === undefined)
  if (unknown.length > 0) return missing(`growth of ${unknown.map(({ part }) => part).join(', ')}`)
  const side = direction === 'up' ? 1 : -1
  const others = rates.flatMap(({ part, rate }) => (rate && sign(subtract(rate, rational(1n))) !== side ? [part] : []))
  return { parts, others, period }
}

/** "Retail is our largest segment", "our fastest-growing segment is retail": by its value or its growth among the parts of a total. */
export function rankedPart(match: WordMatch, passage: Passage, context: RuleContext): Answer | undefined {
  const { words } = context
  const names = clauseNames(match, passage, context)
  const [before, behind] = [
    names.findLast(({ end }) => end <= match.start),
    names.find(({ start }) => start >= match.end),
  ]
  const isBeing = (from: number, to: number): boolean => words.phrase('isWhat').test(ownText(passage, from, to))
  const name =
    before && isBeing(before.end, match.start)
      ? before
      : behind && isBeing(match.end, behind.start)
        ? behind
        : undefined
  const [part] = name?.metrics ?? []
  if (part === undefined) return undefined
  const { rankedByGrowth, rankedLeast } = words.claims.comparisonPhrases
  const [which = '', noun = ''] = match.groups
  const { value, growth } = measuresOf(context)
  const measure = wordIn(rankedByGrowth).test(which) ? growth : value
  const side = wordIn(rankedLeast).test(which) ? -1 : 1
  const wholes = calledBy(
    noun,
    allSiblings(context).filter(({ parts }) => parts.includes(part)),
  )
  const period = periodAt(match, passage, context)
  const answers = wholes.map(({ parts }): Answer => {
    const first = isFirst(part, parts, period, [measure], side)
    const others = parts.filter((each) => each !== part).join(', ')
    return first === undefined
      ? missing(`${parts.join(', ')} in ${period.label}`)
      : answer(first, `${part} against ${others} in ${period.label}`)
  })
  return bestOf(answers) ?? missing(`a total that ${part} is part of`)
}

/** "Retail was the only segment to grow": it went that way, and no other part of its total did. */
export function onlyPart(match: WordMatch, passage: Passage, context: RuleContext): Answer | undefined {
  const part = clauseNames(match, passage, context).findLast(({ end }) => end <= match.start)?.metrics[0]
  const word = directionBehind(match, match.end, passage, context)
  return part === undefined || !word ? undefined : isOnly(part, word, match, passage, context)
}

/** "Only retail grew": the same of the name right behind, where the word of its direction follows. */
export function onlyNamed(match: WordMatch, passage: Passage, context: RuleContext): Answer | undefined {
  const name = clauseNames(match, passage, context).find(({ start }) => start >= match.end)
  const [part] = name?.metrics ?? []
  const { neutralQualifier } = context.words.subjects
  if (!name || part === undefined || !neutralQualifier.test(passage.text.slice(match.end, name.start))) return undefined
  const word = directionBehind(match, name.end, passage, context)
  const isVerb = word && context.words.phrase('betweenNameAndVerb').test(passage.text.slice(name.end, word.start))
  return isVerb ? isOnly(part, word, match, passage, context) : undefined
}

/** The next word of a direction in a claim's clause. */
function directionBehind(
  match: WordMatch,
  from: number,
  passage: Passage,
  { words }: RuleContext,
): DirectionWord | undefined {
  const { end } = clauseAt(passage, match.start, words)
  return directionWords(passage, words).find((word) => word.start >= from && word.end <= end)
}

/** Whether a part alone of its siblings went one way; of those of several totals one is enough. */
function isOnly(
  part: string,
  { direction }: DirectionWord,
  match: WordMatch,
  passage: Passage,
  context: RuleContext,
): Answer | undefined {
  if (direction !== 'up' && direction !== 'down') return undefined
  const wholes = siblingsOf(part, context)
  if (wholes.length === 0) return missing(`a total that ${part} is part of`)
  const period = periodAt(match, passage, context)
  const side = direction === 'up' ? 1 : -1
  const answers = wholes.map((siblings): Answer => {
    const rates = siblings.map((sibling) => ({ sibling, rate: growthOf(sibling, period, context) }))
    const unknown = rates.filter(({ rate }) => rate === undefined)
    if (unknown.length > 0) return missing(`growth of ${unknown.map(({ sibling }) => sibling).join(', ')}`)
    const alike = rates.flatMap(({ sibling, rate }) =>
      rate && sign(subtract(rate, rational(1n))) === side ? [sibling] : [],
    )
    const reason = `${alike.join(', ') || 'none'} went that way in ${period.label}`
    return answer(alike.length === 1 && alike[0] === part, reason)
  })
  return bestOf(answers)
}

/** What holds by one total holds; what one cannot say is not known to be false. */
const bestOf = (answers: readonly Answer[]): Answer | undefined =>
  answers.find(({ verdict }) => verdict === 'ticked') ??
  answers.find(({ verdict }) => verdict === 'not-checkable') ??
  answers[0]

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
  const wholes = siblingsOf(part, context)
  const period = periodAt(match, passage, context)
  const { value, difference, growth } = measuresOf(context)
  const isFall = wordIn(context.words.claims.comparisonPhrases.ledFall).test(match.text)
  const measures = kind === 'whole' ? [value, difference, growth] : [difference, growth]
  const answers = wholes.map((siblings): Answer => {
    const first = isFirst(part, siblings, period, measures, isFall ? -1 : 1)
    if (first === undefined)
      return missing(`${siblings.map((metric) => figureId({ metric, period })).join(', ')}, or the year before`)
    const others = siblings.filter((sibling) => sibling !== part)
    return answer(first, `${part} against ${others.join(', ')} in ${period.label}`)
  })
  return bestOf(answers) ?? missing(`a total that ${part} is part of`)
}

/** Words within a match. */
const wordIn = once((source: string) => wordExpression(source, 'iu'))

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
