import { expect, test } from 'vitest'
import { csvText } from './chart-data.ts'

test.each([
  [[['a', 'b']], 'a,b\r\n'],
  [[['1,234', '(38.7%)']], '"1,234",(38.7%)\r\n'],
  [
    [
      ['say "no"', 'two\nlines'],
      ['', '–'],
    ],
    '"say ""no""","two\nlines"\r\n,–\r\n',
  ],
  [[], ''],
])('rows become CSV text with quotes only where needed', (rows, text) => {
  expect(csvText(rows)).toBe(text)
})
