import type { ChartModel } from '../../model/chart.ts'
import type { ChartType } from '../chart-type.ts'
import { planSideways } from '../plan-sideways.ts'
import { decorate } from '../plugins/decorate.ts'
import { frame } from '../plugins/frame.ts'
import { labels } from '../plugins/labels.ts'
import { names } from '../plugins/names.ts'
import { sideLabels } from '../plugins/side-labels.ts'
import { valueRange } from '../range.ts'
import type { Scene } from '../scene.ts'
import { barDataset, type Drawing, hiddenAxis, seriesLinks } from './drawing.ts'
import { markHits } from './hits.ts'

/** What is common to horizontal bars, single, side by side or stacked. */
export const sideways = {
  family: 'bars',
  axis: { orientation: 'sideways', scale: 'bars' },
  shares: false,
  elements: 'marks',
  mark: 'bar',
  namesAtEnds: 'one-bar',
  toggles: true,
  shows: (model: ChartModel) => seriesLinks(model),
  drawing: (scene: Scene): Drawing => ({
    labels: scene.model.categories.map(({ label }) => label),
    indexAxis: 'y',
    datasets: scene.links.map((_, dataset) => barDataset(scene, dataset)),
    scales: {
      x: { type: 'linear', ...valueRange(scene.model, scene.traits), stacked: scene.stacked, ...hiddenAxis },
      y: { type: 'category', offset: true, stacked: scene.stacked, ...hiddenAxis },
    },
  }),
  plan: planSideways,
  plugins: [frame, sideLabels, decorate, names, labels],
  hits: markHits,
} satisfies Partial<ChartType>
