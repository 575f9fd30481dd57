import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  contains,
  difference,
  gap,
  growth,
  type Interval,
  intersect,
  intervalOf,
  point,
  product,
  ratio,
  sum,
} from './interval.ts'
import { compare, rational, round, toExactText } from './rational.ts'

const interval = (low: number, high: number): Interval => ({ low: rational(BigInt(low)), high: rational(BigInt(high)) })
const text = (a: Interval | undefined): string => (a ? `${toExactText(a.low)}..${toExactText(a.high)}` : 'none')
const one = rational(1n)

describe('the interval of a printed number', () => {
  test.each([
    [69, 'nearest', '68.5..69.5'],
    [-69, 'nearest', '-69.5..-68.5'],
    [0, 'nearest', '-0.5..0.5'],
    [69, 'truncate', '69..70'],
    [-69, 'truncate', '-70..-69'],
    [0, 'truncate', '-1..1'],
  ] as const)('%i, rounded by %s, stands for %s', (value, rounding, expected) => {
    expect(text(intervalOf({ value: rational(BigInt(value)), ulp: one }, rounding))).toBe(expected)
  })

  test('holds every number that is printed so', () => {
    const cents = fc.bigInt({ min: -100_000n, max: 100_000n })
    fc.assert(
      fc.property(cents, fc.constantFrom('nearest' as const, 'truncate' as const), (n, rounding) => {
        const exact = rational(n, 100n)
        const printed = { value: round(exact, 0, rounding), ulp: one }
        expect(contains(intervalOf(printed, rounding), exact)).toBe(true)
      }),
    )
  })
})

describe('arithmetic of intervals', () => {
  test.each([
    ['sums add bounds', sum(interval(1, 2), interval(-3, 5)), '-2..7'],
    ['a minus sign swaps them', difference(interval(1, 2), interval(-3, 5)), '-4..5'],
    ['products take corners', product(interval(-2, 3), interval(-5, 4)), '-15..12'],
    ['ratios take corners', ratio(interval(-2, 3), interval(2, 4)), '-1..1.5'],
    ['ratios by negatives too', ratio(interval(2, 3), interval(-4, -2)), '-1.5..-0.5'],
    ['no ratio by what may be zero', ratio(interval(2, 3), interval(-4, 2)), 'none'],
    ['no ratio by zero', ratio(interval(2, 3), interval(0, 0)), 'none'],
    ['growth over a positive base', growth(interval(12, 12), interval(8, 10)), '0.2..0.5'],
    ['no growth over a base that may be zero', growth(interval(12, 12), interval(0, 10)), 'none'],
    ['no growth over a loss', growth(interval(12, 12), interval(-10, -8)), 'none'],
    ['what both may stand for', intersect(interval(1, 5), interval(5, 9)), '5..5'],
    ['nothing when they contradict', intersect(interval(1, 4), interval(5, 9)), 'none'],
  ])('%s', (_name, result, expected) => {
    expect(text(result)).toBe(expected)
  })

  test('the gap between intervals is how far they are apart', () => {
    expect(toExactText(gap(interval(1, 4), interval(9, 12)))).toBe('5')
    expect(toExactText(gap(interval(9, 12), interval(1, 4)))).toBe('5')
    expect(toExactText(gap(interval(1, 4), interval(3, 12)))).toBe('0')
  })

  test('a ratio of numbers is inside the ratio of their intervals', () => {
    const part = fc.bigInt({ min: 1n, max: 1_000_000n })
    fc.assert(
      fc.property(part, part, (a, b) => {
        const quotient = ratio(
          intervalOf({ value: round(rational(a, 100n), 0), ulp: one }, 'nearest'),
          intervalOf({ value: round(rational(b, 100n), 0), ulp: one }, 'nearest'),
        )
        if (quotient) expect(contains(quotient, rational(a, b))).toBe(true)
      }),
    )
    expect(compare(point(one).low, one)).toBe(0)
  })
})
