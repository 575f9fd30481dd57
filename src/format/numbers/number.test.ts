import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NumberStyle } from '../../model/deck.ts'
import { parseDecimal, rational, round } from '../../model/rational.ts'
import { displayedSign, formatDigits, formatNumber } from './number.ts'

const style: NumberStyle = {
  negative: 'parentheses',
  notMeaningful: 'n.m.',
  missing: '–',
  currency: 'code',
  lettered: [],
  group: ',',
  decimal: '.',
  changesFrom: 'unrounded',
  growthBound: 1000,
  rounding: 'nearest',
  minus: 'words',
  roundingNote: 'Figures may not add up due to rounding.',
}

describe('numbers', () => {
  test.each([
    ['0', 0, '0'],
    ['-0', 0, '0'],
    ['999.5', 0, '1,000'],
    ['999.4999', 0, '999'],
    ['-0.04', 1, '0.0'],
    ['-0.05', 1, '(0.1)'],
    ['69731', 0, '69,731'],
    ['69731', 2, '69,731.00'],
    ['-1206', 0, '(1,206)'],
    ['1234567890.125', 2, '1,234,567,890.13'],
    ['0.002', 3, '0.002'],
    ['100', 0, '100'],
    ['1000', 0, '1,000'],
  ])('%s with %d decimals is %s', (text, decimals, expected) => {
    expect(formatNumber(parseDecimal(text)?.value ?? rational(0n), { decimals, style })).toBe(expected)
  })

  test.each([
    ['parentheses', '(38.7)'],
    ['minus', '−38.7'],
    ['triangle', '△38.7'],
  ] as const)('negatives in the style %s read %s', (negative, expected) => {
    expect(formatNumber(rational(-387n, 10n), { decimals: 1, style, negative })).toBe(expected)
    expect(formatNumber(rational(-387n, 10n), { decimals: 1, style: { ...style, negative } })).toBe(expected)
  })

  test('other separators are the deck’s own', () => {
    const european = { ...style, group: '.', decimal: ',' }
    expect(formatNumber(rational(123456789n, 100n), { decimals: 1, style: european })).toBe('1.234.567,9')
    expect(formatNumber(rational(1234n), { decimals: 0, style: { ...style, group: '' } })).toBe('1234')
  })

  test('the sign shown is that of the digits, not that of the value', () => {
    expect([-4n, -5n, 4n, 5n].map((n) => displayedSign(rational(n, 100n), 1))).toEqual([0, -1, 0, 1])
  })

  test('digits read back are the rounded value, whatever the value', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 9n), fc.nat(8), (n, d, decimals) => {
        const value = rational(n, d)
        const text = formatNumber(value, { decimals, style, negative: 'minus' }).replaceAll(',', '').replace('−', '-')
        expect(parseDecimal(text)?.value).toEqual(round(value, decimals))
      }),
    )
  })

  test('grouped digits have groups of three', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 24n), (n) => {
        const text = formatDigits(rational(n), { decimals: 0, style })
        expect(text).toMatch(/^\d{1,3}(,\d{3})*$/)
        expect(text.replaceAll(',', '')).toBe(n.toString())
      }),
    )
  })
})
