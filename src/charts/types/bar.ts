import { isStacked, valueRange } from '../../model/chart-range.ts'
import { barDataset, type ChartTypeRule, hiddenAxis, seriesLinks } from './drawing.ts'

/** Horizontal bars, single, side by side or stacked. */
export const bar: ChartTypeRule = {
  links: seriesLinks,
  drawing: (scene) => {
    const stacked = isStacked(scene.model)
    return {
      labels: scene.model.categories.map(({ label }) => label),
      indexAxis: 'y',
      datasets: scene.links.map((_, dataset) => barDataset(scene, dataset)),
      scales: {
        x: { type: 'linear', ...valueRange(scene.model), stacked, ...hiddenAxis },
        y: { type: 'category', offset: true, stacked, ...hiddenAxis },
      },
    }
  },
}
