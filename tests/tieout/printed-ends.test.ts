import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck, tieSmall, verdictsOf } from './small-deck.ts'

// 6,449 less 3,751 is 2,698: in billions 6.4, 3.8 and 2.7. 12.36 less 11.84 is 0.52: 12.4, 11.8 and 0.5.
const rows = [row('income', '3751,6449'), row('margin', '11.84,12.36', { unit: '%' })]
const isNoted = (small: SmallDeck): boolean => tieSmall(small).page.html.includes('may not add up due to rounding')
const deck = (body: string, more: Partial<SmallDeck> = {}): SmallDeck => ({ rows, body, ...more })

const ends =
  '- From {{figure "income" "FY-1" as="JPY bn" decimals=1}} to {{figure "income" "FY" as="JPY bn" decimals=1}}'
const title = 'Operating income rose {{difference "income" "FY" as="JPY bn" decimals=1 form="magnitude"}}'
const margins = '- From {{figure "margin" "FY-1" decimals=1}} to {{figure "margin" "FY" decimals=1}}'

describe('a change between two figures of its slide whose printed digits make another one differs by rounding, and its slide says so', () => {
  test.each([
    ['an amount in the title', 'C1', deck(ends, { title })],
    ['its sign printed', 'C1', deck(`${ends}, {{difference "income" "FY" as="JPY bn" decimals=1}}`)],
    ['points', 'C5', deck(`${margins}, {{change "margin" "FY" decimals=1}}`)],
    [
      'a table with the change beside both years',
      'C1',
      deck('```table\nrows: [income]\ncolumns: [FY, FY-1]\nchange: absolute\nunit: JPY bn\ndecimals: 1\n```'),
    ],
    [
      'a title over a bridge',
      'C1',
      deck(
        '```chart\ntype: waterfall\nunit: JPY bn\ndecimals: 1\nsteps:\n  - {start: income, period: FY-1}\n  - {change: income}\n  - {end: income, period: FY}\n```',
        { title, layout: 'one-chart' },
      ),
    ],
    [
      'the arrow of a chart',
      'C1',
      deck(
        '```chart\ntype: column\nseries: [income]\nperiods: [FY-1, FY]\nunit: JPY bn\ndecimals: 1\ndifferences: [{from: FY-1, to: FY, as: absolute}]\n```',
        { layout: 'one-chart' },
      ),
    ],
  ] as const)('%s', (_name, rule, small) => {
    expect(new Set(verdictsOf(rule, small))).toEqual(new Set(['rounding']))
    expect(isNoted(small)).toBe(true)
  })

  test('the row has both sums', () => {
    expect(findingsOf('C1', deck(ends, { title }))[0]?.arithmetic).toMatch(
      /^6,449 - 3,751 = .*; as printed 6\.4 - 3\.8 = 2\.6$/,
    )
  })
})

describe('a change whose ends say nothing else is ticked', () => {
  test.each([
    ['the ends to more digits', 'C1', deck('- From {{figure "income" "FY-1"}} to {{figure "income" "FY"}}', { title })],
    ['the ends to fewer digits', 'C1', deck(ends.replaceAll('decimals=1', 'decimals=0'), { title })],
    ['one end', 'C1', deck('- To {{figure "income" "FY" as="JPY bn" decimals=1}}', { title })],
    ['digits that agree', 'C1', { ...deck(ends, { title }), rows: [row('income', '3751,6371')] }],
    ['a percentage, which is of the figures as stored', 'C2', deck(`${ends}, {{change "income" "FY"}}`)],
    [
      'the ends on another slide',
      'C1',
      deck('- Nothing', { title, slides: { '020-more': `---\nlayout: points\ntitle: More\n---\n${ends}\n` } }),
    ],
  ] as const)('%s', (_name, rule, small) => {
    expect(new Set(verdictsOf(rule, small))).toEqual(new Set(['ticked']))
    expect(isNoted(small)).toBe(false)
  })
})
