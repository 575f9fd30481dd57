import { barDataset, seriesDatasets, uprightScales } from '../base/datasets.ts'
import { periodName, type Zod } from '../base/keys.ts'
import { valueRange } from '../base/range.ts'
import { listedValues } from '../base/summary.ts'
import { upright } from '../base/upright.ts'
import type { ChartType } from '../chart-type.ts'
import { arrows } from '../plugins/arrows.ts'
import { axes } from '../plugins/axes.ts'
import { bridgeSteps } from '../plugins/bridge-steps.ts'
import { categoryLabels } from '../plugins/category-labels.ts'
import { markPatterns } from '../plugins/mark-patterns.ts'
import { seriesNames } from '../plugins/series-names.ts'
import { valueLabels } from '../plugins/value-labels.ts'

const keys = (zod: Zod) => {
  const name = zod.string().optional()
  const period = periodName(zod).optional()
  const step = zod.strictObject({
    start: name,
    change: name,
    figure: name,
    subtotal: name,
    end: name,
    period,
    vs: period,
    scenario: name,
    label: name,
    negate: zod.boolean().optional(),
    color: zod.int().min(0).max(0).optional(),
    decimals: zod.int().min(0).max(6).optional(),
  })
  return { steps: zod.array(step).min(2).optional(), ends: zod.enum(['bars', 'figures']).optional() }
}

/** A bridge: each step floats from where the one before ended; starts and ends stand on zero, or are figures, which stand on their level. */
export const waterfall: ChartType = {
  ...upright,
  name: 'waterfall',
  family: 'bridge',
  needs: ['steps'],
  takes: ['differences'],
  keys,
  body(builder) {
    const { steps = [], ends } = builder.own(keys)
    const body = builder.bridge(steps)
    return body && ends === 'figures' ? { ...body, own: { ends } } : body
  },
  summary: listedValues,
  links: ['steps-to-end'],
  datasets: (model) => seriesDatasets(model).slice(0, 1),
  configure: (scene) => ({
    labels: scene.model.categories.map(({ label }) => label),
    datasets: [barDataset(scene, 0, { yAxisID: 'y' })],
    scales: uprightScales(valueRange(scene.model, scene.traits), false),
  }),
  plugins: [axes, categoryLabels, markPatterns, bridgeSteps, seriesNames, valueLabels, arrows],
}
