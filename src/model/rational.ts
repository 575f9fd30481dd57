/**
 * Exact numbers. Every figure is a fraction of two integers from the digits of its source to the digits on the
 * slide; nothing passes through binary floats except coordinates of marks.
 */
export interface Rational {
  readonly n: bigint
  readonly d: bigint // > 0
}

export type Rounding = 'nearest' | 'truncate' // nearest: half away from zero, as accountants round

const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

const safe = BigInt(Number.MAX_SAFE_INTEGER)

/** Of integers that a float holds exactly, which nearly all are: much faster. */
function smallDivisor(a: number, b: number): number {
  let x = a
  let y = b
  while (y !== 0) {
    const rest = x % y
    x = y
    y = rest
  }
  return x
}

/** Of any integer and one above zero. */
function greatestDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a
  let y = b
  while (y !== 0n) {
    if (x <= safe && y <= safe) return BigInt(smallDivisor(Number(x), Number(y)))
    const rest = x % y
    x = y
    y = rest
  }
  return x
}

/** n/d in lowest terms. Throws RangeError when d is zero: callers decide what a division by zero means. */
export function rational(n: bigint, d = 1n): Rational {
  if (d === 0n) throw new RangeError('division by zero')
  if (d === 1n) return { n, d }
  if (d < 0n) return rational(-n, -d)
  const divisor = greatestDivisor(n, d)
  return divisor === 1n ? { n, d } : { n: n / divisor, d: d / divisor }
}

export const zero: Rational = { n: 0n, d: 1n }

const powers = Array.from({ length: 25 }, (_, exponent) => 10n ** BigInt(exponent))

const integerPower = (exponent: number): bigint => powers[exponent] ?? 10n ** BigInt(exponent)

/** Ten to an integer power. */
export function powerOfTen(exponent: number): Rational {
  const power = integerPower(Math.abs(exponent))
  return exponent < 0 ? { n: 1n, d: power } : { n: power, d: 1n }
}

/** Reads plain decimal digits: "-12.50", "69731". Undefined for anything else (separators are the caller's matter). */
export function parseDecimal(text: string): { value: Rational; decimals: number } | undefined {
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return undefined
  const fraction = match[3] ?? ''
  const digits = BigInt(`${match[2]}${fraction}`)
  const n = match[1] === '-' ? -digits : digits
  return { value: rational(n, integerPower(fraction.length)), decimals: fraction.length }
}

export const add = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d)
export const subtract = (a: Rational, b: Rational): Rational =>
  a.d === b.d ? rational(a.n - b.n, a.d) : rational(a.n * b.d - b.n * a.d, a.d * b.d)
export const multiply = (a: Rational, b: Rational): Rational => (b.n === b.d ? a : rational(a.n * b.n, a.d * b.d)) // a factor of one is the most frequent
/** Throws RangeError when b is zero. */
export const divide = (a: Rational, b: Rational): Rational => rational(a.n * b.d, a.d * b.n)
export const negate = (a: Rational): Rational => ({ n: -a.n, d: a.d })
export const magnitude = (a: Rational): Rational => ({ n: absolute(a.n), d: a.d })

/** -1, 0 or 1. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const [x, y] = a.d === b.d ? [a.n, b.n] : [a.n * b.d, b.n * a.d]
  return x < y ? -1 : x > y ? 1 : 0
}

export const sign = (a: Rational): -1 | 0 | 1 => (a.n < 0n ? -1 : a.n > 0n ? 1 : 0)
export const least = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b)
export const greatest = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b)

/** The value as an integer count of 10^-decimals, rounded once. */
export function scaledInteger(value: Rational, decimals: number, rounding: Rounding = 'nearest'): bigint {
  const power = integerPower(Math.abs(decimals))
  const n = decimals < 0 ? value.n : value.n * power
  const d = decimals < 0 ? value.d * power : value.d
  if (d === 1n) return n
  const size = absolute(n)
  const quotient = size / d
  const up = rounding === 'nearest' && (size % d) * 2n >= d
  const rounded = up ? quotient + 1n : quotient
  return n < 0n ? -rounded : rounded
}

/** The value rounded to that many decimals (negative: tens, hundreds). */
export function round(value: Rational, decimals: number, rounding: Rounding = 'nearest'): Rational {
  return multiply({ n: scaledInteger(value, decimals, rounding), d: 1n }, powerOfTen(-decimals))
}

/** Plain digits with that many decimals, "-" in front of negatives, no grouping: the form style formatters start from. */
export function toFixed(value: Rational, decimals: number, rounding: Rounding = 'nearest'): string {
  const integer = scaledInteger(value, Math.max(decimals, 0), rounding)
  const places = Math.max(decimals, 0)
  const digits = absolute(integer)
    .toString()
    .padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return integer < 0n ? `-${text}` : text
}

/** For coordinates only: the nearest float. */
export function toNumber(value: Rational): number {
  return Number(toFixed(value, 12))
}

/** Exact text for JSON: "69731", "-12.5", or "1/3" where no decimal ends. */
export function toExactText(value: Rational): string {
  for (let places = 0, d = 1n; places <= 18; places++, d *= 10n) if (d % value.d === 0n) return toFixed(value, places)
  return `${value.n}/${value.d}`
}
