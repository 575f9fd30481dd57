import { describe, expect, test } from 'vitest'
import { row, type SmallDeck, verdictsOf } from './small-deck.ts'

const deck: SmallDeck = {
  columns: 'FY07,FY08',
  rows: [
    row('sales', '600,700'),
    row('cc', '5.1,6.2', { unit: '%' }),
    row('organic', '4.0,4.4', { unit: '%' }),
    row('profit', '60,75'),
    row('clean', '66,80'),
    row('lfl', '1.0,2.5', { unit: '%' }),
  ],
  metrics: [
    'sales: {label: Net sales, unit: JPY mn, kind: flow, polarity: more}',
    'cc: {label: Net sales growth at constant currencies, unit: "%", kind: ratio, polarity: more}',
    'organic: {label: Organic growth, unit: "%", kind: ratio, polarity: more}',
    'profit: {label: Trading profit, unit: JPY mn, kind: flow, polarity: more}',
    'clean: {label: Trading profit excluding store closures, unit: JPY mn, kind: flow, polarity: more}',
    'lfl: {label: Like-for-like growth of net sales, unit: "%", kind: ratio, polarity: more}',
  ],
}
const prose = (body: string): readonly string[] => verdictsOf('S8', { ...deck, body: `- ${body}` })

describe('S8: a qualified measure belongs to the metric that has it in its label', () => {
  test.each([
    ['before the name', 'In constant currency, net sales grew {{figure "cc" "FY"}}'],
    ['behind the number', 'Net sales grew {{figure "cc" "FY"}} at constant exchange rates'],
    ['right before the name', 'Currency-neutral net sales grew {{figure "cc" "FY"}}'],
    ['as an adverb', 'Net sales grew organically by {{figure "organic" "FY"}}'],
    ['as a basis', 'On an organic basis net sales were up {{figure "organic" "FY"}}'],
    ['excluding something', 'Excluding closures, trading profit was {{figure "clean" "FY"}}'],
    ['in short', 'LFL net sales rose {{figure "lfl" "FY"}}'],
  ])('ticked: %s', (_, body) => {
    expect(prose(body)).toEqual(['ticked'])
  })

  test.each([
    [
      'two numbers, the second qualified',
      'Net sales grew {{growth "sales" "FY"}}, at constant currencies {{figure "cc" "FY"}}',
    ],
    [
      'two numbers, the first qualified',
      'Net sales grew {{figure "cc" "FY"}} at constant currencies and {{growth "sales" "FY"}} as reported',
    ],
    ['in parentheses', 'Net sales grew {{growth "sales" "FY"}} ({{figure "cc" "FY"}} at constant currencies)'],
  ])('both ticked: %s', (_, body) => {
    expect(prose(body)).toEqual(['ticked', 'ticked'])
  })

  test.each([
    ['the unqualified number before the name', 'At constant currencies, net sales grew {{growth "sales" "FY"}}'],
    ['behind the number', 'Net sales grew {{growth "sales" "FY"}} on a like-for-like basis'],
    ['another qualifier', 'Organic net sales grew {{figure "cc" "FY"}}'],
    ['of another name', 'At constant currencies, trading profit grew {{figure "cc" "FY"}}'],
    ['excluding something', 'Trading profit was {{figure "profit" "FY"}} excluding store closures'],
  ])('error: %s', (_, body) => {
    expect(prose(body)).toEqual(['error'])
  })

  test.each([
    ['right before the name', 'Adjusted net sales were {{figure "sales" "FY"}}'],
    ['before a change', 'Underlying net sales rose {{growth "sales" "FY"}}'],
    ['as a basis', 'On a like-for-like basis, trading profit grew {{growth "profit" "FY"}}'],
    ['behind the number', 'Trading profit grew {{growth "profit" "FY"}} in constant currency terms'],
  ])('a warning where no metric is so called: %s', (_, body) => {
    expect(prose(body)).toEqual(['warning'])
  })

  test.each([
    ['a phrase that other words may be meant by', 'Net sales were {{figure "sales" "FY"}} excluding store closures'],
  ])('neither ticked nor wrong: %s', (_, body) => {
    expect(prose(body)).toEqual([])
  })

  test.each([
    ['before a noun of no number', 'Helped by comparable weather, net sales were {{figure "sales" "FY"}}'],
    ['of another noun', 'Net sales rose {{growth "sales" "FY"}} on organic demand'],
    ['of a noun before', 'Strong organic demand lifted net sales {{growth "sales" "FY"}}'],
  ])('of another noun, which leaves the name as it is: %s', (_, body) => {
    expect(prose(body)).toEqual(['ticked'])
  })
})
