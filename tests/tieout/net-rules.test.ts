import { describe, expect, test } from 'vitest'
import { heldTies } from '../../src/tieout/held-ties.ts'
import { findingsOf, row, type SmallDeck, tieSmall } from './small-deck.ts'

const line = (id: string, more: string): string =>
  `${id}: {label: ${id}, unit: JPY mn, kind: flow, polarity: more${more}}`
const metrics = (sales = ', sum: [shops, web]', more: readonly string[] = []): readonly string[] => [
  line('sales', sales),
  line('shops', ''),
  line('web', ''),
  line('rent', ''),
  line('earned', ', difference: [sales, rent]'),
  line('core', ', non-gaap: {counterpart: earned}'),
  ...more,
]
const tie = '{name: Core, identity: earned + rent = core}'
const deck = (own: Partial<SmallDeck> = {}): SmallDeck => ({
  columns: 'FY07,FY08',
  metrics: metrics(),
  rows: [row('sales', '5,6'), row('shops', '3,4'), row('web', '2,2')],
  ties: [tie],
  body: '- {{figure "sales" "FY"}}',
  ...own,
})
const held = [
  'sum sales of shops web',
  'difference earned of sales rent',
  'non-gaap core of earned',
  'identity core of earned rent',
]
const net = `ties:\n${held.map((each) => `  - ${each}\n`).join('')}`
const found = (own: Partial<SmallDeck>): readonly string[] =>
  findingsOf('N2', deck({ net, ...own })).map(({ verdict, message, place }) => `${verdict} ${place.line} ${message}`)
const gone = (text: string): string =>
  `error ${2 + held.indexOf(text)} missing tie "${text}": it stood when the net was accepted`

describe('definitions and ties that data/net.yaml holds (N2)', () => {
  test('are those of data/metrics.yaml', () => {
    expect(heldTies(tieSmall(deck()).deck.data)).toEqual(expect.arrayContaining(held))
    expect(found({})).toEqual([])
  })

  test.each([
    ['a definition taken out', { metrics: metrics('') }, 'sum sales of shops web'],
    ['a part taken out', { metrics: metrics(', sum: [shops]') }, 'sum sales of shops web'],
    ['a part subtracted', { metrics: metrics(', sum: [shops, -web]') }, 'sum sales of shops web'],
    ['another kind of definition', { metrics: metrics(', difference: [shops, web]') }, 'sum sales of shops web'],
    ['a tie taken out', { ties: ['{comparison-set: {from: FY06}}'] }, 'identity core of earned rent'],
    ['a tie that says nothing', { ties: ['{identity: core = core}'] }, 'identity core of earned rent'],
    [
      'a measure no longer called non-GAAP',
      { metrics: metrics().map((each) => each.replace(', non-gaap: {counterpart: earned}', '')) },
      'non-gaap core of earned',
    ],
  ] as const)('%s', (_, own, text) => {
    expect(found(own)).toEqual([gone(text)])
  })

  test('may have more parts, and other ids where a metric says its former one', () => {
    expect(found({ metrics: metrics(', sum: [shops, web, kiosks]', [line('kiosks', '')]) })).toEqual([])
    const renamed = metrics().map((each) =>
      each.startsWith('web:') ? each.replace('web: {', 'online: {formerly: web, ') : each.replace('web', 'online'),
    )
    expect(found({ metrics: renamed, rows: [row('sales', '5,6')] })).toEqual([])
  })

  test('may be none', () => {
    expect(found({ net: 'ties: []\n', ties: [] })).toEqual([])
    expect(found({ net: 'tied-share: 0\n', ties: [] })).toHaveLength(1) // the share, ticked
  })
})
