import { parseIsoDate } from '../../../format/civil.ts'
import { parseUnit, unitNames } from '../../../format/units.ts'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import type { SourceFile } from '../../../model/source-file.ts'
import { type PublishedFigure, parsePrinted } from '../../../model/ties.ts'
import type { Unit } from '../../../model/unit.ts'
import { invalidPublished, missingCell, unknownUnit } from '../../diagnostics/data.ts'
import { unsupportedFormat } from '../../diagnostics/ledger.ts'
import { type FixedRow, readFixedColumns } from './fixed-columns.ts'
import { readGrids } from './grids.ts'

const columns = ['edition', 'fact', 'printed', 'unit', 'label', 'source', 'chain'] as const

/** The columns before the record was append-only; `upgrade` writes the new ones. */
const oldColumns = 'fact,value,unit,edition'
type Column = (typeof columns)[number]

function problemsOf(
  { text, cell }: FixedRow<Column>,
  units: ReadonlyMap<string, Unit> | undefined,
): readonly Diagnostic[] {
  const empty = (['edition', 'fact', 'printed', 'chain'] as const).filter((column) => text(column) === '')
  if (empty.length > 0) return empty.map((column) => missingCell(column, cell(column).place))
  const [value, unit, edition] = [text('printed'), text('unit'), text('edition')]
  return [
    ...(parsePrinted(value) ? [] : [invalidPublished(`"${value}" is not a plain number`, cell('printed').place)]),
    ...(unit === '' || !units || parseUnit(unit, units)
      ? []
      : [unknownUnit(unit, { place: cell('unit').place, known: unitNames(units) })]),
    ...(parseIsoDate(edition.replace(/\/\S+$/, '')) === undefined
      ? [invalidPublished(`"${edition}" is not a date such as 2009-05-15`, cell('edition').place)]
      : []),
  ]
}

function figureOf({ text, cell }: FixedRow<Column>): PublishedFigure {
  const displayed = text('printed')
  const decimals = /\d\.(\d+)$/.exec(displayed)?.[1]?.length ?? 0
  return {
    edition: text('edition'),
    fact: text('fact'),
    displayed,
    decimals,
    displayUnit: text('unit'),
    label: text('label'),
    source: text('source'),
    chain: text('chain'),
    place: cell('fact').place,
  }
}

/**
 * Reads data/published.csv: what earlier editions printed, in the order in which it was written. Rows with a mistake are
 * left out. `units` are those that the deck declares; undefined, where its settings cannot be read, leaves units unchecked.
 */
export function parsePublished(
  file: SourceFile,
  units: ReadonlyMap<string, Unit> | undefined,
): Reading<readonly PublishedFigure[]> {
  const grids = readGrids(file)
  const [grid] = grids.value
  if (!grid) return { value: [], diagnostics: grids.diagnostics }
  const header = grid.rows[0]?.map(({ text }) => text).join(',')
  if (header === oldColumns) return { value: [], diagnostics: [unsupportedFormat(file.path)] }
  const rows = readFixedColumns(grid, columns)
  const checked = rows.value.map((row) => ({ row, problems: problemsOf(row, units) }))
  return {
    value: checked.flatMap(({ row, problems }) => (problems.length === 0 ? [figureOf(row)] : [])),
    diagnostics: [...grids.diagnostics, ...rows.diagnostics, ...checked.flatMap(({ problems }) => problems)],
  }
}
