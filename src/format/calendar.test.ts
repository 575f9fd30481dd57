import { describe, expect, test } from 'vitest'
import { en } from '../language/en.ts'
import type { Calendar, Period } from '../model/period.ts'
import {
  comparatorWord,
  endOf,
  formatDates,
  formatPeriod,
  lastPeriods,
  periodRange,
  previousPeriod,
  shiftYears,
} from './calendar.ts'
import { parsePeriod, resolvePeriod } from './period-text.ts'

const kessan: Calendar = { startMonth: 4, yearNamedBy: 'start', style: 'kessan', subPeriods: 'quarters', longYears: [] }
const us: Calendar = { startMonth: 10, yearNamedBy: 'end', style: 'us', subPeriods: 'quarters', longYears: ['FY23'] }
const plain: Calendar = {
  startMonth: 1,
  yearNamedBy: 'start',
  style: 'calendar',
  subPeriods: 'quarters',
  longYears: [],
}
const halves: Calendar = { ...plain, subPeriods: 'halves' }

const known = (text: string, calendar: Calendar = kessan): Period => {
  const period = parsePeriod(text, calendar)
  if (!period) throw new Error(`no period ${text}`)
  return period
}

describe('labels', () => {
  test.each([
    ['4Q08', kessan, '4Q08', 'January–March 2009'],
    ['4Q2008', kessan, '4Q08', 'January–March 2009'],
    ['Q4 FY08', kessan, '4Q08', 'January–March 2009'],
    ['1H09', kessan, '1H09', 'April–September 2009'],
    ['9M08', kessan, '9M08', 'April–December 2008'],
    ['3M08', kessan, '1Q08', 'April–June 2008'],
    ['6M08', kessan, '1H08', 'April–September 2008'],
    ['FY08', kessan, 'FY08', 'April 2008–March 2009'],
    ['FY2008', kessan, 'FY08', 'April 2008–March 2009'],
    ['FY98', kessan, 'FY98', 'April 1998–March 1999'],
    ['2012', kessan, '2012', 'January–December 2012'],
    ['2008-08', kessan, '2008-08', 'August 2008'],
    ['2008-08..2008-10', kessan, '2008-08..2008-10', 'August–October 2008'],
    ['2008-04..2009-03', kessan, 'FY08', 'April 2008–March 2009'],
    ['2009-03-31', kessan, 'March 31, 2009', 'March 31, 2009'],
    ['LTM 2Q08', kessan, 'LTM 2Q08', 'October 2007–September 2008'],
    ['TTM H1 FY08', kessan, 'LTM 2Q08', 'October 2007–September 2008'],
    ['LTM 4Q08', kessan, 'FY08', 'April 2008–March 2009'],
    ['LTM 3Q08', kessan, '2008', 'January–December 2008'],
    ['LTM Q1 FY24', us, '2023', 'January–December 2023'],
    ['LTM Q2 FY24', us, 'LTM Q2 FY24', 'April 2023–March 2024'],
    ['LTM H1 2024', halves, 'LTM H1 2024', 'July 2023–June 2024'],
    ['4Q2008', { ...kessan, yearDigits: 4 }, '4Q2008', 'January–March 2009'],
    ['9M08', { ...kessan, yearDigits: 4 }, '9M2008', 'April–December 2008'],
    ['FY24', { ...us, yearDigits: 4 }, 'FY2024', 'October 2023–September 2024'],
    ['Q4 FY24', us, 'Q4 FY24', 'July–September 2024'],
    ['H1 FY24', us, 'H1 FY24', 'October 2023–March 2024'],
    ['9M FY24', us, '9M FY24', 'October 2023–June 2024'],
    ['FY24', us, 'FY24', 'October 2023–September 2024'],
    ['Q4 2024', plain, 'Q4 2024', 'October–December 2024'],
    ['2024', plain, '2024', 'January–December 2024'],
    ['FY24', plain, '2024', 'January–December 2024'],
    ['CY2024', plain, '2024', 'January–December 2024'],
    ['CY2024', { ...plain, startMonth: 7 }, 'CY2024', 'January–December 2024'],
    ['H2 2024', halves, 'H2 2024', 'July–December 2024'],
  ] as const)('the label %s is read and printed canonically', (text, calendar, label, dates) => {
    expect(formatPeriod(known(text, calendar), { calendar, language: en })).toBe(label)
    expect(formatDates(known(text, calendar), en)).toBe(dates)
  })

  test.each([
    ['5Q08', kessan],
    ['3H08', kessan],
    ['Q4 2008', kessan], // of the fiscal or of the calendar year?
    ['Q4 08', us],
    ['2009-02-30', kessan],
    ['2009-13', kessan],
    ['2008-10..2008-08', kessan],
    ['FY8', kessan],
    ['FY', kessan],
    ['', kessan],
    ['Q1 2024', halves],
    ['9M 2024', halves],
    ['1Q24', halves],
  ] as const)('the label "%s" is not a period of its calendar', (text, calendar) => {
    expect(parsePeriod(text, calendar)).toBeUndefined()
  })

  test.each([
    ['4Q08', 'the fourth quarter of FY2008'],
    ['1H08', 'the first half of FY2008'],
    ['9M08', 'the first nine months of FY2008'],
    ['FY08', 'FY2008'],
    ['2012', '2012'],
    ['LTM 2Q08', 'the twelve months ended September 30, 2008'],
    ['2008-08', 'August 2008'],
    ['2009-03-31', 'March 31, 2009'],
  ])('%s in a sentence is %s', (text, long) => {
    expect(formatPeriod(known(text), { calendar: kessan, language: en }, 'long')).toBe(long)
  })

  test.each([
    ['FY08', '08/4–09/3', 'March 31, 2009'],
    ['4Q08', '09/1–09/3', 'March 31, 2009'],
    ['2008-08', '08/8', 'August 31, 2008'],
    ['2009-03-31', '09/3/31', 'March 31, 2009'],
  ])('dates of %s are %s, ending %s', (text, short, end) => {
    expect(formatDates(known(text), en, 'short')).toBe(short)
    expect(formatDates(known(text), en, 'end')).toBe(end)
  })
})

describe('relative periods', () => {
  test.each([
    ['FY', 'FY08', '4Q08'],
    ['FY-1', 'FY07', 'FY07'],
    ['FY+1', 'FY09', 'FY09'],
    ['Q', '4Q08', '4Q08'],
    ['Q-1', '3Q08', '3Q08'],
    ['Q-4', '4Q07', '4Q07'],
    ['Q+1', '1Q09', '1Q09'],
    ['Q1', '1Q08', '1Q08'],
    ['Q1-1', '1Q07', '1Q07'],
    ['H', '2H08', '2H08'],
    ['H1', '1H08', '1H08'],
    ['H1+1', '1H09', '1H09'],
    ['H-1', '1H08', '1H08'],
    ['9M', '9M08', '9M08'],
    ['9M-1', '9M07', '9M07'],
    ['1Q05', '1Q05', '1Q05'],
  ])('%s is %s both for a deck about FY08 and for one about its last quarter', (text, year) => {
    for (const reporting of ['FY08', '4Q08'])
      expect(resolvePeriod(text, { calendar: kessan, reporting: known(reporting) })?.label).toBe(year)
  })

  test('quarters of a deck about the first half start from its second quarter', () => {
    const reporting = { calendar: kessan, reporting: known('1H09') }
    expect(['Q', 'Q-1', 'FY', 'H', 'Q4-1'].map((text) => resolvePeriod(text, reporting)?.label)).toEqual([
      '2Q09',
      '1Q09',
      'FY09',
      '1H09',
      '4Q08',
    ])
  })

  test.each([
    ['1Q09', ['FY08', 'FY07', '1Q09', '1Q08', 'LTM 1Q09', 'LTM 1Q08']],
    ['2Q09', ['FY08', 'FY07', '1H09', '1H08', 'LTM 2Q09', 'LTM 2Q08']],
    ['1H09', ['FY08', 'FY07', '1H09', '1H08', 'LTM 2Q09', 'LTM 2Q08']],
    ['3Q09', ['FY08', 'FY07', '9M09', '9M08', '2009', '2008']],
    ['4Q08', ['FY08', 'FY07', 'FY08', 'FY07', 'FY08', 'FY07']],
    ['FY08', ['FY08', 'FY07', 'FY08', 'FY07', 'FY08', 'FY07']],
    ['2009-06-30', ['FY08', 'FY07', '1Q09', '1Q08', 'LTM 1Q09', 'LTM 1Q08']],
  ])('a deck about %s has a last full year, a year so far and last twelve months', (reporting, labels) => {
    const names = ['LFY', 'LFY-1', 'YTD', 'YTD-1', 'LTM', 'LTM-1']
    const about = { calendar: kessan, reporting: known(reporting) }
    expect(names.map((name) => resolvePeriod(name, about)?.label)).toEqual(labels)
  })

  test('half-year reporters have them by halves', () => {
    const about = { calendar: halves, reporting: known('H1 2024', halves) }
    const labels = ['LFY', 'YTD', 'YTD-1', 'LTM', 'LTM-1'].map((name) => resolvePeriod(name, about)?.label)
    expect(labels).toEqual(['2023', 'H1 2024', 'H1 2023', 'LTM H1 2024', 'LTM H1 2023'])
  })

  test.each(['Q', 'Q-4', 'Q1', '9M', 'X', 'FY1', 'Q5', 'H3'])('%s is nothing for a half-year reporter', (text) => {
    expect(resolvePeriod(text, { calendar: halves, reporting: known('2024', halves) })).toBeUndefined()
  })
})

describe('steps', () => {
  test.each([
    ['1Q08', '4Q07', '1Q07'],
    ['1H08', '2H07', '1H07'],
    ['FY08', 'FY07', 'FY07'],
    ['2008-01', '2007-12', '2007-01'],
    ['2009-03-31', '2008-12-31', '2008-03-31'],
    ['2009-02-28', '2008-11-30', '2008-02-29'],
  ])('before %s come %s and, a year earlier, %s', (text, previous, yearBefore) => {
    expect(previousPeriod(known(text), kessan).label).toBe(previous)
    expect(shiftYears(known(text), -1, kessan).label).toBe(yearBefore)
  })

  test.each([
    ['FY08', 'FY07', 'YoY'],
    ['4Q08', '4Q07', 'YoY'],
    ['4Q08', '3Q08', 'QoQ'],
    ['1Q08', '4Q07', 'QoQ'],
    ['2H08', '1H08', 'HoH'],
    ['2008-08', '2008-07', 'MoM'],
    ['2009-03-31', '2008-12-31', 'QoQ'],
    ['2009-03-31', '2008-03-31', 'YoY'],
    ['4Q08', '4Q06', 'compared to 4Q06'],
    ['2009-03-31', '2007-03-31', 'compared to March 31, 2007'],
    ['2H08', 'FY07', 'compared to FY07'],
  ])('%s against %s is %s', (text, vs, word) => {
    expect(comparatorWord(known(text), known(vs), { calendar: kessan, language: en })).toBe(word)
  })

  test.each([
    ['1Q08', '4Q08', ['1Q08', '2Q08', '3Q08', '4Q08']],
    ['4Q07', '1Q08', ['4Q07', '1Q08']],
    ['9M06', '9M08', ['9M06', '9M07', '9M08']],
    ['FY06', 'FY08', ['FY06', 'FY07', 'FY08']],
    ['2008-02-29', '2009-02-28', ['2008-02-29', '2009-02-28']],
    ['2008-03-31', '2008-12-31', ['2008-03-31', '2008-06-30', '2008-09-30', '2008-12-31']],
    ['4Q08', '1Q08', []],
    ['1Q08', 'FY08', []],
    ['1H08', '2008-12-31', []],
  ])('from %s to %s there are %j', (from, to, labels) => {
    expect(periodRange(known(from), known(to), kessan).map(({ label }) => label)).toEqual(labels)
  })

  test('the last periods end with the one that the reporting period ends in', () => {
    const labels = (n: number, unit: 'quarters' | 'halves' | 'years', reporting: string): string[] =>
      lastPeriods(n, unit, known(reporting), kessan).map(({ label }) => label)
    expect(labels(3, 'quarters', 'FY08')).toEqual(['2Q08', '3Q08', '4Q08'])
    expect(labels(2, 'halves', '1H09')).toEqual(['2H08', '1H09'])
    expect(labels(2, 'years', '1H09')).toEqual(['FY08', 'FY09'])
    expect(lastPeriods(2, 'quarters', known('2024', halves), halves)).toEqual([])
  })

  test('a span ends on its last day ', () => {
    const year = known('FY08')
    if (year.kind !== 'span') throw new Error('FY08 is a span')
    expect(endOf(year).label).toBe('2009-03-31')
  })
})
