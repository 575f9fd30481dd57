import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck } from './small-deck.ts'

/** A total by regions, results, a balance sheet; words of labels that are no whole label. */
const deck: SmallDeck = {
  columns: 'FY07,FY08',
  rows: [
    ...[row('revenue', '1000,1100'), row('north', '700,720'), row('south', '300,380')],
    ...[row('gross', '400,460'), row('income', '200,180'), row('net', '90,120')],
    ...[row('stock', '210,190'), row('loans', '300,260'), row('payout', '40,44'), row('cash', '80,95')],
  ],
  metrics: [
    'north: {label: Northern region, short: North, unit: JPY mn, kind: flow, polarity: more}',
    'south: {label: Southern region, short: South, unit: JPY mn, kind: flow, polarity: more}',
    'net: {label: Net income, unit: JPY mn, kind: flow, polarity: more}',
    'stock: {label: Merchandise inventories, unit: JPY mn, kind: stock, polarity: neutral}',
    'loans: {label: Bank borrowings, unit: JPY mn, kind: stock, polarity: less}',
    'payout: {label: Dividends to shareholders, unit: JPY mn, kind: flow, polarity: more}',
  ],
  ties: ['{total: revenue, parts: [north, south]}'],
}

const alarms = (body: string): readonly string[] =>
  findingsOf('S8', { ...deck, body: `- ${body}` }).flatMap(({ verdict, message }) =>
    verdict === 'ticked' ? [] : [`${verdict} ${/"(.*?)"/.exec(message)?.[1]}`],
  )

describe('S8: as many names as numbers, each of its own', () => {
  test.each([
    [
      'Operating income and net income were {{figure "net" "FY"}} and {{figure "income" "FY"}}',
      ['error Operating income', 'error net income'],
    ],
    [
      'Gross profit and operating income fell by {{growth "gross" "FY"}} and {{growth "net" "FY"}} respectively',
      ['error operating income'],
    ],
    [
      'North, South and net income came to {{figure "north" "FY"}}, {{figure "net" "FY"}} and {{figure "net" "FY"}}',
      ['error South'],
    ],
    ['Operating income and net income were {{figure "income" "FY"}} and {{figure "net" "FY"}}', []],
    ['Operating income and net income, {{figure "income" "FY"}} this year, {{figure "income" "FY-1"}} last year', []],
  ])('%s', (body, expected) => {
    expect(alarms(body)).toEqual(expected)
  })
})

describe('S8: names beside a total, a qualifier, a longer name', () => {
  test.each([
    ['North contributed {{figure "south" "FY"}} of total revenues', ['error North']],
    ['South contributed {{figure "south" "FY"}} of total revenues', []],
    ['A {{growth "income" "FY"}} rise in gross profit', ['error gross profit']],
    ['Like-for-like, total revenues grew {{growth "revenue" "FY"}}', ['warning Like-for-like']],
    ['Organic growth in total revenues was {{growth "revenue" "FY"}}', ['warning Organic']],
    ['Net income excluding one-offs was {{figure "net" "FY"}}', ['warning excluding']],
    ['Total revenues excluding South were {{figure "north" "FY"}}', []],
    ['Net income in FY08: {{figure "cash" "FY"}}', ['error Net income']],
    ['Gross profit margin of {{figure "income" "FY"}}', []],
  ])('%s', (body, expected) => {
    expect(alarms(body)).toEqual(expected)
  })
})

describe('S8: a word of another label as the subject is a doubt, and never more', () => {
  test.each([
    ['Inventory was {{figure "cash" "FY"}}', ['warning Inventory']],
    ['Our borrowings stood at {{figure "net" "FY"}}', ['warning borrowings']],
    ['Dividends of {{figure "cash" "FY"}} were paid', ['warning Dividends']],
    ['Inventory was {{figure "stock" "FY"}}', []],
    ['Dividends took {{figure "payout" "FY"}}', []],
    ['Our income was {{figure "cash" "FY"}}', []], // such a word is said of much
    ['Borrowings were repaid with {{figure "cash" "FY"}}', []],
    ['Inventory turnover brought {{figure "cash" "FY"}}', []],
  ])('%s', (body, expected) => {
    expect(alarms(body)).toEqual(expected)
  })
})
