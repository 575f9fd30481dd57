import { readFileSync } from 'node:fs'
import readWorkbook from 'read-excel-file/node'
import type { Sheet } from '../model/source-file.ts'
import { columnName } from '../model/source-file.ts'
import { plainNumber, shownNumber } from './number-format.ts'
import { type CellFormats, workbookFormats } from './workbook-formats.ts'

/** A number as its parser hands it on: no text that happens to look like one. */
interface StoredNumber {
  readonly stored: string
}

const isStored = (cell: unknown): cell is StoredNumber =>
  typeof cell === 'object' && cell !== null && 'stored' in cell && typeof cell.stored === 'string'

/** Excel stores 69.7 as 69.700000000000003: the shortest digits that mean the same number are meant. */
const parseNumber = (stored: string): StoredNumber => ({ stored: plainNumber(stored) })

function cellText(cell: unknown, format: string | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (isStored(cell)) return format === undefined ? cell.stored : shownNumber(cell.stored, format)
  return String(cell)
}

function rowsOf(data: readonly (readonly unknown[])[], formats: CellFormats | undefined): Sheet['rows'] {
  return data.map((row, y) => row.map((cell, x) => cellText(cell, formats?.get(`${columnName(x + 1)}${y + 1}`))))
}

/** Reads every sheet of an .xlsx file into rows of text, as the sheet shows it. Throws when it is no workbook. */
export async function readSheets(path: string): Promise<readonly Sheet[]> {
  const content = readFileSync(path)
  const sheets = await readWorkbook(content, { parseNumber })
  const formats = workbookFormats(content)
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data, formats.get(sheet)) }))
}
