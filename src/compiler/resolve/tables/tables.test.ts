import { describe, expect, test } from 'vitest'
import { compileSmall, row, type SmallDeck, tieSmall } from '../../../../tests/tieout/small-deck.ts'
import { plainText } from '../../../model/content.ts'
import { type TableModel, tablesOf } from '../../../model/deck.ts'

const small = (block: string, more: Partial<SmallDeck> = {}): SmallDeck => ({
  columns: '1Q07,1H07,1Q08,1H08',
  reporting: '1H08',
  metrics: ['fee: {label: Fee per user, unit: JPY/user, kind: ratio, polarity: more}'],
  rows: [
    row('revenue', '"45","90","60","110"'),
    row('services', '30,60,40,70'),
    row('goods', '15,30,20,40'),
    row('margin', '12.0,12.5,10.0,13.0', { unit: '%' }),
    row('fee', '2.10,2.20,2.25,2.50', { unit: 'JPY/user' }),
    row('cash', '10,12,14,9'),
  ],
  body: `\`\`\`table\n${block}\n\`\`\``,
  ...more,
})

function tableOf(deck: SmallDeck): TableModel {
  const [table] = tieSmall(deck).deck.slides.flatMap(tablesOf)
  if (!table) throw new Error('no table')
  return table
}

/** A line a row: its label and unit, then its cells. */
const lines = ({ rows }: TableModel): readonly string[] =>
  rows.map(({ label, unit, indent, cells }) =>
    [
      `${'. '.repeat(indent)}${plainText(label)}${unit === undefined ? '' : `, ${unit}`}`,
      ...cells.map(({ runs }) => plainText(runs)),
    ].join(' | '),
  )

const heads = ({ columns }: TableModel): readonly string[] =>
  columns.map(({ head = [], label }) => [head, label].map(plainText).filter(Boolean).join(' / '))

describe('a table of data/tables', () => {
  test('says of each row and cell where its file has them', () => {
    const { rows } = tableOf(
      small('table: sites\ncolumns: [name, size]\ngroup: kind', {
        tables: { sites: 'kind,size,name\nold,"3, or so",Alba\n\nnew,two,Beta\n' },
      }),
    )
    const at = (place: { line: number; column: number } | undefined): string => `${place?.line}:${place?.column}`
    expect(rows.map(({ place, cells }) => [place, ...cells.map((cell) => cell.place)].map(at))).toEqual([
      ['2:1'],
      ['2:16', '2:6'], // inside its quotes
      ['4:1'],
      ['4:9', '4:5'],
    ])
    expect(new Set(rows.map(({ place }) => place.path))).toEqual(new Set(['data/tables/sites.csv']))
  })
})

describe('the terms of a total', () => {
  test('are the rows that its metric is defined by, wherever they stand, and only where all do', () => {
    const terms = (rows: string): readonly unknown[] =>
      tableOf(small(`rows: [${rows}]\ncolumns: [FY, FY-1]`.replaceAll('FY', 'H1'))).rows.map((each) => each.terms)
    const sum = [
      { row: 0, isTaken: false },
      { row: 2, isTaken: false },
    ]
    expect(terms('services, revenue, goods')).toEqual([undefined, sum, undefined])
    expect(terms('services, revenue')).toEqual([undefined, undefined])
    expect(terms('services, {metric: revenue, measure: yoy}, goods')).toEqual([undefined, undefined, undefined])
  })
})

describe('columns of changes', () => {
  test('stand in the order asked for: amounts and per cent of amounts, points of percentages', () => {
    const table = tableOf(
      small('rows: [revenue, margin]\ncolumns: [1Q08, 1Q07, 1H08, 1H07]\nchange: [absolute, percent, points]'),
    )
    expect(lines(table)).toEqual([
      'Total revenues | 60 | 45 | +15 | +33.3% |  | 110 | 90 | +20 | +22.2% | ',
      'Operating margin | 10.0% | 12.0% |  |  | (2.0) | 13.0% | 12.5% |  |  | +0.5',
    ])
    expect(heads(table).slice(3, 6)).toEqual(['Change', 'YoY', 'Points'])
  })

  test('of points alone are empty for amounts, and checked', () => {
    const deck = small('rows: [revenue, margin]\ncolumns: [1Q08, 1Q07]\nchange: points')
    expect(lines(tableOf(deck))).toEqual(['Total revenues | 60 | 45 | ', 'Operating margin | 10.0% | 12.0% | (2.0)'])
    const { findings } = tieSmall(deck).result
    expect(findings.filter(({ message, rule }) => rule === 'C5' && message.includes('2.0'))).toMatchObject([
      { verdict: 'ticked' },
    ])
  })
})

describe('heads over several columns', () => {
  test('are made of the periods', () => {
    expect(
      heads(tableOf(small('rows: [revenue]\ncolumns: [1Q08, 1Q07, 1H08, 1H07]\nheads: true\nchange: absolute'))),
    ).toEqual([
      '',
      'Three months ended June 30, / 2008',
      'Three months ended June 30, / 2007',
      'Three months ended June 30, / Change',
      'Six months ended September 30, / 2008',
      'Six months ended September 30, / 2007',
      'Six months ended September 30, / Change',
    ])
  })

  test('name days where these differ, and weeks', () => {
    const deck = small('rows: [revenue]\ncolumns: [Q1 FY20, Q1 FY19]\nheads: true', {
      calendar: 'style: us, weeks: [16, 12, 12, 12], year-end: saturday nearest 12-31',
      columns: 'Q1 FY19,Q1 FY20',
      reporting: 'Q1 FY20',
      rows: [row('revenue', '45,60')],
    })
    expect(heads(tableOf(deck)).slice(1)).toEqual([
      '16 weeks ended / April 18, 2020',
      '16 weeks ended / April 20, 2019',
    ])
  })

  test('are the author’s own, and one row of cells above the others', () => {
    const deck = small(
      'rows: [revenue]\ncolumns: [{head: Quarter, columns: [1Q08, {period: 1Q07, label: before}]}, {head: Half, columns: [1H08, 1H07]}]\nchange: yoy',
    )
    const { page, deck: bound } = tieSmall(deck)
    const [table] = bound.slides.flatMap(tablesOf)
    expect(table && heads(table)).toEqual([
      '', 'Quarter / 1Q08', 'Quarter / before', 'Quarter / YoY', 'Half / 1H08', 'Half / 1H07', 'Half / YoY',
    ]) // biome-ignore format: a row
    const html = JSON.stringify(page)
    expect(html).toContain('colspan=\\"3\\" class=\\"span\\">Quarter</th>')
    expect(html).toContain('colspan=\\"3\\" class=\\"span span-start\\">Half</th>')
  })
})

describe('rows', () => {
  test('stand in groups, indented', () => {
    const table = tableOf(
      small('rows: [{group: By kind, rows: [services, {group: Hardware, rows: [goods]}]}, revenue]\ncolumns: [1Q08]'),
    )
    expect(lines(table)).toEqual([
      'By kind',
      '. Revenues from services | 40',
      '. Hardware',
      '. . Revenues from goods | 20',
      'Total revenues | 60',
    ])
  })

  test('of mixed units print theirs once, beside the label or in a column', () => {
    const rows = 'rows: [revenue, margin, fee]\ncolumns: [1Q08, 1Q07]\nchange: absolute'
    expect(lines(tableOf(small(`${rows}\nunits: labels\nunit: JPY mn`)))).toEqual([
      'Total revenues | 60 | 45 | +15',
      'Operating margin, % | 10.0 | 12.0 | (2.0 points)',
      'Fee per user, JPY | 2.25 | 2.10 | +0.15',
    ])
    const table = tableOf(small(`${rows}\nunits: column`))
    expect(table.unit).toBe('')
    expect(lines(table)).toEqual([
      'Total revenues | JPY million | 60 | 45 | +15',
      'Operating margin | % | 10.0 | 12.0 | (2.0 points)',
      'Fee per user | JPY per user | 2.25 | 2.10 | +0.15',
    ])
    expect(compileSmall(small(`${rows}\nunits: column`))).toEqual([])
  })
})

describe('an amount per something', () => {
  test('aligns points of one unit only: yen per user end at the edge of their column', () => {
    const pads = (fee: string): readonly (readonly string[])[] =>
      tableOf(small(`rows: [revenue, services${fee}]\ncolumns: [1H08]\nunits: labels\nunit: JPY mn`)).rows.map(
        ({ cells }) => cells.map(({ pad }) => pad),
      )
    expect(pads(', {metric: goods, decimals: 1}')).toEqual([['\u2008\u2007'], ['\u2008\u2007'], ['']])
    expect(pads(', {metric: goods, decimals: 1}, {metric: fee, decimals: 0}').at(-1)).toEqual([''])
  })

  test('does not say twice per what, where the label says it', () => {
    const other = '{metric: fee, label: Monthly fee}'
    expect(lines(tableOf(small(`rows: [revenue, fee, ${other}]\ncolumns: [1Q08]\nunit: JPY mn`)))).toEqual([
      'Total revenues | 60',
      'Fee per user | JPY2.25',
      'Monthly fee | JPY2.25 per user',
    ])
  })

  test('nor in tiles, nor in a sentence that asks for the currency alone', () => {
    const tiles = '```tiles\n- {metric: fee, period: 1Q08}\n- {metric: fee, period: 1Q08, label: Fee, as: JPY}\n```'
    const text = '- Fees {{figure "fee" "1Q08" as="JPY"}}, {{figure "fee" "1Q08"}}'
    const { deck } = tieSmall(
      small('', {
        layout: 'points',
        body: text,
        slides: { '020-tiles': `---\nlayout: tiles\ntitle: Two\n---\n${tiles}` },
      }),
    )
    expect(deck.slides.map(({ uses }) => uses.map((use) => use.text))).toEqual([
      ['JPY2.25', 'JPY2.25 per user'],
      ['JPY2.25', 'JPY2.25'],
    ])
    expect(compileSmall(small('', { layout: 'points', body: '- {{figure "fee" "1Q08" as="USD"}}' }))).toEqual([
      expect.stringContaining('invalid unit "USD" for fee@1Q08'),
    ])
  })
})

test('the change that a tile prints is signed, or in words, or without its sign', () => {
  const tile = (form: string): string => `- {metric: margin, period: 1Q08, measure: yoy${form}}`
  const tiles = `\`\`\`tiles\n${['', ', form: words', ', form: magnitude'].map(tile).join('\n')}\n\`\`\``
  const { deck } = tieSmall(small('', { layout: 'tiles', body: tiles }))
  expect(deck.slides[0]?.uses.map(({ text }) => text)).toEqual(['(2.0 points)', 'down 2.0 points', '2.0 points'])
})

test('the amount of a loss is marked as one in a tile, its change is not', () => {
  const { deck } = tieSmall({
    ...small('', { layout: 'tiles' }),
    metrics: ['loss: {label: Operating loss, unit: JPY mn, kind: flow, polarity: less, color: 9}'],
    rows: [row('loss', '40,90,50,110'), row('revenue', '45,90,60,110')],
    body: `\`\`\`tiles\n${['loss, period: 1Q08', 'loss, period: 1Q08, measure: yoy', 'revenue, period: 1Q08'].map((tile) => `- {metric: ${tile}}`).join('\n')}\n\`\`\``,
  })
  const tiles = deck.slides.flatMap(({ visuals }) => visuals.flatMap((one) => (one.kind === 'tiles' ? one.tiles : [])))
  expect(tiles.map(({ isLoss }) => isLoss)).toEqual([true, undefined, undefined])
})

test('an amount below zero of what is aimed at is a loss as well', () => {
  const { deck } = tieSmall({
    ...small('', { layout: 'tiles' }),
    rows: [row('income', '40,90,(38),50'), row('revenue', '45,90,60,110')],
    body: `\`\`\`tiles\n${['income', 'revenue'].map((metric) => `- {metric: ${metric}, period: 1Q08}`).join('\n')}\n\`\`\``,
  })
  const tiles = deck.slides.flatMap(({ visuals }) => visuals.flatMap((one) => (one.kind === 'tiles' ? one.tiles : [])))
  expect(tiles.map(({ isLoss }) => isLoss)).toEqual([true, undefined])
})

test('a change of times stands among the amounts, and once', () => {
  const times = (change: string): SmallDeck =>
    small(
      `rows: [revenue, {metric: cover, decimals: 1}]\ncolumns: [1Q08, 1Q07]\nunits: labels\nunit: JPY mn\nchange: ${change}`,
      {
        metrics: ['cover: {label: Interest cover, unit: x, kind: ratio, polarity: more}'],
        columns: '1Q08,1Q07',
        rows: [row('revenue', '60,45'), row('cover', '6.31,4.12', { unit: 'x' })],
      },
    )
  expect(lines(tableOf(times('[absolute, percent]')))[1]).toBe('Interest cover, x | 6.3 | 4.1 | +2.2 | ')
  expect(lines(tableOf(times('percent')))[1]).toBe('Interest cover, x | 6.3 | 4.1 | +2.2')
})

describe('two tables of one slide', () => {
  const two = (second: string): readonly TableModel[] =>
    tieSmall(
      small('rows: [revenue]\ncolumns: [1Q08, 1Q07]\nchange: yoy', {
        layout: 'table-and-notes',
        body: `\`\`\`table\nrows: [revenue]\ncolumns: [1Q08, 1Q07]\nchange: yoy\n\`\`\`\n\`\`\`table\n${second}\n\`\`\``,
      }),
    ).deck.slides.flatMap(tablesOf)

  test('stand on one grid where they have the same columns', () => {
    const grids = two(
      'rows: [{metric: cash, label: Cash and all that is as good as cash at the end of the period}]\ncolumns: [1Q08, 1Q07]\nchange: yoy',
    ).map(({ grid }) => grid)
    expect(grids[0]).toHaveLength(4)
    expect(grids[0]).toEqual(grids[1])
    expect(grids[0]?.[0]).toBeGreaterThan(50)
  })

  test('that have unlike columns stand on the grid of the wider one, below the columns of their headings', () => {
    const [wide = [], narrow = []] = two('rows: [cash]\ncolumns: [1Q07]').map(({ grid }) => grid)
    const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0)
    expect(wide).toHaveLength(4)
    expect(narrow).toHaveLength(3) // the last one stays free, below the change
    expect(sum(narrow)).toBeCloseTo(sum(wide), 0)
    expect(sum(narrow.slice(0, 2))).toBeCloseTo(sum(wide.slice(0, 3)), 0) // both columns of 1Q07 end there
    const [first = [], other = []] = two('rows: [cash]\ncolumns: [2008-06-30, 2007-06-30]').map(({ grid }) => grid)
    expect(other.slice(0, 3)).toEqual(first.slice(0, 3))
  })

  test('have columns of their own where one has words in its columns', () => {
    const words = 'rows: [{metric: cash, text: {note: At banks}}]\ncolumns: [1Q08, {text: note}]'
    expect(two(words).map(({ grid }) => grid)).toEqual([undefined, undefined])
  })
})
