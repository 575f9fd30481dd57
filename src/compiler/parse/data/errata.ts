import { joinReadings, type Reading } from '../../../model/diagnostic.ts'
import type { SourceFile } from '../../../model/source-file.ts'
import type { Erratum } from '../../../model/ties.ts'
import { missingCell } from '../../diagnostics/data.ts'
import { type FixedRow, readFixedColumns } from './fixed-columns.ts'
import { type GridSettings, readGrids } from './grids.ts'

const columns = ['slide', 'fact', 'printed', 'right', 'ground'] as const
type Column = (typeof columns)[number]

function erratumOf({ text, cell, place }: FixedRow<Column>): Reading<Erratum | undefined> {
  const empty = (['slide', 'printed', 'right', 'ground'] as const).filter((column) => text(column) === '')
  if (empty.length > 0)
    return { value: undefined, diagnostics: empty.map((column) => missingCell(column, cell(column).place)) }
  const [slide, fact, printed] = [text('slide'), text('fact'), text('printed')]
  const places = { place, factPlace: cell('fact').place, rightPlace: cell('right').place }
  const erratum = { slide, printed, right: text('right'), ground: text('ground'), ...places }
  return { value: fact === '' ? erratum : { ...erratum, fact }, diagnostics: [] }
}

/** Reads data/errata.csv: where the source was wrong, what is right, and why. An empty file has none. */
export function parseErrata(file: SourceFile, settings?: GridSettings): Reading<readonly Erratum[]> {
  const grids = readGrids(file, settings)
  const [grid] = grids.value
  if (!grid || grid.rows.length === 0) return { value: [], diagnostics: grids.diagnostics }
  const rows = readFixedColumns(grid, columns)
  const errata = joinReadings(rows.value.map(erratumOf))
  return { value: errata.value, diagnostics: [...grids.diagnostics, ...rows.diagnostics, ...errata.diagnostics] }
}
