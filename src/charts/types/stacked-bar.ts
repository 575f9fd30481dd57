import { seriesDatasets } from '../base/datasets.ts'
import { tellablePeriods, tellableSeries } from '../base/limits.ts'
import { sideways } from '../base/sideways.ts'
import { movements } from '../base/summary.ts'
import type { ChartType } from '../chart-type.ts'

/** Horizontal bars of parts, their total at the end. */
export const stackedBar: ChartType = {
  ...sideways,
  name: 'stacked-bar',
  stacks: () => true,
  needs: ['series', 'periods'],
  limits: (spec) => tellableSeries(spec) ?? tellablePeriods(spec),
  takes: ['totals', 'sort'],
  body: (builder) => builder.overPeriods({ stacked: true }),
  summary: movements,
  links: ['parts-to-total'],
  datasets: (model) => seriesDatasets(model, true),
}
