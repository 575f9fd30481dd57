import type { SourceFile } from '../../model/source-file.ts'
import { type Cell, type Grid, readGrids } from './csv.ts'
import type { FigureContext, FiguresReading } from './figure-context.ts'
import { parseHeader } from './figure-header.ts'
import { parseRow } from './figure-row.ts'

function parseGrid(grid: Grid, context: FigureContext): FiguresReading {
  const [header, ...body]: readonly (readonly Cell[])[] = grid.rows
  if (!header) return { figures: [], diagnostics: [] }
  const { columns, diagnostics } = parseHeader(header, context.calendar)
  if (!columns) return { figures: [], diagnostics }
  const rows = body.map((cells) => parseRow(cells, columns, context))
  return {
    figures: rows.flatMap(({ figures }) => figures),
    diagnostics: [...diagnostics, ...rows.flatMap((row) => row.diagnostics)],
  }
}

/** Reads a file of data/figures: one row a line item, one column a period. */
export function parseFigures(file: SourceFile, context: FigureContext): FiguresReading {
  const { grids, diagnostics } = readGrids(file)
  const parsed = grids.map((grid) => parseGrid(grid, context))
  return {
    figures: parsed.flatMap(({ figures }) => figures),
    diagnostics: [...diagnostics, ...parsed.flatMap((reading) => reading.diagnostics)],
  }
}
