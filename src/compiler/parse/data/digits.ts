import type { RoundedNumber } from '../../../model/interval.ts'
import { negate, parseDecimal, powerOfTen } from '../../../model/rational.ts'

/** What stands before decimals: a point, a comma, or a sign that nothing in the file settles. */
export type Notation = 'point' | 'comma' | 'unsettled'

/** How the digits of a cell are written. */
export interface DigitOptions {
  /** Whether a "%" after the digits only repeats the unit. */
  readonly percent: boolean
  readonly notation: Notation
}

/** Numbers that mean another amount, a thousandfold, where the other sign stands before decimals. */
const twoMeanings = /^[1-9]\d{0,2}[.,]\d{3}$/

/** No group follows a leading zero: 0,912 is never 912. An apostrophe (1’001.1, as in Switzerland) only ever sets groups apart. */
const grammars = {
  point: /^(\d+|[1-9]\d{0,2}((,\d{3})+|(['’]\d{3})+))(\.\d+)?$/,
  comma: /^(\d+|[1-9]\d{0,2}([.\s'’]\d{3})+)(,\d+)?$/,
} as const

/** Plain digits with a decimal point; undefined where the notation has no such number. */
function plainDigits(digits: string, notation: Notation): string | undefined {
  if (notation === 'comma')
    return grammars.comma.test(digits) ? digits.replace(/[.\s'’]/g, '').replace(',', '.') : undefined
  const isKnown = grammars.point.test(digits) && (notation === 'point' || !twoMeanings.test(digits))
  return isKnown ? digits.replace(/[,'’]/g, '') : undefined
}

/** Digits as published: grouped, negative in parentheses or with a sign or triangle. */
export function parseDigits(source: string, { percent, notation }: DigitOptions): RoundedNumber | undefined {
  let text = source.trim()
  if (percent && text.endsWith('%')) text = text.slice(0, -1).trimEnd()
  const bracketed = /^\((.+)\)$/.exec(text)
  const signed = bracketed ? undefined : /^([-−△▲+])\s?(.+)$/.exec(text)
  let digits = bracketed?.[1] ?? signed?.[2] ?? text
  if (percent && digits.endsWith('%')) digits = digits.slice(0, -1).trimEnd()
  const parsed = parseDecimal(plainDigits(digits, notation) ?? '')
  if (!parsed) return undefined
  const negative = bracketed !== null || (signed !== undefined && signed !== null && signed[1] !== '+')
  return { value: negative ? negate(parsed.value) : parsed.value, ulp: powerOfTen(-parsed.decimals) }
}

const setting = 'say which in data/deck.yaml: files: {decimal: ","} or files: {decimal: "."}.'

/** Why a text is not a number, as the hint of its diagnostic. */
export function numberHint(text: string, notation: Notation): string {
  const digits = text.replace(/^[-−△▲+(]\s?|[)%]+$/g, '')
  if (notation === 'unsettled' && twoMeanings.test(digits))
    return `it means one or a thousand times as much, by the sign before decimals; ${setting}`
  if (/[%¥$€£]|[A-Za-z]/.test(text))
    return 'write digits only; the unit has its own column, and words belong in "note".'
  if (notation === 'comma') return 'decimals have a comma in these files, as data/deck.yaml says: 69,7 or 69.731,5.'
  if (/^(0+,\d+|\d{1,3}([.\s]\d{3})+,\d+|\d+,\d{1,2})$/.test(digits))
    return 'write decimals with a point and thousands with a comma, or set files: {decimal: ","} in data/deck.yaml.'
  if (/,/.test(text)) return 'thousands have groups of three digits: 69,731.'
  return 'write digits as published, e.g. 69,731 or 69.7 or (38.7) or 13866 [13865..13868].'
}

const pointDecimals = /^\d+(,\d{3})*\.\d+$|^\d{1,3}(,\d{3}){2,}$/

/** Whether one of these cells can only be read with a decimal point, and none only with a comma. */
export function settlesPoint(cells: readonly string[]): boolean {
  const numbers = cells.flatMap((cell) => cell.match(/\d+(?:[.,]\d+)*/g) ?? []).filter((each) => /[.,]/.test(each))
  const clear = numbers.filter((each) => !twoMeanings.test(each))
  return clear.length > 0 && clear.every((each) => pointDecimals.test(each))
}
