import type { Chart } from 'chart.js'
import { chartTypeOf } from '../chart-types.ts'
import { type SceneMark, sceneOf } from '../scene.ts'

/** Marks that a drawing outlines, and how. */
export interface Outlined {
  readonly isOutlined: (mark: SceneMark) => boolean
  readonly color: string
}

/** Draws the outlines of some marks of a chart over it. */
export function drawOutlines(chart: Chart, { isOutlined, color }: Outlined): void {
  const scene = sceneOf(chart)
  if (!scene) return
  const { ctx } = chart
  for (const { sceneMark, outline } of chartTypeOf(scene.model.type).hits.targets(chart, scene)) {
    if (!isOutlined(sceneMark)) continue
    ctx.save()
    ctx.beginPath()
    outline(ctx)
    ctx.strokeStyle = color
    ctx.lineWidth = 4
    ctx.stroke()
    ctx.restore()
  }
}
