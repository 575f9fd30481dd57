import type { ChartSpec } from '../../../charts/base/keys.ts'
import type { ChartType } from '../../../charts/chart-type.ts'
import { formatNumber } from '../../../format/numbers/number.ts'
import { present } from '../../../format/present.ts'
import type { DeckData } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Display, FactBook, Printed } from '../../../model/fact-book.ts'
import type { Rational } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { missingSeries } from '../../diagnostics/visuals.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { reportLostValue } from '../lost-digits.ts'
import { type BlockEnvironment, metricIn } from '../slides/block-environment.ts'

/** What a chart is resolved with: the environment of its block, its own spec and type. */
export interface ChartContext extends BlockEnvironment {
  readonly data: DeckData
  readonly facts: FactBook
  readonly type: ChartType
  readonly spec: ChartSpec
  readonly printText: (text: string, path: KeyPath) => string
  /** Records that a number stands on the chart, and the documents that it comes from. */
  readonly recordUse: (fact: Fact, printed: Printed, path: KeyPath) => void
  /** Records what the change in a mark's tooltip is measured against. */
  readonly recordBase: (fact: string, base: string) => void
}

export function scenarioKind(context: ChartContext, id: string): 'actual' | 'target' | 'forecast' {
  return context.data.scenarios.get(id)?.kind ?? (id === 'target' ? 'target' : 'actual')
}

/** The line item of a chart without periods that `highlight` names, if any; one that is not drawn is a mistake. */
export function highlightedMetric(context: ChartContext, drawn: readonly string[]): string | undefined {
  const { highlight } = context.spec
  if (highlight === undefined || highlight === 'none' || highlight === 'last') return undefined
  const metric = metricIn(context, highlight, ['highlight'])
  if (!metric || drawn.includes(metric.id)) return metric?.id
  context.report(missingSeries(metric.id, drawn, context.document.placeOf(['highlight'])))
  return undefined
}

/** Prints a fact on the chart and records that it stands there. */
export function printFact(context: ChartContext, fact: Fact, display: Display, path: KeyPath): Printed {
  const printed = present(fact, context.data.metrics.get(fact.metric), display, context.data.config)
  context.recordUse(fact, printed, path)
  return printed
}

/** How values of a unit are printed at marks: percentages carry their sign, other units stand in the caption. */
export function markDisplay(unit: Unit, decimals: number | undefined): Display {
  const unitShown = unit.kind === 'percent' || unit.base === 'x'
  return {
    as: unit,
    unit: unitShown,
    comparator: false,
    form: 'value',
    ...(decimals === undefined ? {} : { decimals }),
  }
}

/** A number that no fact holds (a sum of the chart's own parts), printed like its neighbours. */
export function printNumber(
  context: ChartContext,
  value: Rational,
  { unit, decimals }: { readonly unit: Unit; readonly decimals: number },
): string {
  const text = formatNumber(value, { decimals, style: context.data.config.numbers })
  return unit.kind === 'percent' ? text.replace(/\d(?!.*\d)/, '$&%') : text
}

/** The same on the chart itself, where a number that is not zero and prints none of its digits is a mistake. */
export function printOwn(
  context: ChartContext,
  value: Rational,
  { name, path, ...how }: { unit: Unit; decimals: number; name: string; path: KeyPath },
): string {
  const text = printNumber(context, value, how)
  reportLostValue(value, { text, unit: how.unit, name, place: context.document.placeOf(path) }, context)
  return text
}
