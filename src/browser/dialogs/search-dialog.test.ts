import { expect, test } from 'vitest'
import { findSlides, type SearchEntry } from './search-dialog.ts'

const entries: readonly SearchEntry[] = [
  { id: 'cover', number: '1', title: 'Spring Equity Forum', text: 'July 8–9, 2009' },
  {
    id: 'revenues',
    number: '2',
    title: 'Recurring revenue grew 14.3%',
    text: 'Outsourcing up 12.2% YoY, 4Q08 up 9.2%',
  },
  {
    id: 'machines',
    number: '3',
    title: 'Machine Business',
    text: 'Expects to introduce around 8,000 ATMs by FY2013 all over Japan',
  },
  { id: 'costs', number: 'B1', title: 'SG&A', text: 'Net sales · 104,229 · 1 204 300 · R&D' },
  { id: 'outsourcing', number: '12', title: 'Outsourcing carries growth', text: 'Recurring revenue' },
]
const ids = (query: string): string[] => findSlides(entries, query).map(({ entry }) => entry.id)

test.each([
  ['', ['cover', 'revenues', 'machines', 'costs', 'outsourcing']],
  ['   ', ['cover', 'revenues', 'machines', 'costs', 'outsourcing']],
  ['2', ['revenues', 'cover', 'machines', 'costs']],
  ['atms', ['machines']],
  ['outsourcing', ['outsourcing', 'revenues']],
  ['revenue outsourcing', ['revenues', 'outsourcing']],
  ['8-9', ['cover']],
  ['b1', ['costs']],
  ['sga', ['costs']],
  ['r-d', ['costs']],
  ['104229', ['costs']],
  ['104.229', ['costs']],
  ['1204300', ['costs']],
  ['sales 1042', ['costs']],
  ['229120', []], // cells are apart
  ['&', ['costs']],
  ['nowhere', []],
])('the search for "%s" finds the slide of that number, then titles, then text', (query, expected) => {
  expect(ids(query)).toEqual(expected)
})

test('an excerpt begins at a word before the match and is empty when the title matches', () => {
  expect(findSlides(entries, 'fy2013')[0]?.excerpt).toBe('… around 8,000 ATMs by FY2013 all over Japan')
  expect(findSlides(entries, 'machine')[0]?.excerpt).toBe('')
})

test('an excerpt begins where the match stands in the text, whatever separators were typed', () => {
  expect(findSlides(entries, '1204300')[0]?.excerpt).toBe('Net sales · 104,229 · 1 204 300 · R&D')
})
