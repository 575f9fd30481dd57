import type { Period } from './period.ts'

/** Names a fact, never the way it is printed, and is stable between builds. This file is the only one that builds it. */
export type FactId = string

interface Named {
  readonly metric: string
  readonly period: Period
  /** "actual" when absent. */
  readonly scenario?: string
}

const atScenario = (period: Period, scenario = 'actual'): string =>
  scenario === 'actual' ? period.label : `${period.label}#${scenario}`

/** "revenue.total@FY09#target" */
export function figureId({ metric, period, scenario }: Named): FactId {
  return `${metric}@${atScenario(period, scenario)}`
}

/** "growth(revenue.total@FY09#target,FY08)": the base without its metric, which is the same. */
export function changeId(kind: 'growth' | 'difference', now: Named, base: Omit<Named, 'metric'>): FactId {
  return `${kind}(${figureId(now)},${atScenario(base.period, base.scenario)})`
}

/** "share(revenue.recurring/revenue.total@FY08)" */
export function partId(kind: 'share' | 'ratio', part: Named & { readonly of: string }): FactId {
  return `${kind}(${part.metric}/${figureId({ ...part, metric: part.of })})`
}

/** "cagr(revenue.total@FY05..FY08)", with the scenario of its end. */
export function cagrId(from: Period, to: Named): FactId {
  return `cagr(${to.metric}@${from.label}..${atScenario(to.period, to.scenario)})`
}

/** "sum(cash.operating@FY08 + cash.investing@FY08)" */
export const sumId = (formula: string): FactId => `sum(${formula})`
