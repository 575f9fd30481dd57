import { expect, test } from 'vitest'
import { neighbour, viewKind } from './view.ts'

test('the public edition has no speaker’s window', () => {
  expect(viewKind({ search: '?speaker=k2', isSmall: false, edition: 'public' })).toBe('deck')
})

test.each([
  ['?print-pdf', false, 'print'],
  ['?a=1&print-pdf', true, 'print'],
  ['?no-print-pdfs', false, 'deck'],
  ['?speaker=k2', true, 'speaker'],
  ['?speakers', false, 'deck'],
  ['', false, 'deck'],
  ['', true, 'page'],
])('the query "%s" in a small window (%s) asks for the %s view', (search, isSmall, kind) => {
  expect(viewKind({ search, isSmall, edition: 'presenter' })).toBe(kind)
})

const slides = ['1', 'B1', '2', 'B2', 'B3', '3'].map((number) => ({
  dataset: number.startsWith('B') ? { number, hidden: '' } : { number },
}))
const numbered = (number: string) => slides.find(({ dataset }) => dataset.number === number)

test.each([
  ['1', 1, '2'],
  ['2', 1, '3'],
  ['3', 1, undefined],
  ['3', -1, '2'],
  ['2', -1, '1'],
  ['1', -1, undefined],
  ['B2', 1, '3'],
  ['B2', -1, '2'],
] as const)('from slide %s, %i further is slide %s', (from, step, to) => {
  expect(neighbour(slides, numbered(from), step)?.dataset.number).toBe(to)
})

test('before the first slide comes none, after nothing comes the first', () => {
  expect(neighbour(slides, undefined, 1)?.dataset.number).toBe('1')
  expect(neighbour(slides, undefined, -1)).toBeUndefined()
})
