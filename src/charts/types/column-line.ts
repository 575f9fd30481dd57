import { hiddenAxis, mixedDatasets, seriesDatasets } from '../base/datasets.ts'
import { metricItem, type Zod } from '../base/keys.ts'
import { ratioRange, valueRange } from '../base/range.ts'
import { upright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'

const keys = (zod: Zod) => ({ ratio: metricItem(zod).optional() })

const stacks: ChartType['stacks'] = ({ totals, series }) =>
  totals !== undefined && series.filter(({ mark }) => mark === 'bar').length > 1

/** Columns with a ratio in a panel of its own above them: two axes never share one plot. */
export const columnLine: ChartType = {
  ...upright,
  name: 'column-line',
  axis: { orientation: 'upright' },
  stacks,
  namesAtEnds: 'always',
  needs: ['series', 'periods', 'ratio'],
  takes: ['totals', ...upright.takes],
  keys,
  body: (builder) =>
    builder.overPeriods({ stacked: (builder.spec.totals ?? false) !== false, ratio: builder.own(keys).ratio }),
  datasets: (model) => seriesDatasets(model, stacks(model)),
  configure: (scene) => {
    const { stacked } = scene
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
          ...valueRange(scene.model, scene.traits),
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
