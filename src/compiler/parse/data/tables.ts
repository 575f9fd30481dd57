import type { PlainTable } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Place, SourceFile } from '../../../model/source-file.ts'
import { duplicateColumn, duplicateName, missingColumn, unexpectedCell, unknownColumn } from '../../diagnostics/data.ts'
import { breaking } from '../../diagnostics/follow-ups.ts'
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
  /** Where each table begins. */
  readonly places: ReadonlyMap<string, Place>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Reads a file of data/tables: a CSV file is a table named by the file, each sheet of a workbook one named by the sheet.
 * A table with a mistake is left out.
 */
export function parseTables(file: SourceFile): TablesReading {
  const { grids, diagnostics } = readGrids(file)
  const readings = grids.map((grid) => {
    const id = grids.length > 1 && grid.sheet !== undefined ? grid.sheet : baseName(file.path)
    const place = grid.rows[0]?.[0]?.place ?? { path: file.path, line: 1, column: 1 }
    const { table, diagnostics: found } = tableOf(id, grid)
    return { id, table, place, found: grid.rows.length === 0 ? [missingColumn('name', place)] : found }
  })
  return {
    tables: new Map(readings.flatMap(({ id, table, found }) => (found.length === 0 ? [[id, table]] : []))),
    places: new Map(readings.map(({ id, place }) => [id, place])),
    diagnostics: [
      ...breaking(diagnostics, { kind: 'table', name: baseName(file.path) }),
      ...readings.flatMap(({ id, found }) => breaking(found, { kind: 'table', name: id })),
    ],
  }
}

/** Two files of one name, as a CSV file and a sheet may be. */
export function duplicateTables(readings: readonly TablesReading[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return readings.flatMap(({ places }) =>
    [...places].flatMap(([id, place]) => {
      const isKnown = seen.has(id)
      seen.add(id)
      return isKnown ? [duplicateName('table', id, place)] : []
    }),
  )
}
