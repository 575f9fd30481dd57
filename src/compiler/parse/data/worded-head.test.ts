import { describe, expect, test } from 'vitest'
import { en } from '../../../language/en.ts'
import type { Calendar } from '../../../model/period.ts'
import { parseDeckConfig } from '../settings/deck-config.ts'
import { wordedHead } from './worded-head.ts'

const calendarOf = (calendar: string): Calendar => {
  const text = `company: Example\ntitle: Results\ndate: 2021-03-01\nreporting-period: FY20\ncalendar: ${calendar}\n`
  const { value } = parseDeckConfig({ path: 'data/deck.yaml', text })
  if (!value) throw new RangeError(`no calendar in ${text}`)
  return value.calendar
}
const read = (calendar: string, head: string): string | undefined =>
  wordedHead(head, { calendar: calendarOf(calendar), language: en })?.label

describe('a head in words is the time of that length that ends on its day:', () => {
  const april = '{start-month: 4, year-named-by: start, style: kessan}'
  test.each([
    ['Three months ended June 30, 2009', '1Q09'],
    ['three months ended 30 June 2009', '1Q09'],
    ['Quarter ended Dec. 31, 2009', '3Q09'],
    ['Six months ended September 30, 2009', '1H09'],
    ['Half-year to 30 September 2009', '1H09'],
    ['9 months ended 2009-12-31', '9M09'],
    ['Year ended March 31, 2010', 'FY09'],
    ['Twelve months ended September 30, 2009', 'LTM 2Q09'],
    ['As of March 31, 2010', '2010-03-31'],
    ['Year ended June 30, 2009', undefined], // of no fiscal year
    ['Three months ended June 29, 2009', undefined],
    ['Five months ended August 31, 2009', undefined],
    ['Three and six months ended September 30, 2009', undefined],
    ['Three months ended', undefined],
    ['Budget June 30, 2009', undefined],
    ['June 30, 2009', undefined],
    ['Jun-09', undefined],
  ])('%s', (head, label) => expect(read(april, head)).toBe(label))

  const weeks = '{style: us, weeks: [16, 12, 12, 12], year-end: saturday nearest 12-31}'
  test.each([
    ['12 weeks ended October 3, 2020', 'Q3 FY20'],
    ['40 weeks ended October 3, 2020', '40W FY20'],
    ['16 weeks ended October 3, 2020', undefined],
    ['12 weeks ended October 4, 2020', undefined],
  ])('%s', (head, label) => expect(read(weeks, head)).toBe(label))
})
