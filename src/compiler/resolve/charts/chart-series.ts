import type { Column, DraftSeries, Reference, SeriesOptions } from '../../../charts/base/chart-builder.ts'
import type { ItemSpec, SeriesSpec } from '../../../charts/base/keys.ts'
import { decimalsFor } from '../../../format/numbers/decimals.ts'
import { formatUnit, isConvertible, isOwnScale, isSameUnit, isUnscalable } from '../../../format/units.ts'
import type { ChartSeries } from '../../../model/chart.ts'
import type { Fact } from '../../../model/fact.ts'
import { sign } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import {
  duplicatePart,
  missingChartFigures,
  unsupportedChartUnit,
  unsupportedShare,
} from '../../diagnostics/visuals.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { containment } from '../facts/facts-contained.ts'
import { isExpected } from '../facts/facts-expected.ts'
import { metricIn, scenarioIn, unitIn } from '../slides/block-environment.ts'
import type { ChartContext } from './chart-context.ts'
import { cellOf } from './chart-marks.ts'

export function references(context: ChartContext, items: readonly ItemSpec[], path: KeyPath): Reference[] {
  return items.flatMap((item, index) => reference(context, item, [...path, index]) ?? [])
}

/** The line item that stands at a path. */
export function reference(context: ChartContext, item: ItemSpec, path: KeyPath): Reference | undefined {
  const spec: SeriesSpec = typeof item === 'string' ? { metric: item } : item
  const metric = metricIn(context, spec.metric, typeof item === 'string' ? path : [...path, 'metric'])
  scenarioIn(context, spec.scenario, [...path, 'scenario'])
  if (!metric) return undefined
  const label =
    spec.label === undefined ? (metric.short ?? metric.label) : context.printText(spec.label, [...path, 'label'])
  return { spec, metric, label, path }
}

/** The fact that a reference stands for in a column. */
export function factOf(context: ChartContext, { spec, metric }: Reference, column: Column): Fact {
  const question = { metric: metric.id, period: column.period, scenario: spec.scenario ?? column.scenario }
  return context.facts.ask(spec.measure ?? 'value', question)
}

/** One series over the columns; a metric without any figure there is a mistake, single gaps only where there may be none. */
export function draftSeries(
  context: ChartContext,
  reference: Reference,
  { columns, unit, gapless = false, axis }: SeriesOptions & { readonly axis?: ChartSeries['axis'] },
): DraftSeries {
  const { spec, metric, label, path } = reference
  const facts = columns.map((column) => factOf(context, reference, column))
  reportOwnScale(context, reference, unit)
  if (axis !== 'ratio') reportShare(context, reference)
  const usual = usualDecimals(context, facts, unit)
  // The chart's decimals are those of its unit: a ratio over the columns has its own, or those of its figures.
  const decimals = spec.decimals ?? (axis === 'ratio' ? undefined : context.spec.decimals)
  const cells = facts.map((fact) => cellOf(context, fact, { unit, path, label, usual, decimals }))
  const empty = columns.filter((_, index) => !cells[index])
  if (empty.length > 0 && (gapless || empty.length === columns.length))
    reportEmpty(context, reference, { columns: empty, unit })
  else reportOpen(context, reference, columns, facts)
  const isLine = spec.as === 'line' || axis === 'ratio' || (context.type.mark === 'line' && spec.as === undefined)
  const measure = spec.measure && spec.measure !== 'value' ? `:${spec.measure}` : ''
  const scenario = spec.scenario ? `#${spec.scenario}` : ''
  return {
    id: `${metric.id}${measure}${scenario}`,
    metric,
    label,
    mark: isLine ? 'line' : 'bar',
    axis: axis ?? 'value',
    color: spec.color ?? metric.color,
    decimals: spec.decimals,
    path,
    cells,
  }
}

/** An amount per share or head is not drawn in the millions of the first series, unless the chart's own unit says so. */
function reportOwnScale({ spec, document, report }: ChartContext, { metric, path }: Reference, unit: Unit): void {
  if (spec.unit !== undefined || !isOwnScale(metric) || !isConvertible(metric.unit, unit)) return
  if (isSameUnit(metric.unit, unit) || path[0] === 'ratio') return
  const [own, place] = [formatUnit(metric.unit), document.placeOf(path)]
  report(unsupportedChartUnit(formatUnit(unit), { metric: metric.id, own, place }))
}

/** Slices, dots and the bars of a 100 % chart are parts of a whole. */
export function reportShare({ type, document, report }: ChartContext, { metric, spec, path }: Reference): void {
  const showsShares = type.shares || type.family === 'parts' || type.family === 'field'
  if (showsShares && spec.as !== 'line' && isUnscalable(metric))
    report(unsupportedShare(metric.id, formatUnit(metric.unit), document.placeOf(path)))
}

/** Of parts that add up none holds another, or it would be counted twice. */
export function rejectOverlaps(context: ChartContext, series: readonly DraftSeries[]): void {
  const parts = series.filter(({ axis, mark }) => axis === 'value' && mark === 'bar')
  for (const part of parts)
    for (const whole of parts) {
      const by = containment(whole.metric.id, part.metric.id, context.data.metrics)
      if (by === undefined || !addUp(whole, part)) continue
      const place = context.document.placeOf(part.path)
      context.report(duplicatePart(part.metric.id, { whole: whole.metric.id, by, type: context.spec.type, place }))
    }
}

/** Whether two series stand on each other somewhere: figures of one period and scenario, on one side of zero. */
const addUp = (a: DraftSeries, b: DraftSeries): boolean =>
  a.cells.some((one, index) => {
    const other = b.cells[index]
    if (!one || !other || sign(one.value) !== sign(other.value)) return false
    const [first, second] = [one.fact, other.fact]
    return first.period.label === second.period.label && first.scenario === second.scenario
  })

/** The decimals that most figures of a series print with: one odd figure does not get more than its neighbours. */
function usualDecimals(context: ChartContext, facts: readonly Fact[], unit: Unit): number {
  const counts = new Map<number, number>()
  for (const fact of facts) {
    if (fact.absence === 'missing' || !isConvertible(fact.unit, unit)) continue
    const decimals = decimalsFor(fact, unit, { metric: context.data.metrics.get(fact.metric), display: {} })
    counts.set(decimals, (counts.get(decimals) ?? 0) + 1)
  }
  const [usual] = [...counts].sort(([a, often], [b, oftener]) => oftener - often || a - b)
  return usual?.[0] ?? 0
}

/** In a draft, single columns whose figures are still to come. */
function reportOpen(
  context: ChartContext,
  { metric, path }: Reference,
  columns: readonly Column[],
  facts: readonly Fact[],
): void {
  if (!context.context.draft) return
  const open = columns.filter((_, index) => {
    const fact = facts[index]
    return fact !== undefined && isExpected(fact, { data: context.data, find: context.facts.find })
  })
  if (open.length === 0) return
  const labels = open.map(({ label }) => label).join(', ')
  context.report(missingChartFigures(metric.id, labels, context.document.placeOf(path)))
}

function reportEmpty(
  context: ChartContext,
  reference: Reference,
  { columns, unit }: { readonly columns: readonly Column[]; readonly unit: Unit },
): void {
  const place = context.document.placeOf(reference.path)
  const first = columns[0]
  const fact = first && factOf(context, reference, first)
  if (fact && !isConvertible(fact.unit, unit)) {
    const own = formatUnit(fact.unit)
    context.report(unsupportedChartUnit(formatUnit(unit), { metric: reference.metric.id, own, place }))
    return
  }
  const labels = columns.map(({ label }) => label)
  const periods = labels.length > 3 ? `${labels[0]} to ${labels.at(-1)}` : labels.join(', ')
  context.report(missingChartFigures(reference.metric.id, periods, place))
}

/** The chart's unit: as written, else that of the first reference's figures; amounts go before those per share or head. */
export function chartUnit(
  context: ChartContext,
  references: readonly Reference[],
  column: Column | undefined,
): Unit | undefined {
  const { unit } = context.spec
  const first = references.find(({ metric }) => !isUnscalable(metric)) ?? references[0]
  if (unit === undefined) return first && column ? factOf(context, first, column).unit : first?.metric.unit
  return unitIn(context, unit, ['unit'])
}

/** Series with a colour each: the metric's own slot, else the first that is free. */
export function coloured(drafts: readonly DraftSeries[]): ChartSeries[] {
  const taken = new Set(drafts.flatMap(({ color }) => (color === undefined ? [] : [color])))
  const free = [1, 2, 3, 4, 5, 6, 7, 8].filter((slot) => !taken.has(slot))
  let next = 0
  return drafts.map(({ id, label, mark, axis, color, cells }) => ({
    id,
    label,
    mark,
    axis,
    color: color ?? free[next++ % Math.max(1, free.length)] ?? 1,
    marks: cells.map((cell) => cell?.mark ?? null),
  }))
}
