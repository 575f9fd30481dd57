import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck, verdictsOf } from './small-deck.ts'

const deck: SmallDeck = {
  columns: 'FY07,FY08',
  rows: [
    row('services', '600,700'),
    row('goods', '400,380'),
    row('cost', '700,790'),
    row('income', '200,180'),
    row('net', '90,120'),
    row('interest', '20,15'),
    row('shops', '10,12', { unit: 'persons' }),
  ],
  metrics: [
    'net: {label: Net income, short: Net, unit: JPY mn, kind: flow, polarity: more, also: [net profit, bottom line]}',
    'interest: {label: Interest expense (income), unit: JPY mn, kind: flow, polarity: less}',
    'shops: {label: Retail shops, short: Shops, unit: persons, kind: flow, polarity: more}',
  ],
}

const prose = (body: string): readonly string[] => verdictsOf('S8', { ...deck, body: `- ${body}` })

describe('S8: the metric named beside a figure is that of the figure', () => {
  test.each([
    ['its own label', 'Net income was {{figure "net" "FY"}}', ['ticked']],
    ['a declared synonym', 'The bottom line came to {{figure "net" "FY"}}', ['ticked']],
    ['an ancestor by a sum', 'Total revenues of services were {{figure "services" "FY"}}', ['ticked']],
    ['a part of it', 'Revenues from services carried {{figure "revenue" "FY"}}', ['ticked']],
    ['the label without its parentheses', 'Interest expense: {{figure "interest" "FY"}}', ['ticked']],
    ['behind the figure', 'We made {{figure "net" "FY"}} of net income', ['ticked']],
    ['no name', 'We made {{figure "net" "FY"}}', []],
    [
      'two names and their figures',
      'Operating income and net income: {{figure "income" "FY"}} and {{figure "net" "FY"}}',
      ['ticked', 'ticked'],
    ],
    ['a circumstance', 'Despite an interest expense, {{figure "net" "FY"}} was left', []],
    ['a name of another thing', 'Write-downs of interest expense: {{figure "net" "FY"}}', []],
    ['a share of two', 'Services are {{share "services" of="revenue" "FY"}} of total revenues', ['ticked']],
  ] as const)('silent or ticked: %s', (_name, body, expected) => {
    expect(prose(body)).toEqual(expected)
  })

  test.each([
    ['another label', 'Operating income was {{figure "net" "FY"}}', ['error']],
    ['in a change, too', 'Operating income {{figure "net" "FY"}} ({{change "net" "FY"}})', ['error', 'error']],
    [
      'a change of another metric behind the right value',
      'Operating income {{figure "income" "FY"}} ({{change "net" "FY"}})',
      ['ticked', 'error'],
    ],
    ['a sibling', '**Revenues from goods reached {{figure "services" "FY"}}**', ['error']],
    ['a synonym of another', 'Our net profit grew {{growth "income" "FY"}}', ['error']],
    ['a verb of a kind', 'The group’s operating income clocked in at {{figure "cost" "FY"}}', ['error']],
    ['behind the figure', 'A {{growth "net" "FY"}} rise in operating income', ['error']],
    ['a measure that no metric is', 'Underlying operating income was {{figure "net" "FY"}}', ['warning']],
    ['farther off', 'Operating income swelled the coffers by {{figure "net" "FY"}}', ['warning']],
    ['after a period', 'In {{period "FY"}} total costs were {{figure "net" "FY"}}', ['error']],
    ['a short label', 'Net: {{figure "income" "FY"}}', ['error']],
  ] as const)('error or warning: %s', (_name, body, expected) => {
    expect(prose(body)).toEqual(expected)
  })

  test('a title is read like any clause', () => {
    expect(verdictsOf('S8', { ...deck, title: 'Operating income grew {{growth "revenue" "FY"}}' })).toEqual(['error'])
    expect(verdictsOf('S8', { ...deck, title: 'Total revenues grew {{growth "revenue" "FY"}}' })).toEqual(['ticked'])
  })

  test('a name that is exchanged is shown at its words, with the label of the figure', () => {
    const [found] = findingsOf('S8', { ...deck, body: '- Net income was {{figure "income" "FY"}}' })
    expect(found).toMatchObject({
      message: 'invalid name "Net income" of JPY180 million: the figure is Operating income',
      place: { path: 'slides/010-results.md', line: 5, column: 3, length: 10 },
    })
  })
})

const block = (kind: string, lines: string): SmallDeck => ({
  ...deck,
  layout: kind === 'chart' ? 'chart-and-points' : 'points',
  body: `\`\`\`${kind}\n${lines}\n\`\`\`\n- Nothing`,
})
const open = (small: SmallDeck): readonly string[] =>
  findingsOf('S8', small).flatMap(({ verdict, message }) => (verdict === 'ticked' ? [] : [`${verdict} ${message}`]))

describe('S8 in the labels of visuals', () => {
  test.each([
    ['a title', 'chart', 'type: column\ntitle: Net income\nseries: [income]\nperiods: [FY-1, FY]', 1],
    [
      'a title that says more',
      'chart',
      'type: column\ntitle: Net income since {{period "FY-1"}}\nseries: [income]\nperiods: [FY-1, FY]',
      1,
    ],
    [
      'its own title',
      'chart',
      'type: column\ntitle: Operating income by year\nseries: [income]\nperiods: [FY-1, FY]',
      0,
    ],
    [
      'a title of an ancestor',
      'chart',
      'type: stacked-column\ntitle: Total revenues\nseries: [services, goods]\nperiods: [FY-1, FY]',
      0,
    ],
    [
      'two labels exchanged',
      'chart',
      'type: line\ntitle: Results\nseries: [{metric: net, label: Operating income}, {metric: income, label: Net income}]\nperiods: [FY-1, FY]',
      2,
    ],
    ['a tile', 'tiles', '- {metric: revenue, period: FY, label: Net profit}', 1],
    ['a tile of its own', 'tiles', '- {metric: net, period: FY, label: Net profit}', 0],
    ['a row', 'table', 'rows: [{metric: services, label: Revenues from goods}, goods]\ncolumns: [FY-1, FY]', 1],
    [
      'a row of its own',
      'table',
      'rows: [{metric: services, label: of which services}, goods]\ncolumns: [FY-1, FY]',
      0,
    ],
    ['a heading of rows', 'table', 'rows: [{heading: Interest expense}, services, goods]\ncolumns: [FY-1, FY]', 1],
    ['a caption', 'table', 'title: Net income\nrows: [services, goods]\ncolumns: [FY-1, FY]', 1],
  ] as const)('%s', (_name, kind, lines, count) => {
    expect(open(block(kind, lines))).toHaveLength(count)
  })

  test('a heading above bare figures names them', () => {
    const under = (heading: string): SmallDeck => ({
      ...deck,
      body: `## ${heading}\n- {{figure "income" "FY"}}, {{change "income" "FY"}}`,
    })
    expect(open(under('Interest expense'))).toHaveLength(2)
    expect(open(under('Operating income'))).toEqual([])
  })
})
