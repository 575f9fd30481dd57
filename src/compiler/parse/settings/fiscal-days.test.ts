import { describe, expect, test } from 'vitest'
import { formatDates } from '../../../format/calendar.ts'
import { parsePeriod } from '../../../format/period-text.ts'
import { en } from '../../../language/en.ts'
import { parseDeckConfig } from './deck-config.ts'

const settings = (calendar: string): ReturnType<typeof parseDeckConfig> =>
  parseDeckConfig({
    path: 'data/deck.yaml',
    text: `company: X\ntitle: T\ndate: 2024-11-01\nreporting-period: FY23\ncalendar: {style: us, ${calendar}}\n`,
  })

/** "FY23: 53 weeks ended February 3, 2024", or the diagnostics. */
function described(calendar: string, period = 'FY23'): string {
  const { value: config, diagnostics } = settings(calendar)
  const span = config && parsePeriod(period, config.calendar)
  if (span) return formatDates(span, en)
  return diagnostics.map(({ message, hint }) => `${message}; ${hint}`).join('\n')
}

describe('where fiscal periods end', () => {
  test.each([
    [
      'weeks: [13, 13, 13, 13], year-end: saturday nearest 01-31, year-named-by: start',
      '53 weeks ended February 3, 2024',
    ],
    ['weeks: [13, 13, 13, 13], year-end: Last Saturday of 09', '53 weeks ended September 30, 2023'],
    ['weeks: [12, 12, 12, 16], year-end: sunday closest to 08-31, start-month: 9', '53 weeks ended September 3, 2023'],
    ['weeks: [13, 13, 13, 13], year-end: friday on or before 12-31', '52 weeks ended December 29, 2023'],
    ['weeks: [13, 13, 13, 13], year-end: sunday on or after 01-01', '53 weeks ended January 7, 2024'],
    ['weeks: [26, 26], year-end: saturday nearest 06-30, sub-periods: halves', '52 weeks ended July 1, 2023'],
    ['start-month: 4, start-day: 6', 'April 6, 2022–April 5, 2023'],
    ['start-day: 1', 'January–December 2023'],
    ['ends: [2022-12-31, 2023-04-01, 2023-07-01, 2023-09-30, 2023-12-30]', '52 weeks ended December 30, 2023'],
    ['ends: [2022-12-25, 2023-03-20, 2023-12-25]', 'December 26, 2022–December 25, 2023'],
  ])('{%s}: FY23 is %s', (calendar, dates) => {
    expect(described(calendar)).toBe(dates)
  })

  test.each([
    ['weeks: [16, 12, 12, 11], year-end: saturday nearest 12-31', 'invalid value [16, 12, 12, 11]'],
    ['weeks: [26, 26], year-end: saturday nearest 12-31', 'invalid value [26, 26]'],
    ['weeks: [13, 13, 13, 13]', 'missing key "year-end"'],
    ['year-end: saturday nearest 12-31', 'missing key "weeks"'],
    ['weeks: [13, 13, 13, 13], year-end: caturday nearest 12-31', 'invalid value "caturday nearest 12-31"'],
    ['weeks: [13, 13, 13, 13], year-end: saturday nearest 12-31, start-month: 2', 'invalid value 2'],
    ['weeks: [13, 13, 13, 13], year-end: saturday nearest 12-31, start-day: 2', 'invalid value "weeks"'],
    ['year-end: saturday nearest 12-31, ends: [2022-12-31, 2023-04-01]', 'invalid value "ends"'],
    ['ends: [2022-12-31, 2023-04-01], long-years: [FY23]', 'invalid value "long-years"'],
    ['ends: [2022-12-31, 2023-02-13]', 'invalid value 2023-02-13'],
    ['ends: [2022-12-31, 2023-01-02]', 'invalid value 2023-01-02'],
    ['ends: [2023-04-01, 2022-12-31]', 'invalid value 2022-12-31'],
    ['ends: [2022-12-31]', 'invalid value'],
    ['start-day: 31', 'invalid value 31'],
  ])('{%s} is a mistake: %s', (calendar, message) => {
    expect(described(calendar)).toContain(message)
  })
})
