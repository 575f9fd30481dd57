import { type ChartBody, noExtras } from '../../../charts/base/chart-builder.ts'
import type { StepSpec } from '../../../charts/base/keys.ts'
import { metricNamed } from '../../../format/fact-names.ts'
import { convert, formatUnit, isOwnScale, isSameUnit, isUnscalable, stepUnit } from '../../../format/units.ts'
import type { ChartCategory, ChartMark, ChartSeries } from '../../../model/chart.ts'
import type { Fact } from '../../../model/fact.ts'
import type { SumTerm } from '../../../model/fact-book.ts'
import { meets, sum } from '../../../model/interval.ts'
import type { Period } from '../../../model/period.ts'
import { add, compare, greatest, least, negate, type Rational, subtract, zero } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { missingChartFigures, missingChartPart, unsupportedChartUnit } from '../../diagnostics/visuals.ts'
import { sumTerm } from '../facts/facts-sum.ts'
import { metricIn, periodIn, scenarioIn } from '../slides/block-environment.ts'
import {
  type BridgeBasis,
  type BridgeLevel,
  closedSteps,
  computedMark,
  floatingMark,
  highlightedStep,
  printedSize,
  type ResolvedStep,
  type RoundingStep,
  reportMismatch,
  roundingStep,
  stepDecimals,
  totalMark,
} from './chart-bridge-marks.ts'
import type { ChartContext } from './chart-context.ts'
import { bridgeArrows } from './chart-extras.ts'
import { periodLabel } from './chart-periods.ts'
import { chartUnit } from './chart-series.ts'
import { captionUnit, ticksOf } from './chart-ticks.ts'
import { bridgeTitle } from './chart-titles.ts'

type StepKey = 'start' | 'change' | 'figure' | 'subtotal' | 'end'

/** The fact that a step stands for: a figure, or the change of one between start and end. */
function stepFact(
  context: ChartContext,
  step: StepSpec,
  { key, id, basis, index }: { key: StepKey; id: string; basis: BridgeBasis; index: number },
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
  if (vs && vs.label === period.label && step.scenario === undefined) {
    // Without an end it would be compared with itself.
    const place = context.document.placeOf(['steps', index])
    context.report(missingChartPart(step.period === undefined ? 'end' : 'vs', context.type.name, place))
    return undefined
  }
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
  const counted = stepUnit(fact.unit, unit)
  if (!counted || isScaled) {
    context.report(unsupportedChartUnit(formatUnit(unit), { metric: id, own: formatUnit(fact.unit), place }))
    return undefined
  }
  if (fact.value === null) {
    context.report(missingChartFigures(id, periodLabel(context, fact.period), place))
    return undefined
  }
  const [value, low, high] = [fact.value, fact.low ?? fact.value, fact.high ?? fact.value].map((number) => {
    const carried = convert(number, fact.unit, counted)
    return negated ? negate(carried) : carried
  })
  if (!value || !low || !high) return undefined
  return { value, low: least(low, high), high: greatest(low, high) }
}

/** A bridge from a start over changes to an end. */
export function bridgeBody(context: ChartContext, steps: readonly StepSpec[]): ChartBody | undefined {
  const { spec } = context
  const written = spec.unit === undefined ? undefined : chartUnit(context, [], undefined)
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
  const unit = captionUnit(context, made.basis.unit)
  return {
    ...noExtras,
    names: [bridgeTitle(context, { steps, basis: made.basis, labels: made.categories.map(({ label }) => label) })],
    categories: made.categories,
    series: [series],
    arrows: bridgeArrows(context, made, made.basis.unit),
    unit,
    notes: roundingNotes(context, made.marks),
    ...ticksOf(context, { series: [series], unit: made.basis.unit, categories: made.categories }),
  }
}

const zeroLevel: BridgeLevel = { value: zero, low: zero, high: zero }

interface Bridge {
  readonly categories: readonly ChartCategory[]
  readonly marks: readonly ChartMark[]
  readonly basis: BridgeBasis
  readonly isWhole: boolean // each step could be made; those that could not have their own finding
}

/** Resolves the steps of a waterfall; totals and sub-totals are computed, the end must agree with its figure. */
function bridge(context: ChartContext, steps: readonly StepSpec[], unit: Unit | undefined): Bridge | undefined {
  const basis = bridgeBasis(context, steps, unit)
  if (!basis) return undefined
  let level = zeroLevel
  let [decimals, isWhole] = [0, true]
  let terms: readonly (SumTerm | undefined)[] = []
  const categories: ChartCategory[] = []
  const marks: ChartMark[] = []
  const isHighlighted = highlightedStep(context, steps)
  for (const [index, step] of steps.entries()) {
    const made = bridgeStep(context, step, { steps, basis, level, index, decimals, terms })
    isWhole &&= made !== undefined
    if (!made) continue
    level = made.level
    terms = made.terms
    decimals = Math.max(decimals, made.decimals)
    // Where the printed digits add up without it, a step of rounding would make them wrong.
    const isOpen = made.rounding !== undefined && !addsUp([...marks, made.mark], context)
    if (!isOpen && made.gap) marks.splice(0, marks.length, ...closedSteps(marks, made.gap))
    for (const { label, mark } of [...(made.rounding && isOpen ? [made.rounding] : []), made]) {
      const emphasis = mark === made.mark && isHighlighted(step)
      categories.push({ label, scenario: 'actual', emphasis })
      marks.push(mark)
    }
  }
  return { categories, marks, basis, isWhole }
}

/** Whether a reader who adds up the printed steps comes to each printed total; a range has no digits to add. */
function addsUp(marks: readonly ChartMark[], { data }: ChartContext): boolean {
  let level = zero
  let isOff = false
  for (const { text, value, step } of marks) {
    const size = printedSize(text, value, data.config.numbers)
    if (!size) return true
    const floats = step === 'up' || step === 'down'
    if (!floats && step !== 'start' && compare(level, size) !== 0) isOff = true
    level = floats ? add(level, size) : size
  }
  return !isOff
}

const roundingNotes = (context: ChartContext, marks: readonly ChartMark[]): readonly string[] =>
  addsUp(marks, context) ? [] : [context.data.config.numbers.roundingNote]

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
  const metrics = named.flatMap((id) => metricNamed(context.data.metrics, id) ?? [])
  const metric = metrics.find((one) => !isUnscalable(one)) ?? metrics[0]
  const from = periodOf(steps.find(({ start }) => start !== undefined))
  const to = periodOf(steps.find(({ end }) => end !== undefined))
  const own = unit ?? metric?.unit
  return own ? { from, to, unit: own } : undefined
}

interface StepInput {
  readonly steps: readonly StepSpec[]
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
  readonly gap?: Rational // what the steps before it miss this published total by
  /** The step before it that takes up what rounding left open. */
  readonly rounding?: RoundingStep | undefined
}

function bridgeStep(context: ChartContext, step: StepSpec, input: StepInput): DrawnStep | undefined {
  const { index, basis } = input
  const key = (['start', 'change', 'figure', 'subtotal', 'end'] as const).find((name) => step[name] !== undefined)
  const written = key && step[key]
  if (!key || written === undefined) {
    const place = context.document.placeOf(['steps', index])
    context.report(missingChartPart('start, change, figure, subtotal or end', context.type.name, place))
    return undefined
  }
  const id = key === 'subtotal' ? subtotalMetric(context, written, input) : written
  if (id === undefined) {
    const label = context.printText(written, ['steps', index, 'subtotal'])
    return {
      ...input,
      label,
      mark: computedMark(context, label, { ...input, decimals: step.decimals ?? input.decimals }),
    }
  }
  const metric = metricIn(context, id, ['steps', index, key])
  const fact = metric && stepFact(context, step, { key, id: metric.id, basis, index })
  if (!metric || !fact) return undefined
  const size = stepSize(context, fact, { unit: basis.unit, negated: step.negate === true, index, id: metric.id })
  if (!size) return undefined
  const label =
    step.label === undefined
      ? stepLabel(context, key, fact, metric.short ?? metric.label)
      : context.printText(step.label, ['steps', index, 'label'])
  return drawnStep({ context, fact, label, basis, step, index, size }, { key, input, negated: step.negate === true })
}

function drawnStep(
  made: ResolvedStep,
  { key, input, negated }: { key: StepKey; input: StepInput; negated: boolean },
): DrawnStep {
  const { context, fact, label, basis, step, size } = made
  const { level, terms } = input
  const decimals = stepDecimals(context, fact, { unit: basis.unit, step })
  if (key === 'start')
    return { label, level: size, decimals, terms: [sumTerm(fact, 1)], mark: totalMark(made, 'start') }
  if (key === 'end' || key === 'subtotal') {
    if (!meets(level, size)) {
      reportMismatch(made, level)
      return { ...input, label, mark: totalMark(made, key) } // goes on as if it agreed: one mistake, one finding
    }
    const rounding = roundingStep(context, { level, size, decimals: Math.max(decimals, input.decimals) })
    // What follows goes on from the published figure, not from what the rounded steps made.
    return {
      label,
      level: size,
      decimals,
      terms: [sumTerm(fact, 1)],
      mark: totalMark(made, key),
      rounding,
      gap: subtract(size.value, level.value),
    }
  }
  const mark = floatingMark(made, { level, negated })
  const term = sumTerm(fact, negated ? -1 : 1)
  return {
    label,
    level: { value: add(level.value, size.value), ...sum(level, size) },
    decimals,
    terms: [...terms, term],
    mark,
  }
}

/**
 * The metric whose figure a sub-total prints: named by its id, or by its label in a bridge of figures, where such a
 * figure is known. Any other text is the label of a computed sub-total.
 */
function subtotalMetric(context: ChartContext, text: string, { basis, steps }: StepInput): string | undefined {
  const { metrics } = context.data
  if (metricNamed(metrics, text)) return text
  const period = basis.to ?? basis.from
  const isOfChanges = steps.some(({ change }) => change !== undefined)
  if (!period || isOfChanges) return undefined
  const named = [...metrics.values()].filter(({ label, short }) => [label, short].includes(text))
  const known = named.filter(({ id, unit }) => {
    const { kind, value } = context.facts.figure({ metric: id, period })
    return kind === 'figure' && value !== null && stepUnit(unit, basis.unit) !== undefined
  })
  return known.length === 1 ? known[0]?.id : undefined
}

const stepLabel = (context: ChartContext, key: string, fact: Fact, label: string): string =>
  key === 'start' || key === 'end' ? `${label} ${periodLabel(context, fact.period)}` : label
