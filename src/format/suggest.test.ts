import { expect, test } from 'vitest'
import { didYouMean, suggest } from './suggest.ts'

const metrics = ['revenue.total', 'revenue.recurring', 'revenue.one-time', 'income.operating', 'income.net']

test.each([
  ['revenue.recuring', 'revenue.recurring'],
  ['revenue.recurrnig', 'revenue.recurring'],
  ['Revenue.Total', 'revenue.total'],
  ['revenue.one_time', 'revenue.one-time'],
  ['total.revenue', 'revenue.total'],
  ['recurring', 'revenue.recurring'],
  ['operating', 'income.operating'],
  ['income.nett', 'income.net'],
  ['backlog', undefined],
  ['', undefined],
  ['revenue', undefined], // three of them
])('"%s" most likely means %s', (word, expected) => {
  expect(suggest(word, metrics)).toBe(expected)
})

test('of two equally near names the first by alphabet is suggested', () => {
  expect(suggest('cat', ['cut', 'cot'])).toBe('cot')
})

test('the hint begins with the name or says nothing', () => {
  expect(didYouMean('layuot', ['layout'])).toBe('did you mean "layout"? ')
  expect(didYouMean('zzz', ['layout'])).toBe('')
})
