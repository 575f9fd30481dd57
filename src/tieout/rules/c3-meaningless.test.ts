import { expect, test } from 'vitest'
import { compile } from '../../../tests/compile.ts'
import { changed, textOf } from '../../../tests/errors/_broken.ts'
import { findingsOf, row, type SmallDeck, tieSmall } from '../../../tests/tieout/small-deck.ts'

const grown = (now: string, settings: Partial<SmallDeck> = {}): SmallDeck => ({
  columns: 'FY07,FY08',
  rows: [row('cost', `2,${now}`)],
  body: 'Costs: {{change "cost" "FY"}}',
  ...settings,
})

test.each([
  ['22', 'up 1,000.0% YoY'], // at the bound
  ['23', 'n.m.'],
  ['401', 'n.m.'],
])('growth from 2 to %s prints %s', (now, text) => {
  expect(tieSmall(grown(now)).deck.slides[0]?.uses.map((use) => use.text)).toEqual([text])
})

test('what is left out for its size is ticked as such, and C2 has nothing to recompute', () => {
  expect(findingsOf('C3', grown('401')).map(({ verdict, message }) => `${verdict}: ${message}`)).toEqual([
    'ticked: growth(cost@FY08,FY07): growth beyond 1,000% is not meaningful',
  ])
  expect(findingsOf('C2', grown('401'))).toEqual([])
})

test('growth that a source states prints as stated and is recomputed', () => {
  const deck = grown('401', { rows: [row('cost', '2,401'), row('cost', ',19950.0', { unit: '%', measure: 'yoy' })] })
  expect(tieSmall(deck).deck.slides[0]?.uses.map((use) => use.text)).toEqual(['up 19,950.0% YoY'])
  expect(findingsOf('C2', deck).map(({ verdict }) => verdict)).not.toContain('error')
})

test.each([
  ['numbers: {growth-bound: 150}\n', 'n.m.'],
  ['numbers: {growth-bound: 200}\n', 'up 200.0% YoY'],
  ['', 'up 200.0% YoY'],
])('the deck may declare another bound: %j', (numbers, text) => {
  const files = changed({
    'data/deck.yaml': `${textOf('data/deck.yaml')}${numbers}`,
    'data/metrics.yaml': 'metrics:\n  orders: {label: Orders, unit: EUR mn, kind: flow, polarity: more}\n',
    'data/figures/figures.csv': 'metric,unit,Q1 2023,Q1 2024,source\norders,EUR mn,30,90,R1\n',
    'slides/010-one.md': '---\nlayout: points\ntitle: One\n---\n- Orders were {{change "orders" "Q"}}\n',
  })
  const { deck } = compile(files, { edition: 'public' })
  expect(deck?.slides[0]?.uses.map((use) => use.text)).toEqual([text])
})
