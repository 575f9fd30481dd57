import { isConvertible, unitWords } from '../../format/unit.ts'
import type { TableColumn, TableModel, TableRow } from '../../model/deck.ts'
import type { Metric } from '../../model/figure.ts'
import type { Unit } from '../../model/unit.ts'
import type { FigureTableSpec } from '../parse/table-spec.ts'
import { type BlockEnvironment, lineIn, metricIn, placeIn, textIn, unitIn } from './block.ts'
import { alignCells, changeCell, figureCell, type LooseCell, shareCell } from './table-cells.ts'
import { type CellColumn, cellColumns, headingOf, resolveColumn } from './table-columns.ts'
import { type HeadingRow, type MetricRow, resolveRow } from './table-rows.ts'

/** A table of metrics by periods. */
export function resolveFigureTable(spec: FigureTableSpec, environment: BlockEnvironment): TableModel | undefined {
  const periods = spec.columns.map((column, index) => resolveColumn(column, index, { spec, environment }))
  const named = periods.flatMap((column) => (column && 'name' in column ? [column.name] : []))
  const rows = spec.rows.map((row, index) => resolveRow(row, index, { named, environment }))
  const whole = spec['share-of'] === undefined ? undefined : metricIn(environment, spec['share-of'], ['share-of'])
  const asked = unitIn(environment, spec.unit, ['unit'])
  const caption = spec.title === undefined ? null : lineIn(environment, spec.title, ['title'])
  const corner = spec.corner === undefined ? [] : textIn(environment, spec.corner, ['corner'])
  const notes = (spec.notes ?? []).map(
    (note, index) => ({ origin: 'author', ...lineIn(environment, note, ['notes', index]) }) as const,
  )
  const found = periods.filter((column) => column !== undefined)
  const known = rows.filter((row) => row !== undefined)
  if (found.length < periods.length || known.length < rows.length) return undefined
  if ((spec['share-of'] !== undefined && !whole) || (spec.unit !== undefined && !asked)) return undefined
  const unit = asked ?? commonUnit(known)
  const columns = cellColumns(found, spec, whole)
  const cells = known.map((row) =>
    'heading' in row ? [] : columns.map((column) => cellOf(row, column, { unit, whole, spec, environment })),
  )
  const aligned = alignCells(cells)
  const resolvedRows = known.map((source, index): TableRow => {
    const { place } = source
    if ('heading' in source) return { label: source.heading, kind: 'heading', indent: 0, cells: [], place }
    const kind = source.total ? 'total' : 'row'
    return { label: source.label, kind, indent: source.indent, cells: aligned[index] ?? [], place }
  })
  const labels: TableColumn = { label: corner, kind: 'label', emphasis: false }
  const headings = [labels, ...columns.map((column) => headingOf(column, whole, environment))]
  return {
    id: environment.id,
    caption,
    unit: unit
      ? unitWords(unit, environment.context.data.config.language, environment.context.data.config.numbers)
      : '',
    columns: headings,
    rows: resolvedRows,
    notes,
    place: placeIn(environment, ['columns']),
  }
}

interface Options {
  readonly spec: FigureTableSpec
  readonly environment: BlockEnvironment
}

/** The unit that most rows are in, the first of equals: it is printed once, over the table. */
function commonUnit(rows: readonly (MetricRow | HeadingRow)[]): Unit | undefined {
  const units = rows.flatMap((row) => ('metric' in row ? [row.unit ?? row.metric.unit] : []))
  const count = (unit: Unit): number => units.filter((other) => isConvertible(other, unit)).length
  return units.reduce<Unit | undefined>((best, unit) => (!best || count(unit) > count(best) ? unit : best), undefined)
}

interface CellOptions extends Options {
  readonly unit: Unit | undefined
  readonly whole: Metric | undefined
}

function cellOf(row: MetricRow, column: CellColumn, { unit, whole, spec, environment }: CellOptions): LooseCell {
  const options = { environment, unit, decimals: row.decimals ?? spec.decimals }
  switch (column.kind) {
    case 'text':
      return { runs: row.texts.get(column.name) ?? [], decimals: undefined }
    case 'figure':
      return figureCell(row, column.column, options)
    case 'share':
      return shareCell(row, column.column, whole, options)
    default:
      return changeCell(row, column, options)
  }
}
