import { describe, expect, test } from 'vitest'
import { en } from '../language/en.ts'
import { rational } from '../model/rational.ts'
import type { Unit } from '../model/unit.ts'
import { convert, formatUnit, isConvertible, parseUnit, unitWords, withUnit } from './units.ts'

const declared = new Map<string, Unit>([
  ['persons', { kind: 'count', base: 'persons', exponent: 0, singular: 'person' }],
  ['Gbps', { kind: 'count', base: 'Gbps', exponent: 0 }],
])

describe('units', () => {
  test.each([
    ['JPY', 'JPY', '¥'],
    ['JPY k', 'JPY thousand', '¥ thousand'],
    ['JPY mn', 'JPY million', '¥ million'],
    ['USD bn', 'USD billion', '$ billion'],
    ['EUR tn', 'EUR trillion', '€ trillion'],
    ['CHF mn', 'CHF million', 'CHF million'],
    ['JPY/share', 'JPY per share', '¥ per share'],
    ['USD mn/month', 'USD million per month', '$ million per month'],
    ['EUR/diluted share', 'EUR per diluted share', '€ per diluted share'],
    ['Gbps k/site', 'thousand Gbps per site', 'thousand Gbps per site'],
    ['%', '%', '%'],
    ['points', 'points', 'points'],
    ['bps', 'bps', 'bps'],
    ['x', 'x', 'x'],
    ['persons', 'persons', 'persons'],
    ['persons k', 'thousand persons', 'thousand persons'],
    ['Gbps', 'Gbps', 'Gbps'],
  ])('%s is read, written back, and %s in words', (text, words, symbolWords) => {
    const unit = parseUnit(text, declared)
    if (!unit) throw new Error(`no unit ${text}`)
    expect(formatUnit(unit)).toBe(text)
    expect(unitWords(unit, en)).toBe(words)
    expect(unitWords(unit, en, { currency: 'symbol', lettered: [] })).toBe(symbolWords)
  })

  test.each([
    '',
    'JPX mn',
    'jpy mn',
    'JPY millon',
    'JPY mn mn',
    'JPY per',
    'per share',
    'JPY k/share mn',
    'cats per share',
    'cats',
    '% mn',
    'JPY/',
    'JPY/a/b',
    'mn',
  ])('"%s" is not a unit', (text) => {
    expect(parseUnit(text, declared)).toBeUndefined()
  })

  test.each([
    ['USD per share', 'USD/share'],
    ['USD Per share', 'USD/share'],
    ['USD per-share', 'USD/share'],
    ['GBP-per-share', 'GBP/share'],
    ['EUR mn per-user', 'EUR mn/user'],
    ['EUR / user', 'EUR/user'],
    ['JPY a month', 'JPY/month'],
    ['USD per metric  tonne', 'USD/metric tonne'],
    ['GBP million per year', 'GBP mn/year'],
    ['JPY/share k', 'JPY k/share'],
    ['persons per site', 'persons/site'],
    ['USD thousand', 'USD k'],
    ["EUR '000", 'EUR k'],
    ['CHF m', 'CHF mn'],
    ['CHF billion', 'CHF bn'],
  ])('"%s" is another spelling of %s', (text, usual) => {
    const unit = parseUnit(text, declared)
    expect(unit && formatUnit(unit)).toBe(usual)
    expect(unit).toEqual(parseUnit(usual, declared))
  })

  test('values turn into other scales of their unit exactly, into other units never', () => {
    const [million, billion, persons] = ['JPY mn', 'JPY bn', 'persons'].map((text) => parseUnit(text, declared))
    if (!million || !billion || !persons) throw new Error('units are read')
    expect(convert(rational(69731n), million, billion)).toEqual(rational(69731n, 1000n))
    expect(isConvertible(million, persons)).toBe(false)
    expect(() => convert(rational(1n), million, persons)).toThrow(RangeError)
  })

  test.each([
    ['EUR mn', 'spaced-code', 'EUR 407 million'],
    ['EUR/share', 'spaced-code', 'EUR 407 per share'],
    ['EUR mn', 'code', 'EUR407 million'],
    ['PLN k', 'symbol', 'zł 407 thousand'],
    ['ILS mn', 'symbol', '₪407 million'],
    ['SEK', 'symbol', 'Skr 407'],
    ['NOK', 'symbol', 'Nkr 407'],
    ['MXN bn', 'symbol', '$407 billion'],
    ['CHF mn', 'symbol', 'CHF407 million'],
  ] as const)('%s with %s is printed %s', (text, currency, expected) => {
    const unit = parseUnit(text)
    if (!unit) throw new Error(`no unit ${text}`)
    expect(
      withUnit('407', unit, { currency, lettered: ['SEK', 'NOK'], language: en, number: { count: 407, decimals: 0 } }),
    ).toBe(expected)
  })

  test('a scaled count never takes its singular', () => {
    const thousands = parseUnit('persons k', declared)
    if (!thousands) throw new Error('persons k is read')
    expect(
      withUnit('1', thousands, { currency: 'code', lettered: [], language: en, number: { count: 1, decimals: 0 } }),
    ).toBe('1 thousand persons')
  })
})
