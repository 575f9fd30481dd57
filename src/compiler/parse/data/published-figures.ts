import { parseIsoDate } from '../../../format/civil.ts'
import { parseUnit, unitNames } from '../../../format/units.ts'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import type { SourceFile } from '../../../model/source-file.ts'
import { type PublishedFigure, parsePrinted } from '../../../model/ties.ts'
import type { Unit } from '../../../model/unit.ts'
import { duplicateFigure, invalidPublished, missingCell, unknownUnit } from '../../diagnostics/data.ts'
import { type FixedRow, readFixedColumns } from './fixed-columns.ts'
import { readGrids } from './grids.ts'

const columns = ['fact', 'value', 'unit', 'edition'] as const
type Column = (typeof columns)[number]

function problemsOf(
  { text, cell }: FixedRow<Column>,
  units: ReadonlyMap<string, Unit> | undefined,
): readonly Diagnostic[] {
  const empty = (['fact', 'value', 'edition'] as const).filter((column) => text(column) === '')
  if (empty.length > 0) return empty.map((column) => missingCell(column, cell(column).place))
  const [value, unit, edition] = [text('value'), text('unit'), text('edition')]
  return [
    ...(parsePrinted(value) ? [] : [invalidPublished(`"${value}" is not a plain number`, cell('value').place)]),
    ...(unit === '' || !units || parseUnit(unit, units)
      ? []
      : [unknownUnit(unit, { place: cell('unit').place, known: unitNames(units) })]),
    ...(parseIsoDate(edition) === undefined
      ? [invalidPublished(`"${edition}" is not a date such as 2009-05-15`, cell('edition').place)]
      : []),
  ]
}

/**
 * Reads data/published.csv: what earlier editions printed, each fact once. Rows with a mistake are left out. `units` are
 * those that the deck declares; undefined, where its settings cannot be read, leaves units unchecked.
 */
export function parsePublished(
  file: SourceFile,
  units: ReadonlyMap<string, Unit> | undefined,
): Reading<readonly PublishedFigure[]> {
  const grids = readGrids(file)
  const [grid] = grids.value
  if (!grid) return { value: [], diagnostics: grids.diagnostics }
  const rows = readFixedColumns(grid, columns)
  const found: Diagnostic[] = [...grids.diagnostics, ...rows.diagnostics]
  const published = new Map<string, { readonly figure: PublishedFigure; readonly row: FixedRow<Column> }>()
  for (const row of rows.value) {
    const [fact, displayed] = [row.text('fact'), row.text('value')]
    const problems = problemsOf(row, units)
    const first = published.get(fact)?.row.cell('fact').place
    found.push(...problems)
    if (first) found.push(duplicateFigure(fact, { place: row.cell('fact').place, first }))
    if (problems.length > 0 || first) continue
    const decimals = /\d\.(\d+)$/.exec(displayed)?.[1]?.length ?? 0
    const { place } = row.cell('fact')
    const figure = { fact, displayed, decimals, displayUnit: row.text('unit'), edition: row.text('edition'), place }
    published.set(fact, { figure, row })
  }
  return { value: [...published.values()].map(({ figure }) => figure), diagnostics: found }
}
