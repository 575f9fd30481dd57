import { describe, expect, test } from 'vitest'
import { row, type SmallDeck, tieSmall, verdictsOf } from '../../../../tests/tieout/small-deck.ts'
import { formatUnit, parseUnit } from '../../../format/units.ts'
import { type NounSpec, readNouns } from './unit-nouns.ts'

const place = { path: 'data/deck.yaml', line: 7, column: 9 }
const read = (specs: Readonly<Record<string, NounSpec | null>>) => readNouns(specs, () => ({ name: place, of: place }))

describe('nouns that a deck counts', () => {
  test.each([
    ['sq m', {}, 'sq m k', 'sq m k'],
    ['room nights', { singular: 'room night' }, 'room nights', 'room nights'],
    ['tonnes per day', {}, 'tonnes per day', 'tonnes/day'],
    ['tonnes per day', {}, 'tonnes k / day', 'tonnes k/day'],
    ['cents', { of: 'AUD' }, 'cents per security', 'AUD cents/security'],
    ['cents', { of: 'US$' }, 'cent', 'USD cents'],
    ['visits', null, 'visits per store', 'visits/store'],
  ])('%s, %o, is the unit of %s', (name, spec, text, unit) => {
    const { value, diagnostics } = read({ [name]: spec })
    expect(diagnostics).toEqual([])
    const found = parseUnit(text, value)
    expect(found && formatUnit(found)).toBe(unit)
  })

  test.each([
    ['JPY', {}],
    ['a/b', {}],
    ['sq mn', {}],
    ['pence', {}],
    ['cents', { of: 'dollars' }],
    ['cents', { of: 'GBP' }],
    ['visits', { of: 'AUD' }],
  ])('%s, %o, is refused', (name, spec) => {
    expect(read({ [name]: spec }).diagnostics.map(({ code }) => code)).toEqual(['invalid-value'])
  })
})

test('an amount in hundredths is tied to amounts in millions, and its own is printed beside them', () => {
  const deck = (eps: string): SmallDeck => ({
    metrics: [
      'shares: {label: Shares, unit: persons mn, kind: ratio, polarity: neutral}',
      'eps: {label: Earnings a share, unit: euro cents per share, kind: ratio, polarity: more, ratio: [earned, shares]}',
      'earned: {label: Earnings, unit: € mn, kind: flow, polarity: more}',
    ],
    rows: [
      row('earned', ',64', { unit: '€m' }),
      row('shares', ',512', { unit: 'persons mn' }),
      row('eps', `,${eps}`, { unit: 'EUR cents per share' }),
    ],
    body: '- {{figure "eps" "FY"}}, {{figure "eps" "FY" as="EUR per share" decimals=3}} of {{figure "earned" "FY"}}',
  })
  const { slides } = tieSmall(deck('12.5')).deck
  expect(slides[0]?.uses.map(({ text }) => text)).toEqual([
    '12.5 cents per share',
    'EUR0.125 per share',
    'EUR64 million',
  ])
  expect(verdictsOf('C6', deck('12.5'))).toEqual(['ticked'])
  expect(verdictsOf('C6', deck('15.2'))).toEqual(['error'])
})
