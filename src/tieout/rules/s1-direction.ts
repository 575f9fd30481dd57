import { previousPeriod, shiftYears } from '../../format/calendar.ts'
import { containing } from '../../format/fiscal.ts'
import { escaped } from '../../language/claims/pattern-parts.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import type { Fact } from '../../model/fact.ts'
import type { Metric } from '../../model/figure.ts'
import { once } from '../../model/memory.ts'
import type { Period } from '../../model/period.ts'
import { compare, magnitude, sign, subtract } from '../../model/rational.ts'
import type { Finding, RuleId } from '../finding.ts'
import { finding, findingOf, type Rule, type RuleContext } from '../rule.ts'
import { type BareMagnitude, bareMagnitudes } from '../words/bare-magnitude.ts'
import { saidBase, saidMonths } from '../words/claim-segment.ts'
import { leadingMetric, namedMetric } from '../words/claim-subject.ts'
import { comparisonFindings } from '../words/comparisons/comparison-claims.ts'
import { noteFindings } from '../words/comparisons/note-claims.ts'
import { agreesWith, type DirectionClaim, directionClaims, signOf } from '../words/direction.ts'
import { namesIn } from '../words/names/metric-names.ts'
import { clauseAt, figuresOf, type Passage } from '../words/passage.ts'
import { evidenceOf, isLoss, isOfMagnitude, type Sign, signWords } from '../words/sign-evidence.ts'
import { placeOf } from '../words/word-place.ts'
import { isPart, type WordedPart, wordedPeriods } from '../words/worded-periods.ts'
import { superlativeFindings } from './s2-superlative.ts'

/** Periods that a clause names; without any, the reporting period and its last quarter. */
function periodsOf(passage: Passage, clause: { start: number; end: number }, context: RuleContext): readonly Period[] {
  const { deck, words } = context
  const worded = wordedPeriods(passage, words, deck.config.calendar)
    .filter(({ match }) => match.start >= clause.start && match.end <= clause.end)
    .flatMap(({ spans }) => spans.slice(0, 1))
  if (worded.length > 0) return worded
  const named = passage.pieces.flatMap((piece) =>
    piece.kind === 'period' && piece.period && piece.start >= clause.start && piece.end <= clause.end
      ? [piece.period]
      : [],
  )
  const { reportingPeriod, calendar } = deck.config
  const months = calendar.subPeriods === 'quarters' ? 3 : 6
  return named.length > 0 ? named : [reportingPeriod, containing(reportingPeriod, months, calendar)]
}

/** A direction word, and what its clause says that it compares with: so many months back, or a part of a year. */
interface SaidChange {
  readonly word: string
  readonly back: number | undefined
  readonly part: WordedPart | undefined
}

/** What the data say of a metric in some periods, against the year and the period before or, where words say so, one of them. */
function signsOf(
  { word, back, part }: SaidChange,
  metric: string,
  periods: readonly Period[],
  context: RuleContext,
): readonly Sign[] {
  const { ledger, words } = context
  const { calendar } = ledger.config
  const isOfSize = words.magnitude.test(word)
  return periods.flatMap((period) => {
    const now = ledger.level({ metric, period })
    const bases = [
      ...(back === undefined || back === 12 ? [shiftYears(period, -1, calendar)] : []),
      ...(back === undefined || (period.kind === 'span' && period.months === back)
        ? [previousPeriod(period, calendar)]
        : []),
    ]
      .filter((base) => part === undefined || isPart(base, part, calendar))
      .map((base) => ledger.level({ metric, period: base }))
    return bases.flatMap((base): readonly Sign[] => {
      if (!now || !base) return []
      const found = sign(subtract(now.value, base.value))
      return [isOfSize && sign(now.value) < 0 ? flip(found) : found]
    })
  })
}

/** "an increase in recurring revenues" names what comes after, "recurring revenues increased" what stands before, "A and B increased" both. */
function metricsOf(before: string, after: string, context: RuleContext): readonly Metric[] {
  const object = context.words.phrase('objectOf').exec(after)?.[1] ?? ''
  const { ledger, words } = context
  const id = leadingMetric(object, ledger) ?? namedMetric(before, context)
  const named = leadingMetric(object, ledger) === undefined ? joinedNames(before, ledger.metrics, words) : []
  const ids = new Set([...(id === undefined ? [] : [id]), ...(id !== undefined && named.includes(id) ? named : [])])
  return [...ids].flatMap((each) => ledger.metrics.get(each) ?? [])
}

/** The metrics whose names are joined to one subject right before a word: "retail and wholesale both". */
function joinedNames(
  before: string,
  metrics: ReadonlyMap<string, Metric>,
  { subjects, phrase }: WordPatterns,
): readonly string[] {
  const names = namesIn(before, metrics)
  const last = names.at(-1)
  if (!last || !phrase('betweenNameAndVerb').test(before.slice(last.end).replace(phrase('both'), ''))) return []
  const chain = [last]
  for (const name of names.slice(0, -1).reverse()) {
    const between = before.slice(name.end, chain[0]?.start)
    if (between.trim() === '' || !subjects.joinsNames.test(between)) break
    chain.unshift(name)
  }
  return chain.flatMap((name) => (name.metrics.length === 1 ? name.metrics : []))
}

/** "Shrank on the year" in the row of a number, or under that of a tile: what the number is, where no other word is the subject. */
function notedFact({ start, end }: DirectionClaim['word'], passage: Passage, { words }: RuleContext): Fact | undefined {
  const fact = passage.of?.fact
  if (fact?.kind !== 'figure' || !words.onlyFillers.test(passage.text.slice(0, start))) return undefined
  const behind = passage.text.slice(end, clauseAt(passage, start, words).end)
  const isAlone =
    words.phrase('behindAdverb').test(behind) || words.comparisons.some(({ pattern }) => pattern.test(behind))
  return isAlone ? fact : undefined
}

/**
 * A direction word of a clause that goes with no number but names a metric: checked against the data of the periods that the
 * clause names. A warning only, and only when every comparison contradicts it: the word may be about something else.
 */
function checkNamed({ word, direction }: DirectionClaim, passage: Passage, context: RuleContext): Finding | undefined {
  const clause = clauseAt(passage, word.start, context.words)
  if (!word.certain) return undefined
  if (figuresOf(passage).some(({ start, end }) => start >= clause.start && end <= clause.end)) return undefined
  const before = passage.text.slice(clause.start, word.start)
  if (before.length > 120 || context.words.leavesOut.test(passage.text.slice(0, clause.start))) return undefined
  if (direction === 'flat') return undefined
  const noted = notedFact(word, passage, context)
  const named = metricsOf(before, passage.text.slice(word.end, clause.end), context)
  const metrics = noted ? [context.ledger.metrics.get(noted.metric) ?? []].flat() : named
  const periods = noted ? [noted.period] : periodsOf(passage, clause, context)
  const back = saidMonths(word, passage, context)
  const part = saidBase(word, passage, context)
  const fewest = back === undefined && part === undefined ? 2 : 1
  const found = metrics.flatMap((metric) => {
    const text = passage.text.slice(clause.start, clause.end).replace(new RegExp(escaped(metric.label), 'gi'), '')
    const { uncertain, future, targets } = context.words
    if ([uncertain, future, targets].some((expression) => expression.test(text))) return []
    const answers = signsOf({ word: word.text, back, part }, metric.id, periods, context).map((sign) =>
      agreesWith(direction, sign, metric),
    )
    return answers.length < fewest || answers.includes(undefined) ? [] : [{ metric, isRight: answers.includes(true) }]
  })
  const [first] = found
  const wrong = found.find(({ isRight }) => !isRight)
  if (!first) return undefined
  const about = { slide: passage.slide.id, place: placeOf(passage, word, context.files), facts: [] }
  const said = `"${word.text}" of ${(wrong ?? first).metric.label}`
  if (!wrong) return finding('S1', 'ticked', { ...about, message: `${said} agrees with the data` })
  return finding('S1', 'warning', {
    ...about,
    message: `invalid direction ${said}`,
    hint: 'Every comparison of the data says otherwise; bind the figure that is meant, or reword the sentence.',
  })
}

function isWithinBand({ shown }: DirectionClaim, { ties }: RuleContext): boolean {
  const fact = shown?.fact
  if (!fact?.value || fact.kind !== 'growth') return false
  return compare(magnitude(fact.value), ties.flatBand) <= 0
}

function checkClaim(claim: DirectionClaim, passage: Passage, context: RuleContext): Finding | undefined {
  const { shown, word, direction } = claim
  const evidence = evidenceOf(claim, passage, context)
  if (!shown) return checkNamed(claim, passage, context)
  if (!evidence) return undefined
  const metric = context.ledger.metrics.get(shown.fact.metric)
  const isTurned = isOfMagnitude(claim, passage, context)
  const isOfLoss = isTurned && isLoss(passage, word.start, context)
  const rule: RuleId = isOfLoss || direction === 'better' || direction === 'worse' ? 'C4' : 'S1'
  const about = { shown, facts: evidence.facts, arithmetic: evidence.arithmetic }
  const answers = evidence.signs.map((found) => agreesWith(direction, isTurned ? flip(found) : found, metric))
  const said = `"${word.text}" of ${metric?.label ?? shown.fact.metric}`
  if (answers.length === 0)
    return findingOf(rule, 'not-checkable', { ...about, message: `not checkable: ${said}, nothing to compare with` })
  if (answers.includes(undefined))
    return findingOf(rule, 'not-checkable', { ...about, message: `not checkable: ${said}, whose polarity is neutral` })
  if (answers.includes(true) || (direction === 'flat' && isWithinBand(claim, context)))
    return findingOf(rule, 'ticked', { ...about, message: `${said} agrees with its sign` })
  const asName = /^\p{Lu}/u.test(word.text) ? ` A name that says no direction is marked: [[${word.text}]].` : ''
  const hint = `The figures say "${signWords[evidence.signs[0] ?? 0]}".${asName}`
  return findingOf(rule, 'error', { ...about, message: `invalid direction ${said}`, hint })
}

const flip = (value: Sign): Sign => (value === 0 ? 0 : value > 0 ? -1 : 1)

/** A number without a sign beside which no known word says whether it is up or down. */
function checkBare({ shown, reading }: BareMagnitude, passage: Passage, context: RuleContext): Finding | undefined {
  if (reading.kind === 'claim') return checkClaim(reading.claim, passage, context)
  if (reading.kind === 'known') return undefined
  const { use, fact } = shown
  const name = context.ledger.metrics.get(fact.metric)?.label ?? fact.metric
  return findingOf('S1', 'warning', {
    shown,
    facts: [use.fact],
    arithmetic: `${use.fact} is ${signWords[signOf(shown) ?? 0]} by ${use.text}`,
    message: `missing direction of ${use.text} (${name}): no known word of its clause says which way it went`,
    hint: `Write {{${fact.kind === 'growth' ? 'change' : 'difference'} "${fact.metric}" …}}, which prints "up" or "down", or a verb that is known: rose, grew, fell, declined.`,
  })
}

function checkPassage(passage: Passage, context: RuleContext): readonly Finding[] {
  const claims = directionClaims(passage, context.words)
  return [
    ...claims.flatMap((claim) => checkClaim(claim, passage, context) ?? []),
    ...comparisonFindings(passage, context),
    ...(claims.some(({ shown }) => shown) ? [] : noteFindings(passage, context)),
    ...bareMagnitudes(passage, claims, context.words).flatMap((bare) => checkBare(bare, passage, context) ?? []),
  ]
}

/** Findings of rule S1, and of C4 where the words are about losses, or say better or worse. */
export const directionFindings = once((context: RuleContext): readonly Finding[] =>
  context.slides.flatMap(({ passages }) => passages.flatMap((passage) => checkPassage(passage, context))),
)

export const s1: Rule = {
  id: 'S1',
  title: 'direction words agree with the sign of their figure',
  check: (context) => {
    const failed = superlativeFindings(context).filter(({ verdict, use }) => verdict === 'error' && use !== undefined)
    const known = new Map(failed.map(({ use, message }) => [use, message]))
    const isKnown = ({ use, message }: Finding): boolean =>
      known.get(use)?.includes(/"([^"]*)"/.exec(message)?.[1] ?? '\n') ?? false // "halved" of one number, wrong for both
    return directionFindings(context).filter(
      (found) => found.rule === 'S1' && !(found.verdict === 'error' && isKnown(found)),
    )
  },
}
