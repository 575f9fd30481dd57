import { endOf } from '../../../format/calendar.ts'
import { metricNamed } from '../../../format/fact-names.ts'
import { parsePeriod } from '../../../format/period-text.ts'
import { formatUnit, isConvertible, parseUnit, unitNames } from '../../../format/units.ts'
import type { FileSettings } from '../../../model/deck.ts'
import { type Diagnostic, joinReadings, type Reading } from '../../../model/diagnostic.ts'
import { type Figure, type Measure, type Metric, measures, type SourceRef, type Status } from '../../../model/figure.ts'
import { type Period, periodKey } from '../../../model/period.ts'
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
  unknownPeriodLabel,
  unknownScenario,
  unknownUnit,
} from '../../diagnostics/data.ts'
import { periodExamples } from '../settings/deck-config.ts'
import type { SourceCell, SourceGrid } from './csv.ts'
import { type Notation, settlesPoint } from './digits.ts'
import { parseFigure, partOf, placesByPeriod, type RowAttributes, writingOf } from './figure-cell.ts'
import type { FigureContext } from './figure-context.ts'
import { readGrids } from './grids.ts'
import { type HeadWords, wordedHead } from './worded-head.ts'

/** `label` is for people: it is read by nobody. */
const figureColumns = ['metric', 'unit', 'scenario', 'measure', 'status', 'source', 'at', 'note', 'label'] as const
type FigureColumn = (typeof figureColumns)[number]

/** Which column holds what. */
interface FigureColumns {
  readonly named: ReadonlyMap<FigureColumn, number>
  readonly periods: readonly { readonly index: number; readonly period: Period }[]
  /** Columns of the header; cells beyond them are mistakes. */
  readonly count: number
}

const isFigureColumn = (text: string): text is FigureColumn => figureColumns.some((column) => column === text)

/** A header with a digit is meant as a period; other words are misspelt columns. */
const looksLikePeriod = (text: string): boolean => /\d/.test(text)

/**
 * Reads the header of a figure table. A column that is wrong is left out, the others are read; undefined when no row can
 * be read without what is missing.
 */
function parseHeader(header: readonly SourceCell[], words: HeadWords): Reading<FigureColumns | undefined> {
  const { calendar } = words
  const diagnostics: Diagnostic[] = []
  const named = new Map<FigureColumn, number>()
  const periods: { index: number; period: Period }[] = []
  const seen = new Set<string>()
  const count = header.findLastIndex(({ text }) => text !== '') + 1
  header.slice(0, count).forEach(({ text, place }, index) => {
    const period = isFigureColumn(text) ? undefined : (parsePeriod(text, calendar) ?? wordedHead(text, words))
    const key = period ? periodKey(period) : text
    if (seen.has(key)) diagnostics.push(duplicateColumn(text, place))
    else if (isFigureColumn(text)) named.set(text, index)
    else if (period) periods.push({ index, period })
    else if (looksLikePeriod(text))
      diagnostics.push(unknownPeriodLabel(text, { place, examples: periodExamples(calendar) }))
    else diagnostics.push(unknownColumn(text, { place, known: figureColumns }))
    seen.add(key)
  })
  const first = header[0]
  const missing = (['metric', 'unit'] as const).filter((column) => !named.has(column))
  if (first && diagnostics.length === 0)
    diagnostics.push(...missing.map((column) => missingColumn(column, first.place)))
  const hasNoPeriod = periods.length === 0 && diagnostics.length === 0
  if (hasNoPeriod && first) diagnostics.push(missingColumn(`a period such as ${periodExamples(calendar)}`, first.place))
  return { value: missing.length > 0 ? undefined : { named, periods, count }, diagnostics }
}

/** Half-year reporters have no quarter before. */
const measuresOfHalves = measures.filter((measure) => !measure.startsWith('qoq'))
const statuses = ['published', 'derived', 'range', 'restated'] as const satisfies readonly Status[]

/** The measure of the row: one of the list, or a change from a period that the row names. */
function measureOf(row: Row, metric: Metric | undefined): Reading<Measure> {
  const { calendar } = row.context
  const cell = row.cell('measure')
  const [, kind, label = ''] = /^(change|difference) from (.+)$/.exec(cell?.text ?? '') ?? []
  if (!cell || (kind !== 'change' && kind !== 'difference')) {
    const choices = calendar.subPeriods === 'quarters' ? measures : measuresOfHalves
    const { value = 'value', diagnostics } = choiceOf(row, 'measure', choices)
    return { value, diagnostics }
  }
  const period = parsePeriod(label, calendar)
  const stated = period?.kind === 'span' && metric?.kind === 'stock' ? endOf(period) : period
  return {
    value: `${kind} from ${stated?.label ?? label}`,
    diagnostics: period ? [] : [unknownPeriodLabel(label, { place: cell.place, examples: periodExamples(calendar) })],
  }
}

interface Row {
  readonly cell: (column: FigureColumn) => SourceCell | undefined
  readonly text: (column: FigureColumn) => string
  readonly context: FigureContext
}

/** The cell's choice, undefined when it is empty; a diagnostic when it is not one of them. */
function choiceOf<T extends string>(row: Row, column: FigureColumn, choices: readonly T[]): Reading<T | undefined> {
  const cell = row.cell(column)
  if (!cell || cell.text === '') return { value: undefined, diagnostics: [] }
  const value = choices.find((candidate) => candidate === cell.text)
  const diagnostics = value ? [] : [invalidChoice(column, cell.text, { place: cell.place, known: choices })]
  return { value, diagnostics }
}

/** A cell that must not be empty; `fallback` is where a missing one is reported when the row ends before it. */
function requiredCell(
  row: Row,
  column: FigureColumn,
  fallback: SourceCell | undefined,
): Reading<SourceCell | undefined> {
  const cell = row.cell(column)
  if (cell && cell.text !== '') return { value: cell, diagnostics: [] }
  const place = cell?.place ?? fallback?.place
  return { value: undefined, diagnostics: place ? [missingCell(column, place)] : [] }
}

function metricOf(row: Row, first: SourceCell | undefined): Reading<Metric | undefined> {
  const { metrics } = row.context
  const { value: name, diagnostics } = requiredCell(row, 'metric', first)
  if (!name) return { value: undefined, diagnostics }
  const value = metricNamed(metrics, name.text)
  return { value, diagnostics: value ? [] : [unknownMetric(name.text, { place: name.place, known: metrics.keys() })] }
}

function scenarioOf(row: Row): Reading<string> {
  const { scenarios } = row.context
  const cell = row.cell('scenario')
  const value = row.text('scenario') || 'actual'
  const isUnknown = cell !== undefined && !scenarios.has(value)
  return {
    value,
    diagnostics: isUnknown ? [unknownScenario(value, { place: cell.place, known: scenarios.keys() })] : [],
  }
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

function unitOf(row: Row, metric: Metric, measure: Measure): Reading<Unit | undefined> {
  const { units } = row.context
  const { value: cell, diagnostics } = requiredCell(row, 'unit', row.cell('metric'))
  if (!cell) return { value: undefined, diagnostics }
  const { text, place } = cell
  const unit = parseUnit(text, units)
  if (!unit) return { value: undefined, diagnostics: [unknownUnit(text, { place, known: unitNames(units) })] }
  const expected = unitMismatch(unit, metric, measure)
  if (expected === undefined) return { value: unit, diagnostics }
  const what = measure === 'value' ? metric.id : `${measure} of ${metric.id}`
  return { value: undefined, diagnostics: [invalidUnit(text, { place, metric: what, expected })] }
}

/** "S01; S02" with the place in them. */
function sourcesOf(row: Row): Reading<readonly SourceRef[]> {
  const cell = row.cell('source')
  if (!cell || cell.text === '') return { value: [], diagnostics: [] }
  const at = row.text('at')
  const { documents } = row.context
  let offset = 0
  return joinReadings(
    cell.text.split(';').map((part): Reading<SourceRef | undefined> => {
      const document = part.trim()
      const start = offset + part.length - part.trimStart().length
      offset += part.length + 1
      if (documents.has(document)) return { value: { document, at }, diagnostics: [] }
      const place = partOf(cell.place, start, document.length)
      return { value: undefined, diagnostics: [unknownDocument(document, { place, known: documents.keys() })] }
    }),
  )
}

function parseAttributes(row: Row, first: SourceCell | undefined): Reading<RowAttributes | undefined> {
  const metric = metricOf(row, first)
  const measure = measureOf(row, metric.value)
  const status = choiceOf(row, 'status', statuses)
  const scenario = scenarioOf(row)
  const sources = sourcesOf(row)
  const unit = metric.value && unitOf(row, metric.value, measure.value)
  const readings = [metric, measure, status, scenario, sources, ...(unit ? [unit] : [])]
  const diagnostics = readings.flatMap((reading) => reading.diagnostics)
  if (!metric.value || !unit?.value) return { value: undefined, diagnostics }
  const attributes: RowAttributes = {
    metric: metric.value,
    unit: unit.value,
    scenario: scenario.value,
    measure: measure.value,
    status: status.value,
    sources: sources.value,
    at: row.text('at'),
    places: placesByPeriod(row.text('at'), row.context.calendar),
    note: row.text('note'),
  }
  return { value: attributes, diagnostics }
}

/** Reads a row: a figure for each period column that has a cell, or what is wrong with it. */
function parseRow(
  cells: readonly SourceCell[],
  columns: FigureColumns,
  context: FigureContext & { readonly notation: Notation },
): Reading<readonly Figure[]> {
  const cell = (column: FigureColumn): SourceCell | undefined => {
    const index = columns.named.get(column)
    return index === undefined ? undefined : cells[index]
  }
  const row: Row = { cell, text: (column) => cell(column)?.text ?? '', context }
  const first = cells.find(({ text }) => text !== '')
  const extra = cells.slice(columns.count).find(({ text }) => text !== '')
  const { value: attributes, diagnostics: ofRow } = parseAttributes(row, first)
  const mistakes = [...(extra ? [unexpectedCell(extra.text, extra.place)] : []), ...ofRow]
  if (!attributes || mistakes.length > 0) return { value: [], diagnostics: mistakes }
  const hasNumbers = columns.periods.some(({ index }) => cells[index]?.number !== undefined)
  const inRow = { calendar: context.calendar, attributes, writing: writingOf(attributes, context), hasNumbers }
  const { value, diagnostics } = joinReadings(
    columns.periods.flatMap(({ index, period }) => {
      const found = cells[index]
      return found ? [parseFigure(found, period, inRow)] : []
    }),
  )
  const name = cell('metric')
  const hasNoSource = value.length > 0 && attributes.sources.length === 0 && context.documents.size > 0
  const unsourced = hasNoSource && name ? [missingSource(attributes.metric.id, name.place)] : []
  return { value, diagnostics: [...diagnostics, ...unsourced] }
}

/** Only between commas is it certain that the file was written with decimal points. */
function notationOf({ rows, separator }: SourceGrid, { periods }: FigureColumns, { decimal }: FileSettings): Notation {
  if (decimal !== undefined) return decimal === ',' ? 'comma' : 'point'
  if (separator === undefined || separator === ',') return 'point'
  const cells = rows.slice(1).flatMap((row) => periods.map(({ index }) => row[index]?.text ?? ''))
  return settlesPoint(cells) ? 'point' : 'unsettled'
}

function parseGrid(grid: SourceGrid, context: FigureContext): Reading<readonly Figure[]> {
  const [header, ...body]: readonly (readonly SourceCell[])[] = grid.rows
  if (!header) return { value: [], diagnostics: [] }
  const { value: columns, diagnostics } = parseHeader(header, context)
  if (!columns) return { value: [], diagnostics }
  const inGrid = { ...context, notation: notationOf(grid, columns, context.files) }
  const rows = joinReadings(body.map((cells) => parseRow(cells, columns, inGrid)))
  return { value: rows.value.flat(), diagnostics: [...diagnostics, ...rows.diagnostics] }
}

/** Reads a file of data/figures: one row a line item, one column a period. */
export function parseFigures(file: SourceFile, context: FigureContext): Reading<readonly Figure[]> {
  const grids = readGrids(file, context.files)
  const figures = joinReadings(grids.value.map((grid) => parseGrid(grid, context)))
  return { value: figures.value.flat(), diagnostics: [...grids.diagnostics, ...figures.diagnostics] }
}
