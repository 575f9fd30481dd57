import { decimalsFor } from '../../format/decimals.ts'
import { formatNumber } from '../../format/number.ts'
import { present } from '../../format/present.ts'
import { convert, formatUnit, isConvertible } from '../../format/unit.ts'
import type { ChartCategory, Mark } from '../../model/chart.ts'
import type { Fact } from '../../model/fact.ts'
import type { Period } from '../../model/period.ts'
import {
  add,
  compare,
  greatest,
  least,
  magnitude,
  negate,
  type Rational,
  sign,
  toFixed,
  toNumber,
  zero,
} from '../../model/rational.ts'
import type { Unit } from '../../model/unit.ts'
import { invalidBridge, missingChartFigures, missingChartPart, unsupportedChartUnit } from '../diagnostics/charts.ts'
import { type ChartContext, metricAt, recordUse, scenarioAt } from './chart-context.ts'
import { tipOf } from './chart-marks.ts'
import { periodAt, periodLabel } from './chart-periods.ts'
import type { StepSpec } from './chart-spec.ts'

export interface Bridge {
  readonly categories: readonly ChartCategory[]
  readonly marks: readonly Mark[]
  readonly unit: Unit
}

/** Where a bridge stands after a step: the exact sum, and the interval it stands for. */
export interface Level {
  readonly value: Rational
  readonly low: Rational
  readonly high: Rational
}

export const ground: Level = { value: zero, low: zero, high: zero }

export function rise(level: Level, step: Level): Level {
  return { value: add(level.value, step.value), low: add(level.low, step.low), high: add(level.high, step.high) }
}

/** Whether a figure can be what the steps lead to, both being anywhere in the interval they stand for. */
export function reaches(level: Level, end: Level): boolean {
  return compare(level.low, end.high) <= 0 && compare(end.low, level.high) <= 0
}

interface Frame {
  readonly from: Period | undefined
  readonly to: Period | undefined
  readonly unit: Unit
}

/** Resolves the steps of a waterfall; totals and sub-totals are computed, the end is tied to its figure. */
export function bridge(context: ChartContext, steps: readonly StepSpec[], unit: Unit | undefined): Bridge | undefined {
  const frame = bridgeFrame(context, steps, unit)
  if (!frame) return undefined
  let level = ground
  const categories: ChartCategory[] = []
  const marks: Mark[] = []
  for (const [index, step] of steps.entries()) {
    const made = bridgeStep(context, step, { frame, level, index, previous: marks })
    if (!made) continue
    level = made.level
    categories.push({ label: made.label, scenario: 'actual', emphasis: false })
    marks.push(made.mark)
  }
  return { categories, marks, unit: frame.unit }
}

/** The periods that changes run between (those of start and end), and the unit of the first metric. */
function bridgeFrame(context: ChartContext, steps: readonly StepSpec[], unit: Unit | undefined): Frame | undefined {
  const periodOf = (step: StepSpec | undefined): Period | undefined => {
    const index = step ? steps.indexOf(step) : -1
    if (step?.period !== undefined) return periodAt(context, step.period, ['steps', index, 'period'])
    return context.spec.period === undefined ? undefined : periodAt(context, context.spec.period, ['period'])
  }
  const named = steps.flatMap(({ start, change, figure, end }) => start ?? change ?? figure ?? end ?? [])
  const metric = named.map((id) => context.data.metrics.get(id)).find((one) => one !== undefined)
  const from = periodOf(steps.find(({ start }) => start !== undefined))
  const to = periodOf(steps.find(({ end }) => end !== undefined))
  const own = unit ?? metric?.unit
  return own ? { from, to, unit: own } : undefined
}

interface StepInput {
  readonly frame: Frame
  readonly level: Level
  readonly index: number
  readonly previous: readonly Mark[]
}

interface MadeStep {
  readonly label: string
  readonly level: Level
  readonly mark: Mark
}

function bridgeStep(context: ChartContext, step: StepSpec, input: StepInput): MadeStep | undefined {
  const { level, index, frame, previous } = input
  if (step.subtotal !== undefined) {
    const label = context.printText(step.subtotal, ['steps', index, 'subtotal'])
    return { label, level, mark: computedMark(context, label, { level, frame, previous }) }
  }
  const key = (['start', 'change', 'figure', 'end'] as const).find((name) => step[name] !== undefined)
  const id = key && step[key]
  if (!key || id === undefined) {
    const place = context.document.placeOf(['steps', index])
    context.diagnostics.push(missingChartPart('start, change, figure, subtotal or end', 'waterfall', place))
    return undefined
  }
  const metric = metricAt(context, id, ['steps', index, key])
  const fact = metric && stepFact(context, step, { key, id, frame, index })
  if (!metric || !fact) return undefined
  const size = stepSize(context, fact, { unit: frame.unit, negated: step.negate === true, index, id })
  if (!size) return undefined
  const label =
    step.label === undefined
      ? stepLabel(context, key, fact, metric.short ?? metric.label)
      : context.printText(step.label, ['steps', index, 'label'])
  const made = { context, fact, label, frame, index, size }
  if (key === 'start') return { label, level: size, mark: totalMark(made, 'start') }
  if (key === 'end') {
    if (!reaches(level, size)) reportMismatch(made, level)
    return { label, level, mark: totalMark(made, 'end') }
  }
  return { label, level: rise(level, size), mark: floatingMark(made, { level, negated: step.negate === true }) }
}

interface Made {
  readonly context: ChartContext
  readonly fact: Fact
  readonly label: string
  readonly frame: Frame
  readonly index: number
  readonly size: Level
}

const stepLabel = (context: ChartContext, key: string, fact: Fact, label: string): string =>
  key === 'start' || key === 'end' ? `${label} ${periodLabel(context, fact.period)}` : label

function stepFact(
  context: ChartContext,
  step: StepSpec,
  { key, id, frame, index }: { key: 'start' | 'change' | 'figure' | 'end'; id: string; frame: Frame; index: number },
): Fact | undefined {
  const written = step.period === undefined ? undefined : periodAt(context, step.period, ['steps', index, 'period'])
  const scenario = scenarioAt(context, step.scenario, ['steps', index, 'scenario']) ?? 'actual'
  const period = written ?? (key === 'start' ? frame.from : (frame.to ?? frame.from))
  const vs = step.vs === undefined ? frame.from : periodAt(context, step.vs, ['steps', index, 'vs'])
  if (!period) {
    const place = context.document.placeOf(['steps', index])
    if (step.period === undefined) context.diagnostics.push(missingChartPart('period', 'waterfall', place))
    return undefined
  }
  if (key !== 'change') return context.facts.figure({ metric: id, period, scenario })
  return context.facts.difference({ metric: id, period, scenario, ...(vs ? { vs } : {}) })
}

function stepSize(
  context: ChartContext,
  fact: Fact,
  { unit, negated, index, id }: { unit: Unit; negated: boolean; index: number; id: string },
): Level | undefined {
  const place = context.document.placeOf(['steps', index])
  if (!isConvertible(fact.unit, unit)) {
    const own = formatUnit(fact.unit)
    context.diagnostics.push(unsupportedChartUnit(formatUnit(unit), { metric: id, own, place }))
    return undefined
  }
  if (fact.value === null) {
    context.diagnostics.push(missingChartFigures(id, periodLabel(context, fact.period), place))
    return undefined
  }
  const [value, low, high] = [fact.value, fact.low ?? fact.value, fact.high ?? fact.value].map((number) => {
    const carried = convert(number, fact.unit, unit)
    return negated ? negate(carried) : carried
  })
  if (!value || !low || !high) return undefined
  return { value, low: least(low, high), high: greatest(low, high) }
}

function digits(
  { context, fact, frame, index }: Made,
  value: Rational,
  form: 'value' | 'signed' | 'magnitude',
): string {
  const metric = context.data.metrics.get(fact.metric)
  const { decimals: wanted } = context.spec
  const decimals = decimalsFor(fact, frame.unit, { metric, display: wanted === undefined ? {} : { decimals: wanted } })
  const text = formatNumber(value, { decimals, style: context.data.config.numbers })
  const shown = form === 'magnitude' ? magnitude(value) : value
  recordUse(
    context,
    fact,
    {
      text: form !== 'value' && sign(value) > 0 ? `+${text}` : text,
      displayed: toFixed(shown, decimals),
      decimals,
      displayUnit: formatUnit(frame.unit),
      form,
    },
    ['steps', index],
  )
  return form !== 'value' && sign(value) > 0 ? `+${text}` : text
}

function totalMark(made: Made, step: 'start' | 'end'): Mark {
  const { context, fact, label, size } = made
  const text = digits(made, size.value, 'value')
  return {
    text,
    fact: fact.id,
    value: toNumber(size.value),
    base: 0,
    step,
    drawn: drawn(fact),
    tip: tipOf(context, fact, label),
  }
}

/** A step that floats from where the one before ended; turned round, its fact stands with the other sign. */
function floatingMark(made: Made, { level, negated }: { level: Level; negated: boolean }): Mark {
  const { context, fact, label, size } = made
  const text = digits(made, size.value, negated ? 'magnitude' : 'signed')
  const step = sign(size.value) < 0 ? ('down' as const) : ('up' as const)
  const base = toNumber(level.value)
  return {
    text,
    fact: fact.id,
    value: toNumber(size.value),
    base,
    step,
    drawn: drawn(fact),
    tip: tipOf(context, fact, label),
  }
}

const drawn = (fact: Fact): Mark['drawn'] => (fact.status === 'derived' ? 'derived' : 'solid')

/** A sub-total: no figure says it, the steps do. */
function computedMark(
  context: ChartContext,
  label: string,
  { level, frame }: { level: Level; frame: Frame; previous: readonly Mark[] },
): Mark {
  const decimals = context.spec.decimals ?? 0
  const text = formatNumber(level.value, { decimals, style: context.data.config.numbers })
  const tip = { label, value: `${text} ${formatUnit(frame.unit)}`, source: 'Computed from the steps before' }
  return { text, fact: null, value: toNumber(level.value), base: 0, step: 'subtotal', drawn: 'solid', tip }
}

function reportMismatch({ context, fact, frame, index }: Made, level: Level): void {
  const metric = context.data.metrics.get(fact.metric)
  const { numbers } = context.data.config
  const decimals = decimalsFor(fact, frame.unit, { metric, display: {} })
  context.diagnostics.push(
    invalidBridge({
      end: fact.id,
      printed: present(fact, metric, {}, numbers).text,
      sum: `${formatNumber(level.value, { decimals, style: numbers })} ${formatUnit(frame.unit)}`,
      place: context.document.placeOf(['steps', index]),
    }),
  )
}
