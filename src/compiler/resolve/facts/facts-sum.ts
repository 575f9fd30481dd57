import { type Fact, sumId } from '../../../model/fact.ts'
import type { SumQuestion, SumTerm } from '../../../model/fact-book.ts'
import { type FactContext, formulaOf } from './facts-context.ts'
import { addFacts } from './facts-operands.ts'
import { absenceOf, absentFact, computedFact, type Identity } from './facts-outcome.ts'

/** A total that no metric holds: of a chart's own parts, or of the steps of a bridge so far. */
export function sumFact(context: FactContext, { label, terms }: SumQuestion): Fact | undefined {
  const parts = terms.map(({ measure, sign, question }) => ({ sign, fact: context.ask(measure, question) }))
  const inputs = parts.map(({ fact }) => fact)
  const last = inputs.at(-1)
  if (!last) return undefined
  const formula = formulaOf(parts)
  const { period, scenario } = last
  const identity: Identity = { id: sumId(formula), kind: 'sum', metric: '', period, scenario }
  const unit = { ...last.unit, exponent: Math.max(...inputs.map((fact) => fact.unit.exponent)) }
  const outcome = addFacts(parts, unit)
  const absence = absenceOf(inputs)
  if (absence !== undefined || !outcome)
    return { ...absentFact(identity, absence ?? 'missing', { unit, inputs }), label }
  return { ...computedFact(context, identity, { unit, inputs, formula, outcome }), label }
}

/** The fact as a part of a sum; undefined for what cannot be asked for again by figures alone. */
export function sumTerm(fact: Fact, sign: 1 | -1): SumTerm | undefined {
  const { metric, period, scenario, comparator } = fact
  if (fact.kind === 'figure') return { measure: 'value', sign, question: { metric, period, scenario } }
  if (fact.kind !== 'difference' || !comparator) return undefined
  const versus = { vs: comparator.period, vsScenario: comparator.scenario }
  return { measure: 'difference', sign, question: { metric, period, scenario, ...versus } }
}
