import { describe, expect, test } from 'vitest'
import { findingsOf, row, type SmallDeck, verdictsOf } from './small-deck.ts'

/** Two kinds of things that are counted, and figures of quarters. */
const deck: SmallDeck = {
  columns: '1Q08,2Q08,3Q08,4Q08',
  reporting: '4Q08',
  units: 'shops: {}',
  metrics: ['shops: {label: Shops, unit: shops, kind: stock, polarity: more}'],
  rows: [
    ...[row('revenue', '110,120,130,125'), row('services', '60,65,70,72'), row('goods', '50,55,60,53')],
    ...[row('income', '10,11,12,9'), row('shops', ',,,40', { unit: 'shops' })],
    row('staff', '300,310,320,330', { unit: 'persons' }),
  ],
}

const tiles = (...lines: readonly string[]): SmallDeck => ({
  ...deck,
  layout: 'tiles',
  body: `\`\`\`tiles\n${lines.map((line) => `- ${line}\n`).join('')}\`\`\``,
})

describe('the words of a tile', () => {
  test.each([
    ['{metric: shops, period: Q, label: Number of employees}', ['error']],
    ['{metric: shops, period: Q, label: Shops}', ['ticked']],
    ['{metric: shops, period: Q, label: Our network}', []],
  ] as const)('a label of what is counted: %s', (tile, expected) => {
    expect(verdictsOf('S8', tiles(tile))).toEqual(expected)
  })

  test.each([
    ['A record for any quarter', 'S2', ['error']],
    ['Down from its peak in the summer', 'S1', []],
    ['Higher quarter on quarter', 'S1', ['error']],
    ['Lower quarter on quarter', 'S1', ['ticked']],
    ['Higher prices, fewer clients', 'S1', []],
  ] as const)('a note is about its number: %s', (note, rule, expected) => {
    expect(verdictsOf(rule, tiles(`{metric: revenue, period: Q, note: "${note}"}`))).toEqual(expected)
  })
})

describe('the head of a slide', () => {
  const chart = '```chart\ntype: column\nseries: [goods]\nperiods: last 4 quarters\n```'
  const heads = (title: string, subtitle: string, more = ''): SmallDeck => ({
    ...{ ...deck, title, front: `subtitle: ${subtitle}\n${more}`, layout: 'one-chart', body: chart },
  })
  test.each([
    ['Goods', 'Operating income by quarter', ['warning']],
    ['Goods', 'Revenues from goods by quarter', []],
    ['Goods', 'Total revenues and what they are made of', []],
    ['Goods', 'What happened to operating income', []],
  ] as const)('a subtitle that is wholly another name: %s, %s', (title, subtitle, expected) => {
    const found = findingsOf('S8', heads(title, subtitle)).filter(({ message }) => message.includes('subtitle'))
    expect(found.map(({ verdict }) => verdict)).toEqual(expected)
  })

  test.each([
    ['Goods in fiscal 2006', 'By quarter', '', ['warning']],
    ['Goods in fiscal 2008', 'By quarter', '', []],
    ['Goods', 'Results of the quarter and of the full year', '', ['warning']],
    ['Goods in fiscal 2006', 'By quarter', 'historical: true\n', []],
    ['Goods, compared with fiscal 2006', 'By quarter', '', []],
    ['On the way to a good full year', 'By quarter', '', []],
    ['What we expect of the full year', 'By quarter', '', []],
  ] as const)('whole years are those of its figures: %s, %s %s', (title, subtitle, more, expected) => {
    const found = findingsOf('S9', heads(title, subtitle, more)).filter(({ message }) =>
      message.includes('of the slide'),
    )
    expect(found.map(({ verdict }) => verdict)).toEqual(expected)
  })
})

describe('words of a layout around its figures', () => {
  const layout = (text: string): SmallDeck => ({
    ...deck,
    body: '- Text',
    templates: { 'layouts/points.hbs': `<h2>{{title}}</h2>{{lead}}${text}` },
  })
  const income = '{{figure "income" "Q"}}'
  test.each([
    [`<p>Total revenues: ${income}</p>`, 'S8', ['error']],
    [`<p>Operating income: ${income}</p>`, 'S8', ['ticked']],
    [`<p>Total revenues</p><p>${income}</p>`, 'S8', []],
    ['<p>{{figure "income" "Q" unit=false}} billion yen</p>', 'S9', ['error']],
    ['<p>{{figure "income" "Q" unit=false}} million yen</p>', 'S9', ['ticked']],
    ['<p>{{figure "income" "Q" unit=false}}</p><p>billion yen</p>', 'S9', []],
    [`<p>${income} of total revenues</p>`, 'S8', ['error']],
  ] as const)('%s', (text, rule, expected) => {
    expect(verdictsOf(rule, layout(text))).toEqual(expected)
  })
})

test.each([
  ['４０億円', 1],
  ['40百万円', 1],
  ['40 億', 1],
  ['40番', 0],
])('an amount of a script without spaces in a cell of data/: %s', (cell, count) => {
  const body = '```table\ntable: towns\ncolumns: [name, about]\n```'
  const small = { ...deck, layout: 'table-and-notes', body, tables: { towns: `name,about\nOsaka,${cell}\n` } }
  expect(findingsOf('P4', small).filter(({ verdict }) => verdict === 'error')).toHaveLength(count)
})
