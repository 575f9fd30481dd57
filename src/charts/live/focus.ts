import type { Chart, Plugin } from 'chart.js'
import { drawnMarks } from '../drawn.ts'
import { sceneOf } from '../scene.ts'
import type { Target } from './hit.ts'

/** Which mark the pointer or the keyboard is on. */
export interface Focus {
  target: Target | undefined
}

/** Draws the ground of a live chart (over the still picture) and a ring about the mark in focus. */
export function focusPlugin(focus: Focus): Plugin {
  return {
    id: 'focus',
    beforeDraw(chart) {
      const scene = sceneOf(chart)
      if (!scene) return
      chart.ctx.fillStyle = scene.theme.surface
      chart.ctx.fillRect(0, 0, chart.width, chart.height)
    },
    afterDraw(chart) {
      if (focus.target) drawRing(chart, focus.target)
    },
  }
}

function drawRing(chart: Chart, { subject }: Target): void {
  const scene = sceneOf(chart)
  const mark =
    scene &&
    drawnMarks(chart, scene).find(({ dataset, index }) => dataset === subject.dataset && index === subject.index)
  if (!scene || !mark) return
  const { ctx } = chart
  ctx.strokeStyle = scene.theme.ink
  ctx.lineWidth = 3
  ctx.beginPath()
  if (mark.kind === 'point') ctx.arc(mark.box.x, mark.box.y, 12, 0, 2 * Math.PI)
  else ctx.rect(mark.box.x - 2, mark.box.y - 2, mark.box.width + 4, mark.box.height + 4)
  ctx.stroke()
}
