import type { Fault } from './chart-builder.ts'
import type { ChartSpec, ItemSpec } from './keys.ts'

/** A comparison needs line items, and a period to compare them in. */
export function itemsInPeriod({ series = [], items, period, periods }: ChartSpec): Fault | undefined {
  if (series.length === 0 && !items) return { missing: 'items' }
  return period === undefined && periods === undefined ? { missing: 'period' } : undefined
}

/** An item may be listed only once: twice, it would be drawn over itself or counted double. */
export function repeatedItem(
  part: 'items' | 'series',
  items: readonly ItemSpec[],
  scenarioOfAll = 'actual',
): Fault | undefined {
  const keys = items.map((item) => {
    const { metric, measure = 'value', scenario = scenarioOfAll } = typeof item === 'string' ? { metric: item } : item
    return JSON.stringify([metric, measure, scenario])
  })
  const again = keys.findIndex((key, index) => keys.indexOf(key) < index)
  const item = items[again]
  if (item === undefined) return undefined
  const metric = typeof item === 'string' ? item : item.metric
  const hint = `${metric} is in the list already: name each once.`
  return { part, at: [part, again], hint }
}
