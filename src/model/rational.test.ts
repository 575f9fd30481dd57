import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  compare,
  divide,
  greatest,
  least,
  magnitude,
  multiply,
  negate,
  parseDecimal,
  powerOfTen,
  type Rational,
  rational,
  round,
  scaledInteger,
  sign,
  subtract,
  toExactText,
  toFixed,
  toNumber,
  zero,
} from './rational.ts'

const exact = (text: string): Rational => parseDecimal(text)?.value ?? rational(0n)

describe('reading decimals', () => {
  test.each([
    ['69731', { n: 69731n, d: 1n }, 0],
    ['69.70', { n: 697n, d: 10n }, 2],
    ['-12.5', { n: -25n, d: 2n }, 1],
    ['+4.3', { n: 43n, d: 10n }, 1],
    ['0.000', { n: 0n, d: 1n }, 3],
    ['-0', { n: 0n, d: 1n }, 0],
  ])('%s keeps its digits', (text, value, decimals) => {
    expect(parseDecimal(text)).toEqual({ value, decimals })
  })

  test.each(['', '.5', '5.', '1,000', '1e3', '0x10', ' 1', '1 ', '--1', 'NaN', '١'])(
    '"%s" is not a decimal',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined()
    },
  )
})

describe('rounding', () => {
  test.each([
    ['999.5', 0, 'nearest', '1000'],
    ['-999.5', 0, 'nearest', '-1000'],
    ['0.5', 0, 'nearest', '1'],
    ['-0.5', 0, 'nearest', '-1'],
    ['0.4999999999999999999999', 0, 'nearest', '0'],
    ['1.005', 2, 'nearest', '1.01'], // binary floats say 1.00
    ['2.675', 2, 'nearest', '2.68'], // and 2.67
    ['1.999', 2, 'truncate', '1.99'],
    ['-1.999', 2, 'truncate', '-1.99'],
    ['69731', -3, 'nearest', '70000'],
    ['-0.04', 1, 'nearest', '0.0'],
  ] as const)('%s with %d decimals, %s, is %s', (text, decimals, rounding, expected) => {
    expect(toFixed(round(exact(text), decimals, rounding), Math.max(decimals, 0))).toBe(expected)
  })

  test('a division by zero is a RangeError', () => {
    expect(() => divide(rational(1n), zero)).toThrow(RangeError)
    expect(() => rational(1n, 0n)).toThrow(RangeError)
  })

  test.each([
    ['69731', '69731'],
    ['-12.5', '-12.5'],
    ['0.002', '0.002'],
  ])('the exact text of %s is itself', (text, expected) => {
    expect(toExactText(exact(text))).toBe(expected)
  })

  test('a value without an ending decimal is a fraction', () => {
    expect(toExactText(rational(1n, 3n))).toBe('1/3')
    expect(toExactText(rational(-2n, 7n))).toBe('-2/7')
  })
})

/** Decimal texts, and the same number as an integer count of 10^-9: an arithmetic of its own to check against. */
const decimals = fc
  .tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(0n, 10n ** 9n - 1n))
  .map(([whole, fraction]) => {
    const count = whole * 10n ** 9n + (whole < 0n ? -fraction : fraction)
    const size = count < 0n ? -count : count
    const text = `${count < 0n ? '-' : ''}${size / 10n ** 9n}.${(size % 10n ** 9n).toString().padStart(9, '0')}`
    return { text, count, value: exact(text) }
  })

const ratios = fc.tuple(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.bigInt(1n, 10n ** 12n)).map(([n, d]) => rational(n, d))

describe('arithmetic', () => {
  test('sums, differences, products and order agree with integers counted in 10^-9', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(toFixed(add(a.value, b.value), 9)).toBe(toFixed(rational(a.count + b.count, 10n ** 9n), 9))
        expect(scaledInteger(add(a.value, b.value), 9)).toBe(a.count + b.count)
        expect(scaledInteger(subtract(a.value, b.value), 9)).toBe(a.count - b.count)
        expect(scaledInteger(multiply(a.value, b.value), 18)).toBe(a.count * b.count)
        expect(compare(a.value, b.value)).toBe(a.count < b.count ? -1 : a.count > b.count ? 1 : 0)
      }),
    )
  })

  test('quotients are exact: multiplied back they are the dividend', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        fc.pre(b.n !== 0n)
        expect(multiply(divide(a, b), b)).toEqual(a)
      }),
    )
  })

  test('fractions stay in lowest terms with a positive denominator', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        for (const { n, d } of [add(a, b), subtract(a, b), multiply(a, b), negate(a), magnitude(a)]) {
          expect(d > 0n).toBe(true)
          let [x, y] = [n < 0n ? -n : n, d]
          while (y !== 0n) [x, y] = [y, x % y]
          expect(x).toBe(1n)
        }
      }),
    )
  })

  test('rounding to nearest is at most half a unit off, cutting off goes toward zero', () => {
    fc.assert(
      fc.property(ratios, fc.integer({ min: -6, max: 12 }), (value, places) => {
        const off = magnitude(subtract(round(value, places), value))
        expect(compare(multiply(off, rational(2n)), powerOfTen(-places))).toBeLessThanOrEqual(0)
        const cut = round(value, places, 'truncate')
        expect(compare(magnitude(cut), magnitude(value))).toBeLessThanOrEqual(0)
        expect(compare(magnitude(subtract(cut, value)), powerOfTen(-places))).toBe(-1)
      }),
    )
  })

  test('a text printed with its decimals reads back as the same number', () => {
    fc.assert(
      fc.property(decimals, ({ value }) => {
        expect(exact(toFixed(value, 9))).toEqual(value)
      }),
    )
  })

  test('least, greatest and sign agree with the order', () => {
    fc.assert(
      fc.property(ratios, ratios, (a, b) => {
        expect(compare(least(a, b), greatest(a, b))).toBeLessThanOrEqual(0)
        expect(sign(subtract(a, b))).toBe(compare(a, b))
      }),
    )
  })

  test('coordinates are the nearest float', () => {
    expect(toNumber(exact('69.7'))).toBe(69.7)
    expect(toNumber(rational(1n, 3n))).toBeCloseTo(1 / 3, 11)
  })
})
