import { expect, test } from 'vitest'
import { parseData } from '../compiler/parse/data/deck-data.ts'
import { factBook } from '../compiler/resolve/facts/book.ts'
import type { Fact } from '../model/fact.ts'
import { factName, factNamer } from './fact-names.ts'
import { parsePeriod } from './period-text.ts'

const texts = {
  'data/deck.yaml':
    'company: Example\ntitle: Results\ndate: 2009-07-08\nreporting-period: FY08\ncalendar: {start-month: 4, style: kessan}\n',
  'data/metrics.yaml':
    'metrics:\n  revenue: {label: Revenue, unit: JPY mn, kind: flow, polarity: more}\n  goods: {label: Goods, unit: JPY mn, kind: flow, polarity: more}\n',
  'data/sources.yaml': '{}\n',
  'data/figures/a.csv':
    'metric,unit,scenario,FY05,FY07,FY08\nrevenue,JPY mn,,50,90,100\ngoods,JPY mn,,,30,40\nrevenue,JPY mn,target,,,110\n',
}
const { value: data } = parseData(Object.entries(texts).map(([path, text]) => ({ kind: 'text' as const, path, text })))
if (!data) throw new Error('the fixture data have an error')
const book = factBook(data)
const fy = (label: string) => parsePeriod(label, data.config.calendar) ?? data.config.reportingPeriod
const [period, from] = [fy('FY08'), fy('FY05')]
const asked: readonly (readonly [fact: Fact, name: string])[] = [
  [book.figure({ metric: 'revenue', period }), 'Revenue FY08'],
  [book.figure({ metric: 'revenue', period, scenario: 'target' }), 'Revenue FY08, Target'],
  [book.ask('growth', { metric: 'revenue', period }), 'Revenue, change FY08 against FY07'],
  [book.ask('difference', { metric: 'goods', period }), 'Goods, change FY08 against FY07'],
  [
    book.ask('growth', { metric: 'revenue', period, vs: period, vsScenario: 'target' }),
    'Revenue, change FY08 against FY08, Target',
  ],
  [book.share({ metric: 'goods', of: 'revenue', period }), 'Goods / Revenue FY08'],
  [book.cagr({ metric: 'revenue', from, to: period }), 'Revenue, compound annual growth FY05–FY08'],
]

test.each(asked.map(([fact, name]) => ({ fact, name })))('$fact.id is named "$name"', ({ fact, name }) => {
  const { metric, period: when } = factName(fact, book.asked(), data)
  expect(`${metric} ${when}`).toBe(name)
})

test('names stand for ids in a text, longer ids first', () => {
  const named = factNamer(book.asked(), data)
  expect(named('growth(revenue@FY08,FY07) = revenue@FY08 / revenue@FY07 - 1, not revenue@FY08#target')).toBe(
    'Revenue, change FY08 against FY07 = Revenue FY08 / Revenue FY07 - 1, not Revenue FY08, Target',
  )
  expect(named('no id')).toBe('no id')
  expect(factNamer(new Map(), data)('a@FY08')).toBe('a@FY08')
})
