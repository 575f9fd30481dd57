import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck, verdictsOf } from './small-deck.ts'

/** Quarters, a balance at their ends, things that are counted, and a target that was raised. */
const deck: SmallDeck = {
  columns: '4Q07,1Q08,2Q08,3Q08,4Q08,9M08,FY08,FY09',
  reporting: '4Q08',
  units: 'shops: {}, crates: {}',
  metrics: [
    'shops: {label: Shops, unit: shops, kind: stock, polarity: more}',
    'freight: {label: Freight, unit: crates, kind: flow, polarity: more}',
  ],
  scenarios: [
    'plan-may: {label: May guidance, kind: target, issued: 2008-05-10}',
    'plan-june: {label: June guidance, kind: target, issued: 2009-06-10}',
  ],
  rows: [
    row('revenue', '100,110,140,130,125,380,505,'),
    row('services', '50,60,85,70,72,215,287,'),
    row('goods', '50,50,55,60,53,165,218,'),
    row('cash', '40,44,42,39,43,,,'),
    row('shops', '30,31,33,35,34,,,', { unit: 'shops' }),
    row('freight', '5,6,7,6,5,19,24,', { unit: 'crates' }),
    row('income', ',,,,,,,50', { scenario: 'plan-may' }),
    row('income', ',,,,,,,55', { scenario: 'plan-june' }),
  ],
}

const table = (lines: string): SmallDeck => ({
  ...{ ...deck, layout: 'table-and-notes', body: `\`\`\`table\n${lines}\n\`\`\`` },
})
const tile = (line: string): SmallDeck => ({ ...deck, layout: 'tiles', body: `\`\`\`tiles\n- ${line}\n\`\`\`` })
const point = (text: string): SmallDeck => ({ ...deck, body: `- ${text}` })

/** Of labels that are codes of periods nothing is said, so that these are the findings of the words. */
const failed = (rule: 'S9' | 'S1', small: SmallDeck): readonly string[] =>
  findingsOf(rule, small)
    .map(({ verdict }) => verdict)
    .filter((verdict) => verdict !== 'ticked')

describe('labels of times and of what is counted', () => {
  test.each([
    ['[{period: 9M08, label: Third quarter}, 4Q08]', ['error']],
    ['[{period: 3Q08, label: Third quarter}, 4Q08]', []],
    ['[4Q08, {period: 3Q08, label: A year ago}]', ['error']],
    ['[4Q08, {period: 4Q07, label: A year ago}]', []],
    ['[{head: Guidance, columns: [4Q08, 4Q07]}]', ['error']],
    ['[{head: Third quarter, columns: [4Q08, 4Q07]}]', ['error']],
    ['[{head: Fourth quarter, columns: [4Q08, 4Q07]}]', []],
    ['[{head: As published, columns: [4Q08, 4Q07]}]', []],
  ] as const)('columns: %s', (columns, expected) => {
    expect(failed('S9', table(`rows: [revenue]\ncolumns: ${columns}`))).toEqual(expected)
  })

  test.each([
    ['{metric: freight, label: "Freight, thousand shops"}', ['error']],
    ['{metric: freight, label: "Freight, crates"}', []],
    ['{metric: freight, label: "Freight, without mail"}', []],
    ['{metric: shops, label: Number of employees}', ['error']],
    ['{metric: shops, label: Outlets}', []],
  ] as const)('rows: %s', (line, expected) => {
    expect(failed('S9', table(`rows: [${line}]\ncolumns: [4Q08, 4Q07]`))).toEqual(expected)
  })

  test.each([
    ['{metric: shops, period: 4Q08, label: Customers}', ['error']],
    ['{metric: shops, period: 4Q08, label: Crates}', ['error']],
    ['{metric: shops, period: 4Q08, label: Branches}', []],
    ['{metric: shops, period: 4Q08, label: Network}', []],
    ['{metric: income, period: FY09, scenario: plan-june, label: Income earned}', ['error']],
  ] as const)('a tile: %s', (line, expected) => {
    expect(failed('S9', tile(line))).toEqual(expected)
  })
})

describe('a note of a number, and words in its row, say how it stands against another time', () => {
  test.each([
    ['shops', 'Fewer than at the year-end', ['error']],
    ['shops', 'More than at the year-end', ['ticked']],
    ['shops', 'More than in the third quarter', ['error']],
    ['shops', 'Fewer than in the third quarter', ['ticked']],
    ['shops', 'More than a year ago', ['ticked']],
    ['shops', 'Down on the quarter before', ['ticked']],
    ['cash', 'Down on the quarter before', ['error']],
    ['cash', 'Higher than in December', ['ticked']],
    ['cash', 'Lower than in December', ['error']],
    ['cash', 'Lower than in August', []], // nothing is known of it
    ['freight', 'Below the second quarter', []], // neither the quarter nor the year before
    ['revenue', 'Higher prices than those of rivals', []],
  ] as const)('%s: %s', (metric, note, expected) => {
    const own = findingsOf('S1', tile(`{metric: ${metric}, period: 4Q08, note: ${note}}`))
    expect(own.map(({ verdict }) => verdict)).toEqual(expected)
    const cells = `rows: [{metric: ${metric}, text: {about: ${note}}}]\ncolumns: [4Q08, {text: about, label: Comment}]`
    expect(verdictsOf('S1', table(cells))).toEqual(own.map(({ verdict }) => verdict))
  })

  test.each([
    ['Raised in June', ['ticked']],
    ['Cut in June', ['error']],
    ['Confirmed', ['error']],
    ['Unchanged in all but name', ['error']],
    ['As agreed', []],
  ] as const)('a target: %s', (note, expected) => {
    const line = `{metric: income, period: FY09, scenario: plan-june, note: ${note}}`
    expect(verdictsOf('S1', tile(line))).toEqual(expected)
  })

  test('a target of which no earlier one is known', () => {
    const line = '{metric: income, period: FY09, scenario: plan-may, note: Cut in May}'
    expect(verdictsOf('S1', tile(line))).toEqual(['not-checkable'])
  })
})

describe('what a direction and a record are said of', () => {
  test.each([
    ['Total revenues rose against the third quarter', 'S1', ['warning']],
    ['Total revenues fell against the third quarter', 'S1', ['ticked']],
    ['Total revenues rose against the second quarter', 'S1', []],
    ['Cash at hand has risen to {{figure "cash" "4Q08"}} since the year-end', 'S1', ['ticked']],
    ['Cash at hand has fallen to {{figure "cash" "4Q08"}} since the year-end', 'S1', ['error']],
    ['Revenues from goods lifted total revenues to a new high', 'S2', ['error']],
    ['Shops had their best quarter ever', 'S2', ['error']],
    ['A team of ours moved to a new high', 'S2', []],
  ] as const)('%s', (text, rule, expected) => {
    expect(verdictsOf(rule, point(text))).toEqual(expected)
  })
})
