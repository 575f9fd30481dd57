import type { NumberStyle } from '../../model/deck.ts'
import { magnitude, type Rational, scaledInteger, toFixed } from '../../model/rational.ts'

interface NumberFormat {
  readonly decimals: number
  readonly style: NumberStyle
  /** Of negatives, where it is not the deck's own. */
  readonly negative?: NumberStyle['negative'] | undefined
}

/** Digits without sign, grouped by thousands: "1,206.5". */
export function formatDigits(value: Rational, { decimals, style }: NumberFormat): string {
  const [whole = '', fraction] = toFixed(magnitude(value), decimals).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, style.group)
  return fraction === undefined ? grouped : `${grouped}${style.decimal}${fraction}`
}

const negativeMarks: Readonly<Record<NumberStyle['negative'], (body: string) => string>> = {
  parentheses: (body) => `(${body})`,
  minus: (body) => `−${body}`,
  triangle: (body) => `△${body}`,
}

/** A body that may hold a unit, marked as negative: "(38.7%)", "−38.7%", "△38.7%". */
export function markNegative(body: string, negative: NumberStyle['negative']): string {
  return negativeMarks[negative](body)
}

/** -1, 0 or 1: the sign that the digits show, so that -0.04 at one decimal is 0. */
export function displayedSign(value: Rational, decimals: number): -1 | 0 | 1 {
  const shown = scaledInteger(value, Math.max(decimals, 0))
  return shown < 0n ? -1 : shown > 0n ? 1 : 0
}

/** A number in the deck's style: "69,731", "(1,206)", "△38.7"; a value that rounds to zero has no sign. */
export function formatNumber(value: Rational, format: NumberFormat): string {
  const digits = formatDigits(value, format)
  const negative = format.negative ?? format.style.negative
  return displayedSign(value, format.decimals) < 0 ? markNegative(digits, negative) : digits
}
