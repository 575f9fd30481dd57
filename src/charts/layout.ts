import type { Chart } from 'chart.js'
import type { Size } from './box.ts'
import { widestLabel } from './label.ts'
import { planUpright } from './plan.ts'
import { planSideways } from './plan-sideways.ts'
import type { Plan } from './planned.ts'
import type { Scene } from './scene.ts'
import { type Typesetter, typesetter } from './text.ts'
import { panelGrid, panelGutters } from './types/small-multiples.ts'

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
  if (scene.model.type === 'small-multiples') return panelsPlan(scene, setter, size)
  return planUpright(scene, setter, size)
}

function bare(scene: Scene, padding: Plan['padding']): Plan {
  const categories = { kind: 'lines', lines: [], height: 0 } as const
  return {
    padding,
    label: scene.sizes.label,
    axis: false,
    sparse: false,
    categories,
    legend: { kind: 'none' },
    lanes: [],
    laneHeight: 0,
    headroom: 0,
    footroom: 0,
  }
}

/** The values of all panels are printed, or of each only the ends and extremes. */
function panelsPlan(scene: Scene, setter: Typesetter, size: Size): Plan {
  const plan = bare(scene, { top: 0, right: 0, bottom: 0, left: 0 })
  const { sizes, model, links } = scene
  const marks = links.flatMap(({ series }) => series.marks.flatMap((mark) => (mark ? [mark] : [])))
  const width = size.width / panelGrid(model).columns - 2 * panelGutters(scene).side
  const bars = Math.max(1, ...(model.panels ?? []).map(({ series }) => series.length))
  const room = width / Math.max(1, model.categories.length * bars)
  const fitting = [sizes.label, sizes.small].find((label) => widestLabel(setter, marks, label) <= room)
  return { ...plan, label: fitting ?? sizes.small, sparse: fitting === undefined }
}

/** Names and values stand left and right of the ring, which keeps at least 40 % of the width. */
function doughnutPadding(scene: Scene, setter: Typesetter, size: Size): Plan['padding'] {
  const names = scene.model.series.map(({ label }) => setter.width(label, scene.sizes.label))
  const side = Math.min(size.width * (scene.compact ? 0.31 : 0.27), Math.max(0, ...names) + 44)
  return { top: 14, right: side, bottom: 14, left: side }
}
