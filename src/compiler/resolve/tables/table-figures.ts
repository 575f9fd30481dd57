import { present } from '../../../format/present.ts'
import { formatUnit, isConvertible, isOwnScale, isSameUnit, isUnscalable, unitWords } from '../../../format/units.ts'
import type { Inline } from '../../../model/content.ts'
import type { TableCell, TableColumn, TableModel, TableRow } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Display } from '../../../model/fact-book.ts'
import type { Metric } from '../../../model/figure.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import { unknownTextColumn, unsupportedShare } from '../../diagnostics/visuals.ts'
import type { FigureTableSpec } from '../../parse/slides/table-spec.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { reportLostDigits } from '../lost-digits.ts'
import {
  type BlockEnvironment,
  lineIn,
  metricIn,
  notesIn,
  placeIn,
  scenarioIn,
  textIn,
  unitIn,
} from '../slides/block-environment.ts'
import {
  type CellColumn,
  type ChangeColumn,
  cellColumns,
  headingOf,
  type PeriodColumn,
  resolveColumn,
} from './table-columns.ts'

interface MetricRow {
  readonly metric: Metric
  readonly label: readonly Inline[]
  readonly total: boolean
  readonly indent: number
  readonly scenario: string | undefined
  readonly unit: Unit | undefined
  readonly decimals: number | undefined
  /** Words of the row, by the name of their column. */
  readonly texts: ReadonlyMap<string, readonly Inline[]>
  readonly place: Place
}

interface HeadingRow {
  readonly heading: readonly Inline[]
  readonly place: Place
}

function resolveRow(
  row: FigureTableSpec['rows'][number],
  index: number,
  { named, environment }: { readonly named: readonly string[]; readonly environment: BlockEnvironment },
): MetricRow | HeadingRow | undefined {
  if (typeof row !== 'string' && 'heading' in row)
    return {
      heading: textIn(environment, row.heading, ['rows', index, 'heading']),
      place: placeIn(environment, ['rows', index]),
    }
  const written = typeof row === 'string' ? { metric: row } : row
  const path = (key: string) => (typeof row === 'string' ? ['rows', index] : ['rows', index, key])
  const metric = metricIn(environment, written.metric, path('metric'))
  const scenario = scenarioIn(environment, written.scenario, path('scenario'))
  const unit = unitIn(environment, written.unit, path('unit'))
  if (!metric || (written.scenario !== undefined && !scenario) || (written.unit !== undefined && !unit))
    return undefined
  return {
    metric,
    label:
      written.label === undefined
        ? [{ kind: 'text', text: metric.label }]
        : textIn(environment, written.label, path('label')),
    total: written.total ?? false,
    indent: written.indent ?? 0,
    scenario,
    unit,
    decimals: written.decimals,
    texts: rowTexts(written.text ?? {}, path('text'), { named, environment }),
    place: placeIn(environment, ['rows', index]),
  }
}

function rowTexts(
  texts: Readonly<Record<string, string>>,
  path: KeyPath,
  { named, environment }: { readonly named: readonly string[]; readonly environment: BlockEnvironment },
): ReadonlyMap<string, readonly Inline[]> {
  for (const name of Object.keys(texts))
    if (!named.includes(name)) environment.report(unknownTextColumn(name, named, placeIn(environment, [...path, name])))
  return new Map(Object.entries(texts).map(([name, text]) => [name, textIn(environment, text, [...path, name])]))
}

/** A cell before its column is aligned. */
interface LooseCell {
  readonly runs: readonly Inline[]
  readonly decimals: number | undefined // undefined: nothing to align
}

interface FigureOptions {
  readonly environment: BlockEnvironment
  readonly unit: Unit | undefined
  readonly decimals: number | undefined
}

const questionOf = (row: MetricRow, column: PeriodColumn) => {
  const scenario = column.scenario ?? row.scenario
  return { metric: row.metric.id, period: column.period, ...(scenario !== undefined && { scenario }) }
}

/** The table's unit stands over it; a row of another kind of unit prints its own. */
function displayOf(fact: Fact, row: MetricRow, { unit, decimals }: FigureOptions): Display {
  const fits =
    unit !== undefined && isConvertible(fact.unit, unit) && !(isOwnScale(row.metric) && !isSameUnit(fact.unit, unit))
  const as = row.unit && isConvertible(fact.unit, row.unit) ? row.unit : fits ? unit : undefined
  const isOwn = row.unit !== undefined && as === row.unit && as.exponent !== unit?.exponent
  const inTableUnit = fits && !isOwn
  return {
    ...(as && { as }),
    unit: !inTableUnit,
    ...(decimals !== undefined && (inTableUnit || isOwn) && { decimals }),
  }
}

function write(
  fact: Fact,
  { metric, place }: Pick<MetricRow, 'metric' | 'place'>,
  display: Display,
  environment: BlockEnvironment,
): LooseCell {
  const { config } = environment.context.data
  if (fact.absence === 'missing') return { runs: [{ kind: 'text', text: config.numbers.missing }], decimals: undefined }
  const printed = present(fact, metric, display, config)
  reportLostDigits({ fact, printed, place }, environment)
  const run = environment.printed.write({ kind: 'figure', fact, printed }, environment.place)
  const isBare = display.unit === false || fact.unit.kind === 'percent' // words after the digits cannot align
  return { runs: [run], decimals: printed.displayed === '' || !isBare ? undefined : printed.decimals }
}

function figureCell(row: MetricRow, column: PeriodColumn, options: FigureOptions): LooseCell {
  const { environment } = options
  const fact = environment.context.facts.figure(questionOf(row, column))
  return write(fact, row, displayOf(fact, row, options), environment)
}

/** A share of the whole; empty where the row is of another kind than the whole. */
function shareCell(
  row: MetricRow,
  column: PeriodColumn,
  whole: Metric | undefined,
  { environment }: FigureOptions,
): LooseCell {
  if (!whole || !isConvertible(row.metric.unit, whole.unit) || isUnscalable(row.metric))
    return { runs: [], decimals: undefined }
  const fact = environment.context.facts.share({ ...questionOf(row, column), of: whole.id })
  return write(fact, row, {}, environment)
}

function changeCell(row: MetricRow, { kind, from, to }: ChangeColumn, options: FigureOptions): LooseCell {
  const { environment } = options
  const { facts } = environment.context
  const vsScenario = from?.scenario ?? row.scenario
  const versus = from && { vs: from.period, ...(vsScenario !== undefined && { vsScenario }) }
  const fact = facts.ask(kind, { ...questionOf(row, to), ...versus })
  const display = kind === 'difference' ? displayOf(fact, row, options) : {}
  return write(fact, row, { ...display, form: 'signed', comparator: false }, environment)
}

const figureSpace = '\u2007'
const punctuationSpace = '\u2008'

/** Fills up the decimals of a column with spaces of the same width, so that the points stand over each other. */
function alignCells(rows: readonly (readonly LooseCell[])[]): readonly (readonly TableCell[])[] {
  const widest: number[] = []
  for (const row of rows)
    for (const [column, { decimals = 0 }] of row.entries()) widest[column] = Math.max(widest[column] ?? 0, decimals)
  return rows.map((row) =>
    row.map(({ runs, decimals }, column) => {
      const all = widest[column] ?? 0
      const lacking = decimals === undefined ? 0 : all - decimals
      const point = decimals === 0 && lacking > 0 ? punctuationSpace : ''
      return { runs, pad: point + figureSpace.repeat(lacking) }
    }),
  )
}

/** A table of metrics by periods. */
export function resolveFigureTable(spec: FigureTableSpec, environment: BlockEnvironment): TableModel | undefined {
  const periods = spec.columns.map((column, index) => resolveColumn(column, index, { spec, environment }))
  const named = periods.flatMap((column) => (column && 'name' in column ? [column.name] : []))
  const rows = spec.rows.map((row, index) => resolveRow(row, index, { named, environment }))
  const whole = spec['share-of'] === undefined ? undefined : metricIn(environment, spec['share-of'], ['share-of'])
  if (whole && isUnscalable(whole))
    environment.report(unsupportedShare(whole.id, formatUnit(whole.unit), placeIn(environment, ['share-of'])))
  const asked = unitIn(environment, spec.unit, ['unit'])
  const caption = spec.title === undefined ? null : lineIn(environment, spec.title, ['title'])
  const corner = spec.corner === undefined ? [] : textIn(environment, spec.corner, ['corner'])
  const notes = notesIn(environment, spec.notes)
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
  const metricRows = rows.flatMap((row) => ('metric' in row ? [row] : []))
  const scalable = metricRows.filter(({ metric }) => !isOwnScale(metric))
  const units = (scalable.length > 0 ? scalable : metricRows).map((row) => row.unit ?? row.metric.unit)
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
