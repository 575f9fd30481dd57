import { expect, test } from 'vitest'
import { idFromHash, viewKind } from './view.ts'

test.each([
  ['#/revenues', 'revenues'],
  ['#revenues', 'revenues'],
  ['#/revenues/2', 'revenues'],
  ['#/caf%C3%A9', 'café'],
  ['#/%E0%A4%A', '%E0%A4%A'],
  ['#/', undefined],
  ['', undefined],
])('the hash "%s" names the slide %s', (hash, id) => {
  expect(idFromHash(hash)).toBe(id)
})

test.each([
  ['?print-pdf', false, 'print'],
  ['?a=1&print-pdf', true, 'print'],
  ['?no-print-pdfs', false, 'deck'],
  ['', false, 'deck'],
  ['', true, 'page'],
])('the query "%s" in a narrow window (%s) asks for the %s view', (search, isNarrow, kind) => {
  expect(viewKind(search, isNarrow)).toBe(kind)
})
