import { itemsInPeriod, tellablePeriods, tellableSeries } from '../base/limits.ts'
import { sideways } from '../base/sideways.ts'
import { listedValues } from '../base/summary.ts'
import type { ChartType } from '../chart-type.ts'

/** Horizontal bars: a ranking of line items, or a series by period. */
export const bar: ChartType = {
  ...sideways,
  name: 'bar',
  stacks: () => false,
  needs: [],
  takes: ['items', 'sort'],
  limits: (spec) => itemsInPeriod(spec) ?? tellableSeries(spec) ?? tellablePeriods(spec),
  body: (builder) => (builder.spec.items ? builder.comparedItems() : builder.overPeriods({})),
  summary: listedValues,
  links: [],
}
