import { endOf, parsePeriod } from '../../../format/calendar.ts'
import { formatUnit, isConvertible } from '../../../format/unit.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { type Figure, type Measure, type Metric, measures, type SourceRef, type Status } from '../../../model/figure.ts'
import { type Calendar, type Period, periodKey } from '../../../model/period.ts'
import type { SourceFile } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import {
  duplicateColumn,
  invalidChoice,
  invalidUnit,
  missingCell,
  missingColumn,
  missingSource,
  unexpectedCell,
  unknownColumn,
  unknownDocument,
  unknownMetric,
  unknownPeriod,
  unknownScenario,
  unknownUnit,
} from '../../diagnostics/data.ts'
import { periodExamples } from '../settings/deck-config.ts'
import { type Cell, type Grid, readGrids } from './csv.ts'
import { type FigureContext, type FiguresReading, parseFigure, type RowFacts } from './figure-cell.ts'
import { parseUnit, unitNames } from './unit-text.ts'

const figureColumns = ['metric', 'unit', 'scenario', 'measure', 'status', 'source', 'at', 'note'] as const
type FigureColumn = (typeof figureColumns)[number]

/** Which column holds what. */
interface FigureColumns {
  readonly named: ReadonlyMap<FigureColumn, number>
  readonly periods: readonly { readonly index: number; readonly period: Period }[]
  /** Columns of the header; cells beyond them are mistakes. */
  readonly count: number
}

interface HeaderReading {
  /** Undefined when rows cannot be read without what is missing. */
  readonly columns: FigureColumns | undefined
  readonly diagnostics: readonly Diagnostic[]
}

const isFigureColumn = (text: string): text is FigureColumn => figureColumns.some((column) => column === text)

/** A header with a digit is meant as a period; other words are misspelt columns. */
const looksLikePeriod = (text: string): boolean => /\d/.test(text)

/** Reads the header of a figure table. A column that is wrong is left out, the others are read. */
function parseHeader(header: readonly Cell[], calendar: Calendar): HeaderReading {
  const diagnostics: Diagnostic[] = []
  const named = new Map<FigureColumn, number>()
  const periods: { index: number; period: Period }[] = []
  const seen = new Set<string>()
  const count = header.findLastIndex(({ text }) => text !== '') + 1
  header.slice(0, count).forEach(({ text, place }, index) => {
    const period = isFigureColumn(text) ? undefined : parsePeriod(text, calendar)
    const key = period ? periodKey(period) : text
    if (seen.has(key)) diagnostics.push(duplicateColumn(text, place))
    else if (isFigureColumn(text)) named.set(text, index)
    else if (period) periods.push({ index, period })
    else if (looksLikePeriod(text)) diagnostics.push(unknownPeriod(text, { place, examples: periodExamples(calendar) }))
    else diagnostics.push(unknownColumn(text, { place, known: figureColumns }))
    seen.add(key)
  })
  const first = header[0]
  const missing = (['metric', 'unit'] as const).filter((column) => !named.has(column))
  if (first && diagnostics.length === 0)
    diagnostics.push(...missing.map((column) => missingColumn(column, first.place)))
  const periodless = periods.length === 0 && diagnostics.length === 0
  if (periodless && first) diagnostics.push(missingColumn(`a period such as ${periodExamples(calendar)}`, first.place))
  return { columns: missing.length > 0 ? undefined : { named, periods, count }, diagnostics }
}

/** Half-year reporters have no quarter before. */
const measuresOfHalves = measures.filter((measure) => !measure.startsWith('qoq'))
const statuses = ['published', 'derived', 'range', 'restated'] as const satisfies readonly Status[]

/** The measure of the row: one of the list, or a change from a period that the row names. */
function measureOf(row: Row, metric: Metric | undefined): Measure {
  const { calendar } = row.context
  const cell = row.cell('measure')
  const [, kind, label = ''] = /^(change|difference) from (.+)$/.exec(cell?.text ?? '') ?? []
  if (!cell || (kind !== 'change' && kind !== 'difference'))
    return choose(row, 'measure', calendar.subPeriods === 'quarters' ? measures : measuresOfHalves) ?? 'value'
  const period = parsePeriod(label, calendar)
  if (!period) row.diagnostics.push(unknownPeriod(label, { place: cell.place, examples: periodExamples(calendar) }))
  const stated = period?.kind === 'span' && metric?.kind === 'stock' ? endOf(period) : period
  return `${kind} from ${stated?.label ?? label}`
}

interface Row {
  readonly cell: (column: FigureColumn) => Cell | undefined
  readonly text: (column: FigureColumn) => string
  readonly context: FigureContext
  readonly diagnostics: Diagnostic[]
}

/** The cell's choice, undefined when it is empty; a diagnostic when it is none of them. */
function choose<T extends string>(row: Row, column: FigureColumn, choices: readonly T[]): T | undefined {
  const cell = row.cell(column)
  if (!cell || cell.text === '') return undefined
  const choice = choices.find((candidate) => candidate === cell.text)
  if (choice === undefined)
    row.diagnostics.push(invalidChoice(column, cell.text, { place: cell.place, known: choices }))
  return choice
}

function needed(row: Row, column: FigureColumn, fallback: Cell | undefined): Cell | undefined {
  const cell = row.cell(column)
  if (cell && cell.text !== '') return cell
  const place = cell?.place ?? fallback?.place
  if (place) row.diagnostics.push(missingCell(column, place))
  return undefined
}

/** The unit that a measure of a metric is given in, in words for the hint; undefined when the unit fits. */
function unitMismatch(unit: Unit, metric: Metric, measure: Measure): string | undefined {
  const ofPercentage = metric.unit.kind === 'percent' || metric.unit.kind === 'points'
  if (measure === 'yoy' || measure === 'qoq' || measure.startsWith('change from')) {
    if (ofPercentage) return unit.kind === 'points' ? undefined : 'points or bps: the change of a percentage'
    return unit.kind === 'percent' ? undefined : '%: the change of an amount'
  }
  if (measure !== 'value' && ofPercentage && unit.kind === 'points') return undefined
  return isConvertible(unit, metric.unit) ? undefined : `${formatUnit(metric.unit)} or another scale of it`
}

function parseRowUnit(row: Row, metric: Metric, measure: Measure): Unit | undefined {
  const cell = needed(row, 'unit', row.cell('metric'))
  if (!cell) return undefined
  const unit = parseUnit(cell.text, row.context.units)
  if (!unit) {
    row.diagnostics.push(unknownUnit(cell.text, { place: cell.place, known: unitNames(row.context.units) }))
    return undefined
  }
  const expected = unitMismatch(unit, metric, measure)
  if (expected === undefined) return unit
  const what = measure === 'value' ? metric.id : `${measure} of ${metric.id}`
  row.diagnostics.push(invalidUnit(cell.text, { place: cell.place, metric: what, expected }))
  return undefined
}

/** "S01; S02" with the place in them. */
function parseSourceRefs(row: Row): readonly SourceRef[] {
  const cell = row.cell('source')
  if (!cell || cell.text === '') return []
  const at = row.text('at')
  let offset = 0
  return cell.text.split(';').flatMap((part) => {
    const document = part.trim()
    const start = offset + part.length - part.trimStart().length
    offset += part.length + 1
    if (row.context.documents.has(document)) return [{ document, at }]
    const place =
      cell.place.cell === undefined
        ? { ...cell.place, column: cell.place.column + start, length: Math.max(1, document.length) }
        : cell.place
    row.diagnostics.push(unknownDocument(document, { place, known: row.context.documents.keys() }))
    return []
  })
}

function parseRowFacts(row: Row, first: Cell | undefined): RowFacts | undefined {
  const name = needed(row, 'metric', first)
  const { metrics, scenarios } = row.context
  const metric = name && metrics.get(name.text)
  if (name && !metric) row.diagnostics.push(unknownMetric(name.text, { place: name.place, known: metrics.keys() }))
  const measure = measureOf(row, metric)
  const status = choose(row, 'status', statuses)
  const scenario = row.cell('scenario')
  const scenarioId = row.text('scenario') || 'actual'
  if (scenario && !scenarios.has(scenarioId)) {
    row.diagnostics.push(unknownScenario(scenarioId, { place: scenario.place, known: scenarios.keys() }))
  }
  const sources = parseSourceRefs(row)
  const unit = metric && parseRowUnit(row, metric, measure)
  if (!metric || !unit) return undefined
  return { metric, unit, scenario: scenarioId, measure, status, sources, at: row.text('at'), note: row.text('note') }
}

/** Reads a row: a figure for each period column that has a cell, or what is wrong with it. */
function parseRow(cells: readonly Cell[], columns: FigureColumns, context: FigureContext): FiguresReading {
  const cell = (column: FigureColumn): Cell | undefined => {
    const index = columns.named.get(column)
    return index === undefined ? undefined : cells[index]
  }
  const diagnostics: Diagnostic[] = []
  const row: Row = { cell, text: (column) => cell(column)?.text ?? '', context, diagnostics }
  const extra = cells.slice(columns.count).find(({ text }) => text !== '')
  if (extra) diagnostics.push(unexpectedCell(extra.text, extra.place))
  const facts = parseRowFacts(
    row,
    cells.find(({ text }) => text !== ''),
  )
  if (!facts || diagnostics.length > 0) return { figures: [], diagnostics }
  const figures: Figure[] = []
  for (const { index, period } of columns.periods) {
    const found = cells[index]
    if (!found) continue
    const reading = parseFigure(found, period, { ...context, facts })
    if (reading.figure) figures.push(reading.figure)
    if (reading.diagnostic) diagnostics.push(reading.diagnostic)
  }
  const name = cell('metric')
  if (figures.length > 0 && facts.sources.length === 0 && context.documents.size > 0 && name) {
    diagnostics.push(missingSource(facts.metric.id, name.place))
  }
  return { figures, diagnostics }
}

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
