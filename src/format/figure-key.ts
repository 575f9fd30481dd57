import type { Measure, Metric } from '../model/figure.ts'
import { type Period, periodKey } from '../model/period.ts'
import { lastDayOf } from './civil.ts'

/** Identity of the period that a figure is kept under: a stock in a span's column is the stock at its end. */
export function statedKey(period: Period, metric: Pick<Metric, 'kind'> | undefined): string {
  const atEnd = metric?.kind === 'stock' && period.kind === 'span'
  return atEnd ? `d${lastDayOf(period.start + period.months - 1)}` : periodKey(period)
}

export interface Statement {
  readonly metric: string
  readonly period: Period
  readonly scenario: string
  readonly measure: Measure
}

/** Figures of one key are statements of one number at several scales. */
export function figureKey(statement: Statement, metrics: ReadonlyMap<string, Metric>): string {
  const { metric, period, scenario, measure } = statement
  return `${metric}|${statedKey(period, metrics.get(metric))}|${scenario}|${measure}`
}
