import {
  compare,
  divide,
  magnitude,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  sign,
  subtract,
  toFixed,
} from '../../model/rational.ts'
import type { TextStatement } from '../text-model.ts'
import { labelOf } from './fiscal-calendar.ts'

/** The number as it was printed, with a minus where its brackets mean one. */
export const printed = (statement: TextStatement): string => statement.number.text.replace(/\s+/g, ' ')

/** A name for messages: "net income FY08". */
export function nameOf(statement: TextStatement): string {
  const subject = statement.subject.text === '' ? (statement.subject.measure ?? 'figure') : statement.subject.text
  const words = subject.replace(/\s+/g, ' ').split(' ')
  const short = words.length > 12 ? `${words.slice(0, 12).join(' ')} …` : words.join(' ')
  return statement.period ? `${short} ${labelOf(statement.period)}` : short
}

export const lineOf = (statement: TextStatement): string => `line ${statement.place.line}`

const group = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

/** A value in the scale of a printed number: "1,177" beside "JPY1,272 million". */
export function inScaleOf(value: Rational, like: TextStatement, extra = 0): string {
  const exponent = like.number.exponent !== 0 ? like.number.exponent : scaleOfUlp(like.number.ulp)
  const decimals = decimalsOf(like.number.ulp, exponent) + extra
  const text = toFixed(divide(value, powerOfTen(exponent)), decimals)
  const [whole = '', fraction] = text.split('.')
  return fraction === undefined ? group(whole) : `${group(whole)}.${fraction}`
}

const scaleOfUlp = (ulp: Rational): number =>
  [12, 9, 6, 3].find((exponent) => compare(multiply(ulp, rational(10n)), powerOfTen(exponent)) >= 0) ?? 0

function decimalsOf(ulp: Rational, exponent: number): number {
  for (let decimals = 0; decimals <= 6; decimals++)
    if (compare(multiply(ulp, powerOfTen(decimals)), powerOfTen(exponent)) >= 0) return decimals
  return 6
}

/** Up to `decimals` digits after the point, with trailing zeros cut. */
export const plain = (value: Rational, decimals = 2): string =>
  toFixed(value, decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')

const digitsOf = (statement: TextStatement): string =>
  (/[\d.,]+/.exec(statement.number.text)?.[0] ?? '').replaceAll(',', '').replace('.', '').replace(/^0+/, '')

/** Whether `short` is `long` without one of its digits; of two digits or more. */
function isOneLess(short: string, long: string): boolean {
  if (short.length !== long.length - 1 || short.length < 2) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(at) === long.slice(at + 1)
}

/** What may have happened when two figures that should be one differ. */
export function differenceHint(a: TextStatement, b: TextStatement): string {
  const [x, y] = [digitsOf(a), digitsOf(b)]
  if (compare(magnitude(a.value), magnitude(b.value)) === 0 && sign(a.value) !== sign(b.value))
    return 'Equal digits, opposite signs: one of the signs is wrong.'
  if (x === '' || y === '') return ''
  const quotient = sign(b.value) === 0 ? undefined : magnitude(divide(a.value, b.value))
  const power =
    quotient &&
    [1, 2, 3, 6].find((exponent) => [exponent, -exponent].some((each) => compare(quotient, powerOfTen(each)) === 0))
  if (power !== undefined)
    return `One is ${group(String(10 ** power))} times the other: check the scale or a lost zero.`
  if (x !== y && [...x].sort().join('') === [...y].sort().join(''))
    return 'The same digits in another order: two digits may have changed places (the difference is divisible by 9).'
  if (isOneLess(x, y) || isOneLess(y, x)) return 'One has the digits of the other but for one: a digit may be lost.'
  return ''
}

/** Digits of `part` with an x for the last one, where the difference shows that it was lost: 9p ≤ |difference| ≤ 9p + 9, in units of the last place. */
export function lostDigit(part: TextStatement, difference: Rational): string | undefined {
  const size = magnitude(divide(part.value, part.number.ulp))
  const gap = magnitude(divide(difference, part.number.ulp))
  const nine = multiply(size, rational(9n))
  if (compare(gap, nine) < 0 || compare(subtract(gap, nine), rational(9n)) > 0 || sign(size) === 0) return undefined
  return plain({ n: size.n * 10n, d: size.d }, 0).replace(/0$/, 'x')
}
