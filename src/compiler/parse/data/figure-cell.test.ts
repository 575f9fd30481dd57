import { describe, expect, test } from 'vitest'
import { enClaims } from '../../../language/en-claims.ts'
import { toExactText } from '../../../model/rational.ts'
import { settlesPoint } from './digits.ts'
import { type FigureCellOptions, qualifiersOf, readFigureCell } from './figure-cell.ts'

const options: FigureCellOptions = {
  rounding: 'nearest',
  percent: false,
  notation: 'point',
  qualifiers: qualifiersOf(enClaims.hedges),
}

/** "value [low..high] ±ulp", as one readable line. */
function summary(text: string, changed: Partial<FigureCellOptions> = {}): string {
  const reading = readFigureCell(text, { ...options, ...changed })
  if (reading.kind === 'invalid-number') return `invalid "${reading.text}" at ${reading.at}`
  if (reading.kind !== 'figure') return reading.kind
  const { kind, value, low, high, ulp, qualifier } = reading.figure
  const said = qualifier === undefined ? '' : `${qualifier} `
  return `${kind} ${said}${value ? toExactText(value) : '?'} [${toExactText(low)}..${toExactText(high)}] ulp ${toExactText(ulp)}`
}

describe('cells of figures', () => {
  test.each([
    ['69,731', 'number 69731 [69730.5..69731.5] ulp 1'],
    ['69.7', 'number 69.7 [69.65..69.75] ulp 0.1'],
    ['69.70', 'number 69.7 [69.695..69.705] ulp 0.01'],
    ['0', 'number 0 [-0.5..0.5] ulp 1'],
    ['(38.7)', 'number -38.7 [-38.75..-38.65] ulp 0.1'],
    ['-38.7', 'number -38.7 [-38.75..-38.65] ulp 0.1'],
    ['−38.7', 'number -38.7 [-38.75..-38.65] ulp 0.1'],
    ['△38.7', 'number -38.7 [-38.75..-38.65] ulp 0.1'],
    ['▲ 1,206', 'number -1206 [-1206.5..-1205.5] ulp 1'],
    ['+4.3', 'number 4.3 [4.25..4.35] ulp 0.1'],
    ['13866 [13865..13868]', 'derived 13866 [13865..13868] ulp 1'],
    ['(14) [(15)..(13)]', 'derived -14 [-15..-13] ulp 1'],
    ['52850..52885.5', 'range ? [52850..52885.5] ulp 1'],
    ['-5..-3', 'range ? [-5..-3] ulp 1'],
    ['73.0 .. 75.0', 'range ? [73..75] ulp 0.1'],
    ['around 6500', 'number around 6500 [6400..6600] ulp 1'],
    ['approx. 6,543', 'number approx. 6543 [6542..6544] ulp 1'],
    ['over 6500', 'number over 6500 [6500..6600] ulp 1'],
    ['up to 0.5', 'number up to 0.5 [0.4..0.5] ulp 0.1'],
    ['Nearly 30', 'number Nearly 30 [20..30] ulp 1'],
    ['', 'empty'],
    ['–', 'empty'],
    ['-', 'empty'],
    ['N.A.', 'empty'],
  ])('"%s" is read as %s', (text, expected) => {
    expect(summary(text)).toBe(expected)
  })

  test.each([
    ['12,34', 'invalid "12,34" at 0'],
    ['1.234,5', 'invalid "1.234,5" at 0'],
    ['12a', 'invalid "12a" at 0'],
    ['¥54', 'invalid "¥54" at 0'],
    ['14.3%', 'invalid "14.3%" at 0'],
    ['(38.7', 'invalid "(38.7" at 0'],
    ['1..2..3', 'invalid "1..2..3" at 0'],
    ['10..x', 'invalid "x" at 4'],
    ['x [1..2]', 'invalid "x" at 0'],
    ['5 [1-9]', 'invalid "1-9" at 3'],
    ['about x', 'invalid "x" at 6'],
    ['75..73', 'invalid-range'],
    ['9 [1..5]', 'invalid-range'],
  ])('"%s" is refused: %s', (text, expected) => {
    expect(summary(text)).toBe(expected)
  })

  test('a per cent sign is accepted where the unit is per cent', () => {
    expect(summary('14.3%', { percent: true })).toBe('number 14.3 [14.25..14.35] ulp 0.1')
    expect(summary('(38.7%)', { percent: true })).toBe('number -38.7 [-38.75..-38.65] ulp 0.1')
    expect(summary('(38.7)%', { percent: true })).toBe('number -38.7 [-38.75..-38.65] ulp 0.1')
  })

  test.each([
    ['69,731', 'number 69731 [69731..69732] ulp 1'],
    ['(69,731)', 'number -69731 [-69732..-69731] ulp 1'],
    ['0', 'number 0 [-1..1] ulp 1'],
  ])('figures that were cut off lie beyond their digits: %s', (text, expected) => {
    expect(summary(text, { rounding: 'truncate' })).toBe(expected)
  })

  test.each([
    ['0,912', 'invalid "0,912" at 0'],
    ['-0,912', 'invalid "-0,912" at 0'],
    ['00,912', 'invalid "00,912" at 0'],
    ['(0,050,000)', 'invalid "(0,050,000)" at 0'],
    ['0,000..0,500', 'invalid "0,000" at 0'],
    ['around 0,125', 'invalid "0,125" at 7'],
  ])('no group follows a leading zero: %s', (text, expected) => {
    expect(summary(text)).toBe(expected)
    expect(summary(text, { notation: 'unsettled' })).toBe(expected)
  })

  test.each([
    ['0,912', 'number 0.912 [0.9115..0.9125] ulp 0.001'],
    ['1,123', 'number 1.123 [1.1225..1.1235] ulp 0.001'],
    ['(1.234,5)', 'number -1234.5 [-1234.55..-1234.45] ulp 0.1'],
    ['69.731', 'number 69731 [69730.5..69731.5] ulp 1'],
    ['69\u00a0731', 'number 69731 [69730.5..69731.5] ulp 1'],
    ['1,5..2,25', 'range ? [1.5..2.25] ulp 0.1'],
    ['69.7', 'invalid "69.7" at 0'],
    ['0.912', 'invalid "0.912" at 0'],
    ['1,234,567', 'invalid "1,234,567" at 0'],
  ])('with decimal commas, "%s" is read as %s', (text, expected) => {
    expect(summary(text, { notation: 'comma' })).toBe(expected)
  })

  test.each([
    ['1,123', 'invalid "1,123" at 0'],
    ['(16.328)', 'invalid "(16.328)" at 0'],
    ['14 [13..2,500]', 'invalid "13..2,500" at 4'],
    ['1,234.5', 'number 1234.5 [1234.45..1234.55] ulp 0.1'],
    ['1,234,567', 'number 1234567 [1234566.5..1234567.5] ulp 1'],
    ['0.912', 'number 0.912 [0.9115..0.9125] ulp 0.001'],
    ['912', 'number 912 [911.5..912.5] ulp 1'],
  ])('where nothing settles what the comma is, "%s" is read as %s', (text, expected) => {
    expect(summary(text, { notation: 'unsettled' })).toBe(expected)
  })
})

describe('apostrophes between groups', () => {
  test.each([
    ['2’345.6', 'number 2345.6 [2345.55..2345.65] ulp 0.1', 'invalid "2’345.6" at 0'],
    [
      "(12'345'678)",
      'number -12345678 [-12345678.5..-12345677.5] ulp 1',
      'number -12345678 [-12345678.5..-12345677.5] ulp 1',
    ],
    ['2’345', 'number 2345 [2344.5..2345.5] ulp 1', 'number 2345 [2344.5..2345.5] ulp 1'],
    ['0’345', 'invalid "0’345" at 0', 'invalid "0’345" at 0'],
    ['2’34', 'invalid "2’34" at 0', 'invalid "2’34" at 0'],
    ['1,234’567', 'invalid "1,234’567" at 0', 'invalid "1,234’567" at 0'],
  ])('"%s" is %s, with decimal commas %s', (text, point, comma) => {
    expect(summary(text)).toBe(point)
    expect(summary(text, { notation: 'unsettled' })).toBe(point)
    expect(summary(text, { notation: 'comma' })).toBe(comma)
  })
})

describe('what settles the sign before decimals', () => {
  test.each([
    [['1,123', '69.7'], true],
    [['1,123', '1,234,567'], true],
    [['1,123', '0.912'], true],
    [['1,123', '912'], false],
    [['1,123', '45.678'], false],
    [['1,123', '12,5'], false],
    [['1,123', '1.234,5', '69.7'], false],
    [['1,123', 'around 6.5'], true],
  ])('%j: %s', (cells, expected) => {
    expect(settlesPoint(cells)).toBe(expected)
  })
})
