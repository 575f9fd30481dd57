import { expect, test } from 'vitest'
import type { Inline } from '../../../model/content.ts'
import type { DeckLook } from '../look.ts'
import { displayRuns } from './display-runs.ts'

const look = { brand: '#0a5aa0', chart: { downColor: '#8c1d2c' } } as DeckLook
const fall: Inline = { kind: 'figure', text: '', use: 'a', fact: 'a', isFall: true }

test('the unit of a leading figure is small, and may stand under its digits', () => {
  expect(displayRuns({ text: '$355.5\u00a0million' }, undefined, { size: 100, look })).toEqual([
    { text: '$355.5', size: 100, bold: true, color: look.brand },
    { text: ' million', size: 34, bold: true, color: look.brand },
  ])
})

test('a loss has the colour of falls, whatever that of its neighbours', () => {
  const runs = displayRuns({ text: '−JPY11 million' }, fall, { size: 48, look, color: '#666666' })
  expect(runs.map(({ text, color }) => [text, color])).toEqual([
    ['JPY', '#8c1d2c'],
    ['−11', '#8c1d2c'],
    [' million', '#8c1d2c'],
  ])
})

test('words that lead have the size of a figure', () => {
  expect(displayRuns({ text: 'Many ' }, undefined, { size: 64, look })).toEqual([
    { text: 'Many', size: 64, bold: true, color: look.brand },
  ])
})
