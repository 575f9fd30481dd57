import { comparatorWord, formatDates, formatPeriod } from '../../format/calendar.ts'
import { isConvertible, unitWords } from '../../format/unit.ts'
import type { Metric } from '../../model/figure.ts'
import { type Period, periodKey } from '../../model/period.ts'
import type { Unit } from '../../model/unit.ts'
import { type BlockEnvironment, metricIn, periodIn, scenarioIn, textIn, unitIn } from './block.ts'
import type { ResolvedColumn, ResolvedRow, ResolvedTable } from './table.ts'
import { alignCells, changeCell, figureCell, shareCell, type TableCell } from './table-cells.ts'
import type { FigureTableSpec } from './table-spec.ts'
import { textsOf } from './table-texts.ts'

/** A column of the block, looked up. */
export interface PeriodColumn {
  readonly period: Period
  readonly scenario: string | undefined
  readonly label: string
  readonly sub: string | undefined
  readonly emphasis: boolean
}

/** What a cell shows: a figure of its column, a share beside it, or a change between the first two columns. */
export type CellColumn = { readonly kind: 'figure' | 'share'; readonly column: PeriodColumn } | ChangeColumn

export interface ChangeColumn {
  readonly kind: 'growth' | 'difference'
  readonly from: PeriodColumn | undefined
  readonly to: PeriodColumn
}

export interface MetricRow {
  readonly metric: Metric
  readonly label: string
  readonly total: boolean
  readonly indent: number
  readonly scenario: string | undefined
  readonly unit: Unit | undefined
  readonly decimals: number | undefined
}

interface HeadingRow {
  readonly heading: string
}

/** A table of metrics by periods. */
export function resolveFigureTable(spec: FigureTableSpec, environment: BlockEnvironment): ResolvedTable | undefined {
  const periods = spec.columns.map((column, index) => resolveColumn(column, index, { spec, environment }))
  const rows = spec.rows.map((row, index) => resolveRow(row, index, environment))
  const whole = spec['share-of'] === undefined ? undefined : metricIn(environment, spec['share-of'], ['share-of'])
  const asked = unitIn(environment, spec.unit, ['unit'])
  const caption = spec.title === undefined ? '' : textIn(environment, spec.title, ['title'])
  const notes = (spec.notes ?? []).map((note, index) => textIn(environment, note, ['notes', index]))
  const found = periods.filter((column) => column !== undefined)
  const known = rows.filter((row) => row !== undefined)
  if (found.length < periods.length || known.length < rows.length) return undefined
  if ((spec['share-of'] !== undefined && !whole) || (spec.unit !== undefined && !asked)) return undefined
  const unit = asked ?? commonUnit(known)
  const before = environment.ink.marks.length
  const columns = cellColumns(found, spec, whole)
  const cells = known.map((row) =>
    'heading' in row ? [] : columns.map((column) => cellOf(row, column, { unit, whole, spec, environment })),
  )
  const resolvedRows = alignCells(cells).map((row, index): ResolvedRow => {
    const source = known[index]
    if (!source || 'heading' in source) return { label: source?.heading ?? '', kind: 'heading', indent: 0, cells: [] }
    return { label: source.label, kind: source.total ? 'total' : 'row', indent: source.indent, cells: row }
  })
  const headings = columns.map((column) => headingOf(column, whole, environment))
  return {
    id: environment.id,
    caption,
    unit: unit ? unitWords(unit, environment.context.data.config.numbers) : '',
    columns: [{ label: '', kind: 'label', emphasis: false }, ...headings],
    rows: resolvedRows,
    notes,
    figures: environment.ink.marks.slice(before).flatMap((mark) => (mark.kind === 'figure' ? [mark.use.key] : [])),
    texts: textsOf({ caption, headings, rows: resolvedRows, notes }, environment),
  }
}

interface Options {
  readonly spec: FigureTableSpec
  readonly environment: BlockEnvironment
}

function resolveColumn(
  column: FigureTableSpec['columns'][number],
  index: number,
  { spec, environment }: Options,
): PeriodColumn | undefined {
  const { config, scenarios } = environment.context.data
  const written = typeof column === 'string' ? { period: column } : column
  const path = (key: string) => (typeof column === 'string' ? ['columns', index] : ['columns', index, key])
  const period = periodIn(environment, written.period, path('period'))
  const scenario = scenarioIn(environment, written.scenario, path('scenario'))
  if (!period || (written.scenario !== undefined && scenario === undefined)) return undefined
  const mark = (text: string): string =>
    environment.ink.write({ kind: 'period', period: period.label, text }, environment.document.placeOf(path('period')))
  const isActual = scenario === undefined || scenario === 'actual'
  const name = mark(formatPeriod(period, config.calendar))
  const label = isActual ? name : `${name} ${scenarios.get(scenario)?.label ?? scenario}`
  return {
    period,
    scenario,
    label: written.label === undefined ? label : textIn(environment, written.label, path('label')),
    sub: spec.dates && period.kind === 'span' ? mark(formatDates(period, config.calendar, 'short')) : undefined,
    emphasis: isActual && periodKey(period) === periodKey(config.reportingPeriod),
  }
}

function resolveRow(
  row: FigureTableSpec['rows'][number],
  index: number,
  environment: BlockEnvironment,
): MetricRow | HeadingRow | undefined {
  if (typeof row !== 'string' && 'heading' in row)
    return { heading: textIn(environment, row.heading, ['rows', index, 'heading']) }
  const written = typeof row === 'string' ? { metric: row } : row
  const path = (key: string) => (typeof row === 'string' ? ['rows', index] : ['rows', index, key])
  const metric = metricIn(environment, written.metric, path('metric'))
  const scenario = scenarioIn(environment, written.scenario, path('scenario'))
  const unit = unitIn(environment, written.unit, path('unit'))
  if (!metric || (written.scenario !== undefined && !scenario) || (written.unit !== undefined && !unit))
    return undefined
  return {
    metric,
    label: written.label === undefined ? metric.label : textIn(environment, written.label, path('label')),
    total: written.total ?? false,
    indent: written.indent ?? 0,
    scenario,
    unit,
    decimals: written.decimals,
  }
}

/** The unit that most rows are in, the first of equals: it is printed once, over the table. */
function commonUnit(rows: readonly (MetricRow | HeadingRow)[]): Unit | undefined {
  const units = rows.flatMap((row) => ('metric' in row ? [row.unit ?? row.metric.unit] : []))
  const count = (unit: Unit): number => units.filter((other) => isConvertible(other, unit)).length
  return units.reduce<Unit | undefined>((best, unit) => (!best || count(unit) > count(best) ? unit : best), undefined)
}

function cellColumns(columns: readonly PeriodColumn[], spec: FigureTableSpec, whole: Metric | undefined): CellColumn[] {
  const figures = columns.flatMap((column): CellColumn[] =>
    whole
      ? [
          { kind: 'figure', column },
          { kind: 'share', column },
        ]
      : [{ kind: 'figure', column }],
  )
  const [to, from] = columns
  const change = spec.change ?? 'none'
  if (!to || change === 'none') return figures
  const difference: CellColumn = { kind: 'difference', from, to }
  const growth: CellColumn = { kind: 'growth', from, to }
  if (change === 'both') return [...figures, difference, growth]
  return [...figures, change === 'yoy' ? growth : difference]
}

interface CellOptions extends Options {
  readonly unit: Unit | undefined
  readonly whole: Metric | undefined
}

function cellOf(row: MetricRow, column: CellColumn, { unit, whole, spec, environment }: CellOptions): TableCell {
  const options = { environment, unit, decimals: row.decimals ?? spec.decimals }
  switch (column.kind) {
    case 'figure':
      return figureCell(row, column.column, options)
    case 'share':
      return shareCell(row, column.column, whole, options)
    default:
      return changeCell(row, column, options)
  }
}

function headingOf(column: CellColumn, whole: Metric | undefined, environment: BlockEnvironment): ResolvedColumn {
  if ('column' in column && column.kind === 'figure') {
    const { label, sub, emphasis } = column.column
    return { label, kind: 'figure', emphasis, ...(sub !== undefined && { sub }) }
  }
  if ('column' in column)
    return { label: `% of ${whole?.short ?? whole?.label ?? ''}`, kind: 'share', emphasis: column.column.emphasis }
  if (column.kind === 'difference') return { label: 'Change', kind: 'change', emphasis: false }
  const { calendar } = environment.context.data.config
  const word = column.from ? comparatorWord(column.to.period, column.from.period, calendar) : 'YoY'
  return { label: column.from && /\d/.test(word) ? 'Change' : word, kind: 'change', emphasis: false }
}
