import type { DeckData } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import type { ChangeQuestion, FactBook, FigureQuestion } from '../../model/fact-book.ts'
import type { Period } from '../../model/period.ts'
import type { Unit } from '../../model/unit.ts'
import type { Ledger } from './facts-ledger.ts'

/** What the computations ask each other: every fact is computed once. */
export interface FactContext extends Pick<FactBook, 'figure' | 'growth' | 'difference'> {
  readonly data: DeckData
  readonly ledger: Ledger
}

const noUnit: Unit = { kind: 'count', base: '', exponent: 0 }

export function unitOf(data: DeckData, metric: string): Unit {
  return data.metrics.get(metric)?.unit ?? noUnit
}

const atScenario = (period: Period, scenario: string): string =>
  scenario === 'actual' ? period.label : `${period.label}#${scenario}`

/** "revenue.total@FY09#target" */
export function figureId({ metric, period, scenario = 'actual' }: FigureQuestion): string {
  return `${metric}@${atScenario(period, scenario)}`
}

/** "growth(revenue.total@FY09#target,FY08)" */
export function changeId(
  kind: 'growth' | 'difference',
  question: ChangeQuestion,
  base: Required<FigureQuestion>,
): string {
  return `${kind}(${figureId(question)},${atScenario(base.period, base.scenario)})`
}

/** "share(revenue.recurring/revenue.total@FY08)" */
export function partId(kind: 'share' | 'ratio', question: FigureQuestion & { readonly of: string }): string {
  return `${kind}(${question.metric}/${figureId({ ...question, metric: question.of })})`
}

/** Facts as they are added up in a formula. */
export const summed = (facts: readonly Fact[]): string => facts.map(({ id }) => id).join(' + ')
