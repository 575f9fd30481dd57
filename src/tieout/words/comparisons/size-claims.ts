import { twelveMonthsTo } from '../../../format/comparison.ts'
import { numberWord } from '../../../language/claims/number-phrases.ts'
import type { WordPatterns } from '../../../language/word-patterns.ts'
import { figureId } from '../../../model/fact.ts'
import type { Period } from '../../../model/period.ts'
import { add, divide, magnitude, multiply, powerOfTen, type Rational, rational, sign } from '../../../model/rational.ts'
import type { RuleContext } from '../../rule.ts'
import { type ClaimSubject, lastPart } from '../claim-subject.ts'
import { directionWords } from '../direction.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { type NameMatch, namesIn, otherWords } from '../names/metric-names.ts'
import { clauseAt, matchesOf, ownText, type Passage } from '../passage.ts'
import { clauseNames, periodAt } from './comparison-answer.ts'

/** A number in words, what it is of by the data, and how far off it may be. */
export interface Claim {
  readonly said: Rational
  /** Undefined where the data do not have it; `missing` then says what. */
  readonly found: Rational | undefined
  readonly missing: string
  /** What it may be as well, where its words name no period. */
  readonly alternatives?: readonly Rational[]
  /** Half a unit of a whole number; undefined for a rough ratio, of which a tenth may be off. */
  readonly tolerance: Rational | undefined
}

type Found = readonly (readonly [WordMatch, Claim | undefined])[]

/** Matches of what few texts hold: the others are not searched, for these expressions are slow. */
const rareMatches = (passage: Passage, sign: RegExp, expression: RegExp): readonly WordMatch[] =>
  sign.test(passage.text) ? matchesOf(passage, expression) : []

/** Every "twice" and "three times" of a passage. */
export const timesIn = (passage: Passage, { numberPhrases: { anyTimes, times } }: WordPatterns): readonly WordMatch[] =>
  rareMatches(passage, anyTimes, times)

/** The reporting period, or the one that the clause names, and its last part. */
function periodsAt(match: WordMatch, passage: Passage, context: RuleContext): readonly Period[] {
  const period = periodAt(match, passage, context)
  const part = lastPart(period, context.deck.config.calendar.subPeriods === 'quarters' ? 3 : 6, context)
  return part.label === period.label ? [period] : [period, part]
}

/** How many times a first metric is of a second one: by the ratio that the deck defines of them, else by their values. */
function ratioOf(first: string, second: string, period: Period, { ledger, deck }: RuleContext): Rational | undefined {
  const defined = [...ledger.metrics.values()].find(
    ({ definition, unit }) =>
      definition?.kind === 'ratio' &&
      unit.kind !== 'percent' &&
      definition.of[0] === first &&
      definition.of[1] === second,
  )
  const ratio = defined && ledger.known({ metric: defined.id, period })?.value
  if (ratio) return ratio
  const [a, b] = [first, second].map((id) => ledger.metrics.get(id))
  if (!a || !b || a.unit.kind !== b.unit.kind || a.unit.base !== b.unit.base) return undefined
  const isOfYear = a.kind === 'stock' && b.kind === 'flow' // debt over the EBITDA of twelve months
  const of = isOfYear ? twelveMonthsTo(period, deck.config.calendar) : period
  const [above, below] = [ledger.known({ metric: first, period }), of && ledger.known({ metric: second, period: of })]
  if (!above || !below || sign(below.value) === 0) return undefined
  const scaled = multiply(above.value, powerOfTen(above.exponent - below.exponent))
  return magnitude(divide(scaled, below.value))
}

/** "Twice", "three and a half times". */
function timesSaid(
  { groups: [, twice, number, andHalf] }: WordMatch,
  { words: { claims } }: RuleContext,
): Rational | undefined {
  const count = twice === undefined ? numberWord(claims, number ?? '') : claims.numberPhrases.twice[twice.toLowerCase()]
  if (count === undefined) return undefined
  return add(rational(BigInt(count)), andHalf === undefined ? rational(0n) : rational(1n, 2n))
}

/** "Net debt is three times EBITDA", "inventory turns are over ten times": a name before, and one behind or nothing. */
function timesClaim(match: WordMatch, passage: Passage, context: RuleContext): Claim | undefined {
  const { words, ledger } = context
  const said = timesSaid(match, context)
  const clause = clauseAt(passage, match.start, words)
  const names = clauseNames(match, passage, context)
  const first = names.findLast(({ end }) => end <= match.start)
  const behind = passage.text.slice(match.end, clause.end)
  if (!said || !first || words.numberPhrases.notTimes.test(behind)) return undefined
  const hasDirection = directionWords(passage, words).some(({ start, end }) => start >= first.end && end <= match.start)
  const lead = ownText(passage, first.end, match.start)
  if (hasDirection || /[,;:]/.test(lead) || otherWords(lead, words).length > 0) return undefined
  const second = names.find(({ start }) => start >= match.end)
  const isOfSecond = second && words.numberPhrases.beforeTimesName.test(ownText(passage, match.end, second.start))
  const [metric = ''] = first.metrics
  const [other = ''] = isOfSecond ? second.metrics : []
  const isOwn = /^\s*(?:[.,)]|$)/.test(behind) && ledger.metrics.get(metric)?.unit.base === 'x'
  if (!isOfSecond && !isOwn) return undefined
  const periods = periodsAt(match, passage, context)
  const [found, ...alternatives] = periods.flatMap((period) => {
    const value = isOfSecond ? ratioOf(metric, other, period, context) : ledger.known({ metric, period })?.value
    return value ? [value] : []
  })
  const [asked = context.deck.config.reportingPeriod] = periods
  const missing = [metric, ...(isOfSecond ? [other] : [])]
    .map((id) => figureId({ metric: id, period: asked }))
    .join(' and ')
  return { said, found, alternatives, missing, tolerance: undefined }
}

/** The name right behind a number of things. */
function nameBehind({ end }: WordMatch, passage: Passage, { ledger }: RuleContext): NameMatch | undefined {
  const [name] = namesIn(passage.text.slice(end), ledger.metrics)
  const isCount = name?.metrics.length === 1 && ledger.metrics.get(name.metrics[0] ?? '')?.unit.kind === 'count'
  return isCount && name.start <= 1 ? name : undefined
}

/** "Seven million members": what is counted, where it is all of them and no change. */
export function countedBehind(match: WordMatch, passage: Passage, context: RuleContext): ClaimSubject | undefined {
  const { words } = context
  const [metric] = nameBehind(match, passage, context)?.metrics ?? []
  const clause = clauseAt(passage, match.start, words)
  const text = ownText(passage, clause.start, clause.end)
  const isChange = directionWords(passage, words).some(({ start, end }) => start >= clause.start && end <= clause.end)
  const isOther = words.numberPhrases.notAllOf.test(ownText(passage, clause.start, match.start))
  const isPlain = [words.targets, words.future, words.denied].every((expression) => !expression.test(text))
  if (metric === undefined || isChange || isOther || !isPlain || text.search(words.subjects.lastYear) >= 0)
    return undefined
  return { metric, period: periodAt(match, passage, context), scenario: 'actual', shown: undefined }
}

/** "Over five hundred stores". */
function hundredsClaim(match: WordMatch, passage: Passage, context: RuleContext): Claim | undefined {
  const { words, ledger } = context
  const subject = countedBehind(match, passage, context)
  const count = numberWord(words.claims, match.groups[1] ?? '')
  if (!subject || count === undefined) return undefined
  const level = ledger.known(subject)
  const found = level && multiply(level.value, powerOfTen(level.exponent))
  return { said: rational(BigInt(count)), found, missing: figureId(subject), tolerance: undefined }
}

/** Sizes in words: how many times another thing, and how many hundreds of one. */
export const sizeClaims = (passage: Passage, context: RuleContext): Found => {
  const { anyHundreds, hundreds } = context.words.numberPhrases
  return [
    ...timesIn(passage, context.words).map((match) => [match, timesClaim(match, passage, context)] as const),
    ...rareMatches(passage, anyHundreds, hundreds).map(
      (match) => [match, hundredsClaim(match, passage, context)] as const,
    ),
  ]
}
