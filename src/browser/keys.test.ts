import { expect, test } from 'vitest'
import { createTypedNumber, keyOf } from './keys.ts'

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false }

test.each([
  [{ key: 'PageDown' }, 'pagedown'],
  [{ key: 'B', shiftKey: true }, 'b'], // caps lock, or a clicker that sends capitals
  [{ key: ' ' }, ' '],
  [{ key: ' ', shiftKey: true }, 'shift+ '],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: 'k', ctrlKey: true }, '/'],
  [{ key: 'K', metaKey: true }, '/'],
  [{ key: 'p', ctrlKey: true }, undefined],
  [{ key: 'ArrowLeft', altKey: true }, undefined], // the browser's Back
])('%j is the key %j', (press, key) => {
  expect(keyOf({ ...plain, ...press })).toBe(key)
})

test('digits make a number that Enter ends', () => {
  const typed = createTypedNumber()
  expect(typed.press('1', 0)).toBe('1')
  expect(typed.press('9', 1000)).toBe('19')
  expect(typed.enter(2000)).toBe('19')
  expect(typed.enter(2001)).toBe('')
})

test('another key or a long wait forgets the number', () => {
  const typed = createTypedNumber()
  typed.press('1', 0)
  expect(typed.press('n', 10)).toBe('')
  expect(typed.enter(20)).toBe('')
  typed.press('4', 100)
  expect(typed.enter(60_000)).toBe('')
  typed.press('4', 100)
  expect(typed.press('2', 60_000)).toBe('2')
})
