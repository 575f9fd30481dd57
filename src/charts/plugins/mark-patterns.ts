import type { Plugin } from 'chart.js'
import { mix } from '../../format/colors/color.ts'
import { contextEdge, isContext, markColor } from '../colors/fill.ts'
import type { Box } from '../layout/box.ts'
import { hasWhisker, type PlacedMark, placedMarks } from '../layout/placed-marks.ts'
import { drawHatch, drawLine } from '../layout/strokes.ts'
import type { CanvasContext } from '../layout/text.ts'
import { type Scene, sceneOf } from '../scene.ts'

/** What distinguishes marks besides colour: hatched forecasts, outlined targets and contexts, whiskers, seams between the parts of a stack. */
export const markPatterns: Plugin = {
  id: 'mark-patterns',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene) return
    const marks = placedMarks(chart, scene, false)
    for (const mark of marks) if (mark.kind === 'bar') decorateBar(chart.ctx, scene, mark)
    if (scene.stacked) for (const mark of marks) if (mark.kind === 'bar') drawSeam(chart.ctx, scene, mark)
    for (const mark of marks) drawWhisker(chart.ctx, scene, mark)
  },
}

function decorateBar(context: CanvasContext, scene: Scene, drawn: PlacedMark): void {
  const { mark, box } = drawn
  const color = markColor(scene, drawn)
  if (mark.drawn === 'forecast') {
    const pale = mix(color, scene.theme.surfaceColor, 0.75) // wide and pale: fine hatching shimmers on a projector
    drawHatch(context, box, { spacing: 26, rising: false, color: pale, width: 4 })
  }
  if (mark.drawn === 'target' || mark.drawn === 'forecast') outline(context, box, { color, width: 4 })
  else if (isContext(drawn.dataset)) outline(context, box, { color, width: contextEdge })
}

function outline(context: CanvasContext, box: Box, { color, width }: { color: string; width: number }): void {
  if (box.width <= width || box.height <= width) return
  context.strokeStyle = color
  context.lineWidth = width
  context.strokeRect(box.x + width / 2, box.y + width / 2, box.width - width, box.height - width)
}

/** A white line between stacked parts, so that neighbours stay apart in grey print. */
function drawSeam(context: CanvasContext, scene: Scene, { box, tip, root }: PlacedMark): void {
  if (Math.abs(tip - root) < 3) return
  const style = { color: scene.theme.surfaceColor, width: 2 }
  if (scene.horizontal) drawLine(context, [tip, box.y, tip, box.y + box.height], style)
  else drawLine(context, [box.x, tip, box.x + box.width, tip], style)
}

function drawWhisker(context: CanvasContext, scene: Scene, placed: PlacedMark): void {
  const { whisker, kind, box } = placed
  if (!whisker || !hasWhisker(placed)) return
  const [low, high] = whisker
  const cap = Math.min(12, Math.max(6, (kind === 'point' ? 40 : scene.horizontal ? box.height : box.width) / 5))
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  const halo = { color: scene.theme.surfaceColor, width: 5 }
  for (const style of [...(kind === 'bar' ? [halo] : []), { color: scene.theme.textColor, width: 2 }]) {
    if (scene.horizontal) drawLine(context, [low, y, high, y], style)
    else drawLine(context, [x, low, x, high], style)
    for (const end of [low, high]) {
      if (scene.horizontal) drawLine(context, [end, y - cap, end, y + cap], style)
      else drawLine(context, [x - cap, end, x + cap, end], style)
    }
  }
}
