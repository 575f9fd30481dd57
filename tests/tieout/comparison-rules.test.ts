import { expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck } from './small-deck.ts'

/** revenue +10%, services +20%, goods −5%, income 180 against a target of 170. */
const deck: SmallDeck = {
  rows: [
    row('revenue', '1000,1100'),
    row('services', '600,720'),
    row('goods', '400,380'),
    row('income', '150,180'),
    row('income', ',170', { scenario: 'target' }),
  ],
}

test.each([
  ['Operating income of {{figure "income" "FY"}} beat the first target', 'ticked'],
  ['Operating income of {{figure "income" "FY"}} was below our target', 'error'],
  ['Operating income, at {{figure "income" "FY"}}, missed guidance', 'error'],
  ['Operating income beat the target by {{growth "income" "FY"}}', 'error'],
  [
    'Operating income beat the target by {{change "income" "FY" vs="FY" vs-scenario="target" form="magnitude"}}',
    'ticked',
  ],
  ['Total revenues of {{figure "revenue" "FY"}} exceeded our plan', 'not-checkable'],
  ['Revenues from services grew faster than total revenues', 'ticked'],
  ['Revenues from services grew more slowly than total revenues', 'error'],
  ['Revenues from services grew less than total revenues', 'error'],
  ['Revenues from goods outpaced revenues from services', 'error'],
  ['Revenues from services grew twice as fast as total revenues', 'ticked'],
  ['Revenues from services grew four times as fast as total revenues', 'error'],
  ['Revenues from services grew more than three times as fast as total revenues', 'error'],
  ['Total revenues grew twice as fast as revenues from services', 'error'],
  ['Revenues from services grew twice as fast as revenues from goods', 'error'],
  ['Revenues from services grew twice as fast as our rivals', 'not-checkable'],
  ['Both segments grew', 'error'],
  ['All three segments grew', 'not-checkable'],
  ['Revenues from services was the only segment to grow', 'ticked'],
  ['Revenues from goods was our only business that increased', 'error'],
  ['Operating income was the only line to grow', 'not-checkable'],
])('S1 compares: %s', (body, expected) => {
  const found = findingsOf('S1', { ...deck, body: `- ${body}` }).filter(
    ({ message }) => /comparison|^not checkable, "|^"/.test(message) && !message.includes('agrees with'),
  )
  expect(found.map(({ verdict }) => verdict).join(' ')).toBe(expected)
})

/** Three shops by a tie that has a name; the income is no total of parts, as it takes costs away. */
const shops: SmallDeck = {
  metrics: [
    'north: {label: North, unit: JPY mn, kind: flow, polarity: more}',
    'south: {label: South, unit: JPY mn, kind: flow, polarity: more}',
    'isles: {label: The Isles, unit: JPY mn, kind: flow, polarity: more}',
    'result: {label: Result, unit: JPY mn, kind: flow, polarity: more, sum: [revenue, -cost, -tax]}',
    'tax: {label: Taxes, unit: JPY mn, kind: flow, polarity: less}',
  ],
  ties: ['{total: revenue, parts: [north, south, isles], name: By region}'],
  rows: [
    ...[row('revenue', '1000,1100'), row('services', '600,720'), row('goods', '400,380')],
    ...[row('north', '500,480'), row('south', '300,420'), row('isles', '200,200.1')],
    ...[row('cost', '800,790'), row('tax', '50,40')],
  ],
}

test.each([
  ['Only North declined', 'ticked'],
  ['Only South grew', 'error'],
  ['Only revenues from goods fell', 'ticked'],
  ['Only the Isles fell', 'error'],
  ['Sales rose only in North', ''],
  ['All three regions grew', 'error'],
  ['All regions grew', 'error'],
  ['All channels grew', 'not-checkable'],
  ['All of our regions grew', 'error'],
  ['Every region expanded', 'error'],
  ['Each of our three regions grew', 'error'],
  ['All regions except North grew', ''],
  ['South led growth', 'ticked'],
  ['Growth was led by North', 'error'],
  ['North was the only region to decline', 'ticked'],
  ['Only taxes fell', 'not-checkable'],
])('the parts of one total, by its sum or by a tie: %s', (body, expected) => {
  const found = findingsOf('S1', { ...shops, body: `- ${body}` }).filter(
    ({ message }) => /comparison|^not checkable, "|^"/.test(message) && !message.includes('agrees with'),
  )
  expect(found.map(({ verdict }) => verdict).join(' ')).toBe(expected)
})

/** Net income 60 after a loss of 40, operating income a loss of 5 after 30; guidance of income up, of revenue down, of goods kept. */
const turns: SmallDeck = {
  metrics: ['net: {label: Net income, unit: JPY mn, kind: flow, polarity: more}'],
  scenarios: [
    'first: {label: First guidance, kind: forecast, issued: 2008-05-15}',
    'second: {label: Second guidance, kind: forecast, issued: 2008-11-10}',
  ],
  rows: [
    row('revenue', '1000,1100'),
    row('services', '600,720'),
    row('goods', '400,380'),
    row('net', '-40,60'),
    row('income', '30,-5'),
    row('net', ',50', { scenario: 'first' }),
    row('net', ',55', { scenario: 'second' }),
    row('revenue', ',1200', { scenario: 'first' }),
    row('revenue', ',1150', { scenario: 'second' }),
    row('goods', ',390', { scenario: 'first' }),
    row('goods', ',390', { scenario: 'second' }),
  ],
}

test.each([
  ['Revenues from services led growth', 'ticked'],
  ['Revenues from goods led the way', 'error'],
  ['Revenues from goods led total revenues', 'error'],
  ['Revenues from services led total revenues', 'ticked'],
  ['Growth was led by revenues from goods', 'error'],
  ['Revenues from goods led the decline', 'ticked'],
  ['Our people led the way', 'not-checkable'],
  ['This led to higher total costs', ''],
  ['Net income is back to profit', 'ticked'],
  ['Net income, {{figure "net" "FY"}}, returned to profit', 'ticked'],
  ['Operating income returned to profit in {{period "FY"}}', 'error'],
  ['Operating income swung to a loss', 'ticked'],
  ['We slipped into the red with net income of {{figure "net" "FY"}}', 'error'],
  ['Net income of {{figure "net" "FY"}} swung into a loss', 'error'],
  ['We are back to profit', 'not-checkable'],
  ['We expect net income to be back to profit', ''],
  ['Net income was {{figure "net" "FY"}}, against a profit a year ago', 'error'],
  ['Net income was {{figure "net" "FY"}}, against a loss a year earlier', 'ticked'],
  ['Operating income was {{figure "income" "FY"}} compared with a loss in the previous year', 'error'],
  ['We raised guidance for net income', 'ticked'],
  ['Guidance for net income was lowered', 'error'],
  ['We cut our net income forecast', 'error'],
  ['The outlook for total revenues was cut', 'ticked'],
  ['Our guidance for revenues from goods was confirmed', 'ticked'],
  ['Guidance for total revenues was maintained', 'error'],
  ['Guidance raised', 'ticked'],
  ['We raised our target for total costs', 'not-checkable'],
  ['We beat our target', 'not-checkable'],
  ['Total revenues grew faster than the market', 'not-checkable'],
])('S1 judges where the data can tell: %s', (body, expected) => {
  const found = findingsOf('S1', { ...turns, body: `- ${body}` }).filter(
    ({ message }) => /comparison|^not checkable, "|^"/.test(message) && !message.includes('agrees with'),
  )
  expect(found.map(({ verdict }) => verdict).join(' ')).toBe(expected)
})

/** Levels: a year of operating income 180, interest 40 stored negative, services above goods, a margin of 12%. */
const levels: SmallDeck = {
  ...deck,
  metrics: [
    'interest: {label: Interest expense, unit: JPY mn, kind: flow, polarity: less}',
    'debt: {label: Net debt, unit: JPY mn, kind: stock, polarity: less}',
    'dividend: {label: Dividends paid, unit: JPY mn, kind: flow, polarity: neutral}',
  ],
  rows: [
    ...(deck.rows ?? []),
    row('interest', '-30,-40'),
    row('dividend', '-100,-181'),
    row('margin', '15.0,16.4', { unit: '%' }),
    row('cost', ',around 900'),
  ],
}

test.each([
  ['Operating income exceeded interest expense', 'ticked'],
  ['Operating income was short of interest expense', 'error'],
  ['Interest expense was well above operating income', 'error'],
  ['Operating income, at {{figure "income" "FY"}}, covered interest expense', 'ticked'],
  [
    'Operating income of {{figure "income" "FY"}} fell short of interest expense of {{figure "interest" "FY" form="magnitude"}}',
    'error',
  ],
  ['In {{period "FY-1"}} operating income was more than revenues from goods', 'error'],
  ['Revenues from goods surpassed those from services', 'not-checkable'],
  ['Revenues from goods surpassed revenues from services', 'error'],
  ['Operating income matched dividends paid', 'ticked'],
  ['Operating income was as high as total revenues', 'error'],
  ['Interest expense growth exceeded total revenues growth', 'not-checkable'],
  ['Total revenues growth exceeded revenues from services growth', 'error'],
  ['Operating income was higher than a year earlier', 'ticked'],
  ['Operating income was below that of last year', 'error'],
  ['Operating income exceeded net debt', 'not-checkable'],
  ['Operating income exceeded operating margin', 'not-checkable'],
  ['Operating income exceeded total costs', 'not-checkable'],
  ['Operating income exceeded that of our peers', 'not-checkable'],
  ['Operating income did not exceed interest expense', ''],
  ['Operating income will exceed revenues from goods', ''],
  ['Adjusted operating income exceeded total revenues', ''],
  ['Operating income and interest expense exceeded total revenues', 'not-checkable'],
  ['Operating income exceeded {{figure "goods" "FY-1"}}', ''],
])('S1 compares levels of two metrics: %s', (body, expected) => {
  const found = findingsOf('S1', { ...levels, body: `- ${body}` }).filter(
    ({ message }) => /comparison|^not checkable, "|^"/.test(message) && !message.includes('agrees with'),
  )
  expect(found.map(({ verdict }) => verdict).join(' ')).toBe(expected)
})

test('how far two levels are apart is no figure of the second one (S8)', () => {
  const body = '- Operating income exceeded revenues from goods by {{figure "income" "FY"}}'
  expect(findingsOf('S8', { ...levels, body }).filter(({ verdict }) => verdict !== 'ticked')).toEqual([])
  const of = '- Operating income exceeded revenues from goods of {{figure "services" "FY"}}'
  expect(findingsOf('S8', { ...levels, body: of }).map(({ verdict }) => verdict)).toEqual(['error'])
})
