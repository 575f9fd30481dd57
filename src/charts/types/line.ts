import { upright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'

const hint = 'more than four lines cannot be told apart: take some out or use small-multiples.'

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
