import { expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck } from './small-deck.ts'

const verdicts = (small: SmallDeck): readonly string[] => findingsOf('S2', small).map(({ verdict }) => verdict)

test('S2: a record of a stock is compared with its values at all days', () => {
  const columns = '2005-03-31,2006-03-31,2007-03-31,2008-03-31,2009-03-31'
  const deck = (values: string): SmallDeck => ({
    columns,
    rows: [row('cash', values)],
    body: '- A record cash of {{figure "cash" "FY"}}',
  })
  expect(verdicts(deck('10,11,12,13,14'))).toEqual(['ticked'])
  expect(verdicts(deck('10,11,19,13,14'))).toEqual(['error'])
})

test('S2: "record fourth-quarter" is compared with fourth quarters', () => {
  const columns = '4Q05,4Q06,1Q07,4Q07,3Q08,4Q08'
  const deck = (values: string, said = 'fourth-quarter '): SmallDeck => ({
    columns,
    rows: [row('income', values)],
    body: `- Record ${said}income of {{figure "income" "Q"}}`,
  })
  expect(verdicts(deck('10,11,99,12,98,14'))).toEqual(['ticked'])
  expect(verdicts(deck('10,15,99,12,98,14'))).toEqual(['error'])
  expect(verdicts(deck('10,11,99,12,98,14', ''))).toEqual(['error'])
})

test('S2: "never before have we" is a record of its figure', () => {
  const deck = (values: string, words: string): SmallDeck => ({
    columns: 'FY04,FY05,FY06,FY07,FY08',
    rows: [row('income', values)],
    body: `- ${words}`,
  })
  const earned = 'Never before have we earned as much as {{figure "income" "FY"}}'
  const had = 'Never before had we seen operating income of {{figure "income" "FY"}}'
  for (const words of [earned, had]) {
    expect(verdicts(deck('10,11,12,13,14', words))).toEqual(['ticked'])
    expect(verdicts(deck('10,19,12,13,14', words))).toEqual(['error'])
  }
})
