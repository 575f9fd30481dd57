import type { ChangeOptions, Column, DraftSeries } from '../../../charts/base/chart-builder.ts'
import { isConvertible } from '../../../format/units.ts'
import { fill } from '../../../language/fill.ts'
import type { ChartArrow, ChartCategory, ChartMark } from '../../../model/chart.ts'
import { aimOf, type Fact } from '../../../model/fact.ts'
import type { Display } from '../../../model/fact-book.ts'
import { periodKey } from '../../../model/period.ts'
import type { Unit } from '../../../model/unit.ts'
import {
  ambiguousMetric,
  missingCategory,
  missingChartFigures,
  missingSeries,
  unsupportedChartPart,
} from '../../diagnostics/visuals.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { metricIn, periodIn } from '../slides/block-environment.ts'
import { type ChartContext, printFact, scenarioKind } from './chart-context.ts'
import { periodLabel } from './chart-periods.ts'

/** What rows and arrows measure: the metric named, the total, or the only series. */
export interface Measurable {
  readonly columns: readonly Column[]
  readonly series: readonly DraftSeries[]
  readonly total: string | undefined
  readonly unit: Unit
}

export function measured(
  context: ChartContext,
  measurable: Measurable,
  what: { named: string | undefined; path: KeyPath },
): string | undefined {
  if (what.named !== undefined) return metricIn(context, what.named, what.path)?.id
  const own = measurable.series.filter(({ axis }) => axis === 'value')
  const metrics = [...new Set(own.map(({ metric }) => metric.id))]
  if (measurable.total !== undefined && own.length > 1) return measurable.total
  if (metrics.length === 1) return metrics[0]
  const place = context.document.placeOf(what.path)
  context.report(ambiguousMetric(String(what.path.at(0)), metrics, place))
  return undefined
}

/** Difference and CAGR arrows, recomputed from the facts and labelled with what they measure. */
export function chartArrows(context: ChartContext, measurable: Measurable): ChartArrow[] {
  const words = context.data.config.language.charts
  const differences = (context.spec.differences ?? []).flatMap((spec, index) => {
    const path: KeyPath = ['differences', index]
    const ends = arrowEnds(context, measurable, { spec, path })
    if (!ends) return []
    const { from } = ends
    const [vsScenario, scenario] = ends.scenarios
    const isOwn = vsScenario === from.scenario || vsScenario === scenario
    const against = isOwn ? from.label : `${periodLabel(context, from.period)} ${scenarioKind(context, vsScenario)}`
    const fact = changeFact(context, ends, spec.as)
    const { line } = ends
    const standard =
      line === undefined
        ? fill(words.against, { period: against })
        : fill(words.seriesAgainst, { label: line, period: against })
    return arrow(context, fact, { kind: 'difference', ends, label: spec.label, standard, path, unit: measurable.unit })
  })
  const growth = (context.spec.cagr ?? []).flatMap((spec, index) => {
    const path: KeyPath = ['cagr', index]
    const ends = arrowEnds(context, measurable, { spec, path })
    if (!ends) return []
    const { from, to, metric } = ends
    const fact = context.facts.cagr({ metric, from: from.period, to: to.period, scenario: ends.scenarios[1] })
    const shown = { from: periodLabel(context, from.period), to: periodLabel(context, to.period) }
    const standard = fill(words.cagr, shown)
    return arrow(context, fact, { kind: 'cagr', ends, label: spec.label, standard, path, unit: measurable.unit })
  })
  return [...differences, ...growth]
}

/** The fact of a change between two ends. */
function changeFact(
  { facts }: ChartContext,
  { metric, from, to, scenarios }: Pick<ArrowEnds, 'metric' | 'from' | 'to' | 'scenarios'>,
  as: 'relative' | 'absolute' | undefined,
): Fact {
  const question = { metric, period: to.period, scenario: scenarios[1], vs: from.period, vsScenario: scenarios[0] }
  return facts.ask(as === 'absolute' ? 'difference' : 'growth', question)
}

/** The change of a series from its first column to its last as an arrow, for types that print one of each series. */
export function seriesChange(
  context: ChartContext,
  { id, metric, cells, label, decimals }: DraftSeries,
  { columns, as, unit }: ChangeOptions,
): ChartArrow[] {
  const [from, to] = [columns[0], columns.at(-1)]
  const [first, last] = [cells[0]?.fact, cells.at(-1)?.fact]
  if (!from || !to || first?.kind !== 'figure' || last?.kind !== 'figure') return []
  const scenarios = [first.scenario, last.scenario] as const
  const fact = changeFact(context, { metric: metric.id, from, to, scenarios }, as)
  if (fact.value === null) return []
  const ends: ArrowEnds = {
    from,
    to,
    indices: [0, columns.length - 1],
    metric: metric.id,
    series: id,
    scenarios,
    decimals,
  }
  return arrow(context, fact, {
    kind: 'difference',
    ends,
    label: undefined,
    standard: fill(context.data.config.language.charts.seriesAgainst, { label, period: from.label }),
    path: ['series'],
    unit,
  })
}

/** The changes between totals of a bridge, by their periods. */
export function bridgeArrows(
  context: ChartContext,
  {
    categories,
    marks,
    isWhole,
  }: { readonly categories: readonly ChartCategory[]; readonly marks: readonly ChartMark[]; readonly isWhole: boolean },
  unit: Unit,
): ChartArrow[] {
  const totals = marks.flatMap(({ step, fact }, index) => {
    const found = step === 'up' || step === 'down' || fact === null ? undefined : context.facts.find(fact)
    return found ? [{ index, fact: found, label: categories[index]?.label ?? '' }] : []
  })
  return (context.spec.differences ?? []).flatMap((spec, index) => {
    const path: KeyPath = ['differences', index]
    const [from, to] = (['from', 'to'] as const).map((end) => {
      const period = periodIn(context, spec[end], [...path, end])
      const own = totals.filter(({ fact }) => period && periodKey(fact.period) === periodKey(period))
      const place = context.document.placeOf([...path, end])
      const labels = totals.map(({ fact }) => periodLabel(context, fact.period))
      if (period && own.length === 0 && isWhole)
        context.report(missingCategory(periodLabel(context, period), labels, place))
      return end === 'from' ? own[0] : own.at(-1)
    })
    if (!from || !to) return []
    const metric = to.fact.metric
    if (from.fact.metric !== metric || from === to) {
      const hint = 'it begins and ends with other line items, between which there is no change.'
      const place = context.document.placeOf(path)
      context.report(unsupportedChartPart('differences', { type: context.type.name, hint, place }))
      return []
    }
    const scenarios = [from.fact.scenario, to.fact.scenario] as const
    const column = ({ fact: { period, scenario }, label }: typeof from): Column => ({ period, scenario, label })
    const indices = [from.index, to.index] as const
    const ends = {
      from: column(from),
      to: column(to),
      indices,
      metric,
      series: 'bridge',
      scenarios,
      decimals: undefined,
    }
    const fact = changeFact(context, ends, spec.as)
    const period = periodLabel(context, from.fact.period)
    const standard = fill(context.data.config.language.charts.against, { period })
    return arrow(context, fact, { kind: 'difference', ends, label: spec.label, standard, path, unit })
  })
}

interface ArrowEnds {
  readonly from: Column
  readonly to: Column
  readonly indices: readonly [from: number, to: number]
  readonly metric: string
  readonly series: string | null
  /** Of each end: that of the bar there, else that of its category. */
  readonly scenarios: readonly [from: string, to: string]
  /** As written for the series alone. */
  readonly decimals: number | undefined
  /** The name of the line that is meant, where there are others: the bracket stands over all of them. */
  readonly line?: string | undefined
}

interface ArrowSpec {
  readonly from: string
  readonly to: string
  readonly series?: string | undefined
}

/**
 * The id of the series that an arrow names by its metric, also as it was called before, and by scenario or measure
 * ("sales#target"); undefined where it names none, 'none' where there is no such thing.
 */
function seriesNamed(
  context: ChartContext,
  { series }: Measurable,
  { name, path }: { readonly name: string | undefined; readonly path: KeyPath },
): string | undefined {
  if (name === undefined || series.some(({ id }) => id === name)) return name
  const [, written = name, more = ''] = /^([^:#]*)([:#].*)$/.exec(name) ?? []
  const metric = metricIn(context, written, path)
  if (!metric) return 'none'
  const qualified = `${metric.id}${more.replace(/#actual$/, '')}`
  const isDrawn = qualified === metric.id || series.some(({ id }) => id === qualified)
  if (isDrawn) return qualified
  const known = series.map(({ id }) => id)
  context.report(missingSeries(qualified, known, context.document.placeOf(path)))
  return 'none'
}

function arrowEnds(
  context: ChartContext,
  measurable: Measurable,
  { spec, path }: { readonly spec: ArrowSpec; readonly path: KeyPath },
): ArrowEnds | undefined {
  const named = seriesNamed(context, measurable, { name: spec.series, path: [...path, 'series'] })
  if (named === 'none') return undefined
  const own = measurable.series.find(({ id }) => id === named)
  const metric = own?.metric.id ?? named ?? measured(context, measurable, { named: undefined, path })
  const indices = (['from', 'to'] as const).map((end) =>
    columnAt(context, measurable, { text: spec[end], path: [...path, end] }),
  )
  const [first = -1, last = -1] = indices
  const [from, to] = [measurable.columns[first], measurable.columns[last]]
  if (metric === undefined || !from || !to) return undefined
  const drawn = own ?? measurable.series.find((one) => one.axis === 'value' && one.metric.id === metric)
  const scenarioAt = (index: number, column: Column): string => drawn?.cells[index]?.fact.scenario ?? column.scenario
  const scenarios = [scenarioAt(first, from), scenarioAt(last, to)] as const
  const lines = measurable.series.filter(({ axis, mark }) => axis === 'value' && mark === 'line')
  return {
    ...{ from, to, indices: [first, last], metric, series: drawn?.id ?? null, scenarios },
    decimals: drawn?.decimals,
    line: drawn && lines.length > 1 && lines.includes(drawn) ? drawn.label : undefined,
  }
}

function columnAt(
  context: ChartContext,
  { columns }: Measurable,
  { text, path }: { readonly text: string; readonly path: KeyPath },
): number {
  const named = columns.findIndex(({ label }) => label === text) // one period may have several columns
  if (named >= 0) return named
  const period = periodIn(context, text, path)
  if (!period) return -1
  const found = columns.findIndex((column) => periodKey(column.period) === periodKey(period))
  const place = context.document.placeOf(path)
  const labels = columns.map(({ label }) => label)
  if (found < 0) context.report(missingCategory(periodLabel(context, period), labels, place))
  return found
}

interface ArrowWords {
  readonly kind: ChartArrow['kind']
  readonly ends: ArrowEnds
  readonly label: string | undefined
  readonly standard: string
  readonly path: KeyPath
  /** Of the marks that it stands over. */
  readonly unit: Unit
}

/** An amount is printed like the marks that it stands over, whose unit the caption names; per cent and points name their own. */
function arrowDisplay({ spec }: ChartContext, fact: Fact, { unit, ends }: Pick<ArrowWords, 'unit' | 'ends'>): Display {
  const isAmount = fact.unit.kind === 'currency' || fact.unit.kind === 'count'
  if (!isAmount || !isConvertible(fact.unit, unit)) return { unit: !isAmount }
  const decimals = ends.decimals ?? spec.decimals
  return { as: unit, unit: false, ...(decimals === undefined ? {} : { decimals }) }
}

function arrow(
  context: ChartContext,
  fact: Fact,
  { kind, ends, label, standard, path, unit }: ArrowWords,
): ChartArrow[] {
  if (fact.absence === 'missing') {
    const periods = `${ends.from.label} and ${ends.to.label}`
    context.report(missingChartFigures(ends.metric, periods, context.document.placeOf(path)))
    return []
  }
  const shown = arrowDisplay(context, fact, { unit, ends })
  const printed = printFact(context, fact, { ...shown, form: 'signed', comparator: false }, path)
  const words = label === undefined ? standard : context.printText(label, [...path, 'label'])
  const [from, to] = ends.indices
  const base = fact.comparator && context.facts.find(fact.comparator.base)
  const tone = toneOf(aimOf(fact, context.data.metrics.get(ends.metric), base))
  return [{ kind, from, to, series: ends.series, label: words, text: printed.text, fact: fact.id, ...tone }]
}

/** Whether a change is what its metric aims at; nothing where it aims at neither more nor less. */
const toneOf = (aim: number): Pick<ChartArrow, 'tone'> => (aim === 0 ? {} : { tone: aim > 0 ? 'good' : 'bad' })
