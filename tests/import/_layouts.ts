import type { Cell, WorkbookSheet } from '../../src/export/workbook/sheet.ts'
import { workbookFile } from '../../src/export/workbook/workbook-file.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import type { FinanceFile } from '../../src/project/import/import.ts'

/** A workbook as somebody types it: texts, numbers with their format ("1234 #,##0"), empty cells. Dates are days since 1900. */
export type Grid = readonly (readonly (string | number | Cell)[])[]

const cellOf = (cell: string | number | Cell): Cell => {
  if (cell === '') return undefined
  if (typeof cell === 'number') return { number: String(cell), format: '#,##0' }
  return typeof cell === 'string' ? { text: cell } : cell
}

export const sheet = (name: string, grid: Grid): WorkbookSheet => ({
  name,
  rows: grid.map((row) => row.map(cellOf)),
  widths: [],
})

/** A day as a cell of a sheet holds it, shown as a date. */
export const day = (iso: string): Cell => ({
  number: String(Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569),
  format: 'dd/mm/yyyy',
})

export const book = (name: string, ...sheets: readonly WorkbookSheet[]): FinanceFile => ({
  name,
  content: workbookFile({ title: name, date: '2024-05-02', sheets, names: [] }),
})

export const csv = (name: string, lines: readonly string[]): FinanceFile => ({
  name,
  content: Buffer.from(`${lines.join('\n')}\n`),
})

const text = (path: string, content: string): SourceFile => ({ kind: 'text', path, text: content })

/** A deck of the first quarter of 2024 that knows the year before; its last column waits for the new figures. */
export const deckFiles = (mapping: string, more: Readonly<Record<string, string>> = {}): readonly SourceFile[] => {
  const texts: Readonly<Record<string, string>> = {
    'data/deck.yaml':
      'format: 2\ncompany: Osterby Tools\ntitle: Results\ndate: 2024-05-02\nlanguage: en\nreporting-period: Q1 2024\ncalendar: {start-month: 1, style: us, sub-periods: quarters}\nunits: {persons: {singular: person}}\n',
    'data/metrics.yaml': `metrics:
  sales: {label: Net sales, also: [Revenue], unit: USD mn, kind: flow, polarity: more}
  sales.tools: {label: Tools, unit: USD mn, kind: flow, polarity: more}
  sales.parts: {label: Parts, unit: USD mn, kind: flow, polarity: more}
  cost: {label: Cost of sales, unit: USD mn, kind: flow, polarity: less}
  profit: {label: Operating profit, unit: USD mn, kind: flow, polarity: more}
  margin: {label: Operating margin, unit: "%", kind: ratio, polarity: more}
  cash: {label: Cash, unit: USD mn, kind: stock, polarity: more}
  debt: {label: Borrowings, unit: USD mn, kind: stock, polarity: less}
  staff: {label: Employees, unit: persons, kind: stock, polarity: neutral}
`,
    'data/sources.yaml':
      'R23: {title: Results 2023, date: 2024-02-01}\nQ1FY24: {title: "Results, first quarter", date: 2024-05-02}\n',
    'data/figures/income.csv': `metric,unit,Q1 FY23,Q4 FY23,Q1 FY24,source,at
sales,USD mn,412.3,455.1,,R23,Page 3
sales.tools,USD mn,280.1,301.9,,R23,Page 3
sales.parts,USD mn,132.2,153.2,,R23,Page 3
cost,USD mn,251.6,270.4,,R23,Page 3
profit,USD mn,-12.4,31.8,,R23,Page 3
margin,%,-3.0,7.0,,R23,Page 3
sales,USD mn,,,,Q1FY24,
sales.tools,USD mn,,,,Q1FY24,
`,
    'data/figures/balance.csv':
      'metric,unit,2023-12-31,source,at\ncash,USD mn,88.2,R23,Page 5\ndebt,USD mn,140.5,R23,Page 5\nstaff,persons,1204,R23,Page 6\n',
    'data/import.yaml': mapping,
    ...more,
  }
  return Object.entries(texts).map(([path, content]) => text(path, content))
}

/** One way in which finance teams lay out their figures. */
export interface Layout {
  readonly name: string
  readonly mapping: string
  /** The file, with one grid changed by a test. */
  readonly file: (change?: (grid: Grid) => Grid) => FinanceFile
  /** Figures that it states: metric@period → value and unit. */
  readonly states: Readonly<Record<string, string>>
  readonly broken: readonly Broken[]
}

/** A change of a layout's grid, and the code and cell with which it is refused. */
export interface Broken {
  readonly why: string
  readonly change: (grid: Grid) => Grid
  readonly found: string
}

/** A grid with one cell (from 0) written over. */
export const put =
  (row: number, column: number, cell: string | number | Cell) =>
  (grid: Grid): Grid =>
    grid.map((cells, y) => (y === row ? Object.assign([...cells], { [column]: cell }) : cells))

/** A grid with a row put in before another (from 0). */
export const insert =
  (at: number, cells: Grid[number]) =>
  (grid: Grid): Grid => [...grid.slice(0, at), cells, ...grid.slice(at)]

/** A grid without a row. */
export const drop =
  (at: number) =>
  (grid: Grid): Grid =>
    grid.filter((_, y) => y !== at)

/** What a formula shows that nothing has computed. */
export const uncomputed: Cell = { formula: 'SUM(A1:A2)', result: '' }
