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

test.each([
  ['=1+1', "'=1+1"],
  ["=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['+1+cmd', "'+1+cmd"],
  ['-2+3', "'-2+3"],
  ['\t=1', "'\t=1"],
  ['-1,234.5', '"-1,234.5"'],
  ['+14.3%', '+14.3%'],
  ['-5 pp', '-5 pp'],
  ['+$3', '+$3'],
  ['−12', '−12'],
  ['–', '–'],
])('text that a spreadsheet would run is copied as text, numbers as they are: %s', (cell, copied) => {
  expect(csvText([[cell]])).toBe(`${copied}\r\n`)
})
