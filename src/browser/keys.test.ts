import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../language/en.ts'
import { commandKeys, createTypedNumber, keyOf, shownKey } from './keys.ts'

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

test('each key belongs to one command', () => {
  const keys = Object.values(commandKeys).flat()
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})

test('docs/authoring.md lists the keys that the help shows, and none that is not one', () => {
  const docs = readFileSync(join(import.meta.dirname, '../../docs/authoring.md'), 'utf8')
  const [rows = ''] = (docs.split('| key | does |\n|---|---|\n')[1] ?? '').split('\n\n')
  const listed = rows.split('\n').flatMap((row) => (row.split('|')[1] ?? '').split(/[\s,]+/))
  const shown = Object.values(commandKeys).map((keys) =>
    keys.map((key) => (key === ' ' ? 'Space' : shownKey(key, en.page.help.keys))),
  )
  expect(shown.map(([first]) => first).filter((key = '') => !listed.includes(key))).toEqual([])
  const keys = listed.filter((word) => word.length === 1 && word !== 'a')
  expect(keys.filter((key) => !shown.flat().includes(key))).toEqual([])
})
