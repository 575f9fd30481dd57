import { describe, expect, it } from 'vitest'
import { enClaims } from '../../language/en-claims.ts'
import type { Calendar } from '../../model/period.ts'
import { labelOf, periodFrom } from './fiscal-calendar.ts'
import { openLexicon } from './lexicon.ts'
import { findPeriods } from './period-token.ts'

const lexicon = openLexicon(enClaims)

const calendar: Calendar = {
  startMonth: 4,
  yearNamedBy: 'start',
  style: 'kessan',
  subPeriods: 'quarters',
  longYears: [],
}

const read = (text: string): readonly string[] =>
  findPeriods(text, lexicon).map(({ period }) => {
    const span = periodFrom(period, calendar)
    return span ? labelOf(span) : period.kind === 'fiscal' ? period.part : period.kind
  })

describe('a period in a sentence', () => {
  it.each([
    ['4Q08 and FY2008, 1H09', ['4Q08', 'FY08', '1H09']],
    ['Q4 FY24, FY24, H1 2024', ['4Q24', 'FY24', '1H24']],
    ["Q3'24 and FY'24", ['3Q24', 'FY24']],
    ['the fourth quarter of fiscal 2024', ['4Q24']],
    ['first half of FY2008', ['1H08']],
    ['9M08', ['9M08']],
    ['08/4 ~ 09/03', ['FY08']],
    ['09/01 ~ 09/03', ['4Q08']],
    ['April 2008 – March 2009', ['FY08']],
    ['three months ended June 30, 2008', ['1Q08']],
    ['year ended March 31, 2009', ['FY08']],
    ['March 31, 2009; 31 March 2009; 2009-03-31; 31.03.2009', ['2009-03', '2009-03', '2009-03', '2009-03']],
    ['4Q', ['4Q']],
    ['IPv6 and 3G, Top10, ISO 9001', []],
  ])('reads "%s"', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('knows an estimate from an actual by its suffix', () => {
    expect(findPeriods('FY25E and FY24A', lexicon).map(({ scenario }) => scenario)).toEqual(['target', 'actual'])
  })
})
