import { upright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'

/** One series by period; lines among the columns stay on the same axis. */
export const column: ChartType = {
  ...upright,
  name: 'column',
  limits: ({ series = [] }) => {
    const bars = series.filter((item) => typeof item === 'string' || item.as !== 'line')
    const hint = 'write "type: grouped-column" to set them side by side or "type: stacked-column" to stack them.'
    return bars.length > 1 ? { part: 'series', hint } : undefined
  },
}
