import { partsOf } from '../../../format/comparison.ts'
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

/** The parts that the definition names in this period, with their signs. */
const factsOf = ({ data, figure }: FactContext, { metric, question }: Defined): readonly SignedFact[] =>
  partsOf(metric, question, { metrics: data.metrics, calendar: data.config.calendar }).map(({ sign, ...part }) => ({
    sign,
    fact: figure(part),
  }))

interface SignedFact {
  readonly fact: Fact
  readonly sign: 1 | -1
}

function added(context: FactContext, defined: Defined): Fact {
  const { metric, identity } = defined
  const facts = factsOf(context, defined)
  const inputs = facts.map(({ fact }) => fact)
  const absence = inputs.length === 0 ? 'missing' : absenceOf(inputs)
  const exponent = Math.max(...inputs.map(({ unit }) => unit.exponent))
  const unit = metric.unit.kind === 'points' ? metric.unit : { ...metric.unit, exponent }
  const outcome = addFacts(facts, unit)
  if (absence !== undefined || !outcome)
    return absentFact(identity, absence ?? 'missing', { unit: metric.unit, inputs })
  const formula = formulaOf(facts)
  return computedFact(context, identity, { unit, inputs, formula, outcome })
}

function divided(context: FactContext, defined: Defined): Fact {
  const { metric, identity } = defined
  const inputs = factsOf(context, defined).map(({ fact }) => fact)
  const [part, whole] = inputs
  const absence = absenceOf(inputs)
  if (absence !== undefined || !part || !whole)
    return absentFact(identity, absence ?? 'missing', { unit: metric.unit, inputs })
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
    case 'difference':
      return added(context, defined)
    case 'ratio':
    case 'share':
      return divided(context, defined)
    case 'change':
      return changed(context, defined, definition)
  }
}
