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
    expect(unitWords(unit, en, { currency: 'symbol' })).toBe(symbolWords)
  })

  test.each(['', 'JPX mn', 'jpy mn', 'JPY million', 'JPY mn mn', 'cats', '% mn', 'JPY/', 'JPY/a/b', 'mn'])(
    '"%s" is not a unit',
    (text) => {
      expect(parseUnit(text, declared)).toBeUndefined()
    },
  )

  test('values turn into other scales of their unit exactly, into other units never', () => {
    const [million, billion, persons] = ['JPY mn', 'JPY bn', 'persons'].map((text) => parseUnit(text, declared))
    if (!million || !billion || !persons) throw new Error('units are read')
    expect(convert(rational(69731n), million, billion)).toEqual(rational(69731n, 1000n))
    expect(isConvertible(million, persons)).toBe(false)
    expect(() => convert(rational(1n), million, persons)).toThrow(RangeError)
  })

  test('a scaled count never takes its singular', () => {
    const thousands = parseUnit('persons k', declared)
    if (!thousands) throw new Error('persons k is read')
    expect(withUnit('1', thousands, { currency: 'code', language: en, number: { count: 1, decimals: 0 } })).toBe(
      '1 thousand persons',
    )
  })
})
