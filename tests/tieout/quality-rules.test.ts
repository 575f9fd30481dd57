import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck } from './small-deck.ts'

const target = { scenario: 'target' }
const deck: SmallDeck = {
  columns: 'FY06,FY07,FY08,1H08,2Q08,4Q08,FY09',
  rows: [
    row('services', '500,600,700,,,,'),
    row('goods', '300,400,380,,,,'),
    row('income', '190,200,180,80,40,50,'),
    row('income', ',,170,,,,210', target),
    row('net', '30,90,(120),,,,'),
    row('cash-flow', '30,90,(25),,,,'),
    row('spending', '20,30,40,,,,'),
    row('staff', ',,12,,,,', { unit: 'persons' }),
  ],
  metrics: [
    'net: {label: Net income, unit: JPY mn, kind: flow, polarity: more}',
    'spending: {label: Loss on disposals, unit: JPY mn, kind: flow, polarity: less}',
  ],
}

/** What S9 says of a deck: its errors and warnings, "ticked" where there is nothing else but ticks, "" for nothing. */
function said(small: SmallDeck): string {
  const found = findingsOf('S9', small)
  const open = found.filter(({ verdict }) => verdict !== 'ticked')
  return open.length > 0 ? open.map(({ verdict }) => verdict).join(' ') : (found[0]?.verdict ?? '')
}
const prose = (body: string): string => said({ ...deck, body: `- ${body}` })

describe('S9: words of scenario', () => {
  test.each([
    ['a target with its word', 'We target operating income of {{figure "income" "FY+1" scenario="target"}}', 'ticked'],
    [
      'of a time to come',
      'Operating income of {{figure "income" "FY+1" scenario="target"}} in {{period "FY+1"}}',
      'ticked',
    ],
    [
      'a target as what was reached',
      'Operating income was {{figure "income" "FY+1" scenario="target"}} in {{period "FY+1"}}',
      'error',
    ],
    ['another verb of the past', 'We earned {{figure "income" "FY" scenario="target"}}', 'error'],
    [
      'a verb that no list has',
      'Operating income pencilled in at {{figure "income" "FY+1" scenario="target"}} in {{period "FY+1"}}',
      'error',
    ],
    [
      'what turned out to be',
      'In {{period "FY+1"}} income turned out to be {{figure "income" "FY+1" scenario="target"}}',
      'error',
    ],
    [
      'a participle of planning',
      'Operating income is projected at {{figure "income" "FY+1" scenario="target"}} in {{period "FY+1"}}',
      'ticked',
    ],
    ['a plan that calls for what is over', 'Our plan calls for operating income of {{figure "income" "FY"}}', 'error'],
    ['on course', 'We are on course for operating income of {{figure "income" "FY+1" scenario="target"}}', 'ticked'],
    ['an outlook for what is over', 'The outlook for income is {{figure "income" "FY"}}', 'error'],
    ['a target without a word', 'Operating income: {{figure "income" "FY" scenario="target"}}', 'warning'],
    [
      'against the target',
      'Operating income of {{figure "income" "FY"}}, against a target of {{figure "income" "FY" scenario="target"}}',
      'ticked',
    ],
    ['an actual figure', 'Operating income was {{figure "income" "FY"}}', ''],
    ['an actual figure that is promised', 'We expect {{figure "income" "FY"}} of operating income', 'error'],
    ['expectations that were beaten', 'Operating income beat what was expected, at {{figure "income" "FY"}}', ''],
  ])('%s', (_name, body, expected) => {
    expect(prose(body)).toBe(expected)
  })

  const column = (own: string): SmallDeck => ({
    ...deck,
    body: `\`\`\`table\nrows: [income]\ncolumns: [FY-1, ${own}]\n\`\`\``,
  })
  test.each([
    ['{period: FY, scenario: target}', ''],
    ['{period: FY, scenario: target, label: Actual}', 'error'],
    ['{period: FY, scenario: target, label: As reported}', 'error'],
    [`{period: FY+1, scenario: target, label: '{{period "FY+1"}}'}`, 'error'],
    ['{period: FY+1, scenario: target, label: Our aim}', ''],
    ['{period: FY, label: Target}', 'error'],
    ['{period: FY, label: Guidance}', 'error'],
    ['{period: FY, label: Last year}', 'error'],
    ['{period: FY, label: This year}', ''],
  ])('the column %s', (own, expected) => {
    expect(said(column(own))).toBe(expected)
  })
})

describe('S9: words of sign', () => {
  test.each([
    ['a loss as income', 'Net income of {{figure "net" "FY" form="magnitude"}}', 'error'],
    ['cash that was used', 'Cash generated: {{figure "cash-flow" "FY" form="magnitude"}}', 'error'],
    ['a loss that is called one', 'A net loss of {{figure "net" "FY" form="magnitude"}}', 'ticked'],
    ['cash that something took', 'Projects took {{figure "cash-flow" "FY" form="magnitude"}} of cash', 'ticked'],
    ['cash that was taken in', 'We took in {{figure "cash-flow" "FY" form="magnitude"}} of cash', 'error'],
    ['cash used', 'We used {{figure "cash-flow" "FY" form="magnitude"}} of cash', 'ticked'],
    ['a fall', 'Cash fell by {{figure "cash-flow" "FY" form="magnitude"}}', 'ticked'],
    ['the sign itself', 'Net income was {{figure "net" "FY"}}', ''],
    ['a profit as a loss', 'A net loss of {{figure "net" "FY-1"}}', 'error'],
    ['a profit as a negative result', 'The year ended with a negative result of {{figure "net" "FY-1"}}', 'error'],
    ['a label of a loss', 'A loss of {{figure "spending" "FY"}}', ''],
  ])('%s', (_name, body, expected) => {
    expect(prose(body)).toBe(expected)
  })
})

describe('S9: words of unit', () => {
  test.each([
    ['the right scale', 'Services: {{figure "services" "FY" unit=false}} million yen', 'ticked'],
    ['another scale', 'Services: {{figure "services" "FY" as="JPY bn" decimals=1 unit=false}} million yen', 'error'],
    ['a scale twice', 'Services: {{figure "services" "FY"}} billion', 'error'],
    ['another currency', 'Services: USD {{figure "services" "FY" unit=false}} million', 'error'],
    ['another currency behind', 'Services: {{figure "services" "FY" unit=false}} million euros', 'error'],
    ['a noun', 'Services: {{figure "services" "FY" unit=false}} million employees', 'error'],
    ['its own noun', '{{figure "staff" "FY" unit=false}} persons', 'ticked'],
    ['no unit', 'Services: {{figure "services" "FY"}} in all', ''],
  ])('%s', (_name, body, expected) => {
    expect(prose(body)).toBe(expected)
  })

  const people: SmallDeck = {
    rows: [row('crew', ',640', { unit: 'engineers' }), row('sets', ',12', { unit: 'sets' })],
    units: 'engineers: {}, sets: {}',
    metrics: [
      'crew: {label: Field service, unit: engineers, kind: stock, polarity: neutral}',
      'sets: {label: Sets sold, unit: sets, kind: flow, polarity: more}',
    ],
  }
  test.each([
    ['people as things, of a noun that no unit is', '{{figure "crew" "FY" unit=false}} branches', 'error'],
    ['things as people', '{{figure "sets" "FY" unit=false}} employees', 'error'],
    ['people by another word', '{{figure "crew" "FY" unit=false}} colleagues', 'ticked'],
    ['people in general', '{{figure "crew" "FY" unit=false}} people', 'ticked'],
    ['things of a kind that is not known, and so not ticked', '{{figure "sets" "FY" unit=false}} machines', ''],
  ])('%s', (_name, body, expected) => {
    expect(said({ ...people, body: `- ${body}` })).toBe(expected)
  })

  const table = (front: string, own = ''): SmallDeck => ({
    ...deck,
    front,
    body: `\`\`\`table\n${own}rows: [services, goods]\ncolumns: [FY-1, FY]\nunit: JPY bn\ndecimals: 2\n\`\`\``,
  })
  test.each([
    [table('subtitle: JPY million\n'), 'error'],
    [table('subtitle: In billions of yen\n'), ''],
    [table('', 'title: Revenues in EUR billion\n'), 'error'],
    [table('', 'title: Revenues\n'), ''],
  ])('of titles and captions, %#', (small, expected) => {
    expect(said(small)).toBe(expected)
  })
})

describe('S9: words of period', () => {
  test.each([
    ['a half that is a year', 'In the first half operating income was {{figure "income" "FY"}}', 'error'],
    ['a half', 'In the first half operating income was {{figure "income" "H1"}}', 'ticked'],
    ['another half', 'Operating income was {{figure "income" "H1"}} in the second half', 'error'],
    ['a quarter with its year', 'The second quarter of 2008 brought {{figure "income" "2Q08"}}', 'ticked'],
    ['another year', 'The second quarter of 2005 brought {{figure "income" "2Q08"}}', 'error'],
    ['the latter half', 'In the latter half we earned {{figure "income" "FY"}}', 'error'],
    ['the half', 'During the half we earned {{figure "income" "H1"}}', 'ticked'],
    ['the half, of a year', 'We earned {{figure "income" "FY"}} during the half', 'error'],
    ['the quarter of another thing', 'In the quarter before we earned {{figure "income" "H1"}}', ''],
    ['the months', 'For the six months we earned {{figure "income" "FY"}}', 'error'],
    ['months', 'In the first six months we earned {{figure "income" "FY"}}', 'error'],
    [
      'the base of a comparison',
      'Operating income was {{figure "income" "FY"}}, after a weaker start than in the first half',
      '',
    ],
    ['last year', 'Last year operating income was {{figure "income" "FY"}}', 'warning'],
    ['the year before', 'Last year operating income was {{figure "income" "FY-1"}}', ''],
    [
      'a rate since another year',
      'Services grew {{cagr "services" from="FY-1" to="FY"}} a year since {{period "FY-2"}}',
      'error',
    ],
    [
      'a rate since its own year',
      'Services grew {{cagr "services" from="FY-2" to="FY"}} a year since {{period "FY-2"}}',
      'ticked',
    ],
  ])('%s', (_name, body, expected) => {
    expect(prose(body)).toBe(expected)
  })

  const chart = (title: string): SmallDeck => ({
    ...deck,
    layout: 'chart-and-points',
    body: `\`\`\`chart\ntype: column\ntitle: ${title}\nseries: [services]\nperiods: [FY-1, FY]\n\`\`\`\n- Nothing`,
  })
  test.each([
    ['Quarterly revenues from services', 'error'],
    ['Half-yearly revenues from services', 'error'],
    ['Yearly revenues from services', ''],
    ['Annual revenues from services', ''],
    ['Revenues from services by half', 'error'],
    ['Revenues from services, April 2006 to March 2008', 'error'],
    ['Revenues from services, April 2007 to March 2009', ''],
  ])('the chart title %s', (title, expected) => {
    expect(said(chart(title))).toBe(expected)
  })
})

/** What a reporter of quarters says by codes and nouns: services 700 in Q3, 600 in Q2 and 1,800 so far; guidance is a range. */
describe('S9: codes of quarters, counted nouns, units typed twice, verbs before the name of guidance', () => {
  const quarters: SmallDeck = {
    columns: 'Q1 FY08,Q2 FY08,Q3 FY08,FY09',
    calendar: 'style: us, start-month: 1',
    reporting: 'Q3 FY08',
    units: 'stores: {singular: store}, associates: {}, contracts: {}, Gbps: {}',
    rows: [
      row('services', '500,600,700,'),
      row('outlay', ',,,900..950', { ...target, status: 'range' }),
      row('stores', ',85,90,', { unit: 'stores' }),
      row('crew', ',85,90,', { unit: 'associates' }),
      row('speed', ',3,3,', { unit: 'Gbps' }),
      row('deals', ',55,60,', { unit: 'contracts' }),
      row('eps', ',0.6,0.7,', { unit: 'JPY per share' }),
    ],
    metrics: [
      'stores: {label: Stores, unit: stores, kind: stock, polarity: neutral}',
      'crew: {label: Associates, unit: associates, kind: stock, polarity: neutral}',
      'speed: {label: Speed, unit: Gbps, kind: ratio, polarity: more}',
      'deals: {label: Contracts, unit: contracts, kind: stock, polarity: neutral}',
      'outlay: {label: Capital expenditure, also: [capex], unit: JPY mn, kind: flow, polarity: neutral}',
      'eps: {label: Earnings per share, unit: JPY per share, kind: ratio, polarity: more}',
    ],
    slides: { '900-legal': '---\nlayout: statement\ntitle: Outlook\n---\nActual results may differ.\n' },
  }
  test.each([
    ['Q3 services were {{figure "services" "Q"}}', 'ticked'],
    ['Q2 services were {{figure "services" "Q"}}', 'error'],
    ['In Q1, revenues from services were {{figure "services" "Q"}}', 'error'],
    ['Revenues from services were {{figure "services" "Q"}} in 2Q', 'error'],
    ['In H1, revenues from services were {{figure "services" "Q"}}', 'error'],
    ['In H1, revenues from services were {{figure "services" "H1"}}', 'ticked'],
    ['Services were {{figure "services" "Q"}} (Q2: {{figure "services" "Q-1"}})', ''],
    ['Services were {{figure "services" "Q"}}, up from {{figure "services" "Q-1"}} in Q2', ''],
    ['Q2 was weak; revenues from services recovered to {{figure "services" "Q"}} in Q3', 'ticked'],
    ['Q4 will start from services of {{figure "services" "Q"}}', ''],
    ['H2 has to beat the services of the first half, {{figure "services" "H1"}}', ''],
    ['Services of {{figure "services" "Q"}} beat those of Q2', ''],
    ['We opened {{figure "speed" "Q"}} sites', ''],
    ['Q1 to Q3 services were {{figure "services" "YTD"}}', ''],
    ['Q3 YTD services were {{figure "services" "YTD"}}', ''],
    ['After a weak Q2, revenues from services were {{figure "services" "Q"}}', ''],
    ['In the opening quarter revenues from services were {{figure "services" "Q"}}', 'error'],
    ['In the opening quarter revenues from services were {{figure "services" "Q1"}}', 'ticked'],
    ['We run {{figure "stores" "Q" unit=false}} shops', 'ticked'],
    ['We run {{figure "stores" "Q" unit=false}} restaurants', 'ticked'],
    ['We run {{figure "stores" "Q" unit=false}} hotels', 'error'],
    ['We have {{figure "crew" "Q" unit=false}} colleagues', 'ticked'],
    ['We have {{figure "crew" "Q" unit=false}} trucks', 'error'],
    ['We serve {{figure "deals" "Q" unit=false}} customers', 'ticked'],
    ['We run {{figure "stores" "Q"}} stores', 'error'],
    ['Earnings were {{figure "eps" "Q"}} per share', 'error'],
    ['Earnings per share were {{figure "eps" "Q" as="JPY"}} per share', ''],
    ['We banked capex of {{figure "outlay" "FY+1" scenario="target"}}', 'warning'],
    ['We guide to capex of {{figure "outlay" "FY+1" scenario="target"}}', 'ticked'],
    ['We expect capex of {{figure "outlay" "FY+1" scenario="target"}}', 'ticked'],
  ])('%s', (body, expected) => expect(said({ ...quarters, body: `- ${body}` })).toBe(expected))
})
