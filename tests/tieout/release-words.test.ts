import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck } from './small-deck.ts'

/** Wording of press releases: each false sentence beside true ones of the same form. */
const deck: SmallDeck = {
  columns: '1H07,1H08,2Q08,FY07,FY08,FY09',
  rows: [
    row('services', '300,320,160,600,700,'),
    row('goods', '200,190,90,400,380,'),
    row('cost', '(310),(340),(170),(700),(790),'),
    row('income', '90,80,40,200,180,'),
    row('income', ',,,,,150', { scenario: 'plan' }),
    row('income', ',,,,,170', { scenario: 'target' }),
    row('profit', '70,60,30,150,130,'),
  ],
  scenarios: [
    'plan: {label: First target, kind: target, issued: 2009-01-15}',
    'target: {label: Target, kind: target, issued: 2009-05-15}',
  ],
  metrics: [
    'profit: {label: Pretax profit, unit: JPY mn, kind: flow, polarity: more, sum: [income, goods, -services]}',
  ],
}

const faults = (rule: 'S1' | 'S8' | 'S9', body: string): number =>
  findingsOf(rule, { ...deck, body: `- ${body}` }).filter(({ verdict }) => verdict === 'error' || verdict === 'warning')
    .length

describe('false sentences of press releases are found, true ones of the same form are not', () => {
  test.each([
    ['S9', 'Operating income for the first half was {{figure "income" "FY"}}', 1],
    ['S9', 'Operating income for the first half was {{figure "income" "H1"}}', 0],
    ['S9', 'Operating income of the first half came to {{figure "income" "FY"}}', 1],
    ['S9', 'Operating income of the first half was {{figure "income" "H1"}}', 0],
    ['S9', 'Unlike operating income of the first half, {{figure "income" "FY"}} is a record', 0],
    ['S9', 'Operating income for the second quarter fell to {{figure "income" "H1"}}', 1],
    ['S9', 'Operating income was {{figure "income" "H1"}} for the full year', 1],
    ['S9', 'Operating income was {{figure "income" "FY"}} for the full year', 0],
    ['S9', 'Operating income rose less than planned for the first half and was {{figure "income" "FY"}}', 0],
    ['S9', 'We now anticipate operating income of {{figure "income" "FY"}}', 1],
    ['S9', 'We still expect operating income of {{figure "income" "FY+1" scenario="target"}}', 0],
    ['S9', 'Operating income is forecast at {{figure "income" "FY"}}', 1],
    ['S9', 'We expect growth after operating income of {{figure "income" "FY"}}', 0],
    ['S9', 'Operating income was negative at {{figure "income" "FY"}}', 1],
    ['S9', 'Total costs of {{figure "cost" "FY" form="magnitude"}} were booked', 0],
    ['S8', 'Operating income reached {{figure "profit" "FY"}}', 1],
    ['S8', 'Pretax profit reached {{figure "profit" "FY"}}', 0],
    ['S1', 'Revenues from services eased to {{figure "services" "FY"}} from {{figure "services" "FY-1"}}', 1],
    ['S1', 'Revenues from goods eased to {{figure "goods" "FY"}} from {{figure "goods" "FY-1"}}', 0],
    ['S1', 'We revised our target for operating income downward', 1],
    ['S1', 'We revised our target for operating income upwards', 0],
  ] as const)('%s %s', (rule, body, expected) => {
    expect(faults(rule, body)).toBe(expected)
  })
})

test('an expense that is kept below zero, by whatever name, needs no word for its sign', () => {
  const research = (values: string): SmallDeck => ({
    metrics: ['rnd: {label: Research and development, unit: JPY mn, kind: flow, polarity: less}'],
    rows: [row('rnd', values)],
    body: '- Research and development was {{figure "rnd" "FY" form="magnitude"}}',
  })
  const verdicts = (values: string): readonly string[] =>
    findingsOf('S9', research(values)).map(({ verdict }) => verdict)
  expect(verdicts('(30),(32)')).toEqual(['ticked'])
  expect(verdicts('30,(32)')).toEqual(['error'])
})
