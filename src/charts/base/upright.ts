import type { ChartType } from '../chart-type.ts'
import { planUpright } from '../plan.ts'
import { arrows } from '../plugins/arrows.ts'
import { categories } from '../plugins/categories.ts'
import { decorate } from '../plugins/decorate.ts'
import { frame } from '../plugins/frame.ts'
import { labels } from '../plugins/labels.ts'
import { names } from '../plugins/names.ts'
import { valueRange } from '../range.ts'
import { mixedDatasets, seriesLinks, uprightScales } from './drawing.ts'
import { markHits } from './hits.ts'
import { movements } from './summary.ts'

/** What is common to charts whose marks stand side by side along the periods, one series or several, bars or lines. */
export const upright = {
  family: 'columns',
  axis: { orientation: 'upright', scale: 'columns' },
  stacks: () => false,
  shares: false,
  elements: 'marks',
  mark: 'bar',
  namesAtEnds: 'one-bar',
  toggles: true,
  needs: ['series', 'periods'],
  takes: ['yoy', 'qoq', 'differences', 'cagr'],
  body: (ask) => ask.overPeriods({}),
  summary: movements,
  links: [],
  shows: (model) => seriesLinks(model),
  drawing: (scene) => ({
    labels: scene.model.categories.map(({ label }) => label),
    datasets: mixedDatasets(scene),
    scales: uprightScales(valueRange(scene.model, scene.traits), scene.stacked),
  }),
  plan: planUpright,
  plugins: [frame, categories, decorate, names, labels, arrows],
  hits: markHits,
} satisfies Omit<ChartType, 'name'>

/** What stands on each other, with its total. */
export const stackedUpright = {
  ...upright,
  stacks: () => true,
  namesAtEnds: 'always',
  takes: ['totals', ...upright.takes],
  body: (ask) => ask.overPeriods({ stacked: true }),
  links: ['parts-to-total'],
  shows: (model) => seriesLinks(model, true),
} satisfies Omit<ChartType, 'name'>
