import readWorkbook from 'read-excel-file/node'
import type { Sheet } from '../model/source-file.ts'

/** Excel stores 69.7 as 69.700000000000003: the shortest digits that mean the same number are what the sheet shows. */
const shownDigits = (stored: string): string => String(Number(stored))

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  return String(cell)
}

/** Reads every sheet of an .xlsx file into rows of text. Throws what the reader throws when it is no workbook. */
export async function readSheets(path: string): Promise<readonly Sheet[]> {
  const sheets = await readWorkbook(path, { parseNumber: shownDigits })
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(cellText)) }))
}
