import { partsOf } from '../../format/comparison.ts'
import { type Fact, figureId } from '../../model/fact.ts'
import { point } from '../../model/interval.ts'
import { compare, multiply, powerOfTen, type Rational, rational } from '../../model/rational.ts'
import { parsePrinted } from '../../model/ties.ts'
import { checkRatio, eitherRounding, type Operand, operandOf } from '../arithmetic/change.ts'
import type { FigureStatement } from '../arithmetic/figure-statement.ts'
import { printedValue } from '../arithmetic/printed-value.ts'
import type { Finding } from '../finding.ts'
import { finding, findingOf, type Rule, type RuleContext } from '../rule.ts'
import type { ShownFigure } from '../words/passage.ts'

const factorOf = (unit: { readonly kind: string }): ReturnType<typeof rational> =>
  rational(unit.kind === 'percent' ? 100n : 1n)

/** A ratio that the data state, against the definition of its metric. */
function statedRatio(statement: FigureStatement, { ledger }: RuleContext): Finding | undefined {
  const metric = ledger.metrics.get(statement.metric)
  const definition = metric?.definition
  const { period, scenario, place, fact, ulp, value, qualifier } = statement
  if (!metric || (definition?.kind !== 'ratio' && definition?.kind !== 'share')) return undefined
  if (statement.measure !== 'value' || ulp === null || qualifier !== undefined) return undefined
  const { calendar } = ledger.config
  const questions = partsOf(metric, { metric: metric.id, period, scenario }, { metrics: ledger.metrics, calendar })
  const levels = questions.map(ledger.known) // twelve months of a flow may be stated by quarters only
  const facts = [fact, ...questions.map(figureId)]
  const [part, whole] = levels
  if (!part || !whole || part.qualified || whole.qualified) {
    const missing = questions.filter((_, index) => !levels[index]).map(figureId)
    const reason = missing.length > 0 ? `missing ${missing.join(', ')}` : 'a figure is stated approximately'
    return finding('C6', 'not-checkable', { place, facts, message: `not checkable, ${fact}: ${reason}` })
  }
  const result = eitherRounding(ledger.config.numbers.rounding, (rounding) =>
    checkRatio({
      part: { label: part.fact, ...part },
      whole: { label: whole.fact, ...whole },
      printed: { value, ulp },
      factor: multiply(factorOf(metric.unit), powerOfTen(part.exponent - whole.exponent - metric.unit.exponent)),
      rounding,
      words: ledger.config.language.report.arithmetic,
    }),
  )
  if (!result)
    return finding('C6', 'not-checkable', { place, facts, message: `not checkable, ${fact}: the whole may be zero` })
  const { verdict, arithmetic, tolerance } = result
  const message = verdict === 'error' ? `invalid ratio, ${fact}: it does not follow from its figures` : fact
  return finding('C6', verdict, { place, facts, message, arithmetic, tolerance })
}

/** The ends of a printed range, each with the ends of its figures that it follows from; a number is its own two ends. */
function endsOf(shown: ShownFigure, part: Operand, whole: Operand): readonly RatioEnd[] {
  const printed = printedValue(shown, 0)
  if (printed) return [{ part, whole, printed }]
  const range = parsePrinted(shown.use.displayed)
  if (!range) return []
  const ulp = powerOfTen(-shown.use.decimals)
  const at = (operand: Operand, value: Rational): Operand => ({ ...operand, value, ulp: null, interval: point(value) })
  const { low, high } = part.interval
  const isTurned = compare(whole.interval.high, rational(0n)) < 0 // of losses the greater is the lower number
  const over = isTurned ? { low: whole.interval.high, high: whole.interval.low } : whole.interval
  const [least, most] = isTurned ? [high, low] : [low, high]
  return [
    { part: at(part, least), whole: at(whole, over.high), printed: { value: range.low, ulp } },
    { part: at(part, most), whole: at(whole, over.low), printed: { value: range.high, ulp } },
  ]
}

interface RatioEnd {
  readonly part: Operand
  readonly whole: Operand
  readonly printed: { readonly value: Rational; readonly ulp: Rational }
}

/** A figure by its value or, of a range, its ends: those of guidance that a progress is measured against. */
function boundsOf(fact: Fact | undefined): ReturnType<typeof operandOf> {
  if (!fact?.low || !fact.high || fact.value) return operandOf(fact)
  return operandOf({ ...fact, value: fact.low })
}

/** A share or ratio that a slide prints, against its two inputs. */
function shownRatio(shown: ShownFigure, { deck }: RuleContext): readonly Finding[] {
  const { fact, use } = shown
  const definition = deck.data.metrics.get(fact.metric)?.definition
  const isOver = fact.kind === 'figure' && definition?.kind === 'ratio' && definition.over !== undefined
  const isRatio = fact.kind === 'share' || fact.kind === 'ratio' || (isOver && fact.inputs.length === 2)
  if (!isRatio || use.displayed === '') return []
  const isRange = printedValue(shown, 0) === undefined
  // A whole's share of itself has one input.
  const [part, whole = part] = fact.inputs.map((id) => (isRange ? boundsOf : operandOf)(deck.facts.get(id)))
  if (!part || !whole)
    return [
      findingOf('C6', 'not-checkable', {
        shown,
        message: `not checkable, ${use.text}: its inputs are not known exactly`,
      }),
    ]
  return endsOf(shown, part, whole).flatMap((end) => {
    const result = checkRatio({
      ...end,
      factor: multiply(factorOf(fact.unit), powerOfTen(part.exponent - whole.exponent)),
      rounding: 'nearest',
      words: deck.config.language.report.arithmetic,
    })
    if (!result) return []
    const { verdict, arithmetic, tolerance } = result
    const message = verdict === 'error' ? `invalid ratio, ${use.text}` : `${use.text} (${fact.id})`
    const facts = [fact.id, part.label, whole.label]
    return [findingOf('C6', verdict, { shown, facts, message, arithmetic, tolerance })]
  })
}

export const c6: Rule = {
  id: 'C6',
  title: 'margins, shares and ratios are possible for their two figures',
  check: (context) => [
    ...context.ledger.statements.flatMap((statement) => statedRatio(statement, context) ?? []),
    ...context.slides.flatMap((checked) => checked.shown.flatMap((shown) => shownRatio(shown, context))),
  ],
}
