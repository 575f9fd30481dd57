import { expect, test } from 'vitest'
import { elapsedText } from './speaker.ts'

test.each([
  [0, '0:00'],
  [59_999, '0:59'],
  [307_000, '5:07'],
  [3_750_000, '1:02:30'],
  [-5, '0:00'],
])('%i milliseconds read %s on the speaker’s clock', (milliseconds, text) => {
  expect(elapsedText(milliseconds)).toBe(text)
})
