import { describe, expect, test } from 'vitest'
import { findingsOn } from './_alarms.ts'

type Case = readonly [sentence: string, verdict: 'ticked' | 'error' | 'warning' | 'not-checkable' | 'none']

const names: readonly Case[] = [
  ['Net sales weigh in at {{figure "gross-profit" "Q"}}', 'error'],
  ['Gross profit weighs {{figure "gross-profit" "Q"}}', 'ticked'],
  ['Net earnings worked out at {{figure "earnings.pretax" "Q"}}', 'error'],
  ['Net earnings worked out at {{figure "earnings.net" "Q"}}', 'ticked'],
  ['EBITDA worked out at {{figure "operating-profit" "Q"}}', 'error'],
  ['Total debt totted up to {{figure "cash" "Q"}}', 'error'],
  ['We count {{figure "stores" "Q"}} — that is our associates count', 'error'],
  ['We count {{figure "stores" "Q"}} — that is our store count', 'none'],
  ['Our store count, {{figure "associates" "Q"}}', 'error'],
  ['The number of stores is {{figure "associates" "Q"}}', 'error'],
  ['{{figure "debt" "Q"}} is what we hold in cash and temporary investments', 'error'],
  ['{{figure "earnings.pretax" "Q"}} was left as net earnings', 'error'],
  ['{{figure "sales.fuel" "Q"}}: Warehouse Stores', 'error'],
  ['{{figure "sales.warehouse" "Q"}}: Warehouse Stores', 'none'],
  ['Operating profit less interest expense is {{figure "earnings.pretax" "Q"}}', 'none'],
  ['Net debt is total debt less cash: {{figure "net-debt" "Q"}}', 'none'],
]

const qualities: readonly Case[] = [
  ['For the sixteen weeks to mid-April, net sales were {{figure "sales" "Q"}}', 'error'],
  ['For the twelve weeks to early October, net sales were {{figure "sales" "Q"}}', 'ticked'],
  ['Over the first forty weeks, net sales were {{figure "sales" "Q"}}', 'error'],
  ['Over the first forty weeks, net sales were {{figure "sales" "YTD"}}', 'ticked'],
  ['Net sales were {{figure "sales" "YTD"}} in the last twelve weeks', 'error'],
  ['In the last twelve weeks, stores numbered {{figure "stores" "Q"}}', 'none'],
  ['Nine-month operating profit: {{figure "operating-profit" "Q"}}', 'error'],
  ['Between July and September 2019 net sales were {{figure "sales" "Q"}}', 'error'],
  ['Between July and September 2019 net sales were {{figure "sales" "Q-4"}}', 'none'],
  ['Our October guidance for adjusted EBITDA is {{figure "ebitda.adjusted" "FY" scenario="guidance-jul"}}', 'error'],
  ['Our October guidance for adjusted EBITDA is {{figure "ebitda.adjusted" "FY" scenario="guidance-oct"}}', 'ticked'],
  ['In July we guided to adjusted EBITDA of {{figure "ebitda.adjusted" "FY" scenario="guidance-oct"}}', 'error'],
  ['In July we guided to adjusted EBITDA of {{figure "ebitda.adjusted" "FY" scenario="guidance-jul"}}', 'ticked'],
  ['Operating activities used {{figure "cash.operating" "YTD"}}', 'error'],
  ['Free cash flow burned {{figure "fcf" "YTD"}}', 'error'],
  ['We used {{figure "fcf" "YTD"}} of free cash flow to repay debt', 'none'],
  ['The average basket was {{figure "basket" "Q" unit=false}} cents', 'error'],
  ['Inventory turns were {{figure "turns" "Q" unit=false}} days', 'error'],
  ['Inventory turns were {{figure "turns" "Q"}}', 'none'],
  ['We run {{figure "stores" "Q" unit=false}} pharmacies', 'none'],
]

const directions: readonly Case[] = [
  ['Net sales were {{figure "sales" "Q"}}, down on the year', 'error'],
  ['Net sales were {{figure "sales" "Q"}}, up on the year', 'ticked'],
  ['Store closing costs were {{figure "closing-costs" "Q"}} (lower than a year ago)', 'error'],
  ['Net sales came to {{figure "sales" "Q"}}, higher prices for paper notwithstanding', 'none'],
  ['Stores, {{figure "stores" "Q"}}, down from 2017', 'none'],
  ['Net sales, {{figure "sales" "Q"}}, are below the {{figure "sales" "Q-4"}} of a year earlier', 'error'],
  ['Net sales, {{figure "sales" "Q"}}, are above the {{figure "sales" "Q-4"}} of a year earlier', 'ticked'],
  ['We have fewer stores than a year ago', 'error'],
  ['We have more stores than a year ago', 'ticked'],
  ['Fewer inventory turns than a year ago', 'error'],
  ['Lower free cash flow than a year ago', 'not-checkable'],
  ['Net sales missed last year’s level', 'error'],
  ['Cash and temporary investments exceed total debt', 'error'],
  ['Interest expense exceeded income taxes', 'error'], // equal as printed
  ['Net earnings and interest expense both grew', 'warning'],
  ['Neighborhood Markets and Warehouse Stores both grew', 'ticked'],
  ['Warehouse Stores, Neighborhood Markets and interest expense grew', 'warning'],
  ['Warehouse Stores is our largest segment', 'error'],
  ['Neighborhood Markets remains our largest segment', 'ticked'],
  ['Our fastest-growing segment is Warehouse Stores', 'ticked'],
  ['Our biggest segment is Fuel & Convenience', 'error'],
  ['Operating profit is our largest segment', 'not-checkable'],
  ['Fuel & Convenience is one of our largest segments', 'none'],
  ['Two of our three segments declined', 'error'],
  ['Two of our three segments grew', 'ticked'],
  ['Two of our five segments grew', 'not-checkable'],
]

const records: readonly Case[] = [
  ['Never before have we earned as much as this quarter in net earnings', 'error'],
  ['Never before were net sales so high', 'error'],
  ['Record net sales', 'error'],
  ['A record quarter for net sales', 'error'],
  ['Record store closing costs', 'ticked'],
  ['Never before have we had so many loyalty members', 'error'], // two earlier values are too few
  ['The strongest third quarter in our history for Fuel & Convenience: {{figure "sales.fuel" "Q"}}', 'error'],
  ['A record year for net sales', 'none'],
  ['Never before have we opened a store in Boise', 'none'],
]

const sizes: readonly Case[] = [
  ['Net debt is three times adjusted EBITDA', 'error'],
  ['Net debt is less than twice adjusted EBITDA', 'ticked'],
  ['Net debt is less than one and a half times our trailing adjusted EBITDA', 'error'],
  ['Total debt is about twice adjusted EBITDA', 'ticked'],
  ['Net sales are about four times gross profit', 'ticked'],
  ['Warehouse Stores is twice as large as Neighborhood Markets', 'error'],
  ['Inventory turns are well over fifteen times', 'error'],
  ['Inventory turns are about thirteen times', 'ticked'],
  ['Total debt is twice the capital expenditure', 'not-checkable'],
  ['Loyalty members came twice a month', 'none'],
  ['We have over five hundred stores', 'error'],
  ['We have over four hundred stores', 'ticked'],
  ['Seven million loyalty members shop with us', 'error'],
  ['Over six million loyalty members shop with us', 'ticked'],
  ['We opened two hundred stores', 'none'],
  ['Each store has about a hundred associates', 'none'],
  ['One dollar in ten of net sales came from Fuel & Convenience', 'error'],
]

const groups = { S8: names, S9: qualities, S1: directions, S2: records, S10: sizes } as const

test('a result is no whole of the costs that are stored below zero and added to it', () => {
  const sentences = [
    'Net income worked out at {{figure "ebit" "H1"}}',
    'Gross profit was {{figure "sales" "H1"}}',
    'Net income worked out at {{figure "net-income" "H1"}}',
  ]
  const found = findingsOn('tests/golden/aarvo', sentences).filter(({ rule }) => rule === 'S8')
  expect(found.map(({ verdict }) => verdict)).toEqual(['error', 'error', 'ticked'])
})

describe.each(Object.entries(groups))('%s on the deck of a grocer', (rule, cases) => {
  const found = findingsOn(
    'tests/golden/tillman',
    cases.map(([sentence]) => sentence),
  )
  test.each(cases)('%s: %s', (sentence, verdict) => {
    const own = found.filter((finding) => finding.sentence === sentence && finding.rule === rule)
    const worst = (['error', 'warning', 'not-checkable', 'ticked'] as const).find((each) =>
      own.some((finding) => finding.verdict === each),
    )
    expect(worst ?? 'none').toBe(verdict)
  })
})
