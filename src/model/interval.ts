import {
  add,
  compare,
  divide,
  greatest,
  least,
  magnitude,
  multiply,
  negate,
  type Rational,
  type Rounding,
  rational,
  sign,
  subtract,
  zero,
} from './rational.ts'

/** What a printed number stands for: everything between two bounds, both included. */
export interface Interval {
  readonly low: Rational
  readonly high: Rational
}

/** A number as printed or published: what its digits say, and one unit in their last place. */
export interface RoundedNumber {
  readonly value: Rational
  readonly ulp: Rational
}

/** A number known within bounds. */
export interface BoundedNumber extends Interval {
  /** Null for a range, of which only the bounds are known. */
  readonly value: Rational | null
  /** One unit in the last published place: 69.7 → 1/10, 69,731 → 1. */
  readonly ulp: Rational
}

const half = rational(1n, 2n)

export const point = (value: Rational): Interval => ({ low: value, high: value })

/**
 * The interval of a printed number. Rounded to nearest: half a unit to both sides. Truncated: up to a whole unit
 * away from zero; a printed zero may be either.
 */
export function intervalOf({ value, ulp }: RoundedNumber, rounding: Rounding): Interval {
  if (rounding === 'nearest') {
    const margin = multiply(ulp, half)
    return { low: subtract(value, margin), high: add(value, margin) }
  }
  const side = sign(value)
  return { low: side > 0 ? value : subtract(value, ulp), high: side < 0 ? value : add(value, ulp) }
}

export const sum = (a: Interval, b: Interval): Interval => ({ low: add(a.low, b.low), high: add(a.high, b.high) })
export const opposite = (a: Interval): Interval => ({ low: negate(a.high), high: negate(a.low) })
export const difference = (a: Interval, b: Interval): Interval => sum(a, opposite(b))

function hull(corners: readonly [Rational, ...Rational[]]): Interval {
  const [first, ...rest] = corners
  return { low: rest.reduce(least, first), high: rest.reduce(greatest, first) }
}

export function product(a: Interval, b: Interval): Interval {
  return hull([multiply(a.low, b.low), multiply(a.low, b.high), multiply(a.high, b.low), multiply(a.high, b.high)])
}

/** The interval times a known factor, such as a weight or a change of scale. */
export const scale = (a: Interval, factor: Rational): Interval =>
  factor.n === factor.d ? a : product(a, point(factor))

/** Least and greatest of the four corners; undefined when the divisor may be zero. */
export function ratio(a: Interval, b: Interval): Interval | undefined {
  if (sign(b.low) * sign(b.high) <= 0) return undefined
  return hull([divide(a.low, b.low), divide(a.low, b.high), divide(a.high, b.low), divide(a.high, b.high)])
}

/** Growth of `now` over `base` as a fraction; undefined when the base may be zero or less: there is no percentage then. */
export function growth(now: Interval, base: Interval): Interval | undefined {
  if (sign(base.low) <= 0) return undefined
  const quotient = ratio(now, base)
  return quotient && difference(quotient, point(rational(1n)))
}

/** What both may stand for; undefined when they contradict each other. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const [low, high] = [greatest(a.low, b.low), least(a.high, b.high)]
  return compare(low, high) <= 0 ? { low, high } : undefined
}

export const meets = (a: Interval, b: Interval): boolean => intersect(a, b) !== undefined
export const contains = (a: Interval, value: Rational): boolean =>
  compare(a.low, value) <= 0 && compare(value, a.high) <= 0

/** How far apart two intervals are; zero when they meet. */
export function gap(a: Interval, b: Interval): Rational {
  if (meets(a, b)) return zero
  return magnitude(compare(a.high, b.low) < 0 ? subtract(b.low, a.high) : subtract(a.low, b.high))
}
