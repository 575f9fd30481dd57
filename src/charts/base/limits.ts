import type { Fault } from './ask.ts'
import type { ChartSpec } from './keys.ts'

/** What compares line items needs some, and a period to compare them in. */
export function itemsInPeriod({ series = [], items, period, periods }: ChartSpec): Fault | undefined {
  if (series.length === 0 && !items) return { missing: 'items' }
  return period === undefined && periods === undefined ? { missing: 'period' } : undefined
}
