import { expect, test } from 'vitest'
import { defused, separatedText } from './cell-text.ts'

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
  expect(separatedText(rows)).toBe(text)
})

test('cells parted by tabs keep their commas, and quotes where a tab is in one', () => {
  expect(separatedText([['1,234', 'a\tb', '=1,2']], { cell: '\t', line: '\n' })).toBe('1,234\t"a\tb"\t\'=1,2\n')
})

test.each([
  ['=1+1', "'=1+1"],
  ["=cmd|'/c calc'!A0", "'=cmd|'/c calc'!A0"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  [' =1+1', "' =1+1"],
  ['+1+cmd', "'+1+cmd"],
  ['＋A1', "'＋A1"],
  ['-2+3', "'-2+3"],
  ['\t=1', "'\t=1"],
  ['-1,234.5', '-1,234.5'],
  ['+14.3%', '+14.3%'],
  ['-5 pp', '-5 pp'],
  ['+$3', '+$3'],
  ['−12', '−12'],
  ['–', '–'],
])('text that a spreadsheet would run becomes text, numbers stay as they are: %s', (cell, text) => {
  expect(defused(cell)).toBe(text)
})
