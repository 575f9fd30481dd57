import { type Interval, intervalOf, scale } from '../../model/interval.ts'
import { type Rounding, rational } from '../../model/rational.ts'
import type { Statement } from '../model.ts'

const modes: readonly Rounding[] = ['nearest', 'truncate']
const hundredth = rational(1n, 100n)

/** What a statement's number stands for. */
export const rangeOf = (statement: Pick<Statement, 'value' | 'number'>, rounding: Rounding = 'nearest'): Interval =>
  intervalOf({ value: statement.value, ulp: statement.number.ulp }, rounding)

/** A percentage's interval as a fraction. */
export const fractionOf = (statement: Pick<Statement, 'value' | 'number'>, rounding: Rounding = 'nearest'): Interval =>
  scale(rangeOf(statement, rounding), hundredth)

/** Nobody says how the figures were rounded: a check fails only when it fails for both habits. */
export const holdsSomehow = (holds: (rounding: Rounding) => boolean): boolean => modes.some(holds)
