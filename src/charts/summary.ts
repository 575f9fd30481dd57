import { fill } from '../language/fill.ts'
import type { ChartWords } from '../language/language.ts'
import type { Summarised } from './chart-type.ts'
import { chartTypeOf } from './types.ts'

/** One sentence for screen readers: what is shown, in what unit, from which value to which. */
export function chartSummary(chart: Summarised & { readonly type: string }, words: ChartWords): string {
  const { title, unit } = chart
  const type = words.types[chart.type] ?? chart.type
  const head = unit === '' ? fill(words.summary, { type, title }) : fill(words.summaryWithUnit, { type, title, unit })
  const details = chartTypeOf(chart.type).summary(chart, words)
  if (details.length === 0) return fill(words.noDetails, { head })
  return fill(words.details, { head, details: details.join(words.detailSeparator) })
}
