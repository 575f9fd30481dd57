import { formatUnit, isConvertible, isOwnScale, isUnscalable, unitWords } from '../../../format/units.ts'
import type { TableColumn, TableModel, TableRow } from '../../../model/deck.ts'
import type { Metric } from '../../../model/figure.ts'
import type { Unit } from '../../../model/unit.ts'
import { unsupportedShare } from '../../diagnostics/visuals.ts'
import type { FigureTableSpec } from '../../parse/slides/table-spec.ts'
import {
  type BlockEnvironment,
  lineIn,
  metricIn,
  notesIn,
  placeIn,
  textIn,
  unitIn,
} from '../slides/block-environment.ts'
import { alignCells, type CellOptions, cellOf, shortUnitBeside, unitBeside } from './table-cells.ts'
import { type CellColumn, cellColumns, resolveColumns } from './table-columns.ts'
import { headingOf } from './table-headings.ts'
import { type HeadingRow, type MetricRow, resolveRows } from './table-rows.ts'

/** A table of metrics by periods. */
export function resolveFigureTable(spec: FigureTableSpec, environment: BlockEnvironment): TableModel | undefined {
  const columns = resolveColumns(spec, environment)
  const named = columns.flatMap((column) => (column && 'name' in column ? [column.name] : []))
  const rows = resolveRows(spec.rows, { named, environment })
  const whole = spec['share-of'] === undefined ? undefined : metricIn(environment, spec['share-of'], ['share-of'])
  if (whole && isUnscalable(whole))
    environment.report(unsupportedShare(whole.id, formatUnit(whole.unit), placeIn(environment, ['share-of'])))
  const isWhole = spec['share-of'] === undefined || whole !== undefined
  return assembleTable(spec, {
    rows,
    columns: isWhole ? cellColumns(columns, spec, whole) : undefined,
    whole,
    environment,
  })
}

type CommonSpec = Pick<FigureTableSpec, 'title' | 'corner' | 'unit' | 'units' | 'decimals' | 'notes'>

interface Parts {
  /** Undefined for each with a mistake. */
  readonly rows: readonly (MetricRow | HeadingRow | undefined)[]
  readonly columns: readonly CellColumn[] | undefined
  readonly whole?: Metric | undefined
  /** Over the table where the author gives none. */
  readonly unit?: Unit | undefined
  readonly environment: BlockEnvironment
}

/** A table from its rows and columns; undefined where one of them, or what is said of all, has a mistake. */
export function assembleTable(spec: CommonSpec, parts: Parts): TableModel | undefined {
  const { rows, columns, whole, environment } = parts
  const asked = unitIn(environment, spec.unit, ['unit'])
  const caption = spec.title === undefined ? null : lineIn(environment, spec.title, ['title'])
  const corner = spec.corner === undefined ? [] : textIn(environment, spec.corner, ['corner'])
  const notes = notesIn(environment, spec.notes)
  const known = rows.filter((row) => row !== undefined)
  if (!columns || known.length < rows.length || (spec.unit !== undefined && !asked)) return undefined
  const units = spec.units ?? 'cells'
  const unit = asked ?? parts.unit ?? (units === 'cells' ? commonUnit(known) : undefined)
  const options: CellOptions = { environment, unit, units, decimals: spec.decimals, whole }
  const all = units === 'column' ? [{ kind: 'unit' } as const, ...columns] : columns
  const labels: TableColumn = { label: corner, kind: 'label', emphasis: false }
  const { language, numbers } = environment.context.data.config
  return {
    id: environment.id,
    caption,
    unit: unit && columns.some(({ kind }) => kind !== 'text') ? unitWords(unit, language, numbers) : '',
    columns: [labels, ...all.map((column) => headingOf(column, whole, environment))],
    rows: tableRows(known, all, options),
    notes,
    place: placeIn(environment, ['columns']),
  }
}

function tableRows(
  rows: readonly (MetricRow | HeadingRow)[],
  columns: readonly CellColumn[],
  options: CellOptions,
): readonly TableRow[] {
  const cells = rows.map((row) => ('heading' in row ? [] : columns.map((column) => cellOf(row, column, options))))
  const aligned = alignCells(cells)
  let named: string | undefined // by the heading over the rows
  return rows.map((row, index): TableRow => {
    const { place, indent } = row
    if ('heading' in row) {
      const unit = unitBelow(rows, index, options)
      named = unit
      return { label: row.heading, kind: 'heading', indent, ...(unit !== undefined && { unit }), cells: [], place }
    }
    const beside = named === undefined ? shortUnitBeside : unitBeside
    const unit = options.units === 'column' ? undefined : beside(row, options)
    return {
      label: row.label,
      kind: row.total ? 'total' : 'row',
      indent,
      ...(row.highlight && { highlight: true }),
      cells: aligned[index] ?? [],
      ...(unit !== undefined && { unit }),
      ...(row.role && { role: row.role }),
      ...termsOf(row, rows),
      place,
    }
  })
}

/** The rows that a row is the sum or difference of, where all of them stand in the table. */
function termsOf(row: MetricRow, rows: readonly (MetricRow | HeadingRow)[]): Pick<TableRow, 'terms'> {
  const { definition } = row.metric
  if (row.measure !== undefined || (definition?.kind !== 'sum' && definition?.kind !== 'difference')) return {}
  const isTerm = (other: MetricRow | HeadingRow, id: string): boolean =>
    'metric' in other && other.metric.id === id && other.measure === undefined && other.scenario === row.scenario
  const terms = definition.of.map((id, at) => ({
    row: rows.findIndex((other) => isTerm(other, id)),
    isTaken: definition.kind === 'sum' ? definition.signs[at] === -1 : at === 1,
  }))
  return terms.every((term) => term.row >= 0) ? { terms } : {}
}

/** The unit of all rows up to the next heading, where it is one, and not that of the table: the heading names it. */
function unitBelow(rows: readonly (MetricRow | HeadingRow)[], at: number, options: CellOptions): string | undefined {
  if (options.units !== 'labels') return undefined
  const next = rows.findIndex((row, index) => index > at && 'heading' in row)
  const below = rows.slice(at + 1, next < 0 ? undefined : next).flatMap((row) => ('metric' in row ? [row] : []))
  const units = new Set(below.map((row) => unitBeside(row, options)))
  const [unit] = units
  return units.size === 1 ? unit : undefined
}

/** The unit that most rows are in, the first of equals: it is printed once, over the table. */
export function commonUnit(rows: readonly (MetricRow | HeadingRow | undefined)[]): Unit | undefined {
  const metricRows = rows.flatMap((row) => (row && 'metric' in row && row.measure === undefined ? [row] : []))
  const scalable = metricRows.filter(({ metric }) => !isOwnScale(metric))
  const units = (scalable.length > 0 ? scalable : metricRows).map((row) => row.unit ?? row.metric.unit)
  const count = (unit: Unit): number => units.filter((other) => isConvertible(other, unit)).length
  return units.reduce<Unit | undefined>((best, unit) => (!best || count(unit) > count(best) ? unit : best), undefined)
}
