import { describe, expect, test } from 'vitest'
import { row, type SmallDeck, verdictsOf } from './small-deck.ts'

const deck: SmallDeck = {
  columns: 'FY07,FY08',
  rows: [
    row('turnover', '600,700'),
    row('ebitda', '90,110'),
    row('result', '60,75'),
    row('left', '40,52'),
    row('fcf', '20,31'),
    row('rosm', '10.0,10.7', { unit: '%' }),
    row('brewing', '400,460'),
  ],
  metrics: [
    'turnover: {label: Turnover, unit: JPY mn, kind: flow, polarity: more}',
    'ebitda: {label: EBITDA, unit: JPY mn, kind: flow, polarity: more}',
    'result: {label: Operating result, unit: JPY mn, kind: flow, polarity: more}',
    'left: {label: Profit after tax, unit: JPY mn, kind: flow, polarity: more}',
    'fcf: {label: Free cash flow, unit: JPY mn, kind: flow, polarity: more}',
    'rosm: {label: EBIT margin, unit: "%", kind: ratio, polarity: more}',
    'brewing: {label: Brewing, unit: JPY mn, kind: flow, polarity: more}',
  ],
}
const prose = (body: string): readonly string[] => verdictsOf('S8', { ...deck, body: `- ${body}` })
const names = (body: string): readonly string[] => verdictsOf('S8', { ...deck, body })

const counts: SmallDeck = {
  columns: '2008-03-31,2009-03-31',
  units: 'breweries: {singular: brewery}',
  metrics: ['breweries: {label: Breweries, unit: breweries, kind: stock, polarity: more}'],
  rows: [row('staff', '610,640', { unit: 'persons' }), row('breweries', '9,11', { unit: 'breweries' })],
}

describe('S8: a number that says what it counts, under the name of another thing that is counted', () => {
  test.each([
    ['equated', 'Breweries reached {{figure "staff" "FY"}}', ['error']],
    ['equated by a change', 'Our breweries have risen to {{figure "staff" "FY"}}', ['error']],
    ['where they are', 'Our breweries employ {{figure "staff" "FY"}}', []],
  ] as const)('%s', (_, body, expected) => {
    expect(verdictsOf('S8', { ...counts, body: `- ${body}` })).toEqual(expected)
  })
})

describe('S8: names that no metric of the deck has, of measures that every company reports', () => {
  test.each([
    ['EBIT for EBITDA', 'EBIT came to {{figure "ebitda" "FY"}}'],
    ['gross for operating', 'Gross profit rose {{growth "result" "FY"}}'],
    ['before tax for after it', 'Profit before tax was {{figure "left" "FY"}}'],
    ['a cash flow', 'Operating cash flow reached {{figure "fcf" "FY"}}'],
    ['a rate', 'The gross margin was {{figure "rosm" "FY"}}'],
    ['behind the number', 'We made {{figure "left" "FY"}} of operating profit'],
    [
      'two names in order, exchanged',
      'Net income and operating income: {{figure "fcf" "FY"}} and {{figure "ebitda" "FY"}}',
    ],
  ])('error: %s', (_, body) => {
    expect(new Set(prose(body))).toEqual(new Set(['error']))
  })

  test.each([
    ['another name of the same measure', 'Revenue was {{figure "turnover" "FY"}}'],
    ['of several', 'Sales and EBIT rose {{growth "turnover" "FY"}} and {{growth "result" "FY"}}'],
    ['a name of a part', 'Sales of beer came to {{figure "brewing" "FY"}}'],
    ['a rate of an amount', 'The EBIT as a percentage of sales was {{figure "rosm" "FY"}}'],
    ['an amount in passing', 'Despite higher capex, {{figure "fcf" "FY"}} was left over'],
    ['its own name in the clause', 'EBITDA, which is operating profit plus depreciation, was {{figure "ebitda" "FY"}}'],
  ])('no alarm: %s', (_, body) => {
    expect(prose(body).filter((verdict) => verdict !== 'ticked')).toEqual([])
  })

  test.each([
    ['a row', '```table\nrows: [{metric: result, label: Gross profit}]\ncolumns: [FY, FY-1]\n```', ['error']],
    ['a row of the same', '```table\nrows: [{metric: turnover, label: Net sales}]\ncolumns: [FY, FY-1]\n```', []],
    ['a tile', '```tiles\n- {metric: ebitda, period: FY, label: EBIT}\n```', ['error']],
  ])('labels: %s', (_, body, expected) => {
    expect(names(body)).toEqual(expected)
  })
})
