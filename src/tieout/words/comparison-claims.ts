import type { ClaimWords } from '../../language/claim-words.ts'
import { countWord } from '../../language/claims/number-phrases.ts'
import { figureId } from '../../model/fact.ts'
import { once } from '../../model/memory.ts'
import type { Period } from '../../model/period.ts'
import { compare, divide, type Rational, sign, subtract } from '../../model/rational.ts'
import type { Finding, Verdict } from '../finding.ts'
import { finding, type RuleContext } from '../rule.ts'
import { subjectOf } from './claim-subject.ts'
import { directionWords } from './direction.ts'
import { namesIn } from './names/metric-names.ts'
import { clauseAt, figuresOf, matchesIn, type Passage, type WordMatch } from './passage.ts'
import { placeOf } from './word-place.ts'

interface Answer {
  readonly verdict: Extract<Verdict, 'ticked' | 'error' | 'not-checkable'>
  readonly reason: string
}

const patternsOf = once(({ comparisonPhrases }: ClaimWords) => {
  const all = (source: string): RegExp => new RegExp(source, 'giu')
  const { aboveTarget, belowTarget, allParts, fasterThan, slowerThan } = comparisonPhrases
  return {
    above: all(aboveTarget),
    below: all(belowTarget),
    parts: all(allParts),
    faster: all(fasterThan),
    slower: all(slowerThan),
  }
})

/** An actual figure against the targets that the data have of its period: one that fits is enough. */
function againstTarget(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1): Answer | undefined {
  const { ledger, deck } = context
  const subject = subjectOf(passage, match, context)
  if (!subject) return undefined
  const { metric, period } = subject
  const by = figuresOf(passage).find(({ start }) => start >= match.end)
  const comparator = by?.shown.fact.comparator
  if (by && comparator?.scenario === 'actual' && /^\s+by\s+$/.test(passage.text.slice(match.end, by.start)))
    return { verdict: 'error', reason: `${by.shown.use.text} is measured against ${comparator.base}, no target` }
  const actual = ledger.known({ metric, period })
  const planned = [...deck.data.scenarios.values()].filter(({ kind }) => kind !== 'actual')
  const targets = planned.flatMap(({ id }) => ledger.level({ metric, period, scenario: id }) ?? [])
  if (!actual || targets.length === 0)
    return {
      verdict: 'not-checkable',
      reason: `missing ${actual ? `a target of ${figureId(subject)}` : figureId({ metric, period })}`,
    }
  const fits = targets.some(({ interval, ulp, value, exponent }) => {
    if (exponent !== actual.exponent) return true // published in another scale: not judged here
    const edge = ulp ? value : side > 0 ? interval.high : interval.low
    return compare(actual.value, edge) === side
  })
  const reason = targets.map(({ fact }) => fact).join(', ')
  return { verdict: fits ? 'ticked' : 'error', reason: `${figureId({ metric, period })} against ${reason}` }
}

/** Growth as a ratio to the year before; undefined where it has none. */
function growthOf(metric: string, period: Period, { ledger }: RuleContext): Rational | undefined {
  const question = { metric, period, scenario: 'actual' }
  const [now, base] = [ledger.known(question)?.value, ledger.known(ledger.base(question))?.value]
  return now && base && sign(base) > 0 ? divide(now, base) : undefined
}

function periodAt(match: WordMatch, passage: Passage, { deck, words }: RuleContext): Period {
  const clause = clauseAt(passage, match.start, words)
  const named = passage.pieces.find(
    (piece) => piece.kind === 'period' && piece.start >= clause.start && piece.end <= clause.end,
  )
  return (named?.kind === 'period' ? named.period : undefined) ?? deck.config.reportingPeriod
}

/** "Revenue grew faster than costs": both by name. */
function pace(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1): Answer | undefined {
  const clause = clauseAt(passage, match.start, context.words)
  const names = namesIn(passage.text.slice(clause.start, clause.end), context.ledger.metrics).filter(
    ({ metrics }) => metrics.length === 1,
  )
  const first = names.findLast(({ end }) => end + clause.start <= match.start)?.metrics[0]
  const second = names.find(({ start }) => start + clause.start >= match.end)?.metrics[0]
  if (first === undefined || second === undefined) return undefined
  const period = periodAt(match, passage, context)
  const [a, b] = [growthOf(first, period, context), growthOf(second, period, context)]
  const reason = `growth of ${first} and ${second} in ${period.label}`
  if (!a || !b) return { verdict: 'not-checkable', reason: `missing ${reason}` }
  return { verdict: compare(a, b) === side ? 'ticked' : 'error', reason }
}

/** "All three segments grew": the parts of the one sum that has so many, of those whose figures the slide or deck shows. */
function everyPart(match: WordMatch, passage: Passage, context: RuleContext): Answer | undefined {
  const { ledger, words } = context
  const clause = clauseAt(passage, match.start, words)
  const word = directionWords(passage, words).find(({ start, end }) => start >= match.end && end <= clause.end)
  if (!word || (word.direction !== 'up' && word.direction !== 'down')) return undefined
  const [quantifier = '', count] = match.groups
  const wanted = count === undefined ? (/both/i.test(quantifier) ? 2 : undefined) : countWord(words.claims, count)
  const sums = [...ledger.metrics.values()].flatMap(({ definition }) =>
    definition?.kind === 'sum' && (wanted === undefined || definition.of.length === wanted) ? [definition.of] : [],
  )
  const [parts] = sums
  if (!parts || sums.length > 1)
    return { verdict: 'not-checkable', reason: 'missing a single total with so many parts' }
  const period = periodAt(match, passage, context)
  const rates = parts.map((part) => ({ part, rate: growthOf(part, period, context) }))
  const unknown = rates.filter(({ rate }) => rate === undefined)
  if (unknown.length > 0)
    return { verdict: 'not-checkable', reason: `missing growth of ${unknown.map(({ part }) => part).join(', ')}` }
  const side = word.direction === 'up' ? 1 : -1
  const other = rates.find(({ rate }) => rate && sign(subtract(rate, { n: 1n, d: 1n })) !== side)
  return other
    ? { verdict: 'error', reason: `${other.part} went the other way in ${period.label}` }
    : { verdict: 'ticked', reason: `${parts.join(', ')} in ${period.label}` }
}

/** Comparisons of a passage that hold no change of their own: with targets, between metrics, of all parts of a sum. */
export function comparisonFindings(passage: Passage, context: RuleContext): readonly Finding[] {
  const { above, below, parts, faster, slower } = patternsOf(context.words.claims)
  const found = (expression: RegExp, check: (match: WordMatch) => Answer | undefined): readonly Finding[] =>
    matchesIn(passage, expression).flatMap((match) => {
      const answer = check(match)
      if (!answer) return []
      const failed = answer.verdict === 'error'
      const said = `"${match.text}": ${answer.reason}`
      return [
        finding('S1', answer.verdict, {
          ...{ slide: passage.slide.id, place: placeOf(passage, match, context.files), facts: [] },
          message: failed
            ? `invalid comparison ${said}`
            : `${answer.verdict === 'ticked' ? '' : 'not checkable, '}${said}`,
          hint: failed ? 'Reword it, or correct the figures.' : undefined,
        }),
      ]
    })
  return [
    ...found(above, (match) => againstTarget(match, passage, context, 1)),
    ...found(below, (match) => againstTarget(match, passage, context, -1)),
    ...found(faster, (match) => pace(match, passage, context, 1)),
    ...found(slower, (match) => pace(match, passage, context, -1)),
    ...found(parts, (match) => everyPart(match, passage, context)),
  ]
}
