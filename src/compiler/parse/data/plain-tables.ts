import { type Diagnostic, joinReadings, type Reading } from '../../../model/diagnostic.ts'
import type { Place, PlainTable, SourceFile } from '../../../model/source-file.ts'
import { duplicateColumn, duplicateName, missingColumn, unexpectedCell, unknownColumn } from '../../diagnostics/data.ts'
import { breaking } from '../../diagnostics/follow-ups.ts'
import type { SourceCell, SourceGrid } from './csv.ts'
import { type GridSettings, readGrids } from './grids.ts'

/** The file's name without folders and extension. */
const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '')

function headerDiagnostics(header: readonly SourceCell[]): readonly Diagnostic[] {
  const names = header.map(({ text }) => text)
  return header.flatMap(({ text, place }, index) => {
    if (text === '') return [unknownColumn('', { place, known: names.filter((name) => name !== '') })]
    return names.indexOf(text) < index ? [duplicateColumn(text, place)] : []
  })
}

/** A number with its scale as the sheet shows it: "69.7m". */
const shownText = (cell: SourceCell | undefined): string => cell?.number?.scale?.text ?? cell?.text ?? ''

function readTable(id: string, grid: SourceGrid): Reading<PlainTable> {
  const [header = [], ...body] = grid.rows
  const trailing = header.findLastIndex(({ text }) => text !== '') + 1
  const columns = header.slice(0, trailing)
  const extra = body.flatMap((row) => row.slice(trailing).find(({ text }) => text !== '') ?? [])
  const rows = body.map((row) => {
    const first = row.find(({ text }) => text !== '') ?? row[0]
    const cells = columns.map((_, index) => shownText(row[index]))
    const place = first?.place ?? { path: grid.path, line: 1, column: 1 }
    return { cells, places: columns.map((_, index) => row[index]?.place ?? place), place }
  })
  return {
    value: { id, columns: columns.map(({ text }) => text), rows },
    diagnostics: [...headerDiagnostics(columns), ...extra.map(({ text, place }) => unexpectedCell(text, place))],
  }
}

/** A table in its file. */
export interface ParsedTable {
  readonly id: string
  readonly place: Place // of its first cell
  /** Undefined when it has a mistake. */
  readonly table: PlainTable | undefined
}

/**
 * Reads a file of data/tables: a CSV file is a table named by the file, each sheet of a workbook one named by the sheet.
 */
export function parseTables(file: SourceFile, settings?: GridSettings): Reading<readonly ParsedTable[]> {
  const grids = readGrids(file, settings)
  const tables = joinReadings(
    grids.value.map((grid): Reading<ParsedTable> => {
      const id = grids.value.length > 1 && grid.sheet !== undefined ? grid.sheet : baseName(file.path)
      const place = grid.rows[0]?.[0]?.place ?? { path: file.path, line: 1, column: 1 }
      const { value, diagnostics } = readTable(id, grid)
      const found = grid.rows.length === 0 ? [missingColumn('name', place)] : diagnostics
      const table = found.length === 0 ? value : undefined
      return { value: { id, place, table }, diagnostics: breaking(found, { kind: 'table', name: id }) }
    }),
  )
  return {
    value: tables.value,
    diagnostics: [...breaking(grids.diagnostics, { kind: 'table', name: baseName(file.path) }), ...tables.diagnostics],
  }
}

/** Two tables of one name, as a CSV file and a sheet may have. */
export function duplicateTables(tables: readonly ParsedTable[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return tables.flatMap(({ id, place }) => {
    const isKnown = seen.has(id)
    seen.add(id)
    return isKnown ? [duplicateName('table', id, place)] : []
  })
}
