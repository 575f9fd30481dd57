import { hiddenAxis, mixedDatasets, seriesDatasets } from '../base/datasets.ts'
import { metricItem, type Zod } from '../base/keys.ts'
import { ratioRange, valueRange } from '../base/range.ts'
import { upright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'

const keys = (zod: Zod) => ({ ratio: metricItem(zod).optional() })

const stacks: ChartType['stacks'] = ({ totals, series }) =>
  totals !== undefined && series.filter(({ mark }) => mark === 'bar').length > 1

const ratioPanel: NonNullable<ChartType['ratioPanel']> = (textSize) => {
  const line = textSize * 1.1
  // Below, room for the column labels and for labels under the line.
  return { share: 0.36, above: Math.round(line * 0.4), below: Math.round(line * 3.2) }
}

/** Columns with a ratio in a panel of its own above them: two axes never share one plot. */
export const columnLine: ChartType = {
  ...upright,
  name: 'column-line',
  axis: { orientation: 'upright' },
  stacks,
  namesAtEnds: 'always',
  ratioPanel,
  needs: ['series', 'periods', 'ratio'],
  takes: ['totals', ...upright.takes],
  keys,
  body: (builder) =>
    builder.overPeriods({ stacked: (builder.spec.totals ?? false) !== false, ratio: builder.own(keys).ratio }),
  datasets: (model) => seriesDatasets(model, stacks(model)),
  configure: (scene) => {
    const { stacked } = scene
    const { share, above, below } = ratioPanel(scene.sizes.label)
    return {
      labels: scene.model.categories.map(({ label }) => label),
      datasets: mixedDatasets(scene),
      scales: {
        x: { type: 'category', offset: true, stacked, ...hiddenAxis },
        yRatio: {
          type: 'panel-linear',
          ...ratioRange(scene.model),
          stack: 'panels',
          stackWeight: 100 * share,
          weight: 2,
          gutterStart: below,
          gutterEnd: above,
          ...hiddenAxis,
        },
        y: {
          type: 'linear',
          ...valueRange(scene.model, scene.traits),
          stack: 'panels',
          stackWeight: 100 * (1 - share),
          weight: 1,
          stacked,
          ...hiddenAxis,
        },
      },
    }
  },
}
