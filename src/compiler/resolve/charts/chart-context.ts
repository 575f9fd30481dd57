import type { ChartSpec } from '../../../charts/base/keys.ts'
import type { ChartType } from '../../../charts/chart-type.ts'
import { formatNumber } from '../../../format/number.ts'
import { present } from '../../../format/present.ts'
import type { DeckData, FigureUse } from '../../../model/deck.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Display, FactBook, Printed } from '../../../model/fact-book.ts'
import { add, compare, type Rational, zero } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import type { BlockEnvironment } from '../slides/block-environment.ts'

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

/** What a chart is resolved with: the block's environment, and where uses and sources are gathered. */
export interface ChartContext extends BlockEnvironment {
  readonly data: DeckData
  readonly facts: FactBook
  readonly type: ChartType
  readonly spec: ChartSpec
  readonly printText: (text: string, path: KeyPath) => string
  readonly uses: FigureUse[]
  /** Documents that the drawn facts come from. */
  readonly sources: Set<string>
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
  const key = `${context.id}.${context.uses.length + 1}`
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
