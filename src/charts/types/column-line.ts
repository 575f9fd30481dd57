import { isStacked, ratioRange, valueRange } from '../../model/chart-range.ts'
import { type ChartTypeRule, hiddenAxis, mixedDatasets, seriesLinks } from './drawing.ts'

/** Columns with a ratio in a panel of its own above them: two axes never share one plot. */
export const columnLine: ChartTypeRule = {
  links: seriesLinks,
  drawing: (scene) => {
    const stacked = isStacked(scene.model)
    const line = scene.sizes.label * 1.1
    const below = Math.round(line * 2.6) // room for the column labels and for labels under the line
    return {
      labels: scene.model.categories.map(({ label }) => label),
      datasets: mixedDatasets(scene),
      scales: {
        x: { type: 'category', offset: true, stacked, ...hiddenAxis },
        yRatio: {
          type: 'panel-linear',
          ...ratioRange(scene.model),
          stack: 'panels',
          stackWeight: 36,
          weight: 2,
          gutterStart: below,
          gutterEnd: Math.round(line * 0.4),
          ...hiddenAxis,
        },
        y: {
          type: 'linear',
          ...valueRange(scene.model),
          stack: 'panels',
          stackWeight: 64,
          weight: 1,
          stacked,
          ...hiddenAxis,
        },
      },
    }
  },
}
