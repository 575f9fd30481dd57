import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tries } from '../../tests/long.ts'
import { en } from '../language/en.ts'
import { type Calendar, type Period, periodKey, type YearEnd } from '../model/period.ts'
import {
  comparatorWord,
  dayBefore,
  endOf,
  formatDates,
  formatPeriod,
  periodRange,
  shiftPeriod,
  shiftYears,
} from './calendar.ts'
import { isoDate, parseIsoDate } from './civil.ts'
import { containing, fiscalYear, instantOf, lastMonthOf, missingEnd, spanOf } from './fiscal.ts'
import { parsePeriod, resolvePeriod } from './period-text.ts'

const base = { yearNamedBy: 'end', style: 'us', subPeriods: 'quarters', longYears: [] } as const
const december: YearEnd = { weekday: 6, side: 'nearest', day: 31, monthsLater: 0 }

/** Saturday nearest December 31, quarters of 16, 12, 12 and 12 weeks. */
const retail: Calendar = { ...base, startMonth: 1, days: { kind: 'weeks', weeks: [16, 12, 12, 12], yearEnd: december } }
/** Sunday nearest August 31, the long quarter last. */
const club: Calendar = {
  ...base,
  startMonth: 9,
  days: { kind: 'weeks', weeks: [12, 12, 12, 16], yearEnd: { ...december, weekday: 0 } },
}
/** Saturday nearest January 31, years named by their start. */
const store: Calendar = {
  ...base,
  yearNamedBy: 'start',
  startMonth: 2,
  days: { kind: 'weeks', weeks: [13, 13, 13, 13], yearEnd: december },
}
const dayOf = (text: string): number => parseIsoDate(text) ?? Number.NaN
/** A list of ends, with the 53rd week in the first quarter. */
const listed: Calendar = {
  ...base,
  startMonth: 10,
  days: {
    kind: 'ends',
    inWeeks: true,
    ends: ['2022-09-24', '2022-12-31', '2023-04-01', '2023-07-01', '2023-09-30'].map((text, index) => ({
      month: 2022 * 12 + 8 + 3 * index,
      day: dayOf(text),
    })),
  },
}
/** Months from the 6th: years from April 6. */
const tax: Calendar = { ...base, startMonth: 4, style: 'calendar', days: { kind: 'start-day', day: 6 } }

const known = (text: string, calendar: Calendar): Period => {
  const period = parsePeriod(text, calendar)
  if (!period) throw new Error(`no period ${text}`)
  return period
}

describe('dates of fiscal periods', () => {
  test.each([
    ['Q1 FY20', retail, '16 weeks ended April 18, 2020', '19/12/29–20/4/18'],
    ['Q2 FY20', retail, '12 weeks ended July 11, 2020', '20/4/19–20/7/11'],
    ['Q3 FY20', retail, '12 weeks ended October 3, 2020', '20/7/12–20/10/3'],
    ['Q4 FY20', retail, '13 weeks ended January 2, 2021', '20/10/4–21/1/2'],
    ['FY20', retail, '53 weeks ended January 2, 2021', '19/12/29–21/1/2'],
    ['FY19', retail, '52 weeks ended December 28, 2019', '18/12/30–19/12/28'],
    ['H1 FY20', retail, '28 weeks ended July 11, 2020', '19/12/29–20/7/11'],
    ['9M FY20', retail, '40 weeks ended October 3, 2020', '19/12/29–20/10/3'],
    ['Q2 FY20', club, '12 weeks ended February 16, 2020', '19/11/25–20/2/16'],
    ['FY23', club, '53 weeks ended September 3, 2023', '22/8/29–23/9/3'],
    ['FY23', store, '53 weeks ended February 3, 2024', '23/1/29–24/2/3'],
    ['Q1 FY23', listed, '14 weeks ended December 31, 2022', '22/9/25–22/12/31'],
    ['FY23', listed, '53 weeks ended September 30, 2023', '22/9/25–23/9/30'],
    ['2021', tax, 'April 6, 2020–April 5, 2021', '20/4/6–21/4/5'],
    ['Q1 2021', tax, 'April 6, 2020–July 5, 2020', '20/4/6–20/7/5'],
    ['2020-08', tax, 'August 6, 2020–September 5, 2020', '20/8/6–20/9/5'],
    ['2020-08', retail, 'August 2020', '20/8'],
  ] as const)('%s has the dates %s', (text, calendar, long, short) => {
    const period = known(text, calendar)
    expect(formatDates(period, en)).toBe(long)
    expect(formatDates(period, en, 'short')).toBe(short)
  })

  test('where a list does not reach is missing', () => {
    const at = (text: string): string | undefined => missingEnd(known(text, listed), listed)
    expect(['Q1 FY23', 'FY23', 'Q4 FY22', 'FY22', 'Q1 FY24', '2023-08'].map(at)).toEqual([
      undefined,
      undefined,
      'Q3 FY22',
      'Q4 FY21',
      'Q1 FY24',
      undefined,
    ])
    expect(formatDates(known('FY22', listed), en, 'end')).toBe('September 24, 2022')
  })
})

describe('labels of weeks', () => {
  test.each([
    ['9M FY20', retail, '40W FY20', '40 weeks FY20', 'the first 40 weeks of FY2020'],
    ['40 weeks FY20', retail, '40W FY20', '40 weeks FY20', 'the first 40 weeks of FY2020'],
    ['28W FY20', retail, 'H1 FY20', 'H1 FY20', 'the first half of FY2020'],
    ['53 weeks FY2020', retail, 'FY20', 'FY20', 'FY2020'],
    ['9M08', { ...store, style: 'kessan' }, '39W08', '39 weeks FY08', 'the first 39 weeks of FY2008'],
    ['LTM Q3 FY20', retail, 'LTM Q3 FY20', 'LTM Q3 FY20', 'the 52 weeks ended October 3, 2020'],
    ['9M 2021', tax, '9M 2021', '9M 2021', 'the first nine months of 2021'],
  ] as const)('%s is %s, printed %s', (text, calendar, label, printed, long) => {
    const period = known(text, calendar)
    expect(period.label).toBe(label)
    expect(formatPeriod(period, { calendar, language: en })).toBe(printed)
    expect(formatPeriod(period, { calendar, language: en }, 'long')).toBe(long)
  })

  test.each([
    ['52 weeks FY20', retail], // it has 53
    ['39W FY20', retail],
    ['40 weeks FY20', { ...retail, days: undefined }],
    ['CY2020', retail],
    ['CY2020', tax],
  ] as const)('%s is no period', (text, { days, ...calendar }) => {
    expect(parsePeriod(text, days ? { ...calendar, days } : calendar)).toBeUndefined()
  })
})

describe('days', () => {
  test.each([
    ['2020-10-03', retail, 'Q3 FY20', true],
    ['2020-10-04', retail, 'Q4 FY20', false],
    ['2020-04-18', retail, 'Q1 FY20', true],
    ['2021-01-02', retail, 'Q4 FY20', true],
    ['2021-01-03', retail, 'Q1 FY21', false],
    ['2020-02-16', club, 'Q2 FY20', true],
    ['2022-12-31', listed, 'Q1 FY23', true],
    ['2021-04-05', tax, 'Q4 2021', true],
    ['2021-04-06', tax, 'Q1 2022', false],
  ] as const)('%s is in %s', (text, calendar, quarter, isEnd) => {
    const day = known(text, calendar)
    expect(containing(day, 3, calendar).label).toBe(quarter)
    expect(day.kind === 'instant' && day.fiscal?.isEnd).toBe(isEnd)
  })

  test('a balance at the end of a quarter is compared with those of other quarters', () => {
    const end = known('2020-10-03', retail)
    const names = { calendar: retail, language: en }
    expect(shiftYears(end, -1, retail).label).toBe('2019-10-05')
    expect(comparatorWord(end, known('2019-10-05', retail), names)).toBe('YoY')
    expect(comparatorWord(end, known('2020-07-11', retail), names)).toBe('QoQ')
    expect(comparatorWord(end, known('2019-10-04', retail), names)).toBe('compared to October 4, 2019')
    const range = periodRange(known('2019-12-28', retail), end, retail)
    expect(range.map(({ label }) => label)).toEqual(['2019-12-28', '2020-04-18', '2020-07-11', '2020-10-03'])
    expect(resolvePeriod('Q', { calendar: retail, reporting: end })?.label).toBe('Q3 FY20')
    expect(resolvePeriod('YTD', { calendar: retail, reporting: end })?.label).toBe('40W FY20')
  })
})

const rules = fc
  .record({
    weekday: fc.nat(6),
    side: fc.constantFrom('nearest' as const, 'before' as const, 'after' as const),
    day: fc.integer({ min: 1, max: 31 }),
    lastMonth: fc.integer({ min: 1, max: 12 }),
    weeks: fc.constantFrom([16, 12, 12, 12], [12, 12, 12, 16], [13, 13, 13, 13], [12, 16, 12, 12]),
    style: fc.constantFrom('kessan' as const, 'us' as const, 'calendar' as const),
    yearNamedBy: fc.constantFrom('start' as const, 'end' as const),
  })
  .map(({ lastMonth, weeks, style, yearNamedBy, ...rule }): Calendar => {
    const yearEnd: YearEnd = { ...rule, monthsLater: rule.day <= 15 ? 1 : 0 }
    const days = { kind: 'weeks', weeks, yearEnd } as const
    return { startMonth: (lastMonth % 12) + 1, yearNamedBy, style, subPeriods: 'quarters', longYears: [], days }
  })
const startDays = fc
  .record({ startMonth: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 2, max: 28 }) })
  .map(({ startMonth, day }): Calendar => ({ ...tax, startMonth, days: { kind: 'start-day', day } }))
const calendars = fc.oneof(rules, startDays)
const quarters = fc
  .tuple(calendars, fc.integer({ min: 1982 * 12, max: 2078 * 12 }), fc.nat(3))
  .map(([calendar, month, number]) => {
    const { start } = fiscalYear(month, calendar)
    return { calendar, year: spanOf(start, 12, calendar), quarter: spanOf(start + 3 * number, 3, calendar) }
  })

describe('in every calendar', () => {
  const runs = { numRuns: tries(500, 10_000) }

  test('the day after a quarter the next one begins', () => {
    fc.assert(
      fc.property(quarters, ({ calendar, quarter }) => {
        const next = shiftPeriod(quarter, 3, calendar)
        expect(next.kind === 'span' && next.days?.first).toBe((quarter.days?.last ?? 0) + 1)
        if (next.kind === 'span') expect(dayBefore(next).day).toBe(endOf(quarter).day)
      }),
      runs,
    )
  })

  test('a year of weeks has 52 or 53 of them, and those of its quarters', () => {
    fc.assert(
      fc.property(rules, fc.integer({ min: 1950, max: 2150 }), (calendar, year) => {
        const span = fiscalYear(year * 12, calendar)
        expect([52, 53]).toContain(span.days?.weeks)
        const parts = [0, 3, 6, 9].map((offset) => spanOf(span.start + offset, 3, calendar).days?.weeks ?? 0)
        expect(parts.reduce((sum, weeks) => sum + weeks, 0)).toBe(span.days?.weeks)
      }),
      runs,
    )
  })

  test('every day lies in the quarter whose days hold it, and in order', () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 4000, max: 39000 }), (calendar, day) => {
        const at = instantOf(day, calendar)
        const { days } = containing(at, 3, calendar)
        expect(days?.first).toBeLessThanOrEqual(day)
        expect(days?.last).toBeGreaterThanOrEqual(day)
        expect(lastMonthOf(instantOf(day + 1, calendar)) - lastMonthOf(at)).toBeGreaterThanOrEqual(0)
        expect(lastMonthOf(instantOf(day + 1, calendar)) - lastMonthOf(at)).toBeLessThanOrEqual(1)
      }),
      runs,
    )
  })

  test('the last day of a span is one with its end, and moves with it', () => {
    fc.assert(
      fc.property(quarters, fc.integer({ min: -8, max: 8 }), ({ calendar, quarter }, n) => {
        const end = endOf(quarter)
        expect(end).toEqual(instantOf(end.day, calendar))
        expect(parsePeriod(isoDate(end.day), calendar)).toEqual(end)
        const moved = shiftPeriod(quarter, 3 * n, calendar)
        expect(shiftPeriod(end, 3 * n, calendar)).toEqual(moved.kind === 'span' ? endOf(moved) : undefined)
      }),
      runs,
    )
  })

  test('labels are read back as the same days, printed or not', () => {
    fc.assert(
      fc.property(quarters, fc.constantFrom(3, 6, 9, 12), ({ calendar, year, quarter }, months) => {
        for (const span of [quarter, spanOf(year.start, months, calendar), spanOf(quarter.start, 12, calendar)]) {
          expect(parsePeriod(span.label, calendar)).toEqual(span)
          const printed = parsePeriod(formatPeriod(span, { calendar, language: en }), calendar)
          expect(printed && periodKey(printed)).toBe(periodKey(span))
        }
      }),
      runs,
    )
  })
})
