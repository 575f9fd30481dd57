import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tries } from '../../tests/long.ts'
import { en } from '../language/en.ts'
import { type Calendar, type Period, periodKey } from '../model/period.ts'
import {
  comparatorWord,
  endOf,
  formatDates,
  formatPeriod,
  isShifted,
  periodRange,
  previousPeriod,
  shiftPeriod,
  shiftYears,
} from './calendar.ts'
import { civilDate, dayNumber, isoDate, lastDayOf, parseIsoDate } from './civil.ts'
import { fiscalYear, instantOf, spanOf } from './fiscal.ts'
import { parsePeriod, resolvePeriod } from './period-text.ts'

const calendars: fc.Arbitrary<Calendar> = fc.record({
  startMonth: fc.integer({ min: 1, max: 12 }),
  yearNamedBy: fc.constantFrom('start' as const, 'end' as const),
  style: fc.constantFrom('kessan' as const, 'us' as const, 'calendar' as const),
  subPeriods: fc.constantFrom('quarters' as const, 'halves' as const),
  longYears: fc.constant([]),
  yearDigits: fc.constantFrom(2 as const, 4 as const),
})

/** Months from 1950 to 2150: two-digit years reach over neither end. */
const months = fc.integer({ min: 1950 * 12, max: 2150 * 12 })
const days = fc.integer({ min: -20000, max: 80000 })
const lengths = fc.constantFrom(1, 2, 3, 6, 9, 12, 18)

const spans = fc
  .tuple(calendars, months, lengths)
  .map(([calendar, start, length]) => ({ calendar, period: spanOf(start, length, calendar) }))
const fiscalSpans = fc
  .tuple(calendars, months, fc.constantFrom(3, 6, 12), fc.nat(3))
  .map(([calendar, month, length, part]) => {
    const { start } = fiscalYear(month, calendar)
    return { calendar, period: spanOf(start + (part % (12 / length)) * length, length, calendar) }
  })

describe('civil days', () => {
  test('days and dates turn into each other, and into what Date says', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayNumber(civilDate(day))).toBe(day)
        expect(isoDate(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10))
        expect(parseIsoDate(isoDate(day))).toBe(day)
      }),
    )
  })

  test('the day after the last of a month is the first of the next', () => {
    fc.assert(
      fc.property(months, (month) => {
        expect(civilDate(lastDayOf(month) + 1).day).toBe(1)
      }),
    )
  })
})

describe('labels', () => {
  test('of every span, in every style and with every start month, are read back as the same months', () => {
    fc.assert(
      fc.property(spans, ({ calendar, period }) => {
        const read = parsePeriod(period.label, calendar)
        expect(read && periodKey(read)).toBe(periodKey(period))
        expect(read?.label).toBe(period.label)
      }),
      { numRuns: tries(1000, 20_000) },
    )
  })

  test('of days are read back as the same day', () => {
    fc.assert(
      fc.property(days, calendars, (day, calendar) => {
        expect(parsePeriod(isoDate(day), calendar)).toEqual(instantOf(day))
      }),
    )
  })

  test('in long words end with the month in which the dates end, or name the fiscal year', () => {
    fc.assert(
      fc.property(fiscalSpans, ({ calendar, period }) => {
        const year = formatPeriod(fiscalYear(period.start, calendar), { calendar, language: en }, 'long')
        fc.pre(calendar.subPeriods === 'quarters' || period.months !== 3)
        expect(formatPeriod(period, { calendar, language: en }, 'long').endsWith(year)).toBe(true)
        expect(formatDates(period, en, 'end')).toBe(formatPeriod(endOf(period), { calendar, language: en }))
      }),
    )
  })
})

describe('steps', () => {
  const periods: fc.Arbitrary<{ calendar: Calendar; period: Period }> = fc.oneof(
    spans,
    fc.tuple(calendars, months).map(([calendar, month]) => ({ calendar, period: instantOf(lastDayOf(month)) })),
  )

  test('forward and back by the same months is the same period', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: -200, max: 200 }), ({ calendar, period }, n) => {
        const moved = shiftPeriod(period, n, calendar)
        expect(isShifted(period, n, moved)).toBe(true)
        expect(shiftPeriod(moved, -n, calendar)).toEqual(period)
      }),
    )
  })

  test('a year earlier is YoY, and is what relative periods say', () => {
    fc.assert(
      fc.property(fiscalSpans, ({ calendar, period }) => {
        const before = shiftYears(period, -1, calendar)
        expect(comparatorWord(period, before, { calendar, language: en })).toBe('YoY')
        const year = fiscalYear(period.start, calendar)
        expect(resolvePeriod('FY-1', { calendar, reporting: period })).toEqual(shiftYears(year, -1, calendar))
      }),
    )
  })

  test('the last twelve months are the last full year plus the year so far less the same a year before', () => {
    fc.assert(
      fc.property(fiscalSpans, ({ calendar, period }) => {
        const at = (name: string): { start: number; end: number } => {
          const span = resolvePeriod(name, { calendar, reporting: period })
          return span?.kind === 'span' ? { start: span.start, end: span.start + span.months } : { start: NaN, end: NaN }
        }
        const [year, done, before, last] = [at('LFY'), at('YTD'), at('YTD-1'), at('LTM')]
        expect(done.end).toBe(period.start + period.months)
        expect([last.start, last.end]).toEqual([done.end - 12, done.end])
        expect(done.end - done.start).toBe(before.end - before.start)
        const isWhole = done.end - done.start === 12
        expect(isWhole ? [last.start, last.end] : [year.start, year.end]).toEqual(
          isWhole ? [year.start, year.end] : [before.start, done.start],
        )
      }),
    )
  })

  test('previous periods touch: the day after one ends the next begins', () => {
    fc.assert(
      fc.property(spans, ({ calendar, period }) => {
        const previous = previousPeriod(period, calendar)
        expect(previous.kind === 'span' && previous.start + previous.months).toBe(period.start)
      }),
    )
  })

  test('a range has both its ends and equal steps', () => {
    fc.assert(
      fc.property(fiscalSpans, fc.nat(12), ({ calendar, period }, count) => {
        const last = shiftPeriod(period, count * period.months, calendar)
        const range = periodRange(period, last, calendar)
        expect(range).toHaveLength(count + 1)
        expect([range[0], range.at(-1)]).toEqual([period, last])
      }),
    )
  })
})
