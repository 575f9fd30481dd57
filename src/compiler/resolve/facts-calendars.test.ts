import { describe, expect, test } from 'vitest'
import { parsePeriod, resolvePeriod } from '../../format/period-text.ts'
import { present } from '../../format/present.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { ChangeQuestion } from '../../model/fact-book.ts'
import { parseData } from '../parse/data/deck-data.ts'
import { factBook } from './facts/book.ts'

const metrics = `metrics:
  sales: {label: Sales, unit: USD mn, kind: flow}
  staff: {label: Staff, unit: persons, kind: stock}
`

/** Prints changes of a company whose calendar and figures are these. */
function company(calendar: string, reporting: string, rows: string): (change: Record<string, string>) => string {
  const deck = `company: X\ntitle: T\ndate: 2024-11-01\nreporting-period: ${reporting}\ncalendar: {${calendar}}\nunits: {persons: }\n`
  const { value: data, diagnostics } = parseData([
    { kind: 'text', path: 'data/deck.yaml', text: deck },
    { kind: 'text', path: 'data/metrics.yaml', text: metrics },
    { kind: 'text', path: 'data/figures/a.csv', text: rows },
  ])
  if (!data || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  const book = factBook(data)
  const settings = { calendar: data.config.calendar, reporting: data.config.reportingPeriod }
  return ({ metric = 'sales', period = 'FY', vs }) => {
    const [now, before] = [resolvePeriod(period, settings), vs === undefined ? undefined : resolvePeriod(vs, settings)]
    if (!now) throw new Error(`no period ${period}`)
    const question: ChangeQuestion = { metric, period: now, ...(before ? { vs: before } : {}) }
    return present(book.ask('growth', question), data.metrics.get(metric), {}, data.config).text
  }
}

describe('the last twelve months', () => {
  const rows = (header: string, values: string): DeckData => {
    const text = (path: string, content: string) => ({ kind: 'text' as const, path, text: content })
    const deck = 'company: X\ntitle: T\ndate: 2024-11-01\nreporting-period: Q2 2024\n'
    const { value } = parseData([
      text('data/deck.yaml', deck),
      text(
        'data/metrics.yaml',
        `${metrics}  leverage: {label: Leverage, unit: x, kind: ratio, ratio: [debt, sales]}\n  debt: {label: Net debt, unit: USD mn, kind: stock}\n`,
      ),
      text('data/figures/a.csv', `metric,unit,status,${header}\n${values}`),
    ])
    if (!value) throw new Error('data are read')
    return value
  }
  const lastTwelve = (data: DeckData, metric = 'sales'): Fact => {
    const { calendar, reportingPeriod } = data.config
    const period = resolvePeriod('LTM', { calendar, reporting: reportingPeriod })
    if (!period) throw new Error('LTM is a period')
    return factBook(data).figure({ metric, period })
  }

  test.each([
    [
      'four quarters',
      'Q3 2023,Q4 2023,Q1 2024,Q2 2024',
      '1,2,3,4',
      10,
      'sales@Q3 2023 + sales@Q4 2023 + sales@Q1 2024 + sales@Q2 2024',
    ],
    ['two halves', 'H2 2023,H1 2024', '3,7', 10, 'sales@H2 2023 + sales@H1 2024'],
    ['the year, rolled', '2023,H1 2023,H1 2024', '9,2,3', 10, 'sales@2023 + sales@H1 2024 - sales@H1 2023'],
    [
      'the year, rolled by quarters',
      '2023,Q1 2023,Q2 2023,Q1 2024,Q2 2024',
      '9,1,1,1,2',
      10,
      'sales@2023 + sales@Q1 2024 + sales@Q2 2024 - sales@Q1 2023 - sales@Q2 2023',
    ],
  ])('are summed from %s, with inputs and formula', (_, columns, values, sum, formula) => {
    const fact = lastTwelve(rows(columns, `sales,USD mn,,${values}\n`))
    expect(fact).toMatchObject({ id: 'sales@LTM Q2 2024', value: { n: BigInt(sum), d: 1n }, formula })
    expect(fact.inputs).toHaveLength(formula.split('@').length - 1)
  })

  test('as published win over a sum, and a missing quarter leaves them missing', () => {
    const published = rows('LTM Q2 2024,Q3 2023,Q4 2023,Q1 2024,Q2 2024', 'sales,USD mn,,11,1,2,3,4\n')
    expect(lastTwelve(published)).toMatchObject({ status: 'published', value: { n: 11n } })
    expect(lastTwelve(rows('Q3 2023,Q1 2024,Q2 2024', 'sales,USD mn,,1,3,4\n')).absence).toBe('missing')
  })

  test('mix a restated year with figures of the next, but no figures of one year', () => {
    const restated = 'sales,USD mn,restated,9,2,\nsales,USD mn,,,,3\n'
    expect(lastTwelve(rows('2023,H1 2023,H1 2024', restated)).value).toEqual({ n: 10n, d: 1n })
    const mixed = 'sales,USD mn,restated,9,,\nsales,USD mn,,,2,3\n'
    expect(lastTwelve(rows('2023,H1 2023,H1 2024', mixed)).absence).toBe('missing')
  })

  test('divide a balance at their end', () => {
    const data = rows('H2 2023,H1 2024,2024-06-30', 'sales,USD mn,,3,7,\ndebt,USD mn,,,,25\n')
    expect(lastTwelve(data, 'leverage').value).toEqual({ n: 5n, d: 2n })
    const { calendar, reportingPeriod } = data.config
    const period = resolvePeriod('LTM', { calendar, reporting: reportingPeriod })
    if (!period) throw new Error('LTM is a period')
    const ratio = factBook(data).ratio({ metric: 'debt', of: 'sales', period })
    expect(present(ratio, data.metrics.get('debt'), {}, data.config).text).toBe('2.50x')
  })
})

describe('changes follow the fiscal calendar', () => {
  test('of a half-year reporter', () => {
    const change = company(
      'style: calendar, sub-periods: halves',
      'H1 2024',
      'metric,unit,H1 2023,H2 2023,H1 2024,2023\nsales,USD mn,100,110,121,\nstaff,persons,10,11,12,\n',
    )
    expect(change({ period: 'H' })).toBe('up 21.0% YoY')
    expect(change({ period: 'H', vs: 'H-1' })).toBe('up 10.0% HoH')
    expect(change({ metric: 'staff', period: 'H', vs: 'H-1' })).toBe('up 9.1% HoH')
    expect(change({ metric: 'staff', period: '2024-06-30', vs: '2023-12-31' })).toBe('up 9.1% HoH')
  })

  test('of a company whose year ends in September and is named by its end', () => {
    const change = company(
      'start-month: 10, year-named-by: end, style: us',
      'FY24',
      'metric,unit,Q4 FY23,Q3 FY24,Q4 FY24,9M FY24,FY24,2023-09-30,2024-09-30\nsales,USD mn,100,,,300,420,,\nstaff,persons,,,,,,10,12\n',
    )
    expect(change({ period: 'Q' })).toBe('up 20.0% YoY') // the fourth quarter is the year less nine months
    expect(change({ metric: 'staff' })).toBe('up 20.0% YoY')
    expect(change({ metric: 'staff', period: '2024-09-30' })).toBe('up 20.0% YoY')
  })

  test('of a company whose years are weeks', () => {
    const change = company(
      "style: us, weeks: [12, 12, 12, 16], year-end: 'sunday nearest 08-31'",
      'Q2 FY08',
      'metric,unit,Q2 FY07,Q1 FY08,Q2 FY08,2007-02-18,2008-02-17\nsales,USD mn,100,110,121,,\nstaff,persons,,,,10,12\n',
    )
    expect(change({ period: 'Q' })).toBe('up 21.0% YoY')
    expect(change({ period: 'Q', vs: 'Q-1' })).toBe('up 10.0% QoQ')
    expect(change({ metric: 'staff', period: 'Q' })).toBe('up 20.0% YoY') // balances at the ends of quarters
    expect(change({ metric: 'staff', period: '2008-02-17', vs: '2007-02-18' })).toBe('up 20.0% YoY')
  })

  test.each([
    ['FY12', 'FY11', '53,52', 'FY12 has 53 weeks, FY11 52: unchanged per week'],
    ['Q1 FY12', 'Q4 FY11', '120,166', 'Q1 FY12 has 12 weeks, Q4 FY11 16: down 3.6% per week'],
    ['Q1 FY12', 'Q1 FY11', '120,110', undefined],
  ])('of %s against %s, with the change per week where the weeks differ', (now, before, values, note) => {
    const text = (path: string, content: string) => ({ kind: 'text' as const, path, text: content })
    const calendar = "{style: us, weeks: [12, 12, 12, 16], year-end: 'sunday on or before 09-02'}"
    const { value: data } = parseData([
      text('data/deck.yaml', `company: X\ntitle: T\ndate: 2024-11-01\nreporting-period: FY12\ncalendar: ${calendar}\n`),
      text('data/metrics.yaml', metrics),
      text('data/figures/a.csv', `metric,unit,${now},${before}\nsales,USD mn,${values}\n`),
    ])
    const [period, vs] = [now, before].map((label) => data && parsePeriod(label, data.config.calendar))
    if (!data || !period || !vs) throw new Error('data are read')
    expect(factBook(data).ask('growth', { metric: 'sales', period, vs }).note).toBe(note)
  })

  test('across a new year, and against a quarter that no word fits', () => {
    const change = company(
      'start-month: 4, style: kessan',
      'FY08',
      'metric,unit,1Q06,4Q07,1Q08\nsales,USD mn,100,110,121\n',
    )
    expect(change({ period: 'Q1', vs: 'Q4-1' })).toBe('up 10.0% QoQ')
    expect(change({ period: 'Q1', vs: 'Q1-2' })).toBe('up 21.0% compared to 1Q06')
  })
})
