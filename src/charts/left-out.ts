import type { ChartModel } from '../model/chart.ts'
import { laidOut } from './laid-out.ts'
import type { Size } from './layout/box.ts'
import { lostLabels, lostValues } from './losses.ts'

interface LeftOut {
  /** Names and labels that are cut short or left out. */
  readonly labels: readonly string[]
  /** Values that are not printed although the block leaves it to the chart which are. */
  readonly values: readonly string[]
}

/** What a chart in a box of a size does not print whole. */
export function leftOut(model: ChartModel, size: Size): LeftOut {
  const chart = laidOut(model, size)
  return { labels: lostLabels(chart), values: lostValues(chart) }
}
