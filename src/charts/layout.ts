import type { Chart } from 'chart.js'
import type { Size } from './box.ts'
import { type Plan, planUpright } from './plan.ts'
import { planSideways } from './plan-sideways.ts'
import type { Scene } from './scene.ts'
import { type Typesetter, typesetter } from './text.ts'

/** Measures everything that stands outside the plot, keeps the plan for the plugins and returns the room around the plot. */
export function layOut(chart: Chart, scene: Scene): Plan['padding'] {
  const size = { width: chart.width, height: chart.height }
  const plan = planOf(scene, typesetter(chart.ctx, scene.theme.font), size)
  scene.laid.plan = plan
  return plan.padding
}

function planOf(scene: Scene, setter: Typesetter, size: Size): Plan {
  if (scene.horizontal) return planSideways(scene, setter, size)
  if (scene.model.type === 'doughnut') return bare(scene, doughnutPadding(scene, setter, size))
  if (scene.model.type === 'small-multiples') return bare(scene, { top: 0, right: 0, bottom: 0, left: 0 })
  return planUpright(scene, setter, size)
}

function bare(scene: Scene, padding: Plan['padding']): Plan {
  const categories = { kind: 'lines', lines: [], height: 0 } as const
  return {
    padding,
    label: scene.sizes.label,
    axis: false,
    categories,
    legend: { kind: 'none' },
    lanes: [],
    laneHeight: 0,
    headroom: 0,
    footroom: 0,
  }
}

/** Names and values stand left and right of the ring, which keeps at least 40 % of the width. */
function doughnutPadding(scene: Scene, setter: Typesetter, size: Size): Plan['padding'] {
  const names = scene.model.series.map(({ label }) => setter.width(label, scene.sizes.label))
  const side = Math.min(size.width * 0.27, Math.max(0, ...names) + 44)
  return { top: 14, right: side, bottom: 14, left: side }
}
