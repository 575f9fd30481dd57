import { expect, test } from 'vitest'
import { type ChartDeck, chartsIn, codesOf, metric } from './_small-deck.ts'

const deck = (chart: string): ChartDeck => ({
  metrics: [
    metric('sales', 'Sales'),
    metric('orders', 'Orders'),
    'return: {label: Return, unit: "%", kind: ratio, polarity: more}',
    'margin: {label: Margin, unit: "%", kind: ratio, polarity: more}',
    'price: {label: Price per tonne, unit: EUR per tonne, kind: ratio, polarity: more}',
    'spread: {label: Spread, unit: bps, kind: ratio, polarity: more}',
  ],
  figures: [
    'metric,unit,H1 2022,H2 2022,H1 2023,source',
    'sales,EUR mn,812.4,799.6,840.2,R1',
    'orders,EUR mn,810.24,801.61,850.2,R1',
    'return,%,9.42,9.11,9.38,R1',
    'margin,%,11.8,12.0,12.1,R1',
    'price,EUR per tonne,71.2,70.4,74.0,R1',
    'spread,bps,112,118,120,R1',
  ],
  charts: [chart],
})
const texts = (chart: string): readonly string[] =>
  chartsIn(deck(chart))[0]?.series.map(({ marks }) => marks.map((mark) => mark?.text).join(' ')) ?? []
const periods = 'periods: [H1 2022, H2 2022, H1 2023]'

test.each([
  ['decimals: 0\nratio: return', ['812 800 840', '9.42% 9.11% 9.38%']],
  ['decimals: 0\nratio: {metric: return, decimals: 1}', ['812 800 840', '9.4% 9.1% 9.4%']],
  ['ratio: {metric: return, decimals: 2}', ['812.4 799.6 840.2', '9.42% 9.11% 9.38%']],
])('the line over columns has decimals of its own: %s', (more, expected) => {
  expect(texts(`type: column-line\nseries: [sales]\n${periods}\n${more}`)).toEqual(expected)
})

test.each([
  ['return', 'Return'],
  ['spread', 'Spread (bps)'],
  ['price', 'Price per tonne (EUR)'],
  ['{metric: price, label: Price}', 'Price (EUR per tonne)'],
  ['orders', 'Orders'],
])('the line over columns says its unit where its values do not: %s', (ratio, label) => {
  const [chart] = chartsIn(deck(`type: column-line\nseries: [sales]\n${periods}\nratio: ${ratio}`))
  expect([chart?.unit, ...(chart?.series ?? []).map((series) => series.label)]).toEqual(['EUR million', 'Sales', label])
})

test('each series has its own decimals, else those of the chart', () => {
  const series = 'series: [sales, {metric: orders, decimals: 1}]'
  expect(texts(`type: grouped-column\n${series}\n${periods}\ndecimals: 0`)).toEqual([
    '812 800 840',
    '810.2 801.6 850.2',
  ])
})

test('a step of a bridge has its own decimals, else those of the chart, and so has a computed sub-total', () => {
  const steps = [
    '{start: sales, period: H1 2022}',
    '{change: orders, period: H2 2022, vs: H1 2022, decimals: 2}',
    '{subtotal: Before the rest, decimals: 1}',
    '{figure: orders, period: H1 2023, negate: true, decimals: 0}',
  ]
  expect(texts(`type: waterfall\ndecimals: 1\nsteps: [${steps.join(', ')}]`)).toEqual(['812.4 (8.63) 803.8 (850)'])
})

const finer = '{metric: return, decimals: 1}, {metric: margin, decimals: 2}'
test.each([
  ['line', `series: [${finer}]\n${periods}`],
  ['slope', `series: [${finer}]\nperiods: [H1 2022, H1 2023]`],
  ['grouped-column', `series: [${finer}]\n${periods}`],
  ['dots', `items: [${finer}]\nperiod: H1 2023`],
  ['doughnut', `items: [${finer}]\nperiod: H1 2023`],
  [
    'small-multiples',
    `panels: [{series: [{metric: return, decimals: 1}]}, {series: [{metric: margin, decimals: 2}]}]\n${periods}`,
  ],
])('a %s chart prints each series with its own, and no tooltip fewer', (type, keys) => {
  const [chart] = chartsIn(deck(`type: ${type}\ndecimals: 0\n${keys}`))
  const all = chart?.panels?.flatMap(({ series }) => series) ?? chart?.series ?? []
  expect(all.map(({ marks }) => marks.at(-1)?.text)).toEqual(['9.4%', '12.10%'])
  expect(all.map(({ marks }) => marks.at(-1)?.tip.value)).toEqual(['9.38%', '12.10%'])
})

test('decimals are a whole number', () => {
  const chart = `type: column\nseries: [{metric: sales, decimals: -1}]\n${periods}`
  expect(codesOf(deck(chart))).toEqual(['invalid-value'])
})

test('a published figure has all of its digits, whatever its neighbours have', () => {
  const [chart] = chartsIn({
    metrics: [metric('homes', 'Homes')],
    figures: ['metric,unit,H1 2022,H2 2022,H1 2023,source', 'homes,EUR mn,around 1.1,around 1.2,approx. 1.25,R1'],
    charts: [`type: column\nseries: [homes]\n${periods}`],
  })
  expect(chart?.series.map(({ marks }) => marks.map((mark) => mark?.text))).toEqual([
    ['around 1.1', 'around 1.2', 'approx. 1.25'],
  ])
})

test.each([
  ['[H2 2022, H1 2023]', '250–310 260.3'],
  ['[H1 2022, H2 2022, H1 2023, H2 2023]', '240 250–310 260.3 280'],
])('a figure beside a range prints as it was published, in %s', (columns, expected) => {
  const [chart] = chartsIn({
    metrics: [metric('capex', 'Investment')],
    figures: ['metric,unit,H1 2022,H2 2022,H1 2023,H2 2023,source', 'capex,EUR mn,240,250..310,260.3,280,R1'],
    charts: [`type: column\nseries: [capex]\nperiods: ${columns}`],
  })
  expect(chart?.series.map(({ marks }) => marks.map((mark) => mark?.text).join(' '))).toEqual([expected])
})
