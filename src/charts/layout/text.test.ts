import { describe, expect, test } from 'vitest'
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
