import type { StepSpec } from '../../charts/base/keys.ts'
import { convert, formatUnit, isConvertible } from '../../format/unit.ts'
import type { Fact } from '../../model/fact.ts'
import { greatest, least, negate } from '../../model/rational.ts'
import type { Unit } from '../../model/unit.ts'
import { missingChartFigures, missingChartPart, unsupportedChartUnit } from '../diagnostics/charts.ts'
import { periodIn, scenarioIn } from './block.ts'
import type { Frame } from './chart-bridge-marks.ts'
import type { ChartContext } from './chart-context.ts'
import type { Level } from './chart-level.ts'
import { periodLabel } from './chart-periods.ts'

/** The fact that a step stands for: a figure, or the change of one between start and end. */
export function stepFact(
  context: ChartContext,
  step: StepSpec,
  { key, id, frame, index }: { key: 'start' | 'change' | 'figure' | 'end'; id: string; frame: Frame; index: number },
): Fact | undefined {
  const written = step.period === undefined ? undefined : periodIn(context, step.period, ['steps', index, 'period'])
  const scenario = scenarioIn(context, step.scenario, ['steps', index, 'scenario']) ?? 'actual'
  const period = written ?? (key === 'start' ? frame.from : (frame.to ?? frame.from))
  const vs = step.vs === undefined ? frame.from : periodIn(context, step.vs, ['steps', index, 'vs'])
  if (!period) {
    const place = context.document.placeOf(['steps', index])
    if (step.period === undefined) context.report(missingChartPart('period', context.type.name, place))
    return undefined
  }
  if (key !== 'change') return context.facts.figure({ metric: id, period, scenario })
  return context.facts.ask('difference', { metric: id, period, scenario, ...(vs ? { vs } : {}) })
}

/** How far a step goes, in the unit of the bridge. */
export function stepSize(
  context: ChartContext,
  fact: Fact,
  { unit, negated, index, id }: { unit: Unit; negated: boolean; index: number; id: string },
): Level | undefined {
  const place = context.document.placeOf(['steps', index])
  if (!isConvertible(fact.unit, unit)) {
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
