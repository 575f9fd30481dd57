import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck } from './small-deck.ts'

const deck: SmallDeck = { rows: [row('income', '1000,1043')] }
const typedIn = (body: string): readonly string[] =>
  findingsOf('P4', { ...deck, body: `- ${body}` })
    .filter(({ verdict }) => verdict !== 'ticked')
    .map(({ message }) => /"([^"]*)"/.exec(message)?.[1] ?? message)

describe('P4: typed numbers are seen wherever a reader sees them', () => {
  test.each([
    ['NOK512.5 million of orders', '512.5'],
    ['RMB730 million of orders', '730'],
    ['Rs.120 crore of orders', '120'],
    ['ca.12.5 million of orders', '12.5'],
    ['approx.900 orders', '900'],
    ['売上高は１２３百万円', '１２３'],
    ['同比增长8.7%', '8.7'],
    ['Sales of ४५० million', '४५०'],
    ['Some ½ of it', '½'],
    ['A loss of (27) million', '27'],
    ['Some 1950 stores', '1950'],
    ['Orders of 3€', '3'],
  ])('%s', (body, number) => {
    expect(typedIn(body)).toEqual([number])
  })

  test.each([
    'Under Section 21E of the Exchange Act of 1934',
    'See Form 20-F and Form 10-Q',
    'Under IFRS 16 and ASC 842',
    'The Nikkei 225 and the FTSE 100',
    'Rule 144A and Regulation 596/2014',
    '221 Baker Street, London',
    '12-14 Rue de Rivoli, Paris',
    'Bahnhofstrasse 45, Zürich',
    'Phone +41 44 123 45 67',
    'Tel. 020 7946 0958',
    'On 15. August 2021 we met',
    'On 28 février 2022 we met',
    'On 31.12.2022 and 03/04/2021',
    '1株当たり',
    '2023年6月30日',
    '第2のこと',
    'At 10:30 a.m. in Room 7',
    'In 2008 orders rose, in 2009 stores closed',
    'COVID-19 and IPv6',
    '(2) Situation',
  ])('no alarm: %s', (body) => {
    expect(typedIn(body)).toEqual([])
  })

  test.each([
    ['An amount of [[EUR5 million]]', ['[[EUR5 million]]']],
    ['[[64.2]] billion yen', ['[[64.2]]']],
    ['A share of [[12%]]', ['[[12%]]']],
    ['The [[5G]] network and [[53]] weeks', []],
  ])('marked text: %s', (body, expected) => {
    expect(typedIn(body)).toEqual(expected)
  })

  test('marked text is listed in the report', () => {
    const found = findingsOf('P4', { ...deck, body: '- The [[5G]] network' })
    expect(found.map(({ verdict, message }) => `${verdict} ${message}`)).toContain('ticked "5G" is marked as text')
  })
})

describe('P4 in the words of data/', () => {
  const messages = (small: SmallDeck): readonly string[] =>
    findingsOf('P4', { ...deck, ...small }).flatMap(({ verdict, message }) => (verdict === 'error' ? [message] : []))

  test('a field of deck.yaml', () => {
    const body = '- {{field "motto"}}'
    expect(messages({ fields: '{motto: Orders doubled to EUR7 billion}', body })).toEqual([
      'invalid number "7" in "Orders doubled to EUR7 billion", words of data/: typed, and bound to no figure',
    ])
    expect(messages({ fields: '{motto: Phone 044 123 45 67}', body })).toEqual([])
  })

  test('a cell of data/tables', () => {
    const tables = { deals: 'name,size\nAlba,up 35%\nBeta,3 sites\n' }
    expect(messages({ tables, body: '```table\ntable: deals\n```' })).toHaveLength(1)
    const each = '{{#each (table "deals") as |deal|}}\n- {{deal.name}} {{deal.size}}\n{{/each}}'
    expect(messages({ tables, body: each })).toHaveLength(1)
  })

  test('the place is that of the cell, not of its row or of the slide', () => {
    const tables = { deals: 'kind,name,size\nold,Alba,3 sites\nnew,"Beta, Inc.",won EUR9 million\n' }
    const body = '```table\ntable: deals\ncolumns: [name, size]\ngroup: kind\n```'
    const places = findingsOf('P4', { ...deck, tables, body }).map(({ place }) => place)
    expect(places).toMatchObject([{ path: 'data/tables/deals.csv', line: 3, column: 18 }])
  })

  test('a number within a whole label is part of the name', () => {
    const metrics = ['six: {label: Sales of our 6 stores, unit: JPY mn, kind: flow, polarity: more}']
    const rows = [row('six', '3,4')]
    expect(messages({ metrics, rows, body: '- The sales of our 6 stores were {{figure "six" "FY"}}' })).toEqual([])
    expect(messages({ metrics, rows, body: '- Our 6 stores sold {{figure "six" "FY"}}' })).toHaveLength(1)
    expect(messages({ body: '- Under Rule 15d2-1(a)' })).toEqual([])
  })

  test('a label of a metric is a name', () => {
    const metrics = ['big: {label: Owners of more than 5% of shares, unit: persons, kind: stock, polarity: neutral}']
    expect(
      messages({
        metrics,
        rows: [row('big', '3,4', { unit: 'persons' })],
        body: '- {{label "big"}}: {{figure "big" "FY"}}',
      }),
    ).toEqual([])
  })
})

describe('P4 in templates', () => {
  const found = (templates: Readonly<Record<string, string>>): readonly string[] =>
    findingsOf('P4', { ...deck, templates, body: '- Text' }).flatMap(({ verdict, message, place, hint }) =>
      verdict === 'error' ? [`${place.path}:${place.line}:${place.column} ${message} ${hint}`] : [],
    )
  const foot = '<footer>{{slide.number}}</footer>'

  test('words of a layout, of its attributes that are read, and of a partial', () => {
    const layout = `<h2>{{title}}</h2>\n<p class="col-3" data-x="7">Trusted by 4,800 farms</p>{{lead}}{{> foot}}`
    expect(found({ 'layouts/points.hbs': layout, 'partials/foot.hbs': foot })).toEqual([
      'templates/layouts/points.hbs:2:40 invalid number "4,800": typed, and bound to no figure Mark it as text with {{plain "4,800"}}, or bind it to a figure.',
    ])
    const named = `<h2 title="It's up 31%" aria-label='Rank 9 of many'>{{title}}</h2>{{lead}}{{> foot}}`
    expect(found({ 'layouts/points.hbs': named, 'partials/foot.hbs': foot })).toHaveLength(2)
    const partial = `<footer>Since 2004, {{plain "24"}}/7, 61 offices</footer>`
    expect(
      found({ 'layouts/points.hbs': '<h2>{{title}}</h2>{{lead}}{{> foot}}', 'partials/foot.hbs': partial }),
    ).toEqual([expect.stringContaining('templates/partials/foot.hbs:1:'), expect.stringContaining('"61"')])
  })
})
