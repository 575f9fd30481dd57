import { type Interval, meets, sum } from '../../model/interval.ts'
import { add, compare, magnitude, multiply, rational, subtract, zero } from '../../model/rational.ts'
import { failed, ticked } from '../check-input.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { rangeOf, widenedForTruncation } from '../words/statement-interval.ts'
import { inScaleOf, lineOf, nameOf, printed } from '../words/wording.ts'
import { totalHint } from './total-rows.ts'

export const isAmount = (statement: TextStatement): boolean =>
  statement.kind === 'value' &&
  statement.number.hedge === undefined &&
  !statement.isBase &&
  statement.number.unit?.kind !== 'percent' &&
  statement.number.unit?.kind !== 'points'

export function checkSum(
  total: TextStatement,
  parts: readonly TextStatement[],
  severity: 'error' | 'warning',
): TextCheck {
  const exact = parts.map(({ value }) => value).reduce(add, zero)
  const range = parts.map((part) => rangeOf(part)).reduce<Interval>(sum, { low: zero, high: zero })
  const arithmetic = `${parts.map(printed).join(' + ')} = ${inScaleOf(magnitude(exact), total)}, total ${printed(total)} (${lineOf(total)})`
  const checked = { rule: 'F1', code: 'text-breakdown', arithmetic }
  const [first = total] = parts
  if (
    meets(widenedForTruncation(range, parts), rangeOf(total)) ||
    meets(range, widenedForTruncation(rangeOf(total), [total]))
  )
    return ticked({ ...checked, parts: [total, ...parts] })
  const gap = subtract(total.value, exact)
  const hint = totalHint(parts, gap, total)
  const suspect = parts.find((part) => hint.includes(`"${printed(part)}"`)) ?? first
  const rest = parts.filter((part) => part !== suspect)
  return failed({
    ...checked,
    parts: [suspect, ...rest, total],
    severity,
    message: `invalid breakdown: the parts of ${nameOf(total)} sum to ${inScaleOf(magnitude(exact), total)}, the total is "${printed(total)}" on line ${total.place.line}`,
    hint,
  })
}

export const isWithin = (total: TextStatement, parts: readonly TextStatement[], percent: bigint): boolean => {
  const gap = magnitude(subtract(total.value, parts.map(({ value }) => value).reduce(add, zero)))
  return compare(multiply(gap, rational(100n)), multiply(magnitude(total.value), rational(percent))) <= 0
}
