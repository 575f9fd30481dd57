import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { difference, type Interval, intervalOf, ratio, sum } from '../../model/interval.ts'
import {
  add,
  compare,
  divide,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  round,
  subtract,
} from '../../model/rational.ts'
import { integerRoot } from './facts/facts-cagr.ts'
import { addUp, type Operand } from './facts/facts-operands.ts'

/** A true amount, and what is published of it: rounded to some place, or cut off. */
const published = fc
  .record({
    truth: fc.tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.constant(1000n)).map(([n, d]) => rational(n, d)),
    places: fc.integer({ min: -4, max: 2 }),
    rounding: fc.constantFrom('nearest' as const, 'truncate' as const),
  })
  .map(({ truth, places, rounding }) => {
    const ulp = powerOfTen(-places)
    const value = round(truth, places, rounding)
    const operand: Operand = { value, ulp, ...intervalOf({ value, ulp }, rounding) }
    return { truth, operand }
  })

const holds = ({ low, high }: Interval, truth: Rational): boolean =>
  compare(low, truth) <= 0 && compare(truth, high) <= 0

describe('whatever was rounded away, the interval holds the truth', () => {
  test('of a published figure', () => {
    fc.assert(fc.property(published, ({ truth, operand }) => holds(operand, truth)))
  })

  test('of sums and differences', () => {
    fc.assert(
      fc.property(published, published, (a, b) => {
        expect(holds(sum(a.operand, b.operand), add(a.truth, b.truth))).toBe(true)
        expect(holds(difference(a.operand, b.operand), subtract(a.truth, b.truth))).toBe(true)
      }),
    )
  })

  test('of quotients, unless the divisor may be zero', () => {
    fc.assert(
      fc.property(published, published, (a, b) => {
        const corners = ratio(a.operand, b.operand)
        if (!corners) expect(holds(b.operand, rational(0n))).toBe(true)
        else expect(holds(corners, divide(a.truth, b.truth))).toBe(true)
      }),
    )
  })

  test('of totals with signs, which are known to the coarsest place of their terms', () => {
    const signed = fc.tuple(published, fc.constantFrom(1 as const, -1 as const))
    fc.assert(
      fc.property(fc.array(signed, { minLength: 1, maxLength: 6 }), (parts) => {
        const sum = addUp(parts.map(([{ operand }, sign]) => ({ operand, sign })))
        const truth = parts.reduce(
          (before, [part, sign]) => add(before, multiply(part.truth, rational(BigInt(sign)))),
          rational(0n),
        )
        expect(sum && holds(sum, truth)).toBe(true)
        expect(parts.every(([{ operand }]) => sum?.ulp && operand.ulp && compare(sum.ulp, operand.ulp) >= 0)).toBe(true)
      }),
    )
  })
})

test('an integer root is the greatest whose power is not more than the radicand', () => {
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 60n), fc.integer({ min: 1, max: 40 }), (radicand, degree) => {
      const root = integerRoot(radicand, degree)
      expect(root ** BigInt(degree) <= radicand).toBe(true)
      expect((root + 1n) ** BigInt(degree) > radicand).toBe(true)
    }),
  )
})
