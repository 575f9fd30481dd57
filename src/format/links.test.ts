import { expect, test } from 'vitest'
import { keptAddress } from '../model/source-file.ts'
import { documentLink } from './links.ts'

test.each([
  [{ file: 'sources/q3.pdf' }, 'Income statement, p. 4', 'sources/q3.pdf#page=4'],
  [{ file: 'sources/q3.pdf', url: 'https://example.com/q3' }, 'Note 12', 'sources/q3.pdf'],
  [{ file: 'sources/q3.htm' }, 'page 4', 'sources/q3.htm'],
  [{ url: 'https://example.com/q3.PDF' }, 'page 11, table 2', 'https://example.com/q3.PDF#page=11'],
  [{ url: 'javascript:alert(1)' }, 'p. 4', undefined],
  [{}, 'p. 4', undefined],
])('a place in the document %j, "%s", is opened at %s', (document, at, link) => {
  expect(documentLink(document, at)).toBe(link)
})

test('the address of a kept file is one that a browser takes', () => {
  expect(keptAddress('data/sources/2024/Q3 #1 “final”.pdf')).toBe(
    'sources/2024/Q3%20%231%20%E2%80%9Cfinal%E2%80%9D.pdf',
  )
})
