import { scales } from '../format/unit.ts'
import { multiply, parseDecimal, powerOfTen, type Rational } from '../model/rational.ts'
import type { Shown } from './passage.ts'

/** A printed number at some power of ten. */
export interface PrintedValue {
  readonly value: Rational
  readonly ulp: Rational
  readonly decimals: number
}

/** Power of ten of a unit as figures' uses name it: "JPY bn" → 9, "bps" → -2, "%" → 0. */
export function exponentOf(unit: string): number {
  if (unit === 'bps') return -2
  const blank = unit.lastIndexOf(' ')
  if (blank < 0) return 0
  const short = unit.slice(blank + 1)
  return scales.find((scale) => scale.short === short)?.exponent ?? 0
}

/** What the digits of a use say, at a power of ten; undefined for n.m., missing ones and ranges. */
export function printedValue({ use }: Shown, exponent: number): PrintedValue | undefined {
  const parsed = parseDecimal(use.displayed)
  if (!parsed) return undefined
  const shift = powerOfTen(exponentOf(use.displayUnit) - exponent)
  const ulp = multiply(powerOfTen(-use.decimals), shift)
  return { value: multiply(parsed.value, shift), ulp, decimals: use.decimals }
}
