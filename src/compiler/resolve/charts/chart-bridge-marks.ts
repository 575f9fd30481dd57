import { decimalsFor } from '../../../format/decimals.ts'
import { formatNumber } from '../../../format/number.ts'
import { present } from '../../../format/present.ts'
import { formatUnit } from '../../../format/units.ts'
import type { ChartMark } from '../../../model/chart.ts'
import type { Fact } from '../../../model/fact.ts'
import type { SumTerm } from '../../../model/fact-book.ts'
import type { Period } from '../../../model/period.ts'
import { negate, type Rational, sign, toFixed, toNumber } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { invalidBridge } from '../../diagnostics/visuals.ts'
import { type ChartContext, type Level, markDisplay, printFact, recordUse } from './chart-context.ts'
import { tipOf } from './chart-marks.ts'

/** The periods that changes run between, and the unit of the bridge. */
export interface Frame {
  readonly from: Period | undefined
  readonly to: Period | undefined
  readonly unit: Unit
}

/** A step whose fact and size are found. */
export interface Made {
  readonly context: ChartContext
  readonly fact: Fact
  readonly label: string
  readonly frame: Frame
  readonly index: number
  readonly size: Level
}

/** Decimals of a step's label. */
export function stepDecimals(context: ChartContext, fact: Fact, unit: Unit): number {
  const metric = context.data.metrics.get(fact.metric)
  const { decimals } = context.spec
  return decimalsFor(fact, unit, { metric, display: decimals === undefined ? {} : { decimals } })
}

/** Digits of a step; "magnitude" is of a fact turned round, whose own sign is recorded. */
function digits(
  { context, fact, frame, index }: Made,
  value: Rational,
  form: 'value' | 'signed' | 'magnitude',
): string {
  const decimals = stepDecimals(context, fact, frame.unit)
  const text = formatNumber(value, { decimals, style: context.data.config.numbers })
  const own = form === 'magnitude' ? negate(value) : value
  recordUse(
    context,
    fact,
    {
      text: form !== 'value' && sign(value) > 0 ? `+${text}` : text,
      displayed: toFixed(own, decimals),
      decimals,
      displayUnit: formatUnit(frame.unit),
      form,
    },
    ['steps', index],
  )
  return form !== 'value' && sign(value) > 0 ? `+${text}` : text
}

/** The mark of a start or an end, standing on zero. */
export function totalMark(made: Made, step: 'start' | 'end'): ChartMark {
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
export function floatingMark(made: Made, { level, negated }: { level: Level; negated: boolean }): ChartMark {
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

const drawn = (fact: Fact): ChartMark['drawn'] => (fact.status === 'derived' ? 'derived' : 'solid')

export interface ComputedStep {
  readonly level: Level
  readonly frame: Frame
  readonly decimals: number
  readonly index: number
  /** The steps before, as far as each is a figure or a change of one. */
  readonly terms: readonly (SumTerm | undefined)[]
}

const isKnown = (term: SumTerm | undefined): term is SumTerm => term !== undefined

/** A sub-total: no figure says it, the steps do. */
export function computedMark(
  context: ChartContext,
  label: string,
  { level, frame, decimals, terms, index }: ComputedStep,
): ChartMark {
  const fact = terms.includes(undefined) ? undefined : context.facts.sum({ label, terms: terms.filter(isKnown) })
  const place = { base: 0, step: 'subtotal', drawn: 'solid', value: toNumber(level.value) } as const
  if (fact && fact.value !== null) {
    const { text } = printFact(context, fact, markDisplay(frame.unit, decimals), ['steps', index])
    return { ...place, text, fact: fact.id, tip: tipOf(context, fact, label) }
  }
  const text = formatNumber(level.value, { decimals, style: context.data.config.numbers })
  const tip = {
    label,
    value: `${text} ${formatUnit(frame.unit)}`,
    source: context.data.config.language.charts.computedFromSteps,
  }
  return { ...place, text, fact: null, tip }
}

/** Says that the steps do not lead to the end. */
export function reportMismatch({ context, fact, frame, index }: Made, level: Level): void {
  const metric = context.data.metrics.get(fact.metric)
  const { numbers } = context.data.config
  const decimals = decimalsFor(fact, frame.unit, { metric, display: {} })
  context.report(
    invalidBridge({
      end: fact.id,
      printed: present(fact, metric, {}, context.data.config).text,
      sum: `${formatNumber(level.value, { decimals, style: numbers })} ${formatUnit(frame.unit)}`,
      place: context.document.placeOf(['steps', index]),
    }),
  )
}
