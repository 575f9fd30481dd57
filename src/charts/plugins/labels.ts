import type { Chart, Plugin } from 'chart.js'
import type { Box } from '../box.ts'
import { textOn } from '../color.ts'
import { type DrawnMark, drawnMarks } from '../drawn.ts'
import { drawLabel } from '../label.ts'
import { type LabelSubject, labelRequests } from '../label-requests.ts'
import { type PlacedLabel, placeLabels } from '../placement.ts'
import { type Scene, sceneOf } from '../scene.ts'
import { typesetter } from '../text.ts'

/** Values at the marks and totals over the stacks, each where it fits or left out. */
export const labels: Plugin = {
  id: 'labels',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene || scene.stage.alpha <= 0) return
    const previous = chart.ctx.globalAlpha
    chart.ctx.globalAlpha = scene.stage.alpha
    for (const placed of placedLabels(chart, scene)) drawPlaced(chart, scene, placed)
    chart.ctx.globalAlpha = previous
  },
}

/** Where the labels of the chart go, marks at their final places. */
export function placedLabels(chart: Chart, scene: Scene): PlacedLabel<LabelSubject>[] {
  const setter = typesetter(chart.ctx, scene.theme.font)
  const marks = drawnMarks(chart, scene)
  const { plan } = scene.laid
  const left = plan?.axis ? chart.chartArea.left : 0 // the ticks stand there
  const height = Math.min(chart.height, chart.chartArea.bottom + (plan?.footroom ?? 0) + 2)
  const bounds = { x: left, y: 0, width: chart.width - left, height }
  const bars = marks.filter(({ kind }) => kind === 'bar').map(({ box }) => box)
  const obstacles = [...bars, ...lineObstacles(marks)]
  return placeLabels(labelRequests(scene, setter, { marks, bounds }), { bounds, obstacles, gap: 3 })
}

/** Points, and small boxes along the lines between neighbouring points of a series. */
function lineObstacles(marks: readonly DrawnMark[]): Box[] {
  const points = marks.filter(({ kind }) => kind === 'point')
  const around = points.map(({ box: { x, y } }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }))
  const between = points.flatMap((point, order) => {
    const next = points[order + 1]
    if (!next || next.dataset !== point.dataset || next.index !== point.index + 1) return []
    const steps = Math.max(2, Math.ceil(Math.hypot(next.box.x - point.box.x, next.box.y - point.box.y) / 8))
    return Array.from({ length: steps - 1 }, (_, step) => {
      const part = (step + 1) / steps
      const x = point.box.x + (next.box.x - point.box.x) * part
      const y = point.box.y + (next.box.y - point.box.y) * part
      return { x: x - 2, y: y - 2, width: 4, height: 4 }
    })
  })
  return [...around, ...between]
}

function drawPlaced(chart: Chart, scene: Scene, { subject, box, inside }: PlacedLabel<LabelSubject>): void {
  const { theme, sizes, laid } = scene
  const setter = typesetter(chart.ctx, theme.font)
  const style = { size: laid.plan?.label ?? sizes.label, weight: subject.weight }
  if (!inside || !subject.mark) {
    drawLabel(setter, subject.label, { box, ...style, color: theme.ink })
    return
  }
  const { fill, box: bar } = subject.mark
  if (subject.mark.mark.drawn !== 'solid') {
    const x = Math.max(box.x - 5, bar.x) // a plate under the digits never leaves its bar
    chart.ctx.fillStyle = fill
    chart.ctx.fillRect(x, box.y - 1, Math.min(box.x + box.width + 5, bar.x + bar.width) - x, box.height + 2)
  }
  drawLabel(setter, subject.label, { box, ...style, color: textOn(fill, theme.ink, theme.surface) })
}
