import { valueRange } from '../../model/chart-range.ts'
import { type ChartTypeRule, mixedDatasets, seriesLinks, uprightScales } from './drawing.ts'

/** Up to four lines, named at their ends. */
export const line: ChartTypeRule = {
  links: seriesLinks,
  drawing: (scene) => ({
    labels: scene.model.categories.map(({ label }) => label),
    datasets: mixedDatasets(scene),
    scales: uprightScales(valueRange(scene.model), false),
  }),
}
