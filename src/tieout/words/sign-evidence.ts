import { previousPeriod, shiftYears } from '../../format/calendar.ts'
import { containing } from '../../format/fiscal.ts'
import type { ClaimWords } from '../../language/claim-words.ts'
import { wordExpression } from '../../language/claims/pattern-parts.ts'
import { fill } from '../../language/fill.ts'
import { metricsIn } from '../../model/fact.ts'
import { once } from '../../model/memory.ts'
import type { Period } from '../../model/period.ts'
import { divide, multiply, type Rational, rational, round, sign, subtract } from '../../model/rational.ts'
import type { RuleContext } from '../rule.ts'
import { type DirectionClaim, isChange, signBetween, signOf } from './direction.ts'
import { clauseAt, figuresOf, ownText, type Passage, type ShownFigure } from './passage.ts'

export type Sign = -1 | 0 | 1

/** The signs that the data give for a claim, and where they come from. */
export interface SignEvidence {
  readonly signs: readonly Sign[]
  readonly facts: readonly string[]
  readonly arithmetic: string
}

/** What a report says of each sign. */
export const signWords = { [-1]: 'down', 0: 'unchanged', 1: 'up' } as const

function changeEvidence(shown: ShownFigure, { deck }: RuleContext): SignEvidence {
  const found = signOf(shown)
  const { fact, text, form } = shown.use
  // A bare magnitude would hide which way the number went.
  const signed = form === 'magnitude' && found ? `${found < 0 ? '−' : '+'}${text}` : text
  const arithmetic = fill(deck.config.language.report.arithmetic.is, { fact, text: signed })
  return { signs: found === undefined ? [] : [found], facts: [shown.use.fact], arithmetic }
}

const hundred = rational(100n)

/** A share as it was in another period, in the unit of the one that is shown; undefined where a part of it is not known. */
function shareAt({ fact }: ShownFigure, period: Period, { ledger }: RuleContext): Rational | undefined {
  const [part, whole] = metricsIn(fact.id).map(
    (metric) => ledger.known({ metric, period, scenario: fact.scenario })?.value,
  )
  if (!part || !whole || sign(whole) <= 0) return undefined
  const quotient = divide(part, whole)
  return fact.unit.kind === 'percent' ? multiply(quotient, hundred) : quotient
}

/** "Declined to 24.7% of net sales": which way the share went, not its amount. One that prints as the same is unchanged, too. */
function shareEvidence(shown: ShownFigure, context: RuleContext): SignEvidence {
  const { fact, use } = shown
  const { calendar } = context.ledger.config
  const decimals = /\.(\d+)/.exec(use.displayed)?.[1]?.length ?? 0
  const isPartOfYear = fact.period.kind === 'instant' || 12 % fact.period.months === 0 // nothing is right before nine months
  const bases = [
    shiftYears(fact.period, -1, calendar),
    ...(isPartOfYear ? [previousPeriod(fact.period, calendar)] : []),
  ]
  const now = shareAt(shown, fact.period, context)
  const known = bases.flatMap((period) => {
    const before = now && shareAt(shown, period, context)
    if (!before) return []
    const [exact, printed] = [
      sign(subtract(now, before)),
      sign(subtract(round(now, decimals), round(before, decimals))),
    ]
    return [{ period, signs: printed === 0 ? [exact, 0 as const] : [exact] }]
  })
  const words = context.deck.config.language.report.arithmetic
  return {
    signs: known.flatMap(({ signs }) => signs),
    facts: [fact.id],
    arithmetic: known
      .map(({ period, signs: [first = 0] }) => fill(words[signWords[first]], { base: period.label }))
      .join(', '),
  }
}

/** The change that a sentence adds in parentheses to the value it leads to, else the changes that the data give. */
function levelEvidence(shown: ShownFigure, passage: Passage, context: RuleContext): SignEvidence {
  const { ledger } = context
  const words = ledger.config.language.report.arithmetic
  const { fact } = shown
  if ((fact.kind === 'share' || fact.kind === 'ratio') && metricsIn(fact.id).length === 2)
    return shareEvidence(shown, context)
  const beside = figuresOf(passage).find(
    (figure) =>
      ['growth', 'difference'].includes(figure.shown.fact.kind) &&
      figure.shown.fact.metric === fact.metric &&
      figure.shown.fact.period.label === fact.period.label,
  )
  if (beside) return changeEvidence(beside.shown, context)
  const question = { metric: fact.metric, period: fact.period, scenario: fact.scenario }
  const now = ledger.level(question)
  const bases = basesOf(shown, passage, context)
    .map((vs) => ledger.level(ledger.base({ ...question, vs })))
    .filter((level) => level !== undefined)
  const signs = now ? bases.map((base) => sign(subtract(now.value, base.value))) : []
  const names = bases.map(({ fact: id }, index) => fill(words[signWords[signs[index] ?? 0]], { base: id }))
  const earlier = otherScenario(shown, passage)
  const revised = earlier && signBetween(shown, earlier)
  if (earlier && revised !== undefined)
    return {
      signs: [revised],
      facts: [fact.id, earlier.fact.id],
      arithmetic: fill(words.revised, { before: earlier.use.text, now: shown.use.text }),
    }
  return { signs, facts: [fact.id, ...bases.map(({ fact: id }) => id)], arithmetic: names.join(', ') }
}

const yearEndOf = once(({ comparisonPhrases }: ClaimWords) => wordExpression(comparisonPhrases.withYearEnd, 'iu'))

/**
 * The periods that a value may be compared with: the one that words behind it name, else the year and the period before; of a balance
 * also the end of the last year, where words say so, or where nothing else is known.
 */
function basesOf(shown: ShownFigure, passage: Passage, context: RuleContext): readonly Period[] {
  const { ledger, words } = context
  const { calendar } = ledger.config
  const { metric, period, scenario } = shown.fact
  const said = saidMonths(shown, passage, context)
  const bases = [shiftYears(period, -1, calendar), previousPeriod(period, calendar)].filter(
    (_, index) => said === undefined || (said === 12) === (index === 0),
  )
  if (ledger.metrics.get(metric)?.kind !== 'stock') return bases
  const start = figuresOf(passage).find((each) => each.shown === shown)?.start ?? 0
  const clause = clauseAt(passage, start, words)
  const isOfYearEnd = yearEndOf(words.claims).test(ownText(passage, clause.start, clause.end))
  const isKnown = bases.some((vs) => ledger.level(ledger.base({ metric, period, scenario, vs })) !== undefined)
  return isOfYearEnd || (said === undefined && !isKnown)
    ? [shiftYears(containing(period, 12, calendar), -1, calendar)]
    : bases
}

/** How far back a value is compared, where words behind it say so: "down on the year". */
function saidMonths({ use }: ShownFigure, passage: Passage, { words }: RuleContext): number | undefined {
  const figures = figuresOf(passage)
  const at = figures.findIndex(({ shown }) => shown.use.key === use.key)
  const end = figures[at]?.end ?? 0
  const text = ownText(
    passage,
    end,
    Math.min(clauseAt(passage, end, words).end, figures[at + 1]?.start ?? passage.text.length),
  )
  const found = words.comparisons.filter(({ pattern }) => pattern.test(text))
  return found.length === 1 ? found[0]?.months : undefined
}

/** The target that a revised one replaces, where the passage names it before. */
function otherScenario({ fact, use }: ShownFigure, passage: Passage): ShownFigure | undefined {
  const figures = figuresOf(passage)
  const own = figures.findIndex(({ shown }) => shown.use.key === use.key)
  return figures
    .slice(0, Math.max(own, 0))
    .findLast(
      ({ shown: { fact: other } }) =>
        other.metric === fact.metric && other.period.label === fact.period.label && other.scenario !== fact.scenario,
    )?.shown
}

/** What the data say of a claim about a number; undefined where it says nothing of a sign. */
export function evidenceOf(claim: DirectionClaim, passage: Passage, context: RuleContext): SignEvidence | undefined {
  const { shown, other, relation } = claim
  if (!shown || relation === 'none' || relation === 'rate') return undefined
  if (relation === 'change') return changeEvidence(shown, context)
  if (relation === 'level') return levelEvidence(shown, passage, context)
  const found = other && signBetween(shown, other)
  const facts = other ? [shown.use.fact, other.use.fact] : [shown.use.fact]
  return {
    signs: found === undefined ? [] : [found],
    facts,
    arithmetic: fill(context.deck.config.language.report.arithmetic.against, {
      value: shown.use.text,
      other: other?.use.text ?? '',
    }),
  }
}

/**
 * Whether the words of a claim speak of the size of a number below zero: a loss that grew is a value that fell, and so are what was
 * spent, is stored negative and printed without its sign, and rose, and a deficit that widened.
 */
export function isOfMagnitude({ shown, word }: DirectionClaim, passage: Passage, context: RuleContext): boolean {
  if (!shown) return false
  const { ledger, words } = context
  const { metric, period, scenario, value, kind } = shown.fact
  if (kind === 'growth' && isExpense(metric, context)) return false // it is that of the size already
  const level = isChange(shown) ? ledger.level({ metric, period, scenario })?.value : value
  if (level === undefined || level === null || sign(level) >= 0) return false
  const isSpent = words.phrase('spent').test(ownText(passage, clauseAt(passage, word.start, words).start, word.start))
  const printed = shown.use.form === 'magnitude' && (ledger.metrics.get(metric)?.polarity !== 'more' || isSpent)
  return printed || words.magnitude.test(word.text) || isLoss(passage, word.start, context)
}

const isExpense = (metric: string, { ledger }: RuleContext): boolean => ledger.metrics.get(metric)?.polarity === 'less'

/** Whether a loss is named before a word. */
export const isLoss = (passage: Passage, offset: number, { words }: RuleContext): boolean =>
  words.loss.test(ownText(passage, 0, offset))
