import type { Chart, Plugin } from 'chart.js'
import { textColorOn } from '../../format/colors/color.ts'
import { cutColumn, isFigureEnd } from '../base/bridge-ends.ts'
import { centerX, centerY } from '../layout/box.ts'
import { type PlacedMark, placedMarks } from '../layout/placed-marks.ts'
import { drawLine } from '../layout/strokes.ts'
import type { CanvasContext } from '../layout/text.ts'
import { type Scene, sceneOf } from '../scene.ts'
import { placedLabels } from './value-labels.ts'

/** A waterfall's connectors from step to step, and in steps without a value, whose sign it would be, an arrow head: up or down in grey print too. */
export const bridgeSteps: Plugin = {
  id: 'bridge-steps',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene) return
    const marks = placedMarks(chart, scene, false)
    for (const mark of marks) if (isFigureEnd(scene.model, mark.mark)) drawLevel(chart, scene, mark)
    for (const [order, mark] of marks.entries()) {
      const next = marks[order + 1]
      if (next && next.index === mark.index + 1) drawConnector(chart, scene, [mark, next])
    }
    const valued = new Set(placedLabels(chart, scene).map(({ content }) => content.index))
    for (const mark of marks) if (!valued.has(mark.index)) drawDirection(chart, scene, mark)
  },
}

function drawConnector(chart: Chart, scene: Scene, [mark, next]: readonly [PlacedMark, PlacedMark]): void {
  const floats = next.mark.step === 'up' || next.mark.step === 'down'
  // Less than the printed digits may lie between the last step and a published total: the line closes on both.
  drawLine(chart.ctx, [mark.box.x + mark.box.width, mark.tip, next.box.x, floats ? next.root : next.tip], {
    color: scene.theme.lineColor,
    width: 2,
  })
}

/** A total that is a figure: a column with a cut across, since zero is far below; a target is outlined. */
function drawLevel({ ctx, chartArea }: Chart, { theme }: Scene, { box, tip, fill, mark }: PlacedMark): void {
  const plot = { y: chartArea.top, height: chartArea.bottom - chartArea.top }
  const { box: column, cut } = cutColumn(box, tip, plot)
  ctx.fillStyle = fill
  ctx.fillRect(column.x, column.y, column.width, column.height)
  if (mark.drawn === 'target') {
    ctx.strokeStyle = theme.totalColor
    ctx.lineWidth = edge
    ctx.strokeRect(column.x + edge / 2, column.y + edge / 2, column.width - edge, column.height - edge / 2)
  }
  fillShape(ctx, theme.surfaceColor, cut)
}

const edge = 4 // px, of outlined columns

function fillShape(ctx: CanvasContext, color: string, corners: readonly (readonly [x: number, y: number])[]): void {
  ctx.beginPath()
  for (const [index, [x, y]] of corners.entries()) index === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)
  ctx.closePath()
  ctx.fillStyle = color
  ctx.fill()
}

function drawDirection(chart: Chart, scene: Scene, { mark, box, fill }: PlacedMark): void {
  if ((mark.step !== 'up' && mark.step !== 'down') || (mark.drawn !== 'solid' && mark.drawn !== 'derived')) return
  const half = Math.min(9, box.width / 4)
  if (box.height < half * 2 + 6) return
  const [x, y] = [centerX(box), centerY(box)]
  const lift = mark.step === 'up' ? -half * 0.7 : half * 0.7
  chart.ctx.beginPath()
  chart.ctx.moveTo(x, y + lift)
  chart.ctx.lineTo(x - half, y - lift)
  chart.ctx.lineTo(x + half, y - lift)
  chart.ctx.closePath()
  chart.ctx.fillStyle = textColorOn(fill, scene.theme.textColor, scene.theme.surfaceColor)
  chart.ctx.fill()
}
