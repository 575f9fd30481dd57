import type { Erratum } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { SourceFile } from '../../../model/source-file.ts'
import { missingCell } from '../../diagnostics/data.ts'
import { readGrids } from './csv.ts'
import { type FixedRow, readFixedColumns } from './fixed-columns.ts'

const columns = ['slide', 'fact', 'printed', 'right', 'ground'] as const
type Column = (typeof columns)[number]

function erratumOf({ text, cell, place }: FixedRow<Column>): { erratum?: Erratum; diagnostics: readonly Diagnostic[] } {
  const empty = (['slide', 'printed', 'right', 'ground'] as const).filter((column) => text(column) === '')
  if (empty.length > 0) return { diagnostics: empty.map((column) => missingCell(column, cell(column).place)) }
  const [slide, fact, printed] = [text('slide'), text('fact'), text('printed')]
  const erratum = { slide, printed, right: text('right'), ground: text('ground'), place }
  return { erratum: fact === '' ? erratum : { ...erratum, fact }, diagnostics: [] }
}

export interface ErrataReading {
  readonly errata: readonly Erratum[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads data/errata.csv: where the source was wrong, what is right, and on what ground. An empty file has none. */
export function parseErrata(file: SourceFile): ErrataReading {
  const { grids, diagnostics } = readGrids(file)
  const [grid] = grids
  if (!grid || grid.rows.length === 0) return { errata: [], diagnostics }
  const { rows, diagnostics: wrong } = readFixedColumns(grid, columns)
  const readings = rows.map(erratumOf)
  return {
    errata: readings.flatMap(({ erratum }) => (erratum ? [erratum] : [])),
    diagnostics: [...diagnostics, ...wrong, ...readings.flatMap((reading) => reading.diagnostics)],
  }
}
