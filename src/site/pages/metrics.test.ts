import { expect, test } from 'vitest'
import { en } from '../../language/en.ts'
import type { PublishedDeck } from '../manifest.ts'
import { metricFiles } from './metrics.ts'

const deck = (id: string, date: string, further: object = {}): PublishedDeck => ({
  ...{ id, date, title: `Results ${id}`, company: 'Example', dateText: date, language: 'en' },
  ...{ slides: [], hasHandouts: false, manifest: '', ...further },
})
const figure = (value: string, number: string, more: object = {}): object => ({
  ...{ metric: 'sales', label: 'Sales', period: 'FY24', value, unit: 'USD mn', status: 'published', source: '' },
  ...{ slide: 'sales', fact: 'sales@FY24', number, ...more },
})
const figures: Readonly<Record<string, readonly object[]>> = {
  a: [
    figure('$12 million', '12'),
    figure('12.4', '12.4'),
    figure('up 3%', '3', { fact: 'growth(sales@FY24,FY23)', unit: '%' }),
  ],
  b: [figure('12.6', '12.6'), figure('14.0', '14.0', { period: 'FY25', fact: 'sales@FY25' })],
}
const read = (path: string): string => JSON.stringify({ figures: figures[path.split('/')[0] ?? ''] })

test('a metric has a page and a table of what each deck printed of it, restatements marked', () => {
  const site = { base: null, decks: [deck('b', '2026-05-01'), deck('a', '2025-05-01')] }
  const files = new Map(
    metricFiles(site, { language: en, styles: '', read }).map(({ path, content }) => [path, String(content)]),
  )
  expect([...files.keys()]).toEqual(['metrics/index.html', 'metrics/sales/index.html', 'metrics/sales/history.csv'])
  expect(files.get('metrics/sales/history.csv')?.trim().split('\n')).toEqual([
    'metric,label,period,value,unit,status,deck,date,slide,restated',
    'sales,Sales,FY24,12.4,USD mn,published,a,2025-05-01,sales,',
    'sales,Sales,FY24,12.6,USD mn,published,b,2026-05-01,sales,restated',
    'sales,Sales,FY25,14.0,USD mn,published,b,2026-05-01,sales,',
  ])
  expect(files.get('metrics/sales/index.html')).toContain('href="../../b/sales/#figure=sales%40FY24"')
})

test('a deck that is withdrawn is in no history', () => {
  const site = { base: null, decks: [deck('a', '2025-05-01'), deck('b', '2026-05-01', { withdrawn: { reason: 'x' } })] }
  const [, , history] = metricFiles(site, { language: en, styles: '', read })
  expect(String(history?.content)).not.toContain('FY25')
})

test('a metric that was renamed has one history, and its old address leads there', () => {
  const own: typeof figures = { ...figures, a: [figure('12.4', '12.4', { metric: 'revenue', fact: 'revenue@FY24' })] }
  const reader = (path: string): string => JSON.stringify({ figures: own[path.split('/')[0] ?? ''] })
  const site = {
    base: null,
    decks: [
      deck('a', '2025-05-01', { renamed: { turnover: 'revenue' } }),
      deck('b', '2026-05-01', { renamed: { revenue: 'sales' } }),
    ],
  }
  const files = new Map(
    metricFiles(site, { language: en, styles: '', read: reader }).map(({ path, content }) => [path, String(content)]),
  )
  expect(files.get('metrics/sales/history.csv')?.trim().split('\n').slice(1)).toEqual([
    'revenue,Sales,FY24,12.4,USD mn,published,a,2025-05-01,sales,',
    'sales,Sales,FY24,12.6,USD mn,published,b,2026-05-01,sales,restated',
    'sales,Sales,FY25,14.0,USD mn,published,b,2026-05-01,sales,',
  ])
  expect(files.get('metrics/sales/index.html')).toContain('href="../../a/sales/#figure=revenue%40FY24"')
  for (const old of ['revenue', 'turnover'])
    expect(files.get(`metrics/${old}/index.html`), old).toContain('url=../sales/')
})

test('names that go round in a circle end somewhere', () => {
  const decks = [deck('b', '2026-05-01', { renamed: { sales: 'revenue', revenue: 'sales' } })]
  expect(metricFiles({ base: null, decks }, { language: en, styles: '', read }).length).toBeGreaterThan(2)
})
