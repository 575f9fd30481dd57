import type { Figure, Metric } from '../model/figure.ts'
import { once } from '../model/memory.ts'
import { type Period, periodKey, type Span } from '../model/period.ts'
import { lastDayOf } from './civil.ts'

/** Identity of the period that a figure is kept under: a stock in a span's column is the stock at its end. */
export function statedKey(period: Period, metric: Pick<Metric, 'kind'> | undefined): string {
  return metric?.kind === 'stock' && period.kind === 'span' ? endKey(period) : periodKey(period)
}

const endKey = once(({ start, months, days }: Span): string => `d${days?.last ?? lastDayOf(start + months - 1)}`)

export type FigureIdentity = Pick<Figure, 'metric' | 'period' | 'scenario' | 'measure'>

/** Figures of one key are one number, published at several scales. */
export function figureKey(figure: FigureIdentity, metrics: ReadonlyMap<string, Metric>): string {
  const { metric, period, scenario, measure } = figure
  return `${metric}|${statedKey(period, metrics.get(metric))}|${scenario}|${measure}`
}
