import { expect, test } from 'vitest'
import { sumLevel, sumPart } from './sum.ts'

const parts = (text: string) => sumPart({ kind: 'plain', text })

test.each([
  ['48 stores', { before: '', large: '48', after: ' stores' }, 0],
  ['15', { before: '', large: '15', after: '' }, 0],
  ['12.5%', { before: '', large: '12.5%', after: '' }, 1],
  ['−€11 million', { before: '', large: '−€11', after: ' million' }, 1],
  ['JPY54,064 million', { before: 'JPY', large: '54,064', after: ' million' }, 3],
  ['0', { before: '', large: '0', after: '' }, 0],
] as const)('%s is a number with its unit apart, the longer the smaller', (text, expected, level) => {
  expect(parts(text)).toEqual(expected)
  expect(sumLevel(parts(text), 3)).toBe(level)
})

test('over four columns no number is of the largest size', () => {
  expect(sumLevel(parts('48'), 4)).toBe(1)
})

test('a share below zero in brackets is large as a whole', () => {
  expect(parts('(38.7%) of it')).toEqual({ before: '', large: '(38.7%)', after: ' of it' })
})
