import type { Fact } from '../../model/fact.ts'
import type { Operand } from './change.ts'

/** A fact to reckon with, and the scale it is in; undefined when nothing is known of it. */
export function operandOf(fact: Fact | undefined): (Operand & { readonly exponent: number }) | undefined {
  if (!fact?.low || !fact.high || !fact.value) return undefined
  const { id, value, ulp, low, high, unit } = fact
  return { label: id, value, ulp, interval: { low, high }, exponent: unit.exponent }
}
