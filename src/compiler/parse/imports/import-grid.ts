import type { Diagnostic } from '../../../model/diagnostic.ts'
import { columnName, type Place, type Sheet, type SheetCell, type SourceFile } from '../../../model/source-file.ts'
import { invalidCell, missingResult, unsupportedRange } from '../../diagnostics/workbooks.ts'
import { parseCsv, type SourceCell } from '../data/csv.ts'

/** A cell of the finance team's file; `problem` is why it has no usable value, which matters where it is read. */
export interface ImportCell extends SourceCell {
  readonly problem?: Diagnostic
}

/** A sheet of a workbook, or a CSV file, as it is laid out: rows by their numbers, cells by their columns. */
export interface ImportGrid {
  readonly name: string // "" of a CSV file
  readonly rows: ReadonlyMap<number, readonly ImportCell[]>
  /** Of a CSV file: what stands between its cells. */
  readonly separator?: string
}

function importCell(cell: SheetCell, place: Place): ImportCell {
  if (typeof cell === 'string') return { text: cell.trim(), place }
  if (cell.kind === 'number') return { text: cell.text, place, number: cell }
  return { text: '', place, problem: cell.kind === 'error' ? invalidCell(cell.text, place) : missingResult(place) }
}

function sheetGrid({ name, rows }: Sheet, path: string): ImportGrid {
  return {
    name,
    rows: new Map(
      rows.map((row, y) => [
        y + 1,
        row.map((cell, x) =>
          importCell(cell, { path, line: y + 1, column: x + 1, cell: `${name}!${columnName(x + 1)}${y + 1}` }),
        ),
      ]),
    ),
  }
}

/** The grids of a file, hidden sheets too: data/import.yaml names those that are read. Cells of CSV files are named as a program shows them. */
export function importGrids(file: SourceFile): {
  readonly grids: readonly ImportGrid[]
  readonly diagnostics: readonly Diagnostic[]
} {
  if (file.kind === 'kept') return { grids: [], diagnostics: [] }
  const { path } = file
  if (file.kind === 'workbook') {
    const far = file.sheets.flatMap(({ name, farCell }) =>
      farCell === undefined ? [] : [unsupportedRange({ path, line: 1, column: 1, cell: `${name}!${farCell}` })],
    )
    return { grids: file.sheets.map((sheet) => sheetGrid(sheet, path)), diagnostics: far }
  }
  const { value, diagnostics } = parseCsv(path, file.text)
  const rows = new Map(
    value.rows.map((row) => {
      const line = row[0]?.place.line ?? 1
      return [line, row.map((cell, x) => ({ ...cell, place: { ...cell.place, cell: `${columnName(x + 1)}${line}` } }))]
    }),
  )
  return { grids: [{ name: '', rows, separator: value.separator ?? ',' }], diagnostics }
}
