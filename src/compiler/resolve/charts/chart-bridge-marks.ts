import type { StepSpec } from '../../../charts/base/keys.ts'
import { metricNamed } from '../../../format/fact-names.ts'
import { decimalsFor } from '../../../format/numbers/decimals.ts'
import { formatNumber } from '../../../format/numbers/number.ts'
import { present } from '../../../format/present.ts'
import { formatUnit, stepUnit } from '../../../format/units.ts'
import type { ChartMark } from '../../../model/chart.ts'
import type { NumberStyle } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { SumTerm } from '../../../model/fact-book.ts'
import type { Interval } from '../../../model/interval.ts'
import type { Period } from '../../../model/period.ts'
import { negate, parseDecimal, type Rational, sign, subtract, toFixed, toNumber } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { missingStart } from '../../diagnostics/chart-room.ts'
import { invalidBridge } from '../../diagnostics/visuals.ts'
import { type ChartContext, highlightedMetric, markDisplay, printFact, scenarioKind } from './chart-context.ts'
import { tipOf } from './chart-marks.ts'

/** Where a bridge stands after a step, or how far a step goes: the exact number, and the interval that it stands for. */
export interface BridgeLevel extends Interval {
  readonly value: Rational
}

/** The periods that changes run between, and the unit of the bridge. */
export interface BridgeBasis {
  readonly from: Period | undefined
  readonly to: Period | undefined
  readonly unit: Unit
}

/** A step whose fact and size are found. */
export interface ResolvedStep {
  readonly context: ChartContext
  readonly fact: Fact
  readonly label: string
  readonly basis: BridgeBasis
  readonly step: StepSpec
  readonly index: number
  readonly size: BridgeLevel
}

/** Decimals of a step's label: its own, else the chart's, else those of its figure. */
export function stepDecimals(
  context: ChartContext,
  fact: Fact,
  { unit, step }: { readonly unit: Unit; readonly step: StepSpec },
): number {
  const metric = context.data.metrics.get(fact.metric)
  const decimals = step.decimals ?? context.spec.decimals
  return decimalsFor(fact, stepUnit(fact.unit, unit) ?? unit, {
    metric,
    display: decimals === undefined ? {} : { decimals },
  })
}

/** Digits of a step; "magnitude" is of a negated fact, whose own sign is recorded. */
function digits(
  { context, fact, basis, step, index }: ResolvedStep,
  value: Rational,
  form: 'value' | 'signed' | 'magnitude',
): string {
  const decimals = stepDecimals(context, fact, { unit: basis.unit, step })
  const text = formatNumber(value, { decimals, style: context.data.config.numbers })
  const own = form === 'magnitude' ? negate(value) : value
  context.recordUse(
    fact,
    {
      text: form !== 'value' && sign(value) > 0 ? `+${text}` : text,
      displayed: toFixed(own, decimals),
      decimals,
      displayUnit: formatUnit(stepUnit(fact.unit, basis.unit) ?? basis.unit),
      form,
    },
    ['steps', index],
  )
  return form !== 'value' && sign(value) > 0 ? `+${text}` : text
}

/** The mark of a start, an end or a published sub-total, standing on zero. */
export function totalMark(made: ResolvedStep, step: 'start' | 'subtotal' | 'end'): ChartMark {
  const { context, fact, label, size } = made
  const text = digits(made, size.value, 'value')
  const kind = scenarioKind(context, fact.scenario)
  return {
    text,
    fact: fact.id,
    value: toNumber(size.value),
    base: 0,
    step,
    drawn: kind === 'actual' ? drawn(fact) : kind,
    tip: tipOf(context, fact, label),
  }
}

/** A step that floats from where the one before ended; a negated fact stands with the other sign. */
export function floatingMark(
  made: ResolvedStep,
  { level, negated }: { level: BridgeLevel; negated: boolean },
): ChartMark {
  const { context, fact, label, size, step: spec } = made
  const text = digits(made, size.value, negated ? 'magnitude' : 'signed')
  const step = sign(size.value) < 0 ? ('down' as const) : ('up' as const)
  const base = toNumber(level.value)
  return {
    text,
    fact: fact.id,
    value: toNumber(size.value),
    base,
    step,
    ...(spec.color === 0 && { isContext: true }),
    drawn: drawn(fact),
    tip: tipOf(context, fact, label),
  }
}

const drawn = (fact: Fact): ChartMark['drawn'] => (fact.status === 'derived' ? 'derived' : 'solid')

interface ComputedStep {
  readonly level: BridgeLevel
  readonly basis: BridgeBasis
  readonly decimals: number
  readonly index: number
  /** The steps before, as far as each is a figure or a change of one. */
  readonly terms: readonly (SumTerm | undefined)[]
}

const isKnown = (term: SumTerm | undefined): term is SumTerm => term !== undefined

/** A sub-total: no figure states it, it follows from the steps. */
export function computedMark(
  context: ChartContext,
  label: string,
  { level, basis, decimals, terms, index }: ComputedStep,
): ChartMark {
  const fact = terms.includes(undefined) ? undefined : context.facts.sum({ label, terms: terms.filter(isKnown) })
  const place = { base: 0, step: 'subtotal', drawn: 'solid', value: toNumber(level.value) } as const
  if (fact && fact.value !== null) {
    const { text } = printFact(context, fact, markDisplay(basis.unit, decimals), ['steps', index])
    return { ...place, text, fact: fact.id, tip: tipOf(context, fact, label) }
  }
  const text = formatNumber(level.value, { decimals, style: context.data.config.numbers })
  const tip = {
    label,
    value: `${text} ${formatUnit(basis.unit)}`,
    source: context.data.config.language.charts.computedFromSteps,
  }
  return { ...place, text, fact: null, tip }
}

export interface RoundingStep {
  readonly label: string
  readonly mark: ChartMark
}

/** What rounding leaves between the steps and a published total, as a step; none where the printed digits hide it. */
export function roundingStep(
  { data }: ChartContext,
  { level, size, decimals }: { level: BridgeLevel; size: BridgeLevel; decimals: number },
): RoundingStep | undefined {
  const { numbers, language } = data.config
  const gap = subtract(size.value, level.value)
  const text = formatNumber(gap, { decimals, style: numbers })
  if (!/[1-9]/.test(toFixed(gap, decimals))) return undefined
  const isUp = sign(gap) > 0
  const label = language.charts.rounding
  const shown = isUp ? `+${text}` : text
  const tip = { label, value: shown, source: language.charts.computedFromSteps }
  const mark = {
    text: shown,
    fact: null,
    value: toNumber(gap),
    base: toNumber(level.value),
    drawn: 'solid',
    tip,
  } as const
  return { label, mark: { ...mark, step: isUp ? 'up' : 'down' } }
}

/** The digits of a label with the sign of its mark; undefined for a range. */
export function printedSize(text: string, value: number, { group, decimal }: NumberStyle): Rational | undefined {
  const digits =
    text
      .replaceAll(group, '')
      .replaceAll(decimal, '.')
      .match(/\d+(?:\.\d+)?/g) ?? []
  const size = digits.length === 1 ? parseDecimal(digits[0] ?? '')?.value : undefined
  return size && (value < 0 ? negate(size) : size)
}

/** Reports that the steps do not lead to the end. */
export function reportMismatch({ context, fact, basis, index }: ResolvedStep, level: BridgeLevel): void {
  const metric = context.data.metrics.get(fact.metric)
  const { numbers } = context.data.config
  const decimals = decimalsFor(fact, basis.unit, { metric, display: {} })
  context.report(
    invalidBridge({
      end: fact.id,
      printed: present(fact, metric, {}, context.data.config).text,
      sum: `${formatNumber(level.value, { decimals, style: numbers })} ${formatUnit(basis.unit)}`,
      place: context.document.placeOf(['steps', index]),
    }),
  )
}

/** The steps since the last total, drawn so that they meet the next one: each printed digit stands for more than one number. */
export function closedSteps(marks: readonly ChartMark[], gap: Rational): ChartMark[] {
  const first = marks.findLastIndex(({ step }) => step !== 'up' && step !== 'down') + 1
  const each = toNumber(gap) / Math.max(1, marks.length - first)
  return marks.map((mark, index) => {
    const before = Math.max(0, index - first)
    return index < first ? mark : { ...mark, value: mark.value + each, base: (mark.base ?? 0) + before * each }
  })
}

/** Says of each step whether `highlight` names its line item, by its name of today or an earlier one; of start and end the last is meant. */
export function highlightedStep(context: ChartContext, steps: readonly StepSpec[]): (step: StepSpec) => boolean {
  const idOf = (name: string | undefined): string | undefined =>
    name === undefined ? undefined : metricNamed(context.data.metrics, name)?.id
  const stepId = ({ change, figure = change }: StepSpec): string | undefined => idOf(figure)
  const endId = ({ start, end = start }: StepSpec): string | undefined => idOf(end)
  const highlighted = highlightedMetric(
    context,
    steps.flatMap((step) => stepId(step) ?? endId(step) ?? []),
  )
  if (highlighted === undefined) return () => false
  if (steps.some((step) => stepId(step) === highlighted)) return (step) => stepId(step) === highlighted
  const lastEnd = steps.findLast((step) => endId(step) === highlighted)
  return (step) => step === lastEnd
}

/** A bridge of figures begins with a rise where its parts add up, and with a bar where a total of it takes something from the first. */
export function checkStart(context: ChartContext, [first, ...others]: readonly StepSpec[]): void {
  const { metrics } = context.data
  const begun = first?.figure === undefined || first.negate ? undefined : metricNamed(metrics, first.figure)
  if (!begun) return
  const takesFrom = (total: string): boolean => {
    const { definition } = metricNamed(metrics, total) ?? {}
    if (definition?.kind !== 'difference' && definition?.kind !== 'sum') return false
    const takes = definition.kind === 'difference' || definition.signs.includes(-1)
    return takes && definition.of[0] === begun.id
  }
  const total = others.flatMap(({ subtotal, end = subtotal }) => end ?? []).find(takesFrom)
  if (total !== undefined)
    context.report(missingStart(begun.id, total, context.document.placeOf(['steps', 0, 'figure'])))
}
