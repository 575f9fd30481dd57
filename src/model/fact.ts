import { lossSlot } from './chart.ts'
import type { Figure, Metric, SourceRef, Status } from './figure.ts'
import type { Period } from './period.ts'
import { type Rational, sign } from './rational.ts'
import type { Unit } from './unit.ts'

/** Names a fact, never the way it is printed, and is stable between builds. Only the functions of this file make one. */
export type FactId = string

interface FigureReference {
  readonly metric: string
  readonly period: Period
  /** "actual" when absent. */
  readonly scenario?: string
}

const atScenario = (period: Period, scenario = 'actual'): string =>
  scenario === 'actual' ? period.label : `${period.label}#${scenario}`

/** "revenue.total@FY09#target" */
export function figureId({ metric, period, scenario }: FigureReference): FactId {
  return `${metric}@${atScenario(period, scenario)}`
}

/** "growth(revenue.total@FY09#target,FY08)": the base without its metric, which is the same. */
export function changeId(
  kind: 'growth' | 'difference',
  now: FigureReference,
  base: Omit<FigureReference, 'metric'>,
): FactId {
  return `${kind}(${figureId(now)},${atScenario(base.period, base.scenario)})`
}

/** "share(revenue.recurring/revenue.total@FY08)" */
export function partId(kind: 'share' | 'ratio', part: FigureReference & { readonly of: string }): FactId {
  return `${kind}(${part.metric}/${figureId({ ...part, metric: part.of })})`
}

/** "progress(revenue.total@9M08,FY08#target)": a figure of the same metric over another. */
export function progressId(actual: FigureReference, of: Omit<FigureReference, 'metric'>): FactId {
  return `progress(${figureId(actual)},${atScenario(of.period, of.scenario)})`
}

/** "cagr(revenue.total@FY05..FY08)", with the scenario of its end. */
export function cagrId(from: Period, to: FigureReference): FactId {
  return `cagr(${to.metric}@${from.label}..${atScenario(to.period, to.scenario)})`
}

/** "sum(cash.operating@FY08 + cash.investing@FY08)" */
export const sumId = (formula: string): FactId => `sum(${formula})`

/** Whether an id is that of a total that no metric holds, whose label is its author's. */
export const isSumId = (id: FactId): boolean => id.startsWith('sum(')

/** The metrics that an id names: "a" and "b" of "share(a/b@FY08)"; without the sign of "sum(-a@FY08)". */
export const metricsIn = (id: FactId): readonly string[] =>
  [...id.matchAll(/(?!-)[^\s(),/]+(?=[@/])/g)].map(([name]) => name)

/** The id with other names for its metrics. */
export const renamed = (id: FactId, nameOf: (metric: string) => string): FactId =>
  id.replace(/(?!-)[^\s(),/]+(?=[@/])/g, (name) => nameOf(name))

/** A number the deck may show: a figure as published, or one computed from figures. */
export interface Fact {
  readonly id: FactId
  readonly kind: 'figure' | 'growth' | 'difference' | 'share' | 'ratio' | 'cagr' | 'sum'
  readonly metric: string // "" of a sum that no metric holds
  /** What a sum is called where it is printed. */
  readonly label?: string
  readonly period: Period
  readonly scenario: string
  /** In `unit`. Null when missing, a range, or not meaningful. A rounded root for cagr, else exact. */
  readonly value: Rational | null
  /** The interval the number stands for, in `unit`: half an ulp about a published value, low and high of a range. */
  readonly low: Rational | null
  readonly high: Rational | null
  /**
   * One unit in the last known place, in `unit`: of a sum or difference the coarsest of its inputs'; null for quotients,
   * whose precision is their display's.
   */
  readonly ulp: Rational | null
  readonly unit: Unit
  readonly status: Status | 'computed'
  /** Why there is no value, when there is none. */
  readonly absence?: 'missing' | 'range' | 'not-meaningful'
  readonly comparator?: Comparator
  /** Formula with ids, e.g. "revenue.recurring@FY08 / revenue.recurring@FY07 - 1"; for a derived figure, its words. */
  readonly formula?: string
  readonly inputs: readonly FactId[]
  readonly qualifier?: string
  readonly sources: readonly SourceRef[]
  readonly note?: string
  /** What older documents stated of a figure, before a newer one restated it. */
  readonly earlier?: readonly Figure[]
  /** What sources print of the same number at other scales, or of a share under its own name. */
  readonly stated?: readonly Figure[]
}

/** Where a number lies: at or below zero where its whole range does. */
const signOf = ({ value, low, high }: Pick<Fact, 'value' | 'low' | 'high'>): number => {
  if (value) return sign(value)
  if (!low || !high) return 0
  return sign(high) <= 0 ? sign(low) : sign(low) >= 0 ? sign(high) : 0
}

/**
 * Whether a change is what its metric aims at: 1 where it is, -1 where it is not, 0 where the metric aims at nothing or stayed.
 * Of costs that are stored negative a difference below zero is a rise; growth is of magnitudes.
 */
export function aimOf(change: Fact, metric: Pick<Metric, 'polarity'> | undefined, base: Fact | undefined): number {
  if (!metric || metric.polarity === 'neutral') return 0
  const isOfNegatives = change.kind === 'difference' && metric.polarity === 'less' && base && signOf(base) < 0
  return signOf(change) * (metric.polarity === 'more' || isOfNegatives ? 1 : -1) || 0
}

/**
 * Whether a number has the colour of falls: a change that is not what its metric aims at, or for less where it aims at
 * nothing, so that costs that rose have it and costs that fell have not; and a loss.
 */
export function isFall(
  fact: Fact,
  metric: Pick<Metric, 'polarity' | 'color'> | undefined,
  base: Fact | undefined,
): boolean {
  if (fact.kind === 'growth' || fact.kind === 'difference')
    return (aimOf(fact, metric, base) || Math.min(0, signOf(fact))) < 0
  return fact.kind === 'figure' && metric !== undefined && isLoss(fact, metric)
}

/** An amount of losses, or one below zero of what the company aims to have more of. */
export const isLoss = (
  fact: Pick<Fact, 'value' | 'low' | 'high'>,
  metric: Pick<Metric, 'polarity' | 'color'>,
): boolean => metric.color === lossSlot || (metric.polarity === 'more' && signOf(fact) < 0)

/** What a change is measured against. */
export interface Comparator {
  readonly period: Period
  readonly scenario: string
  /** The fact compared with: the figure of the same metric in this period and scenario. Among the inputs, if there are any. */
  readonly base: FactId
  /** "YoY", "QoQ", "HoH", or "compared to 4Q06", "compared to the FY08 target" where no standard word fits. */
  readonly word: string
}

/** Where a number comes from, as its card shows it; keys without content are left out. */
export interface FactDetails {
  readonly metric: string
  readonly period: string
  readonly value: string
  readonly status: string
  /** Number of the document among the deck's `documents`, and the place in it. */
  readonly sources?: readonly (readonly [document: number, at: string])[]
  readonly formula?: string // with names for ids
  readonly inputs?: readonly string[]
  readonly note?: string
  readonly errata?: readonly string[]
  /** The checks that ticked it: known after the tie-out. */
  readonly ticks?: readonly string[]
}

export interface DocumentDetails {
  readonly id: string // as slides and charts name it in `sources`
  readonly title: string
  readonly short: string // as a source line prints it
  readonly date?: string
  readonly url?: string
  readonly file?: string // address of its kept copy, where this edition has it
  readonly laterEvidence?: string // why it may be later than the deck
}
