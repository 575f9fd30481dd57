import type { Plugin } from 'chart.js'
import { createTypesetter } from '../layout/text.ts'
import { sceneOf } from '../scene.ts'

/** Category labels of horizontal bars: at the far left, so that no bar, not even a negative one, runs into them. */
export const sideLabels: Plugin = {
  id: 'side-labels',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    const layout = scene?.state.layout
    const scale = chart.scales.y
    if (!scene || !layout || !scale || layout.categories.kind !== 'lines') return
    const typesetter = createTypesetter(chart.ctx, scene.theme.font)
    const size = scene.sizes.category
    for (const [index, lines] of layout.categories.lines.entries()) {
      const emphasis = scene.model.categories[index]?.emphasis === true
      const style = { size, weight: emphasis ? (600 as const) : (400 as const), color: scene.theme.textColor }
      const top = scale.getPixelForValue(index) - (lines.length * size * 1.15) / 2
      for (const [row, line] of lines.entries())
        typesetter.draw(line, { x: 0, y: top + size * (0.93 + row * 1.15) }, style)
    }
  },
}
