import { defaultDecimals } from '../../../format/numbers/decimals.ts'
import { gapPrinted, present } from '../../../format/present.ts'
import {
  isConvertible,
  isOwnScale,
  isPer,
  isPerShare,
  isSameUnit,
  isUnscalable,
  namesPer,
  percent,
  points,
  unitWords,
  withoutPer,
} from '../../../format/units.ts'
import { type Inline, plainText } from '../../../model/content.ts'
import type { TableCell } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Display } from '../../../model/fact-book.ts'
import type { Metric } from '../../../model/figure.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import { missingFigure } from '../../diagnostics/placeholders.ts'
import { isExpected } from '../facts/facts-expected.ts'
import { presentWithDigits, reportLostDigits } from '../lost-digits.ts'
import type { BlockEnvironment } from '../slides/block-environment.ts'
import type { CellColumn, ChangeColumn, PeriodColumn, ProgressColumn } from './table-columns.ts'
import type { MetricRow } from './table-rows.ts'

/** A cell before its column is aligned. */
interface LooseCell extends Pick<TableCell, 'runs' | 'missing'> {
  readonly decimals: number | undefined // undefined: nothing to align
  readonly isOfOwnUnit?: boolean // its row names a unit that is not the table's
}

/** How the figures of a table are printed. */
export interface CellOptions {
  readonly environment: BlockEnvironment
  /** Printed once, over the table. */
  readonly unit: Unit | undefined
  /** Where a row in another unit prints its own: in its cells, or once beside its label. */
  readonly units: 'cells' | 'labels' | 'column'
  readonly decimals: number | undefined
  readonly whole: Metric | undefined
}

const empty: LooseCell = { runs: [], decimals: undefined }

const questionOf = (row: MetricRow, column: PeriodColumn) => {
  const scenario = column.scenario ?? row.scenario
  return { metric: row.metric.id, period: column.period, ...(scenario !== undefined && { scenario }) }
}

const fitsTable = (own: Unit, { metric }: MetricRow, unit: Unit | undefined): unit is Unit =>
  unit !== undefined && isConvertible(own, unit) && !(isOwnScale(metric) && !isSameUnit(own, unit))

const isGrowth = ({ measure }: MetricRow): boolean => measure === 'yoy' || measure === 'qoq'

/** The unit that all figures of a row are printed in. */
function rowUnit(row: MetricRow, unit: Unit | undefined): Unit {
  if (isGrowth(row)) return isPercentage(row.metric) ? points : percent
  return row.unit ?? (fitsTable(row.metric.unit, row, unit) ? unit : row.metric.unit)
}

/** Whether a row's unit stands once, beside its label: always that of things counted, whose noun in each cell says nothing more. */
function isNamedOnce(row: MetricRow, { unit, units }: Pick<CellOptions, 'unit' | 'units'>): boolean {
  const { kind, base } = rowUnit(row, unit)
  return units !== 'cells' || (kind === 'count' && base !== 'x')
}

/** What stands beside a row's label: its unit, where it is not that of the table. */
export function unitBeside(row: MetricRow, options: CellOptions): string | undefined {
  const { unit, environment } = options
  const own = rowUnit(row, unit)
  if (!isNamedOnce(row, options) || (unit && isSameUnit(own, unit))) return undefined
  const { language, numbers } = environment.context.data.config
  return unitWords(own, language, numbers)
}

/** The same, without what the label says already: "Earnings per share", $. */
export function shortUnitBeside(row: MetricRow, options: CellOptions): string | undefined {
  const own = rowUnit(row, options.unit)
  const { language, numbers } = options.environment.context.data.config
  const full = unitBeside(row, options)
  return full !== undefined && saysPer(row, own, options.environment)
    ? unitWords(withoutPer(own), language, numbers)
    : full
}

/** "Earnings per share" is an amount of money: its label says per what. */
const saysPer = ({ label }: MetricRow, unit: Unit, { context }: BlockEnvironment): boolean =>
  namesPer(plainText(label), unit, context.data.config.language)

/** The table's unit stands over it; a row of another kind of unit prints its own. */
function displayOf(fact: Fact, row: MetricRow, { unit, units, decimals, environment }: CellOptions): Display {
  if (isNamedOnce(row, { unit, units })) {
    const as = rowUnit(row, unit)
    if (!isConvertible(fact.unit, as)) return {}
    const isTables = unit !== undefined && isSameUnit(as, unit)
    const own = row.decimals ?? (isTables ? decimals : undefined)
    return { as, unit: false, ...(own !== undefined && { decimals: own }) }
  }
  const fits = fitsTable(fact.unit, row, unit)
  const as = row.unit && isConvertible(fact.unit, row.unit) ? row.unit : fits ? unit : undefined
  const isOwn = row.unit !== undefined && as === row.unit && as.exponent !== unit?.exponent
  const inTableUnit = fits && !isOwn
  const asked = row.decimals ?? decimals
  return {
    ...(as && { as }),
    ...(saysPer(row, fact.unit, environment) && { per: false }),
    unit: !inTableUnit,
    ...(asked !== undefined && (inTableUnit || isOwn) && { decimals: asked }),
  }
}

/** In a draft, a cell whose figure is still to come. */
function gapCell(fact: Fact, place: Place, { context, printed, report }: BlockEnvironment): LooseCell {
  report(missingFigure(fact.id, place, { part: 'cell' }))
  const run = printed.write({ kind: 'figure', fact, printed: gapPrinted(context.data.config) }, place)
  return { runs: [run], decimals: undefined, missing: fact.metric }
}

function write(
  fact: Fact,
  { metric, place }: MetricRow,
  display: Display,
  { environment, units, unit }: CellOptions,
): LooseCell {
  const { data, facts, draft } = environment.context
  const { config } = data
  if (draft && isExpected(fact, { data, find: facts.find })) return gapCell(fact, place, environment)
  if (fact.absence === 'missing')
    return { runs: [{ kind: 'text', text: config.numbers.missing }], decimals: undefined, missing: metric.id }
  const printed = present(fact, metric, display, config)
  reportLostDigits({ fact, printed, place }, environment)
  const run = environment.printed.write({ kind: 'figure', fact, printed }, environment.place)
  // points of unlike units do not stand over each other, nor do those of ranges
  const isMixed = units === 'column' || (units === 'labels' && printed.displayed.includes('..'))
  const endsInDigits = display.unit === false || (display.per === false && fact.unit.exponent === 0)
  const isBare = endsInDigits || fact.unit.kind === 'percent' // words after the digits cannot align
  return {
    runs: [run],
    decimals: printed.displayed === '' || !isBare || isMixed ? undefined : printed.decimals,
    isOfOwnUnit: units === 'labels' && unit !== undefined && display.as !== undefined && !isSameUnit(display.as, unit),
  }
}

/** The fact with the other sign, where the row is an amount that is taken away. */
function figureFact(row: MetricRow, column: PeriodColumn, { environment }: CellOptions): Fact {
  const { facts } = environment.context
  const question = questionOf(row, column)
  const taken = row.isTakenAway
    ? facts.sum({ label: plainText(row.label), terms: [{ measure: 'value', sign: -1, question }] })
    : undefined
  return taken ?? facts.figure(question)
}

/** A change that a row prints as such; published ones go before computed ones. */
function measuredCell(row: MetricRow, column: PeriodColumn, options: CellOptions): LooseCell {
  const fact = options.environment.context.facts.ask(row.measure ?? 'value', questionOf(row, column))
  const own = row.decimals === undefined ? {} : { decimals: row.decimals }
  const display = isGrowth(row) && options.units === 'cells' ? own : { ...displayOf(fact, row, options), ...own }
  return write(fact, row, { ...display, form: 'signed', comparator: false }, options)
}

function figureCell(row: MetricRow, column: PeriodColumn, options: CellOptions): LooseCell {
  if (row.measure !== undefined) return measuredCell(row, column, options)
  const fact = figureFact(row, column, options)
  return write(fact, row, displayOf(fact, row, options), options)
}

/** A share of the whole; empty where the row is of another kind than the whole. */
function shareCell(row: MetricRow, column: PeriodColumn, options: CellOptions): LooseCell {
  const { environment, whole } = options
  if (!whole || row.measure !== undefined || !isConvertible(row.metric.unit, whole.unit) || isUnscalable(row.metric))
    return empty
  const fact = environment.context.facts.share({ ...questionOf(row, column), of: whole.id })
  const { decimals } = presentWithDigits(fact, row.metric, environment.context.data.config)
  return write(fact, row, fact.value === null ? {} : { decimals }, options)
}

const isPercentage = ({ unit }: Metric): boolean => unit.kind === 'percent' || unit.kind === 'points'

function changeCell(row: MetricRow, column: ChangeColumn, options: CellOptions): LooseCell {
  const { kind, besidePoints, besideDifferences, from, to } = column
  const { facts } = options.environment.context
  if (row.measure !== undefined) return empty
  const inPoints = isPercentage(row.metric)
  if (kind === 'points' ? !inPoints : besidePoints && inPoints) return empty
  const inTimes = row.metric.unit.base === 'x'
  if (kind === 'growth' && inTimes && besideDifferences) return empty
  const vsScenario = from?.scenario ?? row.scenario
  const versus = from && { vs: from.period, ...(vsScenario !== undefined && { vsScenario }) }
  const question = { ...questionOf(row, to), ...versus }
  const taken =
    row.isTakenAway && kind === 'difference'
      ? facts.sum({ label: plainText(row.label), terms: [{ measure: 'difference', sign: -1, question }] })
      : undefined
  const fact = taken ?? facts.ask(kind === 'points' ? 'difference' : kind, question)
  const isInUnit = kind === 'difference' || (kind === 'growth' && inTimes)
  const isInPoints = kind === 'points' && fact.unit.exponent === 0 // basis points name themselves
  const display = isInUnit ? displayOf(fact, row, options) : isInPoints ? { unit: false } : {}
  return write(fact, row, { ...display, form: 'signed', comparator: false }, options)
}

/** How much of the year's guidance is reached: of flows only, as a balance, a margin or a cost per tonne makes no progress. */
function progressOf(row: MetricRow, { actual, of }: ProgressColumn, environment: BlockEnvironment): Fact | undefined {
  const { metric } = row
  const isLevel = isPercentage(metric) || metric.unit.base === 'x' || metric.kind === 'stock'
  const isPrice = metric.kind === 'ratio' && isPer(metric.unit) && !isPerShare(metric.unit)
  if (row.measure !== undefined || isLevel || isPrice) return undefined
  return environment.context.facts.progress({ ...questionOf(row, actual), of: questionOf(row, of) })
}

/** Decimals that all cells of a column of progress can have; undefined where none has a number. */
export function progressDecimals(
  rows: readonly MetricRow[],
  column: ProgressColumn,
  environment: BlockEnvironment,
): number | undefined {
  const decimals = rows.flatMap((row) => {
    const fact = progressOf(row, column, environment)
    return fact?.low && fact.high ? [defaultDecimals(fact, fact.unit, row.metric)] : []
  })
  return decimals.length === 0 ? undefined : Math.min(...decimals)
}

function progressCell(row: MetricRow, column: ProgressColumn, options: CellOptions): LooseCell {
  const fact = progressOf(row, column, options.environment)
  const { decimals } = column
  return fact ? write(fact, row, decimals === undefined ? {} : { decimals }, options) : empty
}

/** What stands in a row under a column. */
export function cellOf(row: MetricRow, column: CellColumn, options: CellOptions): LooseCell {
  switch (column.kind) {
    case 'text':
      return { runs: row.texts.get(column.name) ?? [], decimals: undefined }
    case 'unit':
      return { runs: dataRuns(unitBeside(row, options) ?? ''), decimals: undefined }
    case 'figure':
      return figureCell(row, column.column, options)
    case 'share':
      return shareCell(row, column.column, options)
    case 'progress':
      return progressCell(row, column, options)
    default:
      return changeCell(row, column, options)
  }
}

const dataRuns = (text: string): readonly Inline[] => (text === '' ? [] : [{ kind: 'data', text }])

const figureSpace = '\u2007'
const punctuationSpace = '\u2008'

/**
 * Fills up the decimals of a column with spaces of the same width, so that the points stand over each other. Yen per share do not compare
 * with billions: a row of a unit of its own ends at the edge of the column.
 */
export function alignCells(rows: readonly (readonly LooseCell[])[]): readonly (readonly TableCell[])[] {
  const widest: number[] = []
  for (const row of rows)
    for (const [column, { decimals = 0 }] of row.entries()) widest[column] = Math.max(widest[column] ?? 0, decimals)
  return rows.map((row) =>
    row.map(({ runs, decimals, missing, isOfOwnUnit }, column) => {
      const all = widest[column] ?? 0
      const lacking = decimals === undefined || isOfOwnUnit === true ? 0 : all - decimals
      const point = decimals === 0 && lacking > 0 ? punctuationSpace : ''
      return { runs, pad: point + figureSpace.repeat(lacking), ...(missing !== undefined && { missing }) }
    }),
  )
}
