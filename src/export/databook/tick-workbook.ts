import type { Cell, WorkbookSheet } from '../workbook/sheet.ts'
import { workbookFile } from '../workbook/workbook-file.ts'

/** The tick list of an auditor: a row for each finding, and what it was made of. */
export interface TickTable {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Name and value of each part of the stamp. */
  readonly stamp: readonly (readonly [name: string, value: string])[]
}

/** Widths of the columns fact, concept, printed, slide, source, rule, verdict, arithmetic and the auditor's three, in characters. */
const widths = [34, 20, 18, 20, 40, 7, 13, 60, 16, 12, 10]

const wrapped = (text: string): Cell => ({ text, wrap: true })

/** The rows under a head that stays in view and filters them. */
export const tickSheet = ({ header, rows }: TickTable, name: string): WorkbookSheet => ({
  name,
  rows: [header.map((text): Cell => ({ text, bold: true })), ...rows.map((row) => row.map(wrapped))],
  widths,
  frozen: { rows: 1, columns: 0 },
  filters: true,
  landscape: true,
})

/** What a list was made of: a row for each part of the stamp. */
export const stampSheet = ({ stamp }: TickTable, name: string): WorkbookSheet => ({
  name,
  rows: stamp.map((row) => row.map(wrapped)),
  widths: [24, 70],
})

/** The tick list as an Excel workbook: a sheet of the rows, and one of what it was made of. `date` is the deck's. */
export const tickWorkbook = (
  list: TickTable,
  { title, date }: { readonly title: string; readonly date: string },
): Buffer => workbookFile({ title, date, sheets: [tickSheet(list, 'Ticks'), stampSheet(list, 'Made of')], names: [] })
