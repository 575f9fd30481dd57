import { present } from '../../format/present.ts'
import { isConvertible } from '../../format/unit.ts'
import type { Inline } from '../../model/content.ts'
import type { TableCell } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { Display } from '../../model/fact-book.ts'
import type { Metric } from '../../model/figure.ts'
import type { Unit } from '../../model/unit.ts'
import type { BlockEnvironment } from './block.ts'
import type { ChangeColumn, PeriodColumn } from './table-columns.ts'
import type { MetricRow } from './table-rows.ts'

/** A cell before its column is aligned. */
export interface LooseCell {
  readonly runs: readonly Inline[]
  readonly decimals: number | undefined // undefined: nothing to align
}

interface CellOptions {
  readonly environment: BlockEnvironment
  readonly unit: Unit | undefined
  readonly decimals: number | undefined
}

const questionOf = (row: MetricRow, column: PeriodColumn) => {
  const scenario = column.scenario ?? row.scenario
  return { metric: row.metric.id, period: column.period, ...(scenario !== undefined && { scenario }) }
}

/** The table's unit stands over it; a row of another kind of unit prints its own. */
function displayOf(fact: Fact, row: MetricRow, { unit, decimals }: CellOptions): Display {
  const fits = unit !== undefined && isConvertible(fact.unit, unit)
  const as = row.unit && isConvertible(fact.unit, row.unit) ? row.unit : fits ? unit : undefined
  const isOwn = row.unit !== undefined && as === row.unit && as.exponent !== unit?.exponent
  const inTableUnit = fits && !isOwn
  return {
    ...(as && { as }),
    unit: !inTableUnit,
    ...(decimals !== undefined && (inTableUnit || isOwn) && { decimals }),
  }
}

function write(fact: Fact, metric: Metric, display: Display, environment: BlockEnvironment): LooseCell {
  const { config } = environment.context.data
  if (fact.absence === 'missing') return { runs: [{ kind: 'text', text: config.numbers.missing }], decimals: undefined }
  const printed = present(fact, metric, display, config)
  const run = environment.printed.write({ kind: 'figure', fact, printed }, environment.place)
  const isBare = display.unit === false || fact.unit.kind === 'percent' // words after the digits cannot align
  return { runs: [run], decimals: printed.displayed === '' || !isBare ? undefined : printed.decimals }
}

export function figureCell(row: MetricRow, column: PeriodColumn, options: CellOptions): LooseCell {
  const { environment } = options
  const fact = environment.context.facts.figure(questionOf(row, column))
  return write(fact, row.metric, displayOf(fact, row, options), environment)
}

/** A share of the whole; empty where the row is of another kind than the whole. */
export function shareCell(
  row: MetricRow,
  column: PeriodColumn,
  whole: Metric | undefined,
  { environment }: CellOptions,
): LooseCell {
  if (!whole || !isConvertible(row.metric.unit, whole.unit)) return { runs: [], decimals: undefined }
  const fact = environment.context.facts.share({ ...questionOf(row, column), of: whole.id })
  return write(fact, row.metric, {}, environment)
}

export function changeCell(row: MetricRow, { kind, from, to }: ChangeColumn, options: CellOptions): LooseCell {
  const { environment } = options
  const { facts } = environment.context
  const vsScenario = from?.scenario ?? row.scenario
  const versus = from && { vs: from.period, ...(vsScenario !== undefined && { vsScenario }) }
  const fact = facts.ask(kind, { ...questionOf(row, to), ...versus })
  const display = kind === 'difference' ? displayOf(fact, row, options) : {}
  return write(fact, row.metric, { ...display, form: 'signed', comparator: false }, environment)
}

const figureSpace = '\u2007'
const punctuationSpace = '\u2008'

/** Fills up the decimals of a column with spaces of the same width, so that the points stand over each other. */
export function alignCells(rows: readonly (readonly LooseCell[])[]): readonly (readonly TableCell[])[] {
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
