import { expect, test } from 'vitest'
import { exponentOf } from '../../format/units.ts'
import { plainDigits } from './printed-value.ts'

test.each([
  ['JPY54,064.5 million', ',', '.', 'JPY54064.5 million'],
  ['CHF 1’234,5', '’', ',', 'CHF 1234.5'],
  ['1.234.567,8', '.', ',', '1234567.8'],
  ['20,5', ' ', ',', '20.5'],
  ['12·5', ',', '·', '12.5'],
  ['1,23', ',', '.', '1,23'],
  ['no number', '', '.', 'no number'],
])('%j with groups by %j and decimals by %j is %j', (text, group, decimal, expected) => {
  expect(plainDigits(text, { group, decimal })).toBe(expected)
})

test.each([
  ['JPY bn', 9],
  ['persons k', 3],
  ['JPY', 0],
  ['%', 0],
  ['bps', -2],
  ['new clients', 0],
])('the scale of %s is ten to the %i', (unit, exponent) => {
  expect(exponentOf(unit)).toBe(exponent)
})
