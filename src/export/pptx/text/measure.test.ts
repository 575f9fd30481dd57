import { expect, test } from 'vitest'
import type { Paragraph } from '../items.ts'
import { fitted, heightOf, linesIn, widthOf, wordsOf } from './measure.ts'

const small = { text: 'JPY', size: 35 }
const large = { text: '73.0', size: 144, bold: true }
const unit = { text: ' billion', size: 35 }

test('words in several sizes are as wide as each is in its own', () => {
  const of = (...runs: Paragraph['runs']): number => widthOf([{ runs, size: 144 }])
  expect(of(small, large, unit)).toBeCloseTo(of(small) + of(large) + of(unit), 5)
  expect(of(unit)).toBeGreaterThan(of({ text: 'billion', size: 35 }))
})

test('digits among small words stay in a line that has room for them, and break where it has none', () => {
  const paragraph: Paragraph = { runs: [small, large, unit], size: 144 }
  const width = widthOf([paragraph])
  expect(linesIn(paragraph, width + 1)).toBe(1)
  expect(linesIn(paragraph, width * 0.9)).toBe(2)
})

const event = (text: string, width: number) =>
  fitted({
    kind: 'text',
    name: 'Event',
    frame: { x: 0, y: 0, width, height: 400 },
    paragraphs: [{ runs: [{ text }], size: 24 }],
  })

test('a word wider than its line is broken where it may be, with a hyphen, and another is left whole', () => {
  const text = (width: number): string => event('Media Communi\u00adcations', width).paragraphs.map(wordsOf).join()
  expect(text(140)).toBe('Media Communi-\ncations')
  expect(text(400)).toBe('Media Communi\u00adcations')
  expect(event('Unbreakable', 40).paragraphs.map(wordsOf)).toEqual(['Unbreakable'])
})

test('a soft hyphen takes no room', () => {
  const height = (text: string): number => heightOf([{ runs: [{ text }], size: 24 }], 200)
  expect(height('Communi\u00adcations')).toBe(height('Communications'))
  expect(widthOf([{ runs: [{ text: 'a\u00adb' }], size: 20 }])).toBe(widthOf([{ runs: [{ text: 'ab' }], size: 20 }]))
})
