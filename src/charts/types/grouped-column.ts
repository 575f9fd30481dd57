import { upright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'

/** Series side by side, losses below zero; up to three are named beside the last group. */
export const groupedColumn: ChartType = { ...upright, name: 'grouped-column', namesAtEnds: 'three-bars' }
