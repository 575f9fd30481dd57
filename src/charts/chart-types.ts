import { fill } from '../language/fill.ts'
import type { ChartWords } from '../language/language.ts'
import type { ChartModel } from '../model/chart.ts'
import type { Fault } from './base/chart-builder.ts'
import type { ChartSpec, ItemSpec, SeriesSpec } from './base/keys.ts'
import { repeatedItem } from './base/limits.ts'
import type { ChartType, SummaryInput } from './chart-type.ts'
import { bar } from './types/bar.ts'
import { column } from './types/column.ts'
import { columnLine } from './types/column-line.ts'
import { dots } from './types/dots.ts'
import { doughnut } from './types/doughnut.ts'
import { groupedColumn } from './types/grouped-column.ts'
import { line } from './types/line.ts'
import { slope } from './types/slope.ts'
import { smallMultiples } from './types/small-multiples.ts'
import { stackedBar } from './types/stacked-bar.ts'
import { stackedColumn } from './types/stacked-column.ts'
import { stackedColumn100 } from './types/stacked-column-100.ts'
import { waterfall } from './types/waterfall.ts'

/** The unit as it stands after a title; "" where the title begins or ends with its word already ("Open contracts", contracts). */
export function unitBeside({ title, unit }: Pick<ChartModel, 'title' | 'unit'>): string {
  const [name, word] = [title.toLowerCase(), unit.toLowerCase()]
  return name === word || name.endsWith(` ${word}`) || name.startsWith(`${word} `) ? '' : unit
}

/** Pixels of a chart's title over a box of a width, as the theme sets it: larger over one from margin to margin. */
export const chartTitleSize = (width: number): number => (width >= 1600 ? 26 : 24)

/** One sentence for screen readers: what is shown, in what unit, from which value to which. */
export function chartSummary(chart: SummaryInput & { readonly type: string }, words: ChartWords): string {
  const { title } = chart
  const unit = unitBeside(chart)
  const type = words.types[chart.type] ?? chart.type
  const head = unit === '' ? fill(words.summary, { type, title }) : fill(words.summaryWithUnit, { type, title, unit })
  const details = chartTypeOf(chart.type).summary(chart, words)
  if (details.length === 0) return fill(words.noDetails, { head })
  return fill(words.details, { head, details: details.join(words.detailSeparator) })
}

/** Every type of chart, in the order in which messages list them. Start here: each is one file of types/. */
export const chartTypes: readonly ChartType[] = [
  column,
  stackedColumn,
  stackedColumn100,
  groupedColumn,
  bar,
  stackedBar,
  line,
  columnLine,
  waterfall,
  doughnut,
  smallMultiples,
  dots,
  slope,
]

const byName = new Map(chartTypes.map((type) => [type.name, type]))

export const findChartType = (name: string): ChartType | undefined => byName.get(name)

/** The type of a resolved chart; throws RangeError for a name that no block can have. */
export function chartTypeOf(name: string): ChartType {
  const type = byName.get(name)
  if (!type) throw new RangeError(`unknown chart type ${name}`)
  return type
}

/** Only bars of line items stand in groups, each together, between others or not; they and dots may have periods of their own. */
function strayKey({ family, takes }: ChartType, { items = [], series = [], periods }: ChartSpec): Fault | undefined {
  const of = (item: ItemSpec): Partial<SeriesSpec> => (typeof item === 'string' ? {} : item)
  const isBars = family === 'bars' && takes.includes('items') && items.length > 0
  const isUsed = (key: 'group' | 'period'): boolean => [...items, ...series].some((item) => of(item)[key])
  const hint = 'only the items of a bar chart have one of their own.'
  if (!isBars && isUsed('group')) return { part: 'group', hint }
  if (!isBars && family !== 'field' && isUsed('period')) return { part: 'period', hint }
  if (Array.isArray(periods) && items.some((item) => of(item).period !== undefined))
    return { part: 'periods', hint: 'items have periods of their own in a block of one "period".' }
  const groups = items.map((item) => of(item).group)
  const again = groups.findIndex(
    (group, index) => group !== undefined && group !== groups[index - 1] && groups.indexOf(group) < index,
  )
  return again < 0 ? undefined : { part: 'group', at: ['items', again], hint: 'list the items of a group together.' }
}

/** What is wrong with a block of a type, apart from missing parts; no series or item may stand in it twice. */
export const faultIn = (type: ChartType, spec: ChartSpec): Fault | undefined =>
  type.limits?.(spec) ??
  strayKey(type, spec) ??
  repeatedItem('series', spec.series ?? [], spec.scenario) ??
  repeatedItem('items', spec.items ?? [], spec.scenario)
