import { type Interval, intervalOf, scale } from '../../model/interval.ts'
import { add, multiply, type Rounding, rational, zero } from '../../model/rational.ts'
import type { TextStatement } from '../text-model.ts'

/** Truncated parts miss their total by up to n − 1 units: the text does not say how they were rounded, so both ways pass. */
export function widenedForTruncation(range: Interval, parts: readonly TextStatement[]): Interval {
  const half = parts.map(({ number }) => multiply(number.ulp, rational(1n, 2n))).reduce(add, zero)
  return { low: range.low, high: add(range.high, half) }
}

const modes: readonly Rounding[] = ['nearest', 'truncate']
const hundredth = rational(1n, 100n)

/** The interval that a statement's number stands for. */
export const rangeOf = (statement: Pick<TextStatement, 'value' | 'number'>, rounding: Rounding = 'nearest'): Interval =>
  intervalOf({ value: statement.value, ulp: statement.number.ulp }, rounding)

/** A percentage's interval as a fraction. */
export const fractionOf = (
  statement: Pick<TextStatement, 'value' | 'number'>,
  rounding: Rounding = 'nearest',
): Interval => scale(rangeOf(statement, rounding), hundredth)

/** A text does not say how its figures were rounded: a check fails only when it fails for both ways. */
export const holdsSomehow = (holds: (rounding: Rounding) => boolean): boolean => modes.some(holds)
