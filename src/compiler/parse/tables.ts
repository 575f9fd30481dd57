import type { PlainTable } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { SourceFile } from '../../model/source-file.ts'
import { duplicateColumn, duplicateName, missingColumn, unexpectedCell, unknownColumn } from '../diagnostics/data.ts'
import { type Cell, type Grid, readGrids } from './csv.ts'

/** The file's name without folders and extension. */
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')

function headerDiagnostics(header: readonly Cell[]): readonly Diagnostic[] {
  const names = header.map(({ text }) => text)
  return header.flatMap(({ text, place }, index) => {
    if (text === '') return [unknownColumn('', { place, known: names.filter((name) => name !== '') })]
    return names.indexOf(text) < index ? [duplicateColumn(text, place)] : []
  })
}

function tableOf(id: string, grid: Grid): { readonly table: PlainTable; readonly diagnostics: readonly Diagnostic[] } {
  const [header = [], ...body] = grid.rows
  const trailing = header.findLastIndex(({ text }) => text !== '') + 1
  const columns = header.slice(0, trailing)
  const diagnostics = [...headerDiagnostics(columns)]
  const rows = body.map((row) => {
    const extra = row.slice(trailing).find(({ text }) => text !== '')
    if (extra) diagnostics.push(unexpectedCell(extra.text, extra.place))
    const first = row.find(({ text }) => text !== '') ?? row[0]
    const cells = columns.map((_, index) => row[index]?.text ?? '')
    return { cells, place: first?.place ?? { path: grid.path, line: 1, column: 1 } }
  })
  return { table: { id, columns: columns.map(({ text }) => text), rows }, diagnostics }
}

export interface TablesReading {
  readonly tables: ReadonlyMap<string, PlainTable>
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads data/tables/*: each CSV file is a table named by the file, each sheet of a workbook one named by the sheet. */
export function parseTables(files: readonly SourceFile[]): TablesReading {
  const tables = new Map<string, PlainTable>()
  const diagnostics: Diagnostic[] = []
  for (const file of files) {
    const reading = readGrids(file)
    diagnostics.push(...reading.diagnostics)
    for (const grid of reading.grids) {
      const id = reading.grids.length > 1 && grid.sheet !== undefined ? grid.sheet : baseName(file.path)
      const place = grid.rows[0]?.[0]?.place ?? { path: file.path, line: 1, column: 1 }
      if (grid.rows.length === 0) diagnostics.push(missingColumn('name', place))
      if (tables.has(id)) diagnostics.push(duplicateName('table', id, place))
      const { table, diagnostics: found } = tableOf(id, grid)
      tables.set(id, table)
      diagnostics.push(...found)
    }
  }
  return { tables, diagnostics }
}
