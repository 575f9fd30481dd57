import { lastMonthOf } from '../../../format/fiscal.ts'
import { percent } from '../../../format/units.ts'
import { cagrId, type Fact } from '../../../model/fact.ts'
import type { FactBook } from '../../../model/fact-book.ts'
import type { Period } from '../../../model/period.ts'
import {
  divide,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  round,
  sign,
  subtract,
} from '../../../model/rational.ts'
import { baseIn, type FactContext, unitOf } from './facts-context.ts'
import { type Operand, operandOf } from './facts-operands.ts'
import { absenceOf, absentFact, computedFact, type Identity } from './facts-outcome.ts'

/** Digits after the point of a yearly factor: its percentage keeps more than ten. */
const rootDigits = 14

/** Greatest integer whose power is at most the radicand, by Newton's method from above. */
export function integerRoot(radicand: bigint, degree: number): bigint {
  if (radicand < 2n) return radicand
  const n = BigInt(degree)
  let guess = 1n << BigInt(Math.ceil(radicand.toString(2).length / degree))
  for (;;) {
    const next = ((n - 1n) * guess + radicand / guess ** (n - 1n)) / n
    if (next >= guess) return guess
    guess = next
  }
}

/** base^(12/months) as a decimal cut off after `rootDigits`, which is at most one unit of the last digit too low. */
function yearlyFactor(base: Rational, months: number): Rational {
  const common = [12, 6, 4, 3, 2, 1].find((divisor) => months % divisor === 0) ?? 1
  const [power, degree] = [BigInt(12 / common), months / common]
  const scale = 10n ** BigInt(rootDigits * degree)
  const root = integerRoot((base.n ** power * scale) / base.d ** power, degree)
  return rational(root, 10n ** BigInt(rootDigits))
}

/** Months from one period to another of its kind and length; undefined when they do not compare. */
function monthsBetween(from: Period, to: Period): number | undefined {
  if (from.kind === 'span' && to.kind === 'span') return from.months === to.months ? to.start - from.start : undefined
  if (from.kind !== 'instant' || to.kind !== 'instant') return undefined
  return lastMonthOf(to) - lastMonthOf(from)
}

const hundred = rational(100n)
const asPercent = (factor: Rational): Rational => multiply(subtract(factor, rational(1n)), hundred)

function growthPerYear(from: Operand, to: Operand, months: number): Operand | undefined {
  if (sign(from.low) <= 0 || sign(to.low) < 0) return undefined
  const factor = (a: Rational, b: Rational): Rational => yearlyFactor(divide(a, b), months)
  const lastPlace = powerOfTen(-rootDigits)
  const high = factor(to.high, from.low)
  return {
    value: to.value && from.value && round(asPercent(factor(to.value, from.value)), rootDigits - 3),
    low: asPercent(factor(to.low, from.high)),
    high: asPercent({ n: high.n * lastPlace.d + lastPlace.n * high.d, d: high.d * lastPlace.d }),
    ulp: null,
  }
}

/** Compound annual growth: the number of years follows from the end points, not from the number of figures. */
export function cagrFact(context: FactContext, question: Parameters<FactBook['cagr']>[0]): Fact {
  const { metric, from, to, scenario = 'actual' } = question
  const end = { metric, period: to, scenario }
  const identity: Identity = { id: cagrId(from, end), kind: 'cagr', ...end }
  const inputs = [context.figure(baseIn(context, { ...end, vs: from })), context.figure(end)]
  const absence = absenceOf(inputs)
  if (absence !== undefined) return absentFact(identity, absence, { unit: percent, inputs })
  const [a, b] = inputs.map((fact) => operandOf(fact, unitOf(context.data, metric)))
  const months = monthsBetween(from, to)
  const outcome = a && b && months !== undefined && months > 0 ? growthPerYear(a, b, months) : undefined
  if (!outcome) return absentFact(identity, 'not-meaningful', { unit: percent, inputs })
  const exponent = months === undefined || months % 12 !== 0 ? `12 / ${months}` : `1 / ${months / 12}`
  const formula = `(${inputs[1]?.id} / ${inputs[0]?.id}) ^ (${exponent}) - 1`
  return computedFact(context, identity, { unit: percent, inputs, formula, outcome })
}
