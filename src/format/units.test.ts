import { describe, expect, test } from 'vitest'
import { en } from '../language/en.ts'
import { rational } from '../model/rational.ts'
import type { Unit } from '../model/unit.ts'
import {
  convert,
  exponentOf,
  formatUnit,
  isConvertible,
  parseUnit,
  unitWords,
  withoutScale,
  withUnit,
} from './units.ts'

const declared = new Map<string, Unit>([
  ['persons', { kind: 'count', base: 'persons', exponent: 0, singular: 'person' }],
  ['Gbps', { kind: 'count', base: 'Gbps', exponent: 0 }],
  ['sq m', { kind: 'count', base: 'sq m', exponent: 0 }],
  ['room nights', { kind: 'count', base: 'room nights', exponent: 0, singular: 'room night' }],
  ['cents', { kind: 'currency', base: 'AUD', exponent: -2 }],
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
    ['sq m', 'sq m', 'sq m'],
    ['sq m k', 'thousand sq m', 'thousand sq m'],
    ['room nights mn', 'million room nights', 'million room nights'],
    ['sq m/store', 'sq m per store', 'sq m per store'],
    ['GBP pence/share', 'pence per share', 'pence per share'],
    ['USD cents/share', 'cents per share', 'cents per share'],
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
    '$ mn',
    '¥ per share',
    'GBP cents',
    'USD pence',
    'cents mn',
    'sq',
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
    ['C$ per unit', 'CAD/unit'],
    ['US$/share', 'USD/share'],
    ['HK$ million', 'HKD mn'],
    ['€m', 'EUR mn'],
    ['£ bn', 'GBP bn'],
    ['pence per share', 'GBP pence/share'],
    ['US cents per share', 'USD cents/share'],
    ['euro cents a unit', 'EUR cents/unit'],
    ['cents per share', 'AUD cents/share'],
    ['sq m a store', 'sq m/store'],
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
    ['pence per share', 'code', '407 pence per share'],
    ['US cents', 'symbol', '407 cents'],
    ['SEK cents', 'code', '407 SEK cents'], // as the deck has another krone
  ] as const)('%s with %s is printed %s', (text, currency, expected) => {
    const unit = parseUnit(text)
    if (!unit) throw new Error(`no unit ${text}`)
    expect(
      withUnit('407', unit, { currency, lettered: ['SEK', 'NOK'], language: en, number: { count: 407, decimals: 0 } }),
    ).toBe(expected)
  })

  test.each([
    ['JPY bn', 9, 'JPY'],
    ['USD mn/month', 6, 'USD/month'],
    ['AUD cents/share', -2, 'AUD/share'],
    ['sq m', 0, 'sq m'],
    ['sq m k', 3, 'sq m'],
    ['bps', -2, 'points'],
  ])('%s as a use names it is of 10^%d, and %s without its scale', (text, exponent, without) => {
    expect(exponentOf(text)).toBe(exponent)
    expect(withoutScale(text)).toBe(without)
  })

  test('one hundredth has a form of its own', () => {
    const [cents, pence] = ['US cents', 'pence'].map((text) => parseUnit(text))
    if (!cents || !pence) throw new Error('units are read')
    const style = { currency: 'code', lettered: [], language: en, number: { count: 1, decimals: 0 } } as const
    expect([withUnit('1', cents, style), withUnit('1', pence, style)]).toEqual(['1 cent', '1 penny'])
    expect(convert(rational(125n, 10n), cents, { ...cents, exponent: 0 })).toEqual(rational(1n, 8n))
  })

  test('a scaled count never takes its singular', () => {
    const thousands = parseUnit('persons k', declared)
    if (!thousands) throw new Error('persons k is read')
    expect(
      withUnit('1', thousands, { currency: 'code', lettered: [], language: en, number: { count: 1, decimals: 0 } }),
    ).toBe('1 thousand persons')
  })
})
