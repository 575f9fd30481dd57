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

/** The stored values of a metric up to a period, of periods as long, oldest first: what claims of records rest on. */
export function seriesUpTo(
  ledger: Ledger,
  { metric, period, scenario }: { metric: string; period: Period; scenario: string },
): readonly SeriesPoint[] {
  const months = lengthOf(period)
  const byEnd = new Map<number, SeriesPoint>()
  for (const statement of ledger.values(metric)) {
    const end = lastMonthOf(statement.period)
    const same = lengthOf(statement.period) === months && statement.scenario === scenario
    if (!same || end > lastMonthOf(period) || byEnd.has(end)) continue
    const [finest = statement] = ledger.stated(statement)
    byEnd.set(end, { period: statement.period, value: finest.value, fact: finest.fact })
  }
  const own = ledger.level({ metric, period, scenario })
  if (own) byEnd.set(lastMonthOf(period), { period, value: own.value, fact: own.fact })
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
