import { stackedUpright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'

/** Parts on each other, the first at the base, their total on top. */
export const stackedColumn: ChartType = { ...stackedUpright, name: 'stacked-column' }
