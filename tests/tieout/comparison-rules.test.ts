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
  ['Both segments grew', 'error'],
  ['All three segments grew', 'not-checkable'],
])('S1 compares: %s', (body, expected) => {
  const found = findingsOf('S1', { ...deck, body: `- ${body}` }).filter(
    ({ message }) => /comparison|^not checkable, "|^"/.test(message) && !message.includes('agrees with'),
  )
  expect(found.map(({ verdict }) => verdict).join(' ')).toBe(expected)
})
