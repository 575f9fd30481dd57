import type { Cell } from '../../../charts/base/chart-builder.ts'
import { decimalsFor } from '../../../format/numbers/decimals.ts'
import { present } from '../../../format/present.ts'
import { convert, isConvertible, isSameUnit } from '../../../format/units.ts'
import { fill } from '../../../language/fill.ts'
import type { Language } from '../../../language/language.ts'
import type { ChartMark, ChartModel } from '../../../model/chart.ts'
import type { DeckData } from '../../../model/deck.ts'
import { type Fact, isFall } from '../../../model/fact.ts'
import { add, compare, divide, type Rational, toNumber } from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import type { KeyPath } from '../../parse/yaml.ts'
import { presentOnCard } from '../lost-digits.ts'
import { type ChartContext, markDisplay, printFact, scenarioKind } from './chart-context.ts'
import { periodLabel } from './chart-periods.ts'

export interface CellOptions {
  readonly unit: Unit
  readonly path: KeyPath
  readonly label: string
  /** Decimals of the neighbours: no computed figure prints more of them, unless the chart says how many. */
  readonly usual?: number
  /** As written, if they are. */
  readonly decimals?: number | undefined
}

const two: Rational = { n: 2n, d: 1n }

/** The mark of a fact in the chart's unit; null when there is no value, which is drawn as a gap. */
export function cellOf(
  context: ChartContext,
  fact: Fact,
  { unit, path, label, usual, decimals: written }: CellOptions,
): Cell | null {
  const numbers = numbersOf(fact, unit)
  if (!numbers) return null
  const metric = context.data.metrics.get(fact.metric)
  const own = decimalsFor(fact, unit, { metric, display: {} })
  const decimals = written ?? (isPublished(fact) ? own : Math.min(own, usual ?? own))
  const printed = printFact(context, fact, markDisplay(unit, decimals), path)
  const value = toNumber(numbers.value)
  const mark: ChartMark = {
    text: printed.text,
    fact: fact.id,
    value,
    drawn: drawnAs(context, fact),
    ...(value < 0 && isFall(fact, metric, undefined) && { isFall: true as const }),
    ...whiskers(fact, numbers),
    tip: tipOf(context, fact, label, { unit, decimals: written }),
  }
  return { mark, fact, ...numbers }
}

/** Whether a document prints the figure so: a mark never has fewer of its digits than a sentence beside the chart. */
const isPublished = ({ kind, status }: Fact): boolean => kind === 'figure' && status !== 'derived'

/** Value, low and high in the chart's unit; the middle of a range of which only the ends are known. */
function numbersOf(fact: Fact, unit: Unit): Pick<Cell, 'value' | 'low' | 'high'> | undefined {
  if (!isConvertible(fact.unit, unit)) return undefined
  const { low, high } = fact
  const middle = fact.absence === 'range' && low && high ? divide(add(low, high), two) : undefined
  const value = fact.value ?? middle
  if (!value) return undefined
  const carry = (number: Rational): Rational => convert(number, fact.unit, unit)
  return { value: carry(value), low: carry(low ?? value), high: carry(high ?? value) }
}

function drawnAs(context: ChartContext, fact: Fact): ChartMark['drawn'] {
  const kind = scenarioKind(context, fact.scenario)
  if (kind !== 'actual') return kind
  if (fact.value === null || fact.status === 'range') return 'range'
  return fact.status === 'derived' ? 'derived' : 'solid'
}

/** Only what is not exact as published has whiskers: half a unit in the last place is not shown. */
function whiskers(fact: Fact, { low, high }: Pick<Cell, 'low' | 'high'>): Pick<ChartMark, 'low' | 'high'> {
  const uncertain = fact.value === null || fact.status === 'derived' || fact.status === 'range'
  if (!uncertain || compare(low, high) >= 0) return {}
  return { low: toNumber(low), high: toNumber(high) }
}

/** What the tooltip says: name and period, value with unit, change to the year before, source. */
export function tipOf(
  context: ChartContext,
  fact: Fact,
  label: string,
  mark?: Pick<CellOptions, 'unit' | 'decimals'>,
): ChartMark['tip'] {
  const { metrics, config } = context.data
  const metric = metrics.get(fact.metric)
  // As published, and never with fewer digits than its mark.
  const usual = decimalsFor(fact, fact.unit, { metric, display: {} })
  const isFiner = mark?.decimals !== undefined && isSameUnit(mark.unit, fact.unit) && mark.decimals > usual
  const value = isFiner
    ? present(fact, metric, { decimals: mark.decimals }, config).text
    : presentOnCard(fact, context.data).text // what is wrong with it is said of its card
  const change = fact.kind === 'figure' ? changeText(context, fact) : undefined
  return {
    label: `${label}, ${periodLabel(context, fact.period)}`,
    value: tipValue(fact, value, config.language),
    ...(change === undefined ? {} : { change }),
    source: tipSource(fact, context.data),
  }
}

/** The value of a tooltip: that it is derived or restated stands with it. */
export function tipValue({ status }: Fact, value: string, { charts: words }: Pick<Language, 'charts'>): string {
  const patterns = { derived: words.derivedValue, restated: words.restatedValue }
  return status === 'derived' || status === 'restated' ? fill(patterns[status], { value }) : value
}

/** The documents of a tooltip, each with the place in it unless `withPlaces` is false. */
export function tipSource(
  { sources, formula }: Fact,
  { documents, config }: Pick<DeckData, 'documents' | 'config'>,
  withPlaces = true,
): string {
  const names = sources.map(({ document, at }) => {
    const { short, title = document } = documents.get(document) ?? {}
    return sourceText(short ?? title, withPlaces ? at : '')
  })
  return [...new Set(names)].join('; ') || (formula ? config.language.charts.computed : '')
}

const sourceText = (document: string, at: string): string =>
  at === '' || at.length > 60 ? document : `${document}, ${at}`

function changeText(context: ChartContext, { id, metric, period, scenario }: Fact): string | undefined {
  const growth = context.facts.ask('yoy', { metric, period, scenario })
  if (growth.value === null) return undefined
  if (growth.comparator) context.recordBase(id, growth.comparator.base)
  const { metrics, config } = context.data
  return present(growth, metrics.get(metric), { form: 'words', comparator: true }, config).text
}

/** The facts of all that a chart draws and prints, by their ids. */
export function factsOfChart(model: ChartModel): readonly string[] {
  const marks = [...model.series.flatMap((series) => series.marks), ...(model.totals ?? [])]
  const shares = marks.flatMap((mark) => mark?.share ?? [])
  const others = [...model.rows.flatMap(({ cells }) => cells), ...model.arrows, ...(model.whole ? [model.whole] : [])]
  const own = [...marks, ...shares, ...others].flatMap((text) => (text?.fact ? [text.fact] : []))
  return [...own, ...(model.panels ?? []).flatMap(factsOfChart)]
}
