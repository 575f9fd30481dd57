import { type Interval, intervalOf, scale } from '../../model/interval.ts'
import { add, magnitude, multiply, type Rational, type Rounding, rational, zero } from '../../model/rational.ts'
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

/** The value of a statement, of a liability without the minus that brackets around it would mean. */
export const amountOf = ({ value, owed }: Pick<TextStatement, 'value' | 'owed'>): Rational =>
  owed ? magnitude(value) : value

/** The interval that an amount stands for; that of a liability is not below zero. */
export const amountRange = (statement: TextStatement, rounding?: Rounding): Interval =>
  rangeOf({ value: amountOf(statement), number: statement.number }, rounding)

/** A percentage's interval as a fraction. */
export const fractionOf = (
  statement: Pick<TextStatement, 'value' | 'number'>,
  rounding: Rounding = 'nearest',
): Interval => scale(rangeOf(statement, rounding), hundredth)

/** A text does not say how its figures were rounded: a check fails only when it fails for both ways. */
export const holdsSomehow = (holds: (rounding: Rounding) => boolean): boolean => modes.some(holds)
