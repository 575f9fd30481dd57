import { lastMonthOf } from '../format/fiscal.ts'
import type { Period } from '../model/period.ts'
import { type Rational, sign, subtract } from '../model/rational.ts'
import type { Ledger } from './ledger.ts'

/** One value of a series, in the order of time. */
export interface SeriesPoint {
  readonly period: Period
  readonly value: Rational
  readonly fact: string
}

const lengthOf = (period: Period): number => (period.kind === 'span' ? period.months : 0)

/** The values of a metric up to a period, stored or computed, of periods as long, oldest first: what claims of records rest on. */
export function seriesUpTo(
  ledger: Ledger,
  { metric, period, scenario }: { metric: string; period: Period; scenario: string },
): readonly SeriesPoint[] {
  const months = lengthOf(period)
  const byEnd = new Map<number, SeriesPoint>()
  const definition = ledger.metrics.get(metric)?.definition
  const parts = definition ? [definition.of].flat() : []
  const periods = [metric, ...parts].flatMap((id) => ledger.values(id)).filter((each) => each.scenario === scenario)
  for (const at of [period, ...periods.map((each) => each.period)]) {
    const end = lastMonthOf(at)
    if (lengthOf(at) !== months || end > lastMonthOf(period) || byEnd.has(end)) continue
    const level = ledger.level({ metric, period: at, scenario })
    if (level) byEnd.set(end, { period: at, value: level.value, fact: level.fact })
  }
  return [...byEnd.entries()].sort(([a], [b]) => a - b).map(([, entry]) => entry)
}

/** The unbroken end of a series: each value `step` months after the one before. */
export function unbroken(series: readonly SeriesPoint[], step: number): readonly SeriesPoint[] {
  let first = series.length - 1
  while (first > 0) {
    const [now, before] = [series[first], series[first - 1]]
    if (!now || !before || lastMonthOf(now.period) - lastMonthOf(before.period) !== step) break
    first--
  }
  return series.slice(Math.max(first, 0))
}

/** How many steps in a row the series has moved in one direction (1 up, -1 down), counted from its end. */
export function runLength(series: readonly SeriesPoint[], direction: 1 | -1, lag = 1): number {
  let count = 0
  for (let at = series.length - 1; at >= lag; at--) {
    const [now, before] = [series[at], series[at - lag]]
    if (!now || !before || sign(subtract(now.value, before.value)) !== direction) break
    count++
  }
  return count
}
