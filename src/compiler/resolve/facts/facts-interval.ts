import { isConvertible } from '../../../format/units.ts'
import type { Fact } from '../../../model/fact.ts'
import { sum as addIntervals, type Interval } from '../../../model/interval.ts'
import { add, compare, multiply, negate, powerOfTen, type Rational } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'

/** A number to compute with: its value, unless only its ends are known, and one unit in its last known place. */
export interface Term extends Interval {
  readonly value: Rational | null
  readonly ulp: Rational | null
}

/** Percentages and points count the same thing, so that a difference of percentages is in points. */
function isCommensurable(from: Unit, to: Unit): boolean {
  const isPercentage = ({ kind }: Unit): boolean => kind === 'percent' || kind === 'points'
  return isConvertible(from, to) || (isPercentage(from) && isPercentage(to))
}

/** The fact's number in a unit; undefined when it is absent or counts something else. */
export function termOf(fact: Fact, unit: Unit): Term | undefined {
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

/** Terms added up, each with a sign. */
export function total(terms: readonly { readonly term: Term; readonly sign: 1 | -1 }[]): Term | undefined {
  const signed = terms.map(({ term, sign }): Term => {
    if (sign === 1) return term
    return { value: term.value && negate(term.value), low: negate(term.high), high: negate(term.low), ulp: term.ulp }
  })
  const [first, ...rest] = signed
  return (
    first &&
    rest.reduce(
      (sum, term) => ({
        ...addIntervals(sum, term),
        value: sum.value && term.value && add(sum.value, term.value),
        ulp: coarser(sum.ulp, term.ulp),
      }),
      first,
    )
  )
}
