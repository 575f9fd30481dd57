import { describe, expect, test } from 'vitest'
import { estimatedTypesetter, linesIn } from './letters.ts'
import { breakLines } from './text.ts'

const lines = (text: string, most: number): readonly string[] | undefined =>
  breakLines(text, (line) => line.length <= most)

describe('a label in lines', () => {
  test.each([
    ['Net income H1 FY21', 13, ['Net income', 'H1 FY21']],
    ['Profit 9M 2024', 9, ['Profit', '9M 2024']],
    ['EBIT LTM 2Q09', 8, ['EBIT', 'LTM 2Q09']],
    ['Backlog Mar 2009', 11, ['Backlog', 'Mar 2009']],
    ['Cash at Q4 2019 end', 12, ['Cash at', 'Q4 2019 end']],
  ])('%s, of %d letters, keeps its period in one', (text, most, expected) => {
    expect(lines(text, most)).toEqual(expected)
  })

  test.each([
    ['Drive-by sales', 8, ['Drive-by', 'sales']],
    ['Own Drive-by', 8, ['Own', 'Drive-by']],
    ['Re-insurance claims', 10, ['Re-', 'insurance', 'claims']],
    ['Q1–Q4', 3, undefined],
    ['Q3 FY19', 4, ['Q3', 'FY19']],
    ['Unbreakable', 6, undefined],
  ])('%s, of %d letters, ends behind a hyphen only where it must', (text, most, expected) => {
    expect(lines(text, most)).toEqual(expected)
  })
})

const width = (text: string): number => estimatedTypesetter.width(text, 100)

test('letters that stand closer than side by side are measured so', () => {
  expect(width('YoY')).toBeCloseTo(2 * width('Y') + width('o') - 16)
  expect(width('7.3')).toBeCloseTo(width('7') + width('.') + width('3') - 14)
  expect(width('no')).toBeCloseTo(width('n') + width('o'))
})

test.each([
  ['any forward-looking statement', 2], // "any forward-" ends the first line
  ['any forward looking statement', 2],
  ['any forwardlooking statement', 3],
])('running text ends a line behind a hyphen: "%s" takes %d lines', (text, lines) => {
  expect(linesIn(text, { width: width('looking statement') + 5, size: 100 })).toBe(lines)
})
