import { upright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'

/** Series side by side, losses below zero. */
export const groupedColumn: ChartType = { ...upright, name: 'grouped-column' }
