import { describe, expect, test } from 'vitest'
import { en } from '../language/en.ts'
import type { NumberStyle } from '../model/deck.ts'
import type { Fact } from '../model/fact.ts'
import type { Display } from '../model/fact-book.ts'
import type { Metric } from '../model/figure.ts'
import { parseDecimal, powerOfTen, type Rational, rational } from '../model/rational.ts'
import type { Unit } from '../model/unit.ts'
import { present } from './present.ts'
import { basisPoints, percent, points, times } from './units.ts'

const numbers: NumberStyle = {
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

const yen = (exponent: number): Unit => ({ kind: 'currency', base: 'JPY', exponent })
const [million, billion] = [yen(6), yen(9)]
const persons: Unit = { kind: 'count', base: 'persons', exponent: 0, singular: 'person' }
const gigabits: Unit = { kind: 'count', base: 'Gbps', exponent: 0 }
const perShare: Unit = { kind: 'currency', base: 'JPY/share', exponent: 0 }

const exact = (text: string): Rational => parseDecimal(text)?.value ?? rational(0n)
const ulpOf = (text: string): Rational => powerOfTen(-(parseDecimal(text)?.decimals ?? 0))

const base: Fact = {
  id: 'x@FY08',
  kind: 'figure',
  metric: 'x',
  period: { kind: 'span', start: 0, months: 12, label: 'FY08' },
  scenario: 'actual',
  value: null,
  low: null,
  high: null,
  ulp: null,
  unit: million,
  status: 'published',
  inputs: [],
  sources: [],
}

const figure = (text: string, unit: Unit): Fact => {
  const value = exact(text)
  return { ...base, value, low: value, high: value, ulp: ulpOf(text), unit }
}

const yoy = { period: base.period, scenario: 'actual', base: 'metric@FY07', word: 'YoY' }
const change = (text: string, unit: Unit, kind: 'growth' | 'difference' = 'growth'): Fact => ({
  ...figure(text, unit),
  kind,
  ulp: kind === 'growth' ? null : ulpOf(text),
  comparator: yoy,
})

const range = (low: string, high: string, unit: Unit): Fact => ({
  ...base,
  low: exact(low),
  high: exact(high),
  ulp: ulpOf(low),
  unit,
  status: 'range',
  absence: 'range',
})

const text = (fact: Fact, display: Display = {}, style: Partial<NumberStyle> = {}): string =>
  present(fact, undefined, display, { numbers: { ...numbers, ...style }, language: en }).text

describe('figures as printed', () => {
  test.each<[string, Fact, Display, string]>([
    ['in its unit', figure('69731', million), {}, 'JPY69,731 million'],
    ['a scale up, with one decimal', figure('69731', million), { as: billion }, 'JPY69.7 billion'],
    [
      'a scale up, with the decimals asked for',
      figure('69731', million),
      { as: billion, decimals: 2 },
      'JPY69.73 billion',
    ],
    ['a scale up that rounds up', figure('999950', million), { as: yen(12) }, 'JPY1.0 trillion'],
    ['a scale down', figure('69.7', billion), { as: million }, 'JPY69,700 million'],
    ['in single units', figure('69.7', billion), { as: yen(0) }, 'JPY69,700,000,000'],
    ['without its unit', figure('69731', million), { unit: false }, '69,731'],
    ['with the published digits', figure('73.0', billion), {}, 'JPY73.0 billion'],
    ['with a symbol', figure('54.1', billion), { currency: 'symbol' }, '¥54.1 billion'],
    ['negative', figure('-1206', million), {}, '(JPY1,206 million)'],
    ['negative with a minus', figure('-1206', million), { negative: 'minus' }, '−JPY1,206 million'],
    ['negative with a triangle', figure('-1206', million), { negative: 'triangle', unit: false }, '△1,206'],
    ['negative as its magnitude', figure('-1206', million), { form: 'magnitude' }, 'JPY1,206 million'],
    ['signed', figure('1206', million), { form: 'signed' }, '+JPY1,206 million'],
    ['zero', figure('0', million), {}, 'JPY0 million'],
    ['rounded to zero', figure('-4', million), { as: billion }, 'JPY0.0 billion'],
    ['a percentage', figure('77.5', percent), {}, '77.5%'],
    ['a small percentage', figure('0.002', percent), {}, '0.002%'],
    ['a negative percentage', figure('-38.7', percent), {}, '(38.7%)'],
    ['points', figure('2.6', points), {}, '2.6 points'],
    ['one point', figure('1', points), {}, '1 point'],
    ['points as basis points', figure('2.6', points), { as: basisPoints }, '260 bps'],
    ['times', { ...figure('0.2897', times), ulp: null }, {}, '0.29x'],
    ['persons', figure('1623', persons), {}, '1,623 persons'],
    ['one person', figure('1', persons), {}, '1 person'],
    ['thousands of persons', figure('1623', persons), { as: { ...persons, exponent: 3 } }, '1.6 thousand persons'],
    ['Gbps', figure('452.2', gigabits), {}, '452.2 Gbps'],
    ['per share', figure('54.31', perShare), {}, 'JPY54.31 per share'],
    ['around', { ...figure('6500', persons), qualifier: 'around' }, {}, 'around 6,500 persons'],
    ['a range', range('52850', '52885.5', million), {}, 'JPY52,850–52,886 million'],
    ['a range without its unit', range('52850', '52885.5', million), { unit: false }, '52,850–52,886'],
    ['a range of guidance', range('73.0', '75.0', billion), {}, 'JPY73.0–75.0 billion'],
    ['a range narrower than the digits', range('52850', '52885.5', million), { as: billion }, 'JPY52.9 billion'],
    [
      'a range whose bounds are finer than it is narrow',
      range('2293.0', '2339.2', million),
      {},
      'JPY2,293–2,339 million',
    ],
    ['a negative range', range('-52', '-50', million), {}, '(JPY50–52 million)'],
    [
      'a negative range by a minus',
      range('-52', '-50', million),
      { negative: 'minus' },
      '−JPY50 million to −JPY52 million',
    ],
    ['a negative range by a triangle', range('-7.5', '-7.0', percent), { negative: 'triangle' }, '△7.0% to △7.5%'],
    [
      'a negative range without its unit',
      range('-52', '-50', million),
      { negative: 'minus', unit: false },
      '−50 to −52',
    ],
    ['a range about zero', range('-2', '3', million), { unit: false }, '(2) to 3'],
  ])('%s', (_, fact, display, expected) => {
    expect(text(fact, display)).toBe(expected)
  })

  test('decimals of the metric hold in its own unit only', () => {
    const metric: Metric = {
      id: 'x',
      label: 'X',
      unit: million,
      kind: 'flow',
      polarity: 'more',
      decimals: 1,
      place: { path: '', line: 1, column: 1 },
    }
    const fact = figure('69731', million)
    expect(present(fact, metric, {}, { numbers, language: en }).text).toBe('JPY69,731.0 million')
    expect(present(fact, metric, { as: billion }, { numbers, language: en }).text).toBe('JPY69.7 billion')
    expect(present(fact, metric, { decimals: 0 }, { numbers, language: en }).text).toBe('JPY69,731 million')
  })

  test('what is not there is said in the words of the deck', () => {
    expect(text({ ...base, absence: 'missing' })).toBe('–')
    expect(text({ ...change('1', percent), value: null, absence: 'not-meaningful' })).toBe('n.m.')
    expect(present({ ...base, absence: 'missing' }, undefined, {}, { numbers, language: en }).displayed).toBe('')
  })

  test('units of other things are refused', () => {
    expect(() => text(figure('1', million), { as: percent })).toThrow(RangeError)
  })
})

describe('changes as printed', () => {
  test.each<[string, Fact, Display, string]>([
    ['growth', change('14.28', percent), {}, 'up 14.3% YoY'],
    ['decline', change('-38.7', percent), {}, 'down 38.7% YoY'],
    ['no change', change('0', percent), {}, 'unchanged YoY'],
    ['no change to speak of', change('-0.04', percent), {}, 'unchanged YoY'],
    ['growth alone', change('4.3', percent), { comparator: false }, 'up 4.3%'],
    ['with more decimals', change('14.28', percent), { decimals: 2 }, 'up 14.28% YoY'],
    ['points', change('-2.6', points), {}, 'down 2.6 points YoY'],
    ['basis points', change('-2.6', points), { as: basisPoints }, 'down 260 bps YoY'],
    ['signed growth', change('14.3', percent), { form: 'signed' }, '+14.3% YoY'],
    ['signed decline', change('-38.7', percent), { form: 'signed', comparator: false }, '(38.7%)'],
    ['signed decline with a minus', change('-38.7', percent), { form: 'signed', negative: 'minus' }, '−38.7% YoY'],
    ['signed zero', change('0', percent), { form: 'signed' }, '0.0% YoY'],
    ['magnitude', change('-38.7', percent), { form: 'magnitude' }, '38.7%'],
    ['value', change('-38.7', percent), { form: 'value' }, '(38.7%)'],
    ['difference', change('-1899', million, 'difference'), {}, 'down JPY1,899 million YoY'],
    ['difference in billions', change('-1899', million, 'difference'), { as: billion }, 'down JPY1.9 billion YoY'],
    ['around', { ...change('5', percent), qualifier: 'around' }, {}, 'up around 5.0% YoY'],
    [
      'a range',
      { ...range('10.31', '10.46', percent), kind: 'growth', ulp: null, comparator: yoy },
      {},
      'up 10.3–10.5% YoY',
    ],
    ['a range down', { ...range('-2.1', '-1.9', percent), kind: 'growth', comparator: yoy }, {}, 'down 1.9–2.1% YoY'],
    [
      'a range that is one number at its digits',
      { ...range('10.31', '10.34', percent), kind: 'growth', ulp: null, comparator: yoy },
      {},
      'up 10.3% YoY',
    ],
    [
      'a range about zero',
      { ...range('-1.0', '2.0', percent), kind: 'growth', ulp: null, comparator: yoy },
      {},
      'down 1.0% to up 2.0% YoY',
    ],
  ])('%s', (_, fact, display, expected) => {
    expect(text(fact, display)).toBe(expected)
  })

  test('decks that write signs print signed changes by default', () => {
    expect(text(change('14.3', percent), {}, { minus: 'signs' })).toBe('+14.3% YoY')
  })

  test('the digits, their unit and form are given beside the text', () => {
    expect(present(change('-2.6', points), undefined, {}, { numbers, language: en })).toEqual({
      text: 'down 2.6 points YoY',
      displayed: '-2.6',
      decimals: 1,
      displayUnit: 'points',
      form: 'words',
    })
    expect(present(range('52850', '52885.5', million), undefined, {}, { numbers, language: en }).displayed).toBe(
      '52850..52886',
    )
  })
})
