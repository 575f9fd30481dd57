import { valueRange } from '../../model/chart-range.ts'
import { barDataset, type ChartTypeRule, seriesLinks, uprightScales } from './drawing.ts'

/** A bridge: each step floats from where the one before ended; starts and ends stand on zero. */
export const waterfall: ChartTypeRule = {
  links: (model) => seriesLinks(model).slice(0, 1),
  drawing: (scene) => ({
    labels: scene.model.categories.map(({ label }) => label),
    datasets: [barDataset(scene, 0, { yAxisID: 'y' })],
    scales: uprightScales(valueRange(scene.model), false),
  }),
}
