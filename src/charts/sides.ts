import type { ChartModel, SharedScale } from '../model/chart.ts'
import { chartTypeOf } from './chart-types.ts'
import { laidOut } from './laid-out.ts'
import type { Size } from './layout/box.ts'

/** Pixels that names and values take of a chart's width, at the more taken side of its plot. */
export function besidePlot(model: ChartModel, size: Size): number {
  const { left, right } = laidOut(model, size).layout.padding
  return Math.max(left, right)
}

type PlotRoom = NonNullable<SharedScale['room']>

/** What a chart takes before and beyond its plot in a box of this size in pixels: for names, values, brackets and legend. */
export function roomAround(model: ChartModel, size: Size): PlotRoom {
  const { top, right, bottom, left } = laidOut(model, size).layout.padding
  return wayOf(model) === 'sideways' ? { start: left, end: right } : { start: bottom, end: top }
}

/** The most that one of some charts on one scale takes; undefined where all take the same. */
export function sharedRoom(rooms: readonly PlotRoom[]): PlotRoom | undefined {
  const most = { start: Math.max(...rooms.map(({ start }) => start)), end: Math.max(...rooms.map(({ end }) => end)) }
  const isSame = rooms.every(({ start, end }) => most.start - start < 1 && most.end - end < 1)
  return isSame ? undefined : { start: Math.ceil(most.start), end: Math.ceil(most.end) }
}

/** Which way the bars of a chart stand, each with a name of its own; undefined where it has none that rows or words could stand at. */
export function wayOf({ type }: Pick<ChartModel, 'type'>): 'upright' | 'sideways' | undefined {
  const { family, axis } = chartTypeOf(type)
  return family === 'panels' || axis.orientation === 'none' ? undefined : axis.orientation
}
