import { isConvertible } from '../../../format/units.ts'
import type { Fact } from '../../../model/fact.ts'
import { sum as addIntervals, type Interval } from '../../../model/interval.ts'
import { add, compare, multiply, negate, powerOfTen, type Rational } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'

/** A number to compute with: its value, unless only its ends are known, and one unit in its last known place. */
export interface Operand extends Interval {
  readonly value: Rational | null
  readonly ulp: Rational | null
}

/** Percentages and points count the same thing, so that a difference of percentages is in points. */
function isCommensurable(from: Unit, to: Unit): boolean {
  const isPercentage = ({ kind }: Unit): boolean => kind === 'percent' || kind === 'points'
  return isConvertible(from, to) || (isPercentage(from) && isPercentage(to))
}

/** The fact's number in a unit; undefined when it is absent or counts something else. */
export function operandOf(fact: Fact, unit: Unit): Operand | undefined {
  if (!fact.low || !fact.high || !isCommensurable(fact.unit, unit)) return undefined
  if (fact.unit.exponent === unit.exponent) return { value: fact.value, low: fact.low, high: fact.high, ulp: fact.ulp }
  const factor = powerOfTen(fact.unit.exponent - unit.exponent)
  return {
    value: fact.value && multiply(fact.value, factor),
    low: multiply(fact.low, factor),
    high: multiply(fact.high, factor),
    ulp: fact.ulp && multiply(fact.ulp, factor),
  }
}

/** The coarser of two precisions: what a sum is known to. */
function coarser(a: Rational | null, b: Rational | null): Rational | null {
  if (!a || !b) return null
  return compare(a, b) >= 0 ? a : b
}

/** Operands added up, each with a sign. */
export function addUp(operands: readonly { readonly operand: Operand; readonly sign: 1 | -1 }[]): Operand | undefined {
  const signed = operands.map(({ operand, sign }): Operand => {
    if (sign === 1) return operand
    return {
      value: operand.value && negate(operand.value),
      low: negate(operand.high),
      high: negate(operand.low),
      ulp: operand.ulp,
    }
  })
  const [first, ...rest] = signed
  return (
    first &&
    rest.reduce(
      (sum, operand) => ({
        ...addIntervals(sum, operand),
        value: sum.value && operand.value && add(sum.value, operand.value),
        ulp: coarser(sum.ulp, operand.ulp),
      }),
      first,
    )
  )
}

/** Facts added up in a unit; undefined when one of them has no number in it. */
export function addFacts(
  parts: readonly { readonly fact: Fact; readonly sign: 1 | -1 }[],
  unit: Unit,
): Operand | undefined {
  const operands = parts.flatMap(({ fact, sign }) => {
    const operand = operandOf(fact, unit)
    return operand ? [{ operand, sign }] : []
  })
  return operands.length === parts.length ? addUp(operands) : undefined
}
