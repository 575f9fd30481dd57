import { spanOf } from '../../format/fiscal.ts'
import { exponentOf } from '../../format/units.ts'
import type { ArithmeticWords } from '../../language/report-words.ts'
import type { DeckConfig } from '../../model/deck.ts'
import { type Fact, type FactId, figureId } from '../../model/fact.ts'
import { contains, type Interval, intervalOf, point, sum } from '../../model/interval.ts'
import { once } from '../../model/memory.ts'
import type { Period, Span } from '../../model/period.ts'
import { compare, multiply, powerOfTen, type Rational, type Rounding, subtract } from '../../model/rational.ts'
import type { TieTerm } from '../../model/ties.ts'
import type { Finding } from '../finding.ts'
import { finding, type RuleContext } from '../rule.ts'
import { partitions } from '../rules/f4-time.ts'
import type { ShownFigure } from '../words/passage.ts'
import { type FootingTerm, foot } from './footing.ts'
import { type PrintedValue, printedValue } from './printed-value.ts'
import { partsIn, type SumContext, sumTies } from './sum-ties.ts'
import { plus } from './tie-footing.ts'

export interface PrintedAmount {
  readonly shown: ShownFigure
  readonly printed: PrintedValue
}

/** Figures of one slide that are printed alike: same unit, same decimals, by fact. */
type Group = ReadonlyMap<string, PrintedAmount>

function groupsOf(shown: readonly ShownFigure[]): readonly Group[] {
  const groups = new Map<string, Map<string, PrintedAmount>>()
  for (const item of shown) {
    const printed = item.fact.kind === 'figure' ? printedValue(item, exponentOf(item.use.displayUnit)) : undefined
    if (!printed) continue
    const key = `${item.use.displayUnit} ${item.use.decimals}`
    const group = groups.get(key) ?? new Map<string, PrintedAmount>()
    if (!group.has(item.fact.id)) group.set(item.fact.id, { shown: item, printed })
    groups.set(key, group)
  }
  return [...groups.values()]
}

interface PeriodPart extends TieTerm {
  readonly period: Period
}

type PartsOf = (figure: PrintedAmount) => readonly (readonly PeriodPart[])[]

function partsBySum(context: SumContext): PartsOf {
  const byTotal = new Map<string, (readonly TieTerm[])[]>()
  for (const { total, parts } of sumTies(context)) byTotal.set(total, [...(byTotal.get(total) ?? []), parts])
  return ({ shown: { fact } }) =>
    (byTotal.get(fact.metric) ?? []).map((parts) =>
      partsIn(parts, fact.period, context.ledger.metrics).map((part) => ({ ...part, period: fact.period })),
    )
}

function partsByTime({ ledger }: SumContext): PartsOf {
  return ({ shown: { fact } }) => {
    const { metric, period } = fact
    if (period.kind !== 'span' || ledger.metrics.get(metric)?.kind !== 'flow') return []
    const labelled = ({ start, months }: Span): Span => spanOf(start, months, ledger.config.calendar)
    return partitions(period).map((parts) => parts.map((part) => ({ metric, period: labelled(part), weight: plus })))
  }
}

/** A slide rounds the data to the nearest; where the data were truncated before, it misses what they miss as well. */
function printedInterval({ shown: { fact, use }, printed }: PrintedAmount, rounding: Rounding): Interval {
  const { value, low, high } = fact
  if (rounding === 'nearest' || !value || !low || !high) return intervalOf(printed, 'nearest')
  const scale = powerOfTen(fact.unit.exponent - exponentOf(use.displayUnit))
  const cut = { low: multiply(subtract(low, value), scale), high: multiply(subtract(high, value), scale) }
  const isWhole = compare(multiply(value, scale), printed.value) === 0
  return sum(isWhole ? point(printed.value) : intervalOf(printed, 'nearest'), cut)
}

/** A printed number as a part of a sum. */
export function printedTerm(figure: PrintedAmount, weight: FootingTerm['weight'], rounding: Rounding): FootingTerm {
  const { shown, printed } = figure
  return {
    label: shown.fact.id,
    value: printed.value,
    ulp: printed.ulp,
    interval: printedInterval(figure, rounding),
    weight,
  }
}

/** One sum of which total and all parts are printed on the slide, checked by the digits that a reader adds up. */
function checkSum(
  total: PrintedAmount,
  parts: readonly PeriodPart[],
  { group, rounding, words }: { group: Group; rounding: Rounding; words: ArithmeticWords },
): Finding | undefined {
  const { slide, fact, use } = total.shown
  const found = parts.map(({ metric, period }) => group.get(figureId({ metric, period, scenario: fact.scenario })))
  const known = found.filter((part) => part !== undefined)
  if (known.length < parts.length || parts.length === 0) return undefined
  const terms = known.map((part, index) => printedTerm(part, parts[index]?.weight ?? plus, rounding))
  const { verdict, arithmetic, tolerance, hint } = foot({
    parts: terms,
    total: printedTerm(total, plus, rounding),
    rounding,
    words,
  })
  const failed = verdict === 'error' || verdict === 'warning'
  const name = `${fact.id} as printed`
  return finding('F3', verdict, {
    slide: slide.id,
    place: use.place,
    use: use.key,
    facts: [fact.id, ...known.map(({ shown }) => shown.fact.id)],
    message: failed ? `invalid total, ${name}: the printed parts do not add up` : name,
    arithmetic,
    tolerance,
    hint,
  })
}

/** Checks the sums among the numbers of one slide; opened once for a deck's data and ties. */
export function openPrintedSums(context: SumContext): (shown: readonly ShownFigure[]) => readonly Finding[] {
  const ways = [partsBySum(context), partsByTime(context)]
  return (shown) => checkShown(shown, ways, context.ledger.config)
}

function checkShown(
  shown: readonly ShownFigure[],
  ways: readonly PartsOf[],
  { numbers: { rounding }, language }: DeckConfig,
): readonly Finding[] {
  const words = language.report.arithmetic
  return groupsOf(shown).flatMap((group) =>
    [...group.values()].flatMap((total) =>
      ways.flatMap((partsOf) =>
        partsOf(total).flatMap((parts) => checkSum(total, parts, { group, rounding, words }) ?? []),
      ),
    ),
  )
}

/** Whether a fact is a plain difference of two figures: an amount, a number of times, or points. */
export const isPlainDifference = ({ kind, unit }: Pick<Fact, 'kind' | 'unit'>): boolean =>
  kind === 'difference' || (kind === 'growth' && unit.kind !== 'percent')

/** The numbers that a slide prints of each figure, at the power of ten of the bare unit. */
export type PrintedFigures = ReadonlyMap<FactId, readonly PrintedValue[]>

/** What a slide prints of its figures; changes are none. */
export function printedFigures(shown: readonly ShownFigure[]): PrintedFigures {
  const figures = new Map<FactId, PrintedValue[]>()
  for (const item of shown) {
    const printed = item.fact.kind === 'figure' ? printedValue(item, 0) : undefined
    if (printed) figures.set(item.fact.id, [...(figures.get(item.fact.id) ?? []), printed])
  }
  return figures
}

/** Both ends of a change as one slide prints them, and the change that a reader takes from them. */
export interface PrintedEnds {
  readonly now: PrintedValue
  readonly base: PrintedValue
  readonly difference: Rational
}

/**
 * The ends of a printed difference, where the slide prints both to the same place and a reader who subtracts them comes to
 * another number. Ends that are coarser than the change say nothing about its last digits.
 */
export function missedEnds(shown: ShownFigure, figures: PrintedFigures): PrintedEnds | undefined {
  const { fact } = shown
  const printed = isPlainDifference(fact) ? printedValue(shown, 0) : undefined
  if (!printed || !fact.comparator) return undefined
  const possible = intervalOf(printed, 'nearest')
  const bases = figures.get(fact.comparator.base) ?? []
  for (const now of figures.get(figureId(fact)) ?? [])
    for (const base of bases) {
      const difference = subtract(now.value, base.value)
      const isAlike = compare(now.ulp, base.ulp) === 0 && compare(now.ulp, printed.ulp) <= 0
      if (isAlike && !contains(possible, difference)) return { now, base, difference }
    }
  return undefined
}

/** Sums across and down, of all totals that are printed with all their parts. */
export const printedSums = once((context: RuleContext): readonly Finding[] => {
  const checkSums = openPrintedSums(context)
  return context.slides.flatMap(({ shown }) => checkSums(shown))
})
