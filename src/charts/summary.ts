import type { Summarised } from './chart-type.ts'
import { chartTypeOf } from './types.ts'

/** One sentence for screen readers: what is shown, in what unit, from which value to which. */
export function chartSummary(chart: Summarised & { readonly type: string }): string {
  const type = chartTypeOf(chart.type)
  const unit = chart.unit === '' ? '' : `, ${chart.unit}`
  return `${[`${type.label}: ${chart.title}${unit}`, ...type.summary(chart)].join('; ')}.`
}
