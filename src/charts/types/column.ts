import { isStacked, valueRange } from '../../model/chart-range.ts'
import { type ChartTypeRule, mixedDatasets, seriesLinks, uprightScales } from './drawing.ts'

/** Upright columns: one series, side by side, stacked, stacked to 100 %; lines among them stay on the same axis. */
export const column: ChartTypeRule = {
  links: seriesLinks,
  drawing: (scene) => ({
    labels: scene.model.categories.map(({ label }) => label),
    datasets: mixedDatasets(scene),
    scales: uprightScales(valueRange(scene.model), isStacked(scene.model)),
  }),
}
