import type { Chart, Plugin } from 'chart.js'
import type { Target } from '../base/hits.ts'
import { chartTypeOf } from '../chart-types.ts'
import { sceneOf } from '../scene.ts'

/** Which mark the pointer or the keyboard is on. */
export interface Focus {
  target: Target | undefined
}

/** Draws the background of a live chart on the light ground, which is the same everywhere, and a ring around the mark in focus. */
export function focusPlugin(focus: Focus): Plugin {
  return {
    id: 'focus',
    beforeDraw(chart) {
      const scene = sceneOf(chart)
      if (!scene || scene.model.ground === 'dark') return
      chart.ctx.fillStyle = scene.theme.surfaceColor
      chart.ctx.fillRect(0, 0, chart.width, chart.height)
    },
    afterDraw(chart) {
      if (focus.target) drawRing(chart, focus.target)
    },
  }
}

/** Finds the mark again: it may have moved since. */
function drawRing(chart: Chart, { sceneMark: { datasetIndex, index } }: Target): void {
  const scene = sceneOf(chart)
  const all = scene ? chartTypeOf(scene.model.type).hits.targets(chart, scene) : []
  const target = all.find(({ sceneMark }) => sceneMark.datasetIndex === datasetIndex && sceneMark.index === index)
  if (!scene || !target) return
  const { ctx } = chart
  ctx.strokeStyle = scene.theme.textColor
  ctx.lineWidth = 3
  ctx.beginPath()
  target.outline(ctx)
  ctx.stroke()
}
