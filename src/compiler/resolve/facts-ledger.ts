import { isSameUnit } from '../../format/unit.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Figure, Measure, Metric } from '../../model/figure.ts'
import type { Period } from '../../model/period.ts'
import { compare, multiply, powerOfTen, type Rational, subtract } from '../../model/rational.ts'
import { figureKey, statedPeriod } from '../parse/duplicate-figures.ts'

export interface LedgerQuestion {
  readonly metric: string
  readonly period: Period
  readonly scenario: string
  readonly measure: Measure
}

/** The published figures, by what they state. */
export interface Ledger {
  /** The most exact statement, undefined when there is none. */
  find(question: LedgerQuestion): Figure | undefined
  /** Every statement, the most exact first. */
  findAll(question: LedgerQuestion): readonly Figure[]
}

/** How much a figure leaves open, in single units: figures at several scales are compared by it. */
function width({ low, high, unit }: Figure): Rational | undefined {
  return low && high ? multiply(subtract(high, low), powerOfTen(unit.exponent)) : undefined
}

/** A value goes before a range, the narrower before the wider, the first written before the next. */
function byExactness(a: Figure, b: Figure): number {
  if ((a.value === null) !== (b.value === null)) return a.value === null ? 1 : -1
  const [x, y] = [width(a), width(b)]
  if (!x || !y) return x ? -1 : y ? 1 : 0
  return compare(x, y)
}

function keyOf(metrics: ReadonlyMap<string, Metric>, question: LedgerQuestion): string {
  const { metric, period, scenario, measure } = question
  return figureKey(metric, { period: statedPeriod(period, metrics.get(metric)), scenario, measure })
}

/** Indexes the figures of a deck. */
export function figureLedger(data: Pick<DeckData, 'figures' | 'metrics'>): Ledger {
  const byKey = new Map<string, Figure[]>()
  for (const figure of data.figures) {
    const key = keyOf(data.metrics, figure)
    const same = byKey.get(key)
    if (!same) byKey.set(key, [figure])
    else if (!same.some((other) => isSameUnit(other.unit, figure.unit))) same.push(figure)
  }
  for (const figures of byKey.values()) if (figures.length > 1) figures.sort(byExactness)
  const findAll = (question: LedgerQuestion): readonly Figure[] => byKey.get(keyOf(data.metrics, question)) ?? []
  return { findAll, find: (question) => findAll(question)[0] }
}
