import { expect, test } from 'vitest'
import { defaultTheme } from '../colors/theme.ts'
import { drawPreview, linesOf } from './preview.ts'

const size = (text: string): number => [...text].length

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['one', 2, ['one']],
  ['a  b', 9, ['a  b']],
  ['incomprehensible it', 5, ['incomprehensible', 'it']],
  ['売上高が増加した', 3, ['売上高', 'が増加', 'した']],
  ['   ', 4, []],
])('"%s" in lines of %i letters', (text, most, lines) => {
  expect(linesOf(text, most, size)).toEqual(lines)
})

const preview = { headline: 'Revenue grew 7.1% in FY24', company: 'Example Corporation', date: 'May 14, 2025' }

test('a preview is a picture of 1200 × 630, the same each time, and another for another headline', () => {
  const picture = drawPreview(preview, defaultTheme)
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1200, 630])
  expect(drawPreview(preview, defaultTheme).equals(picture)).toBe(true)
  expect(drawPreview({ ...preview, headline: 'Revenue fell' }, defaultTheme).equals(picture)).toBe(false)
})
