import { stackedUpright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'

/** Parts stacked, the first at the base, their total on top. */
export const stackedColumn: ChartType = { ...stackedUpright, name: 'stacked-column' }
