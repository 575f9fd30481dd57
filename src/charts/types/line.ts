import { upright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'

const hint = 'readers cannot distinguish more than four lines: take some out or use small-multiples.'

/** Up to four lines, named at their ends. */
export const line: ChartType = {
  ...upright,
  name: 'line',
  family: 'lines',
  axis: { orientation: 'upright' },
  mark: 'line',
  namesAtEnds: 'always',
  limits: ({ series = [] }) => (series.length > 4 ? { part: 'series', hint } : undefined),
}
