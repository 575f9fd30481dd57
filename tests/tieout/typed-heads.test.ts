import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck } from './small-deck.ts'

const deck = (columns: string, rest: Partial<SmallDeck> = {}): SmallDeck => ({
  columns: '4Q07,4Q08,FY08,1H08,2009-03-31',
  reporting: '4Q08',
  rows: [row('cost', '60,64,240,110,'), row('cash', '31,,,,33')],
  body: `\`\`\`table\nrows: [cost, cash]\ncolumns: [${columns}]\n\`\`\``,
  ...rest,
})
const errors = (small: SmallDeck): readonly string[] =>
  findingsOf('P1', small)
    .filter(({ verdict }) => verdict === 'error')
    .map(({ message }) => /^invalid head "[^"]*": "([^"]*)"/.exec(message)?.[1] ?? message)

describe('a head of a column in its author’s words', () => {
  test.each([
    '{period: Q, label: "Three months ended March 31, 2009"}, {period: Q-4, label: "Quarter to 31 March 2008"}',
    '{head: "Three months ended March 31,", columns: [{period: Q, label: "2009"}, {period: Q-4, label: "2008"}]}',
    '{head: "Year ended Mar. 2009", columns: [FY]}, {period: H1, label: "Half-year to 30 September 2008"}',
    '{period: "2009-03-31", label: "As at 31 March 2009"}, {period: FY, label: "March 2009"}',
    '{period: FY, label: "Year, restated May 2010"}',
    '{period: Q, label: "March quarter"}',
  ])('that says the end and length of its period is right: %s', (columns) => {
    expect(errors(deck(columns))).toEqual([])
  })

  test.each([
    ['{period: Q, label: "Three months ended June 30, 2008"}', ['ended June 30, 2008']],
    [
      '{head: "Three months ended March 31,", columns: [{period: Q, label: "2009"}, {period: Q-4, label: "2009"}]}',
      ['ended March 31, 2009'],
    ],
    ['{head: "Nine months ended March 31, 2009", columns: [FY]}', ['Nine months ended']],
    ['{period: "2009-03-31", label: "As of 31 December 2008"}', ['As of 31 December 2008']],
    ['{period: H1, label: "Half to 30 Sept 2009"}', ['to 30 Sept 2009']],
    ['{period: Q, label: "30 March 2009"}', ['30 March 2009']],
  ])('that says another is a finding: %s', (columns, parts) => {
    expect(errors(deck(columns))).toEqual(parts)
  })

  test('that the periods make is never one', () => {
    const body = '```table\nrows: [cost]\ncolumns: [Q, Q-4, FY]\nheads: true\n```'
    expect(errors(deck('', { body }))).toEqual([])
  })
})
