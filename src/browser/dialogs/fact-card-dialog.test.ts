import { expect, test } from 'vitest'
import { isWebAddress } from '../../format/links.ts'
import { placeCard, readableFormula } from './fact-card-dialog.ts'

const card = { width: 400, height: 300 }
const window = { width: 1280, height: 720 }

test.each([
  ['right of the figure', { left: 600, top: 100, width: 80, height: 20 }, { left: 692, top: 88 }],
  [
    'left of it where there is no room on its right',
    { left: 900, top: 500, width: 80, height: 20 },
    { left: 488, top: 408 },
  ],
  ['under a wide one', { left: 300, top: 100, width: 700, height: 40 }, { left: 450, top: 152 }],
  ['above a wide one that is low', { left: 300, top: 600, width: 700, height: 40 }, { left: 450, top: 288 }],
  ['inside the window beside a tall column', { left: 100, top: 690, width: 40, height: 20 }, { left: 152, top: 408 }],
])('a card stands %s', (_, about, place) => {
  expect(placeCard(about, card, window)).toEqual(place)
})

test('a card taller than the window starts at its top', () => {
  const place = placeCard({ left: 0, top: 300, width: 9, height: 9 }, { width: 400, height: 900 }, window)
  expect(place.top).toBe(12)
})

test.each([
  ['https://example.com/', true],
  ['http://example.com/', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['/local', false],
  ['', false],
])('a source whose address is "%s" gets a link: %s', (url, isLink) => {
  expect(isWebAddress(url)).toBe(isLink)
})

test.each([
  ['Recurring revenue FY08 / Recurring revenue FY07 - 1', 'Recurring revenue FY08 ÷ Recurring revenue FY07 − 1'],
  ['One-time revenue FY08 * 2', 'One-time revenue FY08 × 2'],
  ['4Q08 14,032 / (1 + 9.1%)', '4Q08 14,032 ÷ (1 + 9.1%)'],
  ['', ''],
])('the formula "%s" reads "%s"', (formula, text) => {
  expect(readableFormula(formula)).toBe(text)
})
