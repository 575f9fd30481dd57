import type { ChartModel } from '../../model/chart.ts'
import type { Size } from '../layout/box.ts'
import { textSizes } from '../scene.ts'
import type { Fault } from './chart-builder.ts'
import type { ChartSpec, ItemSpec, SeriesSpec } from './keys.ts'

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
    const one: SeriesSpec = typeof item === 'string' ? { metric: item } : item
    return JSON.stringify([one.metric, one.measure ?? 'value', one.scenario ?? scenarioOfAll, one.period])
  })
  const again = keys.findIndex((key, index) => keys.indexOf(key) < index)
  const item = items[again]
  if (item === undefined) return undefined
  const metric = typeof item === 'string' ? item : item.metric
  const hint = `${metric} is in the list already: name each once.`
  return { part, at: [part, again], hint }
}

/** Palette slots: beyond them colours repeat. */
const mostColors = 8

function tooMany(part: 'series' | 'items' | 'periods', count: number, remedy: string): Fault | undefined {
  const hint = `${count} are more than the ${mostColors} that colours tell apart: ${remedy}`
  return count > mostColors ? { part, hint } : undefined
}

/** Series side by side or on each other, of which no two may have one colour. */
export function tellableSeries({ series = [] }: ChartSpec): Fault | undefined {
  const hint = 'take some out, add small ones up to one metric, or use small-multiples.'
  return tooMany('series', series.length, hint)
}

/** Items compared in several periods have a colour a period. */
export function tellablePeriods({ items, periods }: ChartSpec): Fault | undefined {
  const hint = 'take some out, or show one chart a period.'
  return items && Array.isArray(periods) ? tooMany('periods', periods.length, hint) : undefined
}

/** Parts of a ring, each a colour and a name beside it. */
export function tellableSlices({ items, series = [] }: ChartSpec): Fault | undefined {
  const hint = 'add small ones up to one metric, or use a bar chart.'
  return tooMany(items ? 'items' : 'series', (items ?? series).length, hint)
}

const lineStep = 1.15 // names under each other touch below it

/** Horizontal bars whose names stand beside them in a line each. */
export const rowsWithNames = ({ categories }: ChartModel, size: Size): number =>
  Math.floor(size.height / (textSizes(size, categories.length).category * lineStep))

const leastPitch = 8 // pixels of a bar and what parts it from the next

/** Columns that can be distinguished, alone or side by side; lines have no limit. */
export function columnsApart({ series }: ChartModel, size: Size, isStacked: boolean): number {
  const bars = series.filter(({ mark }) => mark === 'bar').length
  return bars === 0 ? Number.POSITIVE_INFINITY : Math.floor(size.width / leastPitch / (isStacked ? 1 : bars))
}
