import { seriesLinks } from '../base/datasets.ts'
import { sideways } from '../base/sideways.ts'
import { movements } from '../base/summary.ts'
import type { ChartType } from '../chart-type.ts'

/** Horizontal bars of parts, their total at the end. */
export const stackedBar: ChartType = {
  ...sideways,
  name: 'stacked-bar',
  stacks: () => true,
  needs: ['series', 'periods'],
  takes: ['items', 'totals', 'sort'],
  body: (ask) => (ask.spec.items ? ask.comparedItems() : ask.overPeriods({ stacked: true })),
  summary: movements,
  links: ['parts-to-total'],
  shows: (model) => seriesLinks(model, true),
}
