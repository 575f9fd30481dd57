import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import type { Place } from '../../../model/source-file.ts'
import { duplicateColumn, missingColumn, unexpectedCell, unknownColumn } from '../../diagnostics/data.ts'
import type { SourceCell, SourceGrid } from './csv.ts'

/** A row of a file whose columns are given. */
export interface FixedRow<C extends string> {
  readonly text: (column: C) => string
  /** The column's cell; the first that is filled where the row is too short. */
  readonly cell: (column: C) => SourceCell
  /** Of its first filled cell. */
  readonly place: Place
}

function headerDiagnostics(
  header: readonly SourceCell[],
  columns: readonly string[],
  path: string,
): readonly Diagnostic[] {
  const names = header.map(({ text }) => text)
  const wrong = header.flatMap(({ text, place }, index) => {
    if (!columns.includes(text)) return [unknownColumn(text, { place, known: columns })]
    return names.indexOf(text) < index ? [duplicateColumn(text, place)] : []
  })
  if (wrong.length > 0) return wrong
  const place = header[0]?.place ?? { path, line: 1, column: 1 }
  return columns.filter((column) => !names.includes(column)).map((column) => missingColumn(column, place))
}

/** Reads the rows of a file that has these columns in any order, all of them and no others. */
export function readFixedColumns<C extends string>(
  grid: SourceGrid,
  columns: readonly C[],
): Reading<readonly FixedRow<C>[]> {
  const [header = [], ...body] = grid.rows
  const wrong = headerDiagnostics(header, columns, grid.path)
  if (wrong.length > 0) return { value: [], diagnostics: wrong }
  const names = header.map(({ text }) => text)
  const emptyCell: SourceCell = { text: '', place: { path: grid.path, line: 1, column: 1 } }
  const rows = body.map((cells): FixedRow<C> => {
    const first = cells.find(({ text }) => text !== '') ?? emptyCell
    const cell = (column: C): SourceCell => cells[names.indexOf(column)] ?? { text: '', place: first.place }
    return { cell, text: (column) => cell(column).text, place: first.place }
  })
  const extra = body.flatMap((cells) => cells.slice(names.length).find(({ text }) => text !== '') ?? [])
  return { value: rows, diagnostics: extra.map(({ text, place }) => unexpectedCell(text, place)) }
}
