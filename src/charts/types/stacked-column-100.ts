import { stackedUpright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'

/** The mix: each column is 100 %, the whole of its period. */
export const stackedColumn100: ChartType = {
  ...stackedUpright,
  name: 'stacked-column-100',
  axis: { orientation: 'upright', range: () => ({ min: 0, max: 100 }) },
  shares: true,
  takes: ['totals', 'yoy', 'qoq'],
  body: (builder) => builder.overPeriods({ stacked: true, shares: true }),
  links: ['shares-to-100'],
}
