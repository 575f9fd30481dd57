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

  const weeks = (columns: string): SmallDeck => ({
    ...deck(columns),
    columns: 'Q3 FY07,Q4 FY07,FY07,Q4 FY08',
    calendar: 'style: us, weeks: [16, 12, 12, 12], year-end: saturday nearest 12-31',
    reporting: 'Q4 FY08',
    rows: [row('cost', '60,64,240,70')],
    body: `\`\`\`table\nrows: [cost]\ncolumns: [${columns}]\n\`\`\``,
  })
  test.each([
    '{period: Q, label: "13 weeks ended January 3, 2009"}, {period: Q-4, label: "Twelve weeks ended December 29, 2007"}',
    '{head: "12-weeks to 29 December 2007", columns: [Q-4]}, {period: FY-1, label: "Fifty-two weeks ended December 29, 2007"}',
  ])('may say its weeks, in digits too: %s', (columns) => {
    expect(errors(weeks(columns))).toEqual([])
    expect(findingsOf('P4', weeks(columns)).filter(({ verdict }) => verdict !== 'ticked')).toEqual([])
  })

  test.each([
    ['{period: Q, label: "12 weeks ended January 3, 2009"}', ['12 weeks ended']],
    ['{period: FY-1, label: "Fifty-three weeks ended December 29, 2007"}', ['Fifty-three weeks ended']],
  ])('that says other weeks is a finding: %s', (columns, parts) => {
    expect(errors(weeks(columns))).toEqual(parts)
  })

  test('that the periods make is never one', () => {
    const body = '```table\nrows: [cost]\ncolumns: [Q, Q-4, FY]\nheads: true\n```'
    expect(errors(deck('', { body }))).toEqual([])
  })
})
