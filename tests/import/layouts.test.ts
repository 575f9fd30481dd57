import { describe, expect, test } from 'vitest'
import type { Cell } from '../../src/export/workbook/sheet.ts'
import { digitsOf } from '../../src/format/numbers/figure-digits.ts'
import { formatUnit } from '../../src/format/units.ts'
import { openedDeck, prepareImport } from '../../src/project/import/import.ts'
import { book, csv, day, deckFiles, drop, type Grid, insert, type Layout, put, sheet, uncomputed } from './_layouts.ts'

const shown = (number: string, format: string): Cell => ({ number, format })

const titled: Grid = [
  ['Osterby Tools'],
  ['Condensed income statement'],
  ['', '', '', '(thousands of dollars)'],
  ['', day('2024-03-31'), day('2023-03-31'), 'Change'],
  ['Net sales', 431702, 412310, shown('0.047', '0.0%')],
  ['Cost of sales', -262118, -251600, ''],
  ['Operating profit', shown('18904', '#,##0_);(#,##0)'), shown('-12400', '#,##0_);(#,##0)'), ''],
  [''],
  ['Unaudited. 2023 as published.'],
]

const merged: Grid = [
  ['Osterby', '', '', '', ''],
  ['', '', 'FY24', 'FY23', ''],
  ['', '', 'Q1', 'Q1', 'Q4'],
  ['Net sales', '', shown('431.7', '0.0'), shown('412.3', '0.0'), shown('455.1', '0.0')],
  ['', 'Tools', shown('295.4', '0.0'), shown('280.1', '0.0'), shown('301.9', '0.0')],
  ['', 'Parts', shown('136.3', '0.0'), shown('132.2', '0.0'), shown('153.2', '0.0')],
]

const stacked: Grid = [
  ['Income', 'Q1 FY24', 'Q1 FY23'],
  ['Net sales', shown('431.7', '0.0'), shown('412.3', '0.0')],
  ['Operating margin', shown('0.044', '0.0%'), shown('-0.03', '0.0%')],
  [],
  ['Balance', day('2024-03-31'), day('2023-12-31')],
  ['Cash', shown('91.4', '0.0'), shown('88.2', '0.0')],
  ['Borrowings', shown('133', '0.0'), shown('140.5', '0.0')],
  ['Employees', 1198, 1204],
]

const planned: Grid = [
  ['USD million', 'Actual', '', 'Plan', ''],
  ['', 'Q1 FY24', 'Q1 FY23', 'Q1 FY24', 'Q2 FY24'],
  ['Net sales', '431.7', '412.3', '440.0', '460.0'],
  ['Cost of sales', '(262.1)', '(251.6)', '(265.0)', '(270.0)'],
  ['Operating profit', '18.9', '(12.4)', '20.0', '25.0'],
]

const words: readonly string[] = [
  'Osterby Tools;;',
  ';Three months ended March 31, 2024;Three months ended March 31, 2023',
  'Net sales;"431,7";"412,3"',
  'Cost of sales;"262,1";"251,6"',
  'Operating profit;"18,9";"-12,4"',
]

const segments: Grid = [
  ['', 'Mar-24', 'Mar-23'],
  ['Tools'],
  ['Net sales', shown('295412345', '0.0,,'), shown('280100000', '0.0,,')],
  ['Operating profit', shown('12000000', '0.0,,'), shown('9000000', '0.0,,')],
  ['Parts'],
  ['Net sales', shown('136290000', '0.0,,'), shown('132200000', '0.0,,')],
  ['Operating profit', shown('7000000', '0.0,,'), shown('3000000', '0.0,,')],
]

const asLines = (grid: Grid): readonly string[] => grid.map((row) => row.join(';'))
const asGrid = (lines: readonly string[]): Grid => lines.map((line) => line.split(';'))

const layouts: readonly Layout[] = [
  {
    name: 'title rows, dates as heads, thousands, notes below',
    mapping: `- file: income-*.xlsx
  blocks:
    - {sheet: Income, labels: A, heads: 4, dates: quarter, unit: USD k, lines: {Net sales: sales, Cost of sales: {metric: cost, sign: -1}, Operating profit: profit}}
`,
    file: (change = (grid) => grid) =>
      book('income-1Q24.xlsx', sheet('Notes', [['Read me']]), sheet('Income', change(titled))),
    states: {
      'sales@Q1 FY24': '431702 USD k',
      'sales@Q1 FY23': '412310 USD k',
      'cost@Q1 FY24': '262118 USD k',
      'cost@Q1 FY23': '251600 USD k',
      'profit@Q1 FY24': '18904 USD k',
      'profit@Q1 FY23': '-12400 USD k',
    },
    broken: [
      { why: 'a label has another name', change: put(4, 0, 'Net sales (a)'), found: 'missing-label Income!A5' },
      { why: 'a date ends no quarter', change: put(3, 1, day('2024-03-30')), found: 'unknown-head Income!B4' },
      { why: 'a row was put in over the heads', change: insert(1, ['Draft']), found: 'unknown-head Income!A4' },
      { why: 'a number is a word', change: put(5, 1, 'tbc'), found: 'invalid-number Income!B6' },
      { why: 'a formula is not computed', change: put(6, 2, uncomputed), found: 'missing-result Income!C7' },
    ],
  },
  {
    name: 'merged heads and indented labels',
    mapping: `- file: sales*.xlsx
  blocks:
    - {labels: [A, B], heads: [2, 3], unit: USD mn, lines: {Net sales: sales, Tools: sales.tools, Parts: sales.parts}}
`,
    file: (change = (grid) => grid) => book('Sales.XLSX', sheet('Sales', change(merged))),
    states: {
      'sales@Q1 FY24': '431.7 USD mn',
      'sales@Q1 FY23': '412.3 USD mn',
      'sales@Q4 FY23': '455.1 USD mn',
      'sales.tools@Q1 FY24': '295.4 USD mn',
      'sales.parts@Q4 FY23': '153.2 USD mn',
    },
    broken: [
      { why: 'two columns are of one period', change: put(2, 4, 'Q1'), found: 'duplicate-head Sales!E3' },
      { why: 'a head names no period', change: put(2, 3, 'Q7'), found: 'unknown-head Sales!D3' },
      { why: 'a label stands twice', change: insert(6, ['Net sales', '', 1, 2, 3]), found: 'ambiguous-label Sales!A7' },
      { why: 'a row is gone', change: drop(5), found: 'missing-label Sales!A3' },
      {
        why: 'a row is empty',
        change: (grid) => [2, 3, 4].reduce((made, x) => put(4, x, '')(made), grid),
        found: 'missing-numbers Sales!B5',
      },
    ],
  },
  {
    name: 'several blocks on one sheet',
    mapping: `- file: key*.xlsx
  blocks:
    - {sheet: Key, labels: A, heads: 1, unit: USD mn, lines: {Net sales: sales, Operating margin: {metric: margin, unit: "%"}}}
    - {sheet: Key, labels: A, heads: 5, unit: USD mn, lines: {Cash: cash, Borrowings: debt, Employees: {metric: staff, unit: persons}}}
`,
    file: (change = (grid) => grid) => book('key figures.xlsx', sheet('Key', change(stacked))),
    states: {
      'sales@Q1 FY24': '431.7 USD mn',
      'margin@Q1 FY24': '4.4 %',
      'margin@Q1 FY23': '-3.0 %',
      'cash@2024-03-31': '91.4 USD mn',
      'debt@2024-03-31': '133.0 USD mn',
      'staff@2024-03-31': '1198 persons',
    },
    broken: [
      { why: 'a block moved down', change: insert(3, []), found: 'unknown-head Key!A5' },
      { why: 'a number has a unit', change: put(5, 1, 'USD 91.4'), found: 'invalid-number Key!B6' },
      { why: 'the head of a column is gone', change: put(4, 2, ''), found: 'missing-head Key!C6' },
      {
        why: 'a sheet shows another scale',
        change: put(5, 1, shown('91400', '0.0,"bn"')),
        found: 'invalid-scale Key!B6',
      },
      { why: 'a label of the second block is gone', change: put(7, 0, 'Staff members'), found: 'missing-label Key!A5' },
    ],
  },
  {
    name: 'actual and plan side by side, brackets as text',
    mapping: `- file: actual-plan.xlsx
  blocks:
    - {sheet: P&L, labels: A, heads: [1, 2], under: Actual, unit: USD mn, lines: {Net sales: sales, Cost of sales: {metric: cost, sign: -1}, Operating profit: profit}}
`,
    file: (change = (grid) => grid) => book('actual-plan.xlsx', sheet('P&L', change(planned))),
    states: { 'sales@Q1 FY24': '431.7 USD mn', 'cost@Q1 FY24': '262.1 USD mn', 'profit@Q1 FY23': '-12.4 USD mn' },
    broken: [
      { why: 'the upper head has another name', change: put(0, 1, 'Actuals'), found: 'unknown-head P&L!A2' },
      { why: 'a bracket is not closed', change: put(4, 2, '(12.4'), found: 'invalid-number P&L!C5' },
      { why: 'a year alone is no quarter', change: put(1, 1, '2024'), found: 'invalid-period P&L!B3' },
      { why: 'decimals stand behind a comma', change: put(2, 1, '431,7'), found: 'invalid-number P&L!B3' },
      { why: 'a label has a note', change: put(4, 0, 'Operating profit*'), found: 'missing-label P&L!A5' },
    ],
  },
  {
    name: 'a CSV file with heads in words and decimal commas',
    mapping: `- file: "*.csv"
  decimal: ","
  blocks:
    - {labels: A, heads: 2, dates: {Three months ended: quarter}, unit: USD mn, lines: {Net sales: sales, Cost of sales: cost, Operating profit: profit}}
`,
    file: (change = (grid) => grid) => csv('export.csv', asLines(change(asGrid(words)))),
    states: { 'sales@Q1 FY24': '431.7 USD mn', 'cost@Q1 FY23': '251.6 USD mn', 'profit@Q1 FY23': '-12.4 USD mn' },
    broken: [
      {
        why: 'the words over a column are others',
        change: put(1, 1, 'Six months ended March 31, 2024'),
        found: 'unknown-head B2',
      },
      {
        why: 'no month has the name',
        change: put(1, 1, 'Three months ended Marsh 31, 2024'),
        found: 'unknown-head B2',
      },
      { why: 'a number has two commas', change: put(2, 1, '"4,317,0"'), found: 'invalid-number B3' },
      { why: 'decimals stand behind a point', change: put(2, 1, '4.31'), found: 'invalid-number B3' },
      { why: 'a label is misspelt', change: put(3, 0, 'Costs of sales'), found: 'missing-label A4' },
    ],
  },
  {
    name: 'labels that stand once a segment, numbers shown in millions',
    mapping: `- file: segments.xlsx
  blocks:
    - {sheet: Segments, labels: A, heads: 1, dates: quarter, unit: USD mn, lines: {Tools > Net sales: sales.tools, Parts > Net sales: sales.parts}}
`,
    file: (change = (grid) => grid) => book('segments.xlsx', sheet('Segments', change(segments))),
    states: {
      'sales.tools@Q1 FY24': '295.4 USD mn',
      'sales.parts@Q1 FY24': '136.3 USD mn',
      'sales.parts@Q1 FY23': '132.2 USD mn',
    },
    broken: [
      { why: 'a segment has another name', change: put(4, 0, 'Spare parts'), found: 'missing-label Segments!A3' },
      { why: 'a month ends no quarter', change: put(0, 1, 'Feb-24'), found: 'unknown-head Segments!B1' },
      { why: 'a number is text with a word', change: put(2, 1, '295.4m'), found: 'invalid-number Segments!B3' },
      {
        why: 'a row stands twice in its segment',
        change: insert(3, ['Net sales', 5_000_000, 6_000_000]),
        found: 'ambiguous-label Segments!A4',
      },
      { why: 'a formula is not computed', change: put(5, 2, uncomputed), found: 'missing-result Segments!C6' },
    ],
  },
]

const prepared = (layout: Layout, change?: (grid: Grid) => Grid) =>
  prepareImport(openedDeck('/deck', deckFiles(layout.mapping)), layout.file(change))

describe.each(layouts)('$name', (layout) => {
  test('is read, each value with its cell', async () => {
    const { plan, diagnostics, documents } = await prepared(layout)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const found = Object.fromEntries(
      plan.figures.map(({ figure }) => [
        `${figure.metric}@${figure.period.label}`,
        `${digitsOf(figure, '.')} ${formatUnit(figure.unit)}`,
      ]),
    )
    expect(found).toMatchObject(layout.states)
    expect(documents.map(({ id, digest }) => [id, digest.length])).toEqual([['Q1FY24', 64]])
    for (const { at } of plan.figures) expect(at).toMatch(/^\S.* (?:.+!)?[A-Z]+\d+$/)
  })

  test.each([...layout.broken])('is refused where $why', async ({ change, found }) => {
    const { diagnostics } = await prepared(layout, change)
    const errors = diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, place }) => `${code} ${place.cell}`)
    expect(errors).toContain(found)
    for (const { message, hint } of diagnostics) {
      expect(message).toMatch(/^(invalid|unknown|missing|ambiguous|unsupported|duplicate) /)
      expect(hint).toMatch(/[.)]$/)
    }
  })
})

test('six layouts, each broken in five ways', () => {
  expect(layouts.map(({ broken }) => broken.length)).toEqual([5, 5, 5, 5, 5, 5])
})

test('a date over a flow is refused while nothing says what ends on it', async () => {
  const [titledLayout] = layouts
  const mapping = titledLayout?.mapping.replace('dates: quarter, ', '') ?? ''
  const { diagnostics } = await prepareImport(
    openedDeck('/deck', deckFiles(mapping)),
    titledLayout?.file() ?? csv('a.csv', []),
  )
  expect(diagnostics[0]).toMatchObject({ code: 'ambiguous-head', place: { cell: 'Income!B4' } })
})
