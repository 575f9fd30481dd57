import { formatNumber } from '../../format/number.ts'
import { present } from '../../format/present.ts'
import { formatUnit } from '../../format/unit.ts'
import type { DeckData, FigureUse } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Fact } from '../../model/fact.ts'
import type { Display, FactBook, Printed } from '../../model/fact-book.ts'
import type { Metric } from '../../model/figure.ts'
import type { Rational } from '../../model/rational.ts'
import type { Unit } from '../../model/unit.ts'
import { unknownMetric, unknownScenario } from '../diagnostics/data.ts'
import type { SpecDocument } from '../parse/spec.ts'
import type { KeyPath } from '../parse/yaml.ts'
import type { ChartSpec } from './chart-spec.ts'

/** What a chart is resolved with; diagnostics and uses are gathered in it. */
export interface ChartContext {
  readonly chartId: string
  readonly spec: ChartSpec
  readonly document: SpecDocument
  readonly data: DeckData
  readonly facts: FactBook
  readonly printText: (text: string, path: KeyPath) => string
  readonly diagnostics: Diagnostic[]
  readonly uses: FigureUse[]
  /** Documents that the drawn facts come from. */
  readonly sources: Set<string>
}

export function metricAt(context: ChartContext, id: string, path: KeyPath): Metric | undefined {
  const metric = context.data.metrics.get(id)
  const known = context.data.metrics.keys()
  if (!metric) context.diagnostics.push(unknownMetric(id, { place: context.document.placeOf(path), known }))
  return metric
}

/** The scenario, when there is one of that name. */
export function scenarioAt(context: ChartContext, id: string | undefined, path: KeyPath): string | undefined {
  if (id === undefined) return undefined
  const known = new Set(['actual', 'target', ...context.data.scenarios.keys()])
  if (known.has(id)) return id
  context.diagnostics.push(unknownScenario(id, { place: context.document.placeOf(path), known }))
  return undefined
}

export function scenarioKind(context: ChartContext, id: string): 'actual' | 'target' | 'forecast' {
  return context.data.scenarios.get(id)?.kind ?? (id === 'target' ? 'target' : 'actual')
}

/** Prints a fact on the chart and records that it stands there. */
export function printFact(context: ChartContext, fact: Fact, display: Display, path: KeyPath): Printed {
  const printed = present(fact, context.data.metrics.get(fact.metric), display, context.data.config)
  recordUse(context, fact, printed, path)
  return printed
}

export function recordUse(context: ChartContext, fact: Fact, printed: Printed, path: KeyPath): void {
  if (fact.value === null && fact.absence !== 'range') return
  for (const { document } of fact.sources) context.sources.add(document)
  const key = `${context.chartId}.${context.uses.length + 1}`
  context.uses.push({ key, fact: fact.id, ...printed, place: context.document.placeOf(path) })
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

export { formatUnit }
