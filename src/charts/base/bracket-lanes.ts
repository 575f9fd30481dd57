import type { ChartModel } from '../../model/chart.ts'
import { countOfLanes } from '../layout/outside/brackets.ts'

/** Each arrow's lane: the lowest that is free, short arrows below long ones. */
export function arrowLanes({ arrows }: ChartModel): number[] {
  const order = arrows.map((_, index) => index)
  const length = (index: number): number => Math.abs((arrows[index]?.to ?? 0) - (arrows[index]?.from ?? 0))
  order.sort((a, b) => length(a) - length(b) || a - b)
  const lanes = arrows.map(() => 0)
  const taken: { from: number; to: number; lane: number }[] = []
  for (const index of order) {
    const arrow = arrows[index]
    if (!arrow) continue
    const [from, to] = [Math.min(arrow.from, arrow.to), Math.max(arrow.from, arrow.to)]
    let lane = 0
    while (taken.some((one) => one.lane === lane && from <= one.to && to >= one.from)) lane++
    taken.push({ from, to, lane })
    lanes[index] = lane
  }
  return lanes
}

/** How many brackets stand over each other at most in a chart with upright marks. */
export const bracketLanes = (model: ChartModel): number => countOfLanes(arrowLanes(model))
