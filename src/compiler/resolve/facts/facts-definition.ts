import { isConvertible } from '../../../format/units.ts'
import type { Fact } from '../../../model/fact.ts'
import type { FigureQuestion } from '../../../model/fact-book.ts'
import type { Metric, MetricDefinition } from '../../../model/figure.ts'
import { ratio, scale } from '../../../model/interval.ts'
import { divide, multiply, powerOfTen } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { type FactContext, formulaOf } from './facts-context.ts'
import { addFacts, type Operand, operandOf } from './facts-operands.ts'
import { absenceOf, absentFact, computedFact, type Identity } from './facts-outcome.ts'

/** The quotient of two facts in a unit; undefined when the divisor is, or may be, zero or less. */
export function quotientOf(part: Fact, whole: Fact, unit: Unit): Operand | undefined {
  const [a, b] = [operandOf(part, part.unit), operandOf(whole, whole.unit)]
  if (!a || !b || b.low.n <= 0n) return undefined
  const corners = ratio(a, b)
  if (!corners) return undefined
  const percentage = unit.kind === 'percent' ? 2 : 0
  const factor = powerOfTen(part.unit.exponent - whole.unit.exponent - unit.exponent + percentage)
  const value = a.value && b.value && multiply(divide(a.value, b.value), factor)
  return { ...scale(corners, factor), value, ulp: null }
}

interface Defined {
  readonly metric: Metric
  readonly question: Required<FigureQuestion>
  readonly identity: Identity
}

function added(
  context: FactContext,
  { metric, question, identity }: Defined,
  signs: readonly { id: string; sign: 1 | -1 }[],
): Fact {
  const facts = signs.map(({ id, sign }) => ({ sign, fact: context.figure({ ...question, metric: id }) }))
  const inputs = facts.map(({ fact }) => fact)
  const absence = absenceOf(inputs)
  const exponent = Math.max(...inputs.map(({ unit }) => unit.exponent))
  const unit = metric.unit.kind === 'points' ? metric.unit : { ...metric.unit, exponent }
  const outcome = addFacts(facts, unit)
  if (absence !== undefined || !outcome)
    return absentFact(identity, absence ?? 'missing', { unit: metric.unit, inputs })
  const formula = formulaOf(facts)
  return computedFact(context, identity, { unit, inputs, formula, outcome })
}

function divided(context: FactContext, { metric, question, identity }: Defined, of: readonly [string, string]): Fact {
  const [part, whole] = [context.figure({ ...question, metric: of[0] }), context.figure({ ...question, metric: of[1] })]
  const inputs = [part, whole]
  const absence = absenceOf(inputs)
  if (absence !== undefined) return absentFact(identity, absence, { unit: metric.unit, inputs })
  const outcome = quotientOf(part, whole, metric.unit)
  if (!outcome) return absentFact(identity, 'not-meaningful', { unit: metric.unit, inputs })
  return computedFact(context, identity, { unit: metric.unit, inputs, formula: `${part.id} / ${whole.id}`, outcome })
}

function changed(
  context: FactContext,
  defined: Defined,
  definition: MetricDefinition & { readonly kind: 'change' },
): Fact {
  const { metric, question, identity } = defined
  const measure = definition.as === 'absolute' ? (`${definition.vs}-difference` as const) : definition.vs
  const fact = context.ask(measure, { ...question, metric: definition.of })
  if (fact.absence === 'missing' || fact.absence === 'not-meaningful') {
    return absentFact(identity, fact.absence, { unit: metric.unit, inputs: [fact] })
  }
  const outcome = operandOf(fact, isConvertible(fact.unit, metric.unit) ? fact.unit : metric.unit)
  if (!outcome) return absentFact(identity, 'missing', { unit: metric.unit, inputs: [fact] })
  const unit = isConvertible(fact.unit, metric.unit) ? fact.unit : metric.unit
  return computedFact(context, identity, { unit, inputs: [fact], formula: fact.id, outcome })
}

/** A metric computed by its definition, in the period and scenario asked for. */
export function definedFact(context: FactContext, definition: MetricDefinition, defined: Defined): Fact {
  switch (definition.kind) {
    case 'sum':
      return added(
        context,
        defined,
        definition.of.map((id, index) => ({ id, sign: definition.signs[index] ?? 1 })),
      )
    case 'difference':
      return added(
        context,
        defined,
        definition.of.map((id, index) => ({ id, sign: index === 0 ? 1 : -1 })),
      )
    case 'ratio':
    case 'share':
      return divided(context, defined, definition.of)
    case 'change':
      return changed(context, defined, definition)
  }
}
