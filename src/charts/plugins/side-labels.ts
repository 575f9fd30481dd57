import type { Plugin } from 'chart.js'
import { typesetter } from '../layout/text.ts'
import { sceneOf } from '../scene.ts'

/** Category labels of horizontal bars: at the far left, so that no bar, not even a negative one, runs into them. */
export const sideLabels: Plugin = {
  id: 'side-labels',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    const plan = scene?.laid.plan
    const scale = chart.scales.y
    if (!scene || !plan || !scale || plan.categories.kind !== 'lines') return
    const setter = typesetter(chart.ctx, scene.theme.font)
    const size = scene.sizes.category
    for (const [index, lines] of plan.categories.lines.entries()) {
      const emphasis = scene.model.categories[index]?.emphasis === true
      const style = { size, weight: emphasis ? (600 as const) : (400 as const), color: scene.theme.ink }
      const top = scale.getPixelForValue(index) - (lines.length * size * 1.15) / 2
      for (const [row, line] of lines.entries()) setter.draw(line, { x: 0, y: top + size * (0.93 + row * 1.15) }, style)
    }
  },
}
