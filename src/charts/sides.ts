import type { ChartModel } from '../model/chart.ts'
import { chartTypeOf } from './chart-types.ts'
import { laidOut } from './laid-out.ts'
import type { Size } from './layout/box.ts'

/** Pixels that names and values take of a chart's width, at the more taken side of its plot. */
export function besidePlot(model: ChartModel, size: Size): number {
  const { left, right } = laidOut(model, size).layout.padding
  return Math.max(left, right)
}

/** Which way the bars of a chart stand, each with a name of its own; undefined where it has none that rows or words could stand at. */
export function wayOf({ type }: Pick<ChartModel, 'type'>): 'upright' | 'sideways' | undefined {
  const { family, axis } = chartTypeOf(type)
  return family === 'panels' || axis.orientation === 'none' ? undefined : axis.orientation
}
