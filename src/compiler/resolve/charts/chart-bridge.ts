import { type ChartBody, noExtras } from '../../../charts/base/chart-builder.ts'
import type { StepSpec } from '../../../charts/base/keys.ts'
import { convert, formatUnit, isConvertible, isOwnScale, isSameUnit } from '../../../format/units.ts'
import type { ChartCategory, ChartMark, ChartSeries } from '../../../model/chart.ts'
import type { Fact } from '../../../model/fact.ts'
import type { SumTerm } from '../../../model/fact-book.ts'
import { meets, sum } from '../../../model/interval.ts'
import type { Period } from '../../../model/period.ts'
import { add, greatest, least, negate, zero } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { missingChartFigures, missingChartPart, unsupportedChartUnit } from '../../diagnostics/visuals.ts'
import { sumTerm } from '../facts/facts-sum.ts'
import { metricIn, periodIn, scenarioIn } from '../slides/block-environment.ts'
import {
  type BridgeBasis,
  type BridgeLevel,
  computedMark,
  floatingMark,
  reportMismatch,
  stepDecimals,
  totalMark,
} from './chart-bridge-marks.ts'
import type { ChartContext } from './chart-context.ts'
import { periodLabel } from './chart-periods.ts'
import { chartUnit } from './chart-series.ts'
import { captionUnit, ticksOf } from './chart-ticks.ts'
import { footnoted } from './chart-words.ts'

/** The fact that a step stands for: a figure, or the change of one between start and end. */
function stepFact(
  context: ChartContext,
  step: StepSpec,
  {
    key,
    id,
    basis,
    index,
  }: { key: 'start' | 'change' | 'figure' | 'end'; id: string; basis: BridgeBasis; index: number },
): Fact | undefined {
  const written = step.period === undefined ? undefined : periodIn(context, step.period, ['steps', index, 'period'])
  const scenario = scenarioIn(context, step.scenario, ['steps', index, 'scenario']) ?? 'actual'
  const period = written ?? (key === 'start' ? basis.from : (basis.to ?? basis.from))
  const vs = step.vs === undefined ? basis.from : periodIn(context, step.vs, ['steps', index, 'vs'])
  if (!period) {
    const place = context.document.placeOf(['steps', index])
    if (step.period === undefined) context.report(missingChartPart('period', context.type.name, place))
    return undefined
  }
  if (key !== 'change') return context.facts.figure({ metric: id, period, scenario })
  return context.facts.ask('difference', { metric: id, period, scenario, ...(vs ? { vs } : {}) })
}

/** How far a step goes, in the unit of the bridge. */
function stepSize(
  context: ChartContext,
  fact: Fact,
  { unit, negated, index, id }: { unit: Unit; negated: boolean; index: number; id: string },
): BridgeLevel | undefined {
  const place = context.document.placeOf(['steps', index])
  const metric = context.data.metrics.get(id)
  const isScaled = context.spec.unit === undefined && metric && isOwnScale(metric) && !isSameUnit(metric.unit, unit)
  if (!isConvertible(fact.unit, unit) || isScaled) {
    const own = formatUnit(fact.unit)
    context.report(unsupportedChartUnit(formatUnit(unit), { metric: id, own, place }))
    return undefined
  }
  if (fact.value === null) {
    context.report(missingChartFigures(id, periodLabel(context, fact.period), place))
    return undefined
  }
  const [value, low, high] = [fact.value, fact.low ?? fact.value, fact.high ?? fact.value].map((number) => {
    const carried = convert(number, fact.unit, unit)
    return negated ? negate(carried) : carried
  })
  if (!value || !low || !high) return undefined
  return { value, low: least(low, high), high: greatest(low, high) }
}

/** A bridge from a start over changes to an end. */
export function bridgeBody(context: ChartContext, steps: readonly StepSpec[]): ChartBody | undefined {
  const { spec } = context
  const written = spec.unit === undefined ? undefined : chartUnit(context, undefined, undefined)
  if (spec.unit !== undefined && !written) return undefined
  const made = bridge(context, steps, written)
  if (!made) return undefined
  const series: ChartSeries = {
    id: 'bridge',
    label: context.data.config.language.charts.bridge,
    color: 1,
    mark: 'bar',
    axis: 'value',
    marks: made.marks,
  }
  const { series: marked, notes } = footnoted([series], made.categories, context.data.config.language)
  const unit = captionUnit(context, made.unit)
  return {
    ...noExtras,
    names: [series.label],
    categories: made.categories,
    series: marked,
    unit,
    notes,
    ...ticksOf(context, { series: marked, unit: made.unit, categories: made.categories }),
  }
}

const zeroLevel: BridgeLevel = { value: zero, low: zero, high: zero }

interface Bridge {
  readonly categories: readonly ChartCategory[]
  readonly marks: readonly ChartMark[]
  readonly unit: Unit
}

/** Resolves the steps of a waterfall; totals and sub-totals are computed, the end must agree with its figure. */
function bridge(context: ChartContext, steps: readonly StepSpec[], unit: Unit | undefined): Bridge | undefined {
  const basis = bridgeBasis(context, steps, unit)
  if (!basis) return undefined
  let level = zeroLevel
  let decimals = 0
  let terms: readonly (SumTerm | undefined)[] = []
  const categories: ChartCategory[] = []
  const marks: ChartMark[] = []
  for (const [index, step] of steps.entries()) {
    const made = bridgeStep(context, step, { basis, level, index, decimals, terms })
    if (!made) continue
    level = made.level
    terms = made.terms
    decimals = Math.max(decimals, made.decimals)
    categories.push({ label: made.label, scenario: 'actual', emphasis: false })
    marks.push(made.mark)
  }
  return { categories, marks, unit: basis.unit }
}

/** The periods that changes run between (those of start and end), and the unit of the first metric. */
function bridgeBasis(
  context: ChartContext,
  steps: readonly StepSpec[],
  unit: Unit | undefined,
): BridgeBasis | undefined {
  const periodOf = (step: StepSpec | undefined): Period | undefined => {
    const index = step ? steps.indexOf(step) : -1
    if (step?.period !== undefined) return periodIn(context, step.period, ['steps', index, 'period'])
    return context.spec.period === undefined ? undefined : periodIn(context, context.spec.period, ['period'])
  }
  const named = steps.flatMap(({ start, change, figure, end }) => start ?? change ?? figure ?? end ?? [])
  const metric = named.map((id) => context.data.metrics.get(id)).find((one) => one !== undefined)
  const from = periodOf(steps.find(({ start }) => start !== undefined))
  const to = periodOf(steps.find(({ end }) => end !== undefined))
  const own = unit ?? metric?.unit
  return own ? { from, to, unit: own } : undefined
}

interface StepInput {
  readonly basis: BridgeBasis
  readonly level: BridgeLevel
  readonly index: number
  /** Of the steps before: a sub-total prints as many. */
  readonly decimals: number
  readonly terms: readonly (SumTerm | undefined)[]
}

interface DrawnStep {
  readonly terms: readonly (SumTerm | undefined)[]
  readonly label: string
  readonly level: BridgeLevel
  readonly decimals: number
  readonly mark: ChartMark
}

function bridgeStep(context: ChartContext, step: StepSpec, input: StepInput): DrawnStep | undefined {
  const { level, index, basis, terms } = input
  if (step.subtotal !== undefined) {
    const label = context.printText(step.subtotal, ['steps', index, 'subtotal'])
    return { ...input, label, mark: computedMark(context, label, input) }
  }
  const key = (['start', 'change', 'figure', 'end'] as const).find((name) => step[name] !== undefined)
  const id = key && step[key]
  if (!key || id === undefined) {
    const place = context.document.placeOf(['steps', index])
    context.report(missingChartPart('start, change, figure, subtotal or end', context.type.name, place))
    return undefined
  }
  const metric = metricIn(context, id, ['steps', index, key])
  const fact = metric && stepFact(context, step, { key, id, basis, index })
  if (!metric || !fact) return undefined
  const size = stepSize(context, fact, { unit: basis.unit, negated: step.negate === true, index, id })
  if (!size) return undefined
  const label =
    step.label === undefined
      ? stepLabel(context, key, fact, metric.short ?? metric.label)
      : context.printText(step.label, ['steps', index, 'label'])
  const made = { context, fact, label, basis, index, size }
  const decimals = stepDecimals(context, fact, basis.unit)
  if (key === 'start')
    return { label, level: size, decimals, terms: [sumTerm(fact, 1)], mark: totalMark(made, 'start') }
  if (key === 'end') {
    if (!meets(level, size)) reportMismatch(made, level)
    return { label, level, decimals, terms, mark: totalMark(made, 'end') }
  }
  const mark = floatingMark(made, { level, negated: step.negate === true })
  const term = sumTerm(fact, step.negate === true ? -1 : 1)
  return {
    label,
    level: { value: add(level.value, size.value), ...sum(level, size) },
    decimals,
    terms: [...terms, term],
    mark,
  }
}

const stepLabel = (context: ChartContext, key: string, fact: Fact, label: string): string =>
  key === 'start' || key === 'end' ? `${label} ${periodLabel(context, fact.period)}` : label
