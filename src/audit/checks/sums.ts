import type { Interval } from '../../model/interval.ts'
import { add, multiply, rational, zero } from '../../model/rational.ts'
import type { Statement } from '../model.ts'

/** Truncated parts miss their total by up to n − 1 units: nobody says how these were rounded, so both habits pass. */
export function plusRounding(range: Interval, parts: readonly Statement[]): Interval {
  const half = parts.map(({ number }) => multiply(number.ulp, rational(1n, 2n))).reduce(add, zero)
  return { low: range.low, high: add(range.high, half) }
}
