import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enClaims } from '../../language/en-claims.ts'
import { toExactText } from '../../model/rational.ts'
import { openLexicon } from './lexicon.ts'
import { findNumbers } from './number-token.ts'

const lexicon = openLexicon(enClaims)

const read = (text: string): readonly string[] =>
  findNumbers(text, lexicon).map(({ value, unit, sign, hedge }) =>
    [toExactText(value), unit?.base ?? '', sign === 'none' ? '' : sign, hedge ?? '']
      .join(' ')
      .trim()
      .replace(/\s+/g, ' '),
  )

describe('a number in a sentence', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['JPY54,064 million in all', ['54064000000 JPY']],
    ['losses of JPY449million', ['449000000 JPY']],
    ['¥1.3 billion (¥0.2 billion)', ['1300000000 JPY', '200000000 JPY parentheses']],
    ['$1.24bn, +12% y/y, -50 bps', ['1240000000 USD', '12 % plus', '-0.5 points minus']],
    ['€1.2m and £3k', ['1200000 EUR', '3000 GBP']],
    ['EUR 120 thousand', ['120000 EUR']],
    ['140 billion yen', ['140000000000 JPY']],
    ['(1,283)', ['1283 parentheses']],
    ['△3.2% and ▲4', ['-3.2 % minus', '-4 minus']],
    ['up 1.1 points, 2 percentage points, 5 pp', ['1.1 points', '2 points', '5 points']],
    ['up 24 contracts YoY', ['24 contracts']],
    ['approx JPY3 billion', ['3000000000 JPY approx']],
    ['over 6,500 clients', ['6500 clients over']],
    ['0.29x leverage', ['0.29 x']],
    ['JPY -1,206 million', ['-1206000000 JPY minus']],
    ['a result of -$1.2 million, or – 3%', ['-1200000 USD minus', '3 %']],
    ['12 months', ['12 duration']],
    ['TSE1:3774, 3G, IPv6, Form 20-F, M2M', []],
    ['page 12 and slide 4', []],
  ]
  it.each(cases)('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('keeps the value and the last place of any amount through grouping, scale and decimals', () => {
    const scales = [
      ['', 0n],
      [' thousand', 3n],
      [' million', 6n],
      ['bn', 9n],
    ] as const
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 999_999_999n }),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(...scales),
        (digits, decimals, [word, exponent]) => {
          const padded = digits.toString().padStart(decimals + 1, '0')
          const whole = padded.slice(0, padded.length - decimals).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
          const text = `USD${decimals > 0 ? `${whole}.${padded.slice(-decimals)}` : whole}${word}`
          const [token] = findNumbers(`sales of ${text} in all`, lexicon)
          const expected = { n: digits * 10n ** exponent, d: 10n ** BigInt(decimals) }
          expect(token && token.value.n * expected.d).toBe(token && expected.n * token.value.d)
          expect(token && token.ulp.n * expected.d).toBe(token && 10n ** exponent * token.ulp.d)
          expect(token?.unit?.base).toBe('USD')
        },
      ),
    )
  })
})
