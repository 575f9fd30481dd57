import type { Cell, Column, DraftSeries, Reference } from '../../../charts/base/chart-builder.ts'
import { isValidIn } from '../../../format/comparison.ts'
import { decimalsFor } from '../../../format/numbers/decimals.ts'
import { formatUnit, percent } from '../../../format/units.ts'
import type { ChartMark, ChartText } from '../../../model/chart.ts'
import type { Fact } from '../../../model/fact.ts'
import { sum as addIntervals, type Interval, meets, point } from '../../../model/interval.ts'
import { add, divide, multiply, type Rational, sign, toNumber, zero } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { invalidTotal, missingChartFigures, missingSeries, unsupportedNegative } from '../../diagnostics/visuals.ts'
import { faultDiagnostic } from '../../parse/slides/chart-spec.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { sumTerm } from '../facts/facts-sum.ts'
import { metricIn } from '../slides/block-environment.ts'
import { type ChartContext, markDisplay, printFact, printNumber, printOwn } from './chart-context.ts'
import { cellOf, tipOf } from './chart-marks.ts'
import { periodLabel } from './chart-periods.ts'
import { reportShare } from './chart-series.ts'

export interface Totals {
  /** The metric that is the whole, when one is named or one is defined as the sum of the series. */
  readonly metric: string | undefined
  readonly cells: readonly (Cell | null)[]
  readonly marks: readonly (ChartMark | null)[]
}

/** The metric of the whole: the one written, else the one whose definition adds up exactly these series. */
export function wholeMetric(context: ChartContext, series: readonly DraftSeries[]): string | undefined {
  const { totals } = context.spec
  if (typeof totals === 'string') return metricIn(context, totals, ['totals'])?.id
  const parts = series
    .map(({ id }) => id)
    .sort()
    .join()
  for (const { id, definition } of context.data.metrics.values())
    if (definition?.kind === 'sum' && !definition.signs.includes(-1) && [...definition.of].sort().join() === parts)
      return id
  return undefined
}

/** Totals of the stacks: of the whole's metric, checked against the parts, or the exact sum where all parts are known. */
export function chartTotals(
  context: ChartContext,
  series: readonly DraftSeries[],
  { columns, unit }: { readonly columns: readonly Column[]; readonly unit: Unit },
): Totals {
  const metric = wholeMetric(context, series)
  const bars = series.filter(({ mark, axis }) => mark === 'bar' && axis === 'value')
  const path: KeyPath = ['totals']
  const cells = columns.map((column, index) => {
    if (metric === undefined) return null
    const label = context.data.metrics.get(metric)?.label ?? metric
    const fact = context.facts.figure({ metric, period: column.period, scenario: column.scenario })
    const cell = cellOf(context, fact, { unit, path, label, decimals: context.spec.decimals })
    if (cell) checkTotal(context, cell, { bars, index, column, unit })
    return cell
  })
  const marks = columns.map((_, index) => cells[index]?.mark ?? summedMark(context, bars, { index, unit }))
  return { metric, cells, marks }
}

/** The parts, each anywhere in the interval it stands for, must be able to add up to the total. */
function checkTotal(
  context: ChartContext,
  total: Cell,
  { bars, index, column, unit }: { bars: readonly DraftSeries[]; index: number; column: Column; unit: Unit },
): void {
  const parts = bars.flatMap(({ metric, cells }) => (isValidIn(metric, column.period) ? [cells[index] ?? null] : []))
  if (parts.some((cell) => cell === null)) return
  const bounds = parts.reduce<Interval>((all, cell) => (cell ? addIntervals(all, cell) : all), point(zero))
  if (meets(bounds, total)) return
  const sum = parts.reduce((all, cell) => add(all, cell?.value ?? zero), zero)
  context.report(
    invalidTotal({
      total: total.fact.metric,
      printed: `${total.mark.text} ${formatUnit(unit)}`,
      sum: printNumber(context, sum, { unit, decimals: decimalsFor(total.fact, unit, { display: {} }) }),
      period: periodLabel(context, column.period),
      place: context.document.placeOf(['totals']),
    }),
  )
}

function summedMark(
  context: ChartContext,
  bars: readonly DraftSeries[],
  { index, unit }: { index: number; unit: Unit },
): ChartMark | null {
  const parts = bars.map(({ cells }) => cells[index] ?? null)
  if (parts.length === 0 || parts.some((cell) => cell === null || cell.mark.drawn === 'range')) return null
  const sum = parts.reduce((all, cell) => add(all, cell?.value ?? zero), zero)
  const decimals = Math.max(...parts.map((cell) => (cell ? decimalsOf(context, cell, unit) : 0)))
  const label = context.data.config.language.charts.total
  const fact = sumOf(context, parts, label)
  if (fact) {
    const { text } = printFact(context, fact, markDisplay(unit, decimals), ['totals'])
    return { text, fact: fact.id, value: toNumber(sum), drawn: 'solid', tip: tipOf(context, fact, label) }
  }
  const text = printOwn(context, sum, { unit, decimals, name: label, path: ['totals'] })
  return { text, fact: null, value: toNumber(sum), drawn: 'solid', tip: { label, value: text, source: '' } }
}

/** The sum of the parts as a fact of its own, so that it can be traced. */
function sumOf(context: ChartContext, parts: readonly (Cell | null)[], label: string): Fact | undefined {
  const terms = parts.flatMap((cell) => (cell ? (sumTerm(cell.fact, 1) ?? []) : []))
  const fact = terms.length === parts.length ? context.facts.sum({ label, terms }) : undefined
  return fact && fact.value !== null ? fact : undefined
}

export function decimalsOf(context: ChartContext, { fact }: Cell, unit: Unit): number {
  const metric = context.data.metrics.get(fact.metric)
  const { decimals } = context.spec
  return decimalsFor(fact, unit, { metric, display: decimals === undefined ? {} : { decimals } })
}

/** Shares of each stack in per cent, the bars of a 100 % chart: bound facts where the whole is a metric. */
export function shareSeries(
  context: ChartContext,
  series: readonly DraftSeries[],
  { totals, columns }: { readonly totals: Totals; readonly columns: readonly Column[] },
): DraftSeries[] {
  return series.map((one) => ({
    ...one,
    cells: one.cells.map((cell, index) => {
      const column = columns[index]
      return cell && column ? shareCell(context, { one, cell, series, index, totals, column }) : null
    }),
  }))
}

const sumAt = (series: readonly DraftSeries[], index: number): Rational =>
  series.reduce((sum, { cells }) => add(sum, cells[index]?.value ?? zero), zero)

const inPercent = (part: Rational, whole: Rational): Rational => multiply(divide(part, whole), { n: 100n, d: 1n })

interface ShareOf {
  readonly one: DraftSeries
  readonly cell: Cell
  readonly series: readonly DraftSeries[]
  readonly index: number
  readonly totals: Totals
  readonly column: Column
}

function shareCell(context: ChartContext, { one, cell, series, index, totals, column }: ShareOf): Cell {
  const decimals = one.decimals ?? context.spec.decimals
  const whole = sumAt(series, index)
  const part = sign(whole) === 0 ? zero : inPercent(cell.value, whole)
  const { period, scenario } = column
  const fact =
    totals.metric === undefined
      ? undefined
      : context.facts.share({ metric: one.metric.id, of: totals.metric, period, scenario })
  if (fact && fact.value !== null) {
    const printed = printFact(context, fact, markDisplay(fact.unit, decimals), one.path)
    return {
      ...cell,
      fact,
      value: fact.value,
      mark: { ...cell.mark, text: printed.text, fact: fact.id, value: toNumber(fact.value) },
    }
  }
  const text = printOwn(context, part, { unit: percent, decimals: decimals ?? 1, name: one.label, path: one.path })
  return { ...cell, value: part, mark: { ...cell.mark, text, fact: null, value: toNumber(part) } }
}

interface Shares {
  /** The metric of the whole; absent: the whole is what the parts add up to, in a ring that is nothing else. */
  readonly whole: string | undefined
  readonly columns: readonly Column[]
  readonly isShown: (index: number) => boolean
  readonly decimals?: number | undefined
}

/** The parts with the share that one of them has in its whole, where a category is highlighted, else in all. */
export function withShares(
  context: ChartContext,
  series: readonly DraftSeries[],
  { whole, columns, isShown, decimals }: Shares,
): readonly DraftSeries[] {
  const { share } = context.spec
  if (share === undefined) return series
  const metric = metricIn(context, share, ['share'])?.id
  const part = series.find((one) => one.metric.id === metric)
  const isRing = context.type.family === 'parts'
  if (!metric || !part || (whole === undefined && !isRing)) {
    const known = series.map(({ id }) => id)
    if (metric && !part) context.report(missingSeries(metric, known, context.document.placeOf(['share'])))
    const hint = 'name the whole: "totals: …", a metric.'
    if (part) context.report(faultDiagnostic({ part: 'share', hint }, context.type, context.document))
    return series
  }
  const cells = part.cells.map((cell, index): Cell | null => {
    if (!cell || !columns[index] || !isShown(index)) return cell
    const ofWhole = whole === undefined ? undefined : printedShare(context, cell, { metric, whole, decimals })
    const printed = ofWhole ?? (isRing ? shareOfParts(context, cell, { part, series, index, decimals }) : undefined)
    return printed ? { ...cell, mark: { ...cell.mark, share: printed } } : cell
  })
  return series.map((one) => (one === part ? { ...one, cells } : one))
}

/** The share in a whole that is a metric: a fact. */
function printedShare(
  context: ChartContext,
  { fact: { period, scenario } }: Cell,
  { metric, whole, decimals }: { metric: string; whole: string; decimals: number | undefined },
): ChartText | undefined {
  const fact = context.facts.share({ metric, of: whole, period, scenario })
  if (fact.value === null) return undefined
  const { text } = printFact(context, fact, markDisplay(fact.unit, decimals), ['share'])
  return { text, fact: fact.id }
}

/** The share in what all parts add up to; none where one of them is not known. */
function shareOfParts(
  context: ChartContext,
  cell: Cell,
  {
    part,
    series,
    index,
    decimals = 1,
  }: { part: DraftSeries; series: readonly DraftSeries[]; index: number; decimals: number | undefined },
): ChartText | undefined {
  const whole = sumAt(series, index)
  if (sign(whole) === 0 || series.some(({ cells }) => !cells[index])) return undefined
  const value = inPercent(cell.value, whole)
  return { text: printOwn(context, value, { unit: percent, decimals, name: part.label, path: ['share'] }), fact: null }
}

/** The share of one line item in another as a mark, in per cent. */
export function shareOfItem(
  context: ChartContext,
  part: Reference,
  { whole, column }: { readonly whole: Reference; readonly column: Column },
): Cell | null {
  const { metric, spec, label, path } = part
  const scenario = spec.scenario ?? column.scenario
  for (const item of [part, whole]) reportShare(context, item)
  const fact = context.facts.share({ metric: metric.id, of: whole.metric.id, period: column.period, scenario })
  const decimals = spec.decimals ?? context.spec.decimals
  const cell = cellOf(context, fact, { unit: fact.unit, path, label, decimals })
  if (!cell) {
    const place = context.document.placeOf(path)
    context.report(missingChartFigures(`${metric.id} or ${whole.metric.id}`, column.label, place))
  }
  return cell
}

/** Parts of a whole cannot be negative. */
export function rejectNegatives(
  context: ChartContext,
  series: readonly DraftSeries[],
  columns: readonly Column[],
): void {
  for (const { metric, cells, axis, mark, path } of series) {
    const index = axis === 'value' && mark === 'bar' ? cells.findIndex((cell) => cell && sign(cell.value) < 0) : -1
    if (index < 0) continue
    const place = context.document.placeOf(path)
    const period = columns[index]?.label ?? ''
    context.report(unsupportedNegative(metric.id, { type: context.spec.type, period, place }))
  }
}

/** Zeros are no parts of a whole: no bar and no ring can be drawn of them. */
export function rejectNothing(context: ChartContext, series: readonly DraftSeries[], columns: readonly Column[]): void {
  const parts = series.filter(({ axis, mark }) => axis === 'value' && mark === 'bar')
  const empty = columns.find((_, index) => {
    const known = parts.flatMap(({ cells }) => cells[index] ?? [])
    return known.length > 0 && known.every(({ value }) => sign(value) === 0)
  })
  if (!empty) return
  const part = context.spec.items ? 'items' : 'series'
  const hint = `all of them are zero in ${empty.label}, and nothing has no parts: take another period, or a bar chart.`
  context.report(faultDiagnostic({ part, hint }, context.type, context.document))
}
