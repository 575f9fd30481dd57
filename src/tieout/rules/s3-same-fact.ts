import { convert, exponentOf } from '../../format/units.ts'
import { fill } from '../../language/fill.ts'
import { gap, intervalOf, meets } from '../../model/interval.ts'
import { compare, magnitude, parseDecimal, round, scaledInteger, subtract, toFixed } from '../../model/rational.ts'
import { amount, decimalsOf } from '../arithmetic/amount.ts'
import type { FigureStatement } from '../arithmetic/figure-statement.ts'
import { plainDigits } from '../arithmetic/printed-value.ts'
import type { Finding } from '../finding.ts'
import { finding, findingOf, type Rule, type RuleContext } from '../rule.ts'
import type { ShownFigure } from '../words/passage.ts'

/** A number printed on a slide says what its fact says, rounded once. */
function checkShown(shown: ShownFigure, { deck }: RuleContext): Finding | undefined {
  const { fact, use } = shown
  const parsed = parseDecimal(use.displayed)
  if (!parsed || !fact.value) return undefined
  const value = convert(fact.value, fact.unit, { ...fact.unit, exponent: exponentOf(use.displayUnit) })
  const roundings =
    deck.config.numbers.rounding === 'truncate' ? (['nearest', 'truncate'] as const) : (['nearest'] as const)
  const right = roundings.some((rounding) => compare(round(value, use.decimals, rounding), parsed.value) === 0)
  const digits = toFixed(magnitude(parsed.value), use.decimals)
  const plain = plainDigits(use.text, deck.config.numbers)
  const { changes, report } = deck.config.language
  const shows =
    plain.includes(digits) || (scaledInteger(parsed.value, use.decimals) === 0n && plain.includes(changes.unchanged))
  const stored = amount(value, Math.max(use.decimals, 0) + (fact.ulp ? 0 : 2))
  const arithmetic = fill(report.arithmetic.printedAs, { value: stored, text: use.text })
  if (right && shows) return findingOf('S3', 'ticked', { shown, message: `${use.text} is ${fact.id}`, arithmetic })
  return findingOf('S3', 'error', { shown, message: `invalid digits of ${fact.id}`, arithmetic })
}

/** Two statements of one fact: equal digits where they are equally precise, else bounds that meet. */
function checkPair(first: FigureStatement, other: FigureStatement, { ledger }: RuleContext): Finding {
  const { rounding } = ledger.config.numbers
  const facts = [other.fact]
  const [a, b] = [first.ulp, other.ulp]
  const text = ({ value, ulp }: FigureStatement): string => amount(value, ulp ? decimalsOf(ulp) : 2)
  const arithmetic = fill(ledger.config.language.report.arithmetic.both, { value: text(first), other: text(other) })
  const place = other.place
  if (first.qualifier !== undefined || other.qualifier !== undefined)
    return finding('S3', 'not-checkable', {
      place,
      facts,
      arithmetic,
      message: `not checkable, ${other.fact}: stated approximately`,
    })
  const equal = compare(first.value, other.value) === 0
  const samePrecision = a !== null && b !== null && compare(a, b) === 0
  if (equal || (!samePrecision && meets(first.interval, other.interval))) {
    const coarse = a && b && compare(a, b) < 0 ? intervalOf({ value: other.value, ulp: b }, rounding) : undefined
    const rounded = !coarse || meets(coarse, { low: first.value, high: first.value })
    return finding('S3', rounded ? 'ticked' : 'rounding', {
      place,
      facts,
      arithmetic,
      message: `${other.fact} is stated twice`,
    })
  }
  const off = samePrecision ? magnitude(subtract(first.value, other.value)) : gap(first.interval, other.interval)
  return finding('S3', 'error', {
    place,
    facts,
    arithmetic,
    message: `invalid ${other.fact}: stated twice, with values ${amount(off, 2)} apart`,
    hint: `The other statement is in ${first.place.path} at line ${first.place.line}.`,
  })
}

function checkStated(statement: FigureStatement, context: RuleContext): readonly Finding[] {
  const all = context.ledger.stated(statement)
  if (all.length < 2 || all[0] !== statement) return []
  // what a restatement replaces is meant to differ
  const isRestated = statement.status === 'restated'
  return all
    .slice(1)
    .filter(({ status }) => !isRestated || status === 'restated')
    .map((other) => checkPair(statement, other, context))
}

export const s3: Rule = {
  id: 'S3',
  title: 'a fact that is stated twice says the same',
  check: (context) => [
    ...context.ledger.statements.flatMap((statement) => checkStated(statement, context)),
    ...context.slides.flatMap((checked) => checked.shown.flatMap((shown) => checkShown(shown, context) ?? [])),
  ],
}
