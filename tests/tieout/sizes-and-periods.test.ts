import { describe, expect, test } from 'vitest'
import type { RuleId } from '../../src/tieout/finding.ts'
import { findingsOf, row, type SmallDeck } from './small-deck.ts'

/**
 * services +20% in the first half, +10% in the fourth quarter and +14% in the year; goods +4%, and so a smaller share of revenue.
 * Wages are stored negative and rose; a gap below zero narrowed; debt came down by 60 within the year.
 */
const deck: SmallDeck = {
  columns: 'FY07,FY08,1H07,1H08,3Q07,3Q08,4Q07,4Q08',
  metrics: [
    'wages: {label: Wages, unit: JPY mn, kind: flow, polarity: less}',
    'gap: {label: Funding gap, unit: JPY mn, kind: flow, polarity: neutral}',
    'outlays: {label: Outlays, unit: JPY mn, kind: flow, polarity: neutral}',
    'shops: {label: Shop sales, short: Shops, unit: JPY mn, kind: flow, polarity: more}',
    'shops.profit: {label: Shop profit, short: Shops, unit: JPY mn, kind: flow, polarity: more}',
    'web: {label: Web sales, short: Web, unit: JPY mn, kind: flow, polarity: more}',
    'web.profit: {label: Web profit, short: Web, unit: JPY mn, kind: flow, polarity: more}',
    'debt: {label: Debt, unit: JPY mn, kind: stock, polarity: less}',
    'taxes: {label: Taxes, unit: JPY mn, kind: flow, polarity: less}',
  ],
  rows: [
    row('services', '1000,1140,450,540,260,270,300,330'),
    row('goods', '500,520,250,262,120,128,130,131'),
    row('income', '300,363,100,250,80,90,120,125'),
    row('wages', '-400,-440,-190,-205,-100,-108,-110,-127'),
    row('gap', '-30,-12,-15,-6,-8,-4,-8,-3'),
    row('outlays', '-50,-70,-20,-30,-10,-12,-20,-28'),
    row('shops', '200,220,90,97,50,52,60,61'),
    row('shops.profit', '20,24,9,10,5,6,6,7'),
    row('web', '100,140,40,60,25,33,35,47'),
    row('web.profit', '5,9,2,4,1,2,2,3'),
    row('taxes', '90,108.9,30,75,24,27,36,38'),
    row('debt', '400,340,,,380,350,400,340'),
  ],
}

const alarmsOf = (rule: RuleId, body: string): readonly string[] =>
  findingsOf(rule, { ...deck, body: `- ${body}` })
    .map(({ verdict }) => verdict)
    .filter((verdict) => verdict === 'error' || verdict === 'warning')

/** Sentences of one kind: true ones, and false ones of the same words. */
function kind(rule: RuleId, right: readonly string[], wrong: readonly string[]): void {
  test.each(right.map((body) => [body]))('true: %s', (body) => expect(alarmsOf(rule, body)).toEqual([]))
  test.each(wrong.map((body) => [body]))('false: %s', (body) => expect(alarmsOf(rule, body)).not.toEqual([]))
}

describe('a stock that changed between two days did so over the months between them', () => {
  kind(
    'S9',
    [
      'Debt came down by {{difference "debt" "FY" form="magnitude"}} over the past twelve months',
      'Debt fell from {{figure "debt" "3Q07"}} to {{figure "debt" "3Q08"}} in twelve months',
    ],
    [
      'Debt came down by {{difference "debt" "FY" form="magnitude"}} over the past six months',
      'Services rose {{growth "services" "4Q08"}} in twelve months',
    ],
  )
})

describe('a claim is judged for the period that its part of the clause names in words', () => {
  kind(
    'S10',
    [
      'Revenues from services rose by a fifth in the first half and by a tenth in the fourth quarter',
      'In the first half, revenues from services rose by a fifth',
      'Operating income rose by a fifth',
      'Revenues from services rose by half in each of the two',
      'Revenues from services rose by half from the third quarter',
    ],
    [
      'Revenues from services rose by a tenth in the first half and by a fifth in the fourth quarter',
      'In the fourth quarter, revenues from services rose by a fifth',
      'Operating income rose by a fifth in the first half',
    ],
  )
  kind(
    'S2',
    [
      'Operating income more than doubled in the first half',
      'Operating income more than doubled in the first half and came to {{figure "income" "FY"}} for the year',
    ],
    ['Operating income more than doubled in the fourth quarter', 'Operating income more than doubled'],
  )
})

describe('words about expenses stored negative, and of what narrows and widens, speak of the size', () => {
  kind(
    'S1',
    [
      'Wages rose to {{figure "wages" "FY" form="magnitude"}}',
      'Wages were up by {{difference "wages" "FY" form="magnitude"}}',
      'Wages climbed from {{figure "wages" "1H07" form="magnitude"}} to {{figure "wages" "1H08" form="magnitude"}}',
      'The funding gap narrowed to {{figure "gap" "FY"}}',
      'Outlays rose to {{figure "outlays" "FY" form="magnitude"}}',
    ],
    [
      'Wages fell to {{figure "wages" "FY" form="magnitude"}}',
      'Wages were down by {{difference "wages" "FY" form="magnitude"}}',
      'Wages dropped from {{figure "wages" "1H07" form="magnitude"}} to {{figure "wages" "1H08" form="magnitude"}}',
      'The funding gap widened to {{figure "gap" "FY"}}',
      'Outlays fell to {{figure "outlays" "FY" form="magnitude"}}',
    ],
  )
})

describe('to outgrow is to grow', () => {
  kind(
    'S1',
    [
      'Web outgrew Shops, by {{growth "web" "FY"}} against {{growth "shops" "FY"}}',
      'Services outgrew goods ({{growth "services" "FY"}} against {{growth "goods" "FY"}})',
    ],
    [
      'Shops outgrew Web, by {{growth "shops" "FY"}} against {{growth "web" "FY"}}',
      'Revenues from goods outgrew revenues from services ({{growth "goods" "FY"}} against {{growth "services" "FY"}})',
      'Debt outpaced goods, at {{growth "debt" "FY"}} against {{growth "goods" "FY"}}',
    ],
  )
})

describe('a direction beside a share is that of the share', () => {
  kind(
    'S1',
    [
      'Goods declined to {{share "goods" of="revenue" "FY"}} of total revenues',
      'Taxes were unchanged at {{share "taxes" of="income" "FY"}} of operating income',
    ],
    [
      'Goods rose to {{share "goods" of="revenue" "FY"}} of total revenues',
      'Services were unchanged at {{share "services" of="revenue" "FY"}} of total revenues',
    ],
  )
})

describe('what has its own noun is not said of the metric before', () => {
  kind(
    'S10',
    [
      'Revenues from goods rose {{growth "goods" "FY"}} and orders fell by half',
      'Revenues from goods rose, and orders fell by half',
    ],
    [
      'Revenues from goods of {{figure "goods" "FY"}} were up by half',
      'Revenues from goods rose {{growth "goods" "FY"}}, and by half in the fourth quarter',
    ],
  )
  kind(
    'S2',
    ['Revenues from goods rose {{growth "goods" "FY"}} and orders more than doubled'],
    ['Revenues from goods came to {{figure "goods" "FY"}} and more than doubled'],
  )
})

describe('the end of the previous fiscal year', () => {
  const from = (base: string, year: string, now = '3Q08'): string =>
    `Debt fell by {{difference "debt" "${now}" vs="${base}" form="magnitude"}} ${year}`
  kind(
    'C8',
    [
      from('FY07', 'from the previous fiscal year-end'),
      from('4Q07', 'since year-end'),
      from('3Q07', 'from the previous year'),
    ],
    [from('3Q07', 'from the previous fiscal year-end'), from('3Q07', 'since last year-end', '4Q08')],
  )
})

describe('a part of a change is held against the changes', () => {
  kind(
    'S10',
    [
      'Close to nine tenths of the increase in total revenues came from revenues from services',
      'Two thirds of the increase in total revenues came from new clients',
      'Half of the increase in total revenues came from revenues from services, and the rest from the web',
      'More than four fifths of the growth in total revenues came from revenues from services',
    ],
    ['Half of the increase in total revenues came from revenues from services'],
  )
})

describe('a period that is only compared with is not that of the figure after it', () => {
  kind(
    'P1',
    [
      'In six months we earned almost as much as in the whole of {{period "FY07"}}: {{figure "income" "1H08"}}',
      'We owe less than in {{period "FY07"}}: {{figure "debt" "FY"}}',
    ],
    [
      'In the whole of {{period "FY07"}}: {{figure "income" "1H08"}}',
      'We earned much in {{period "FY07"}}: {{figure "income" "FY"}}',
    ],
  )
})
