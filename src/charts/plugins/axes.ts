import type { Chart, Plugin, Scale } from 'chart.js'
import { hasFigureEnds } from '../base/bridge-ends.ts'
import { panelGutters } from '../base/panel-grid.ts'
import { panelAxes } from '../layout/panel-heads.ts'
import { drawLine } from '../layout/strokes.ts'
import { type CanvasContext, createTypesetter } from '../layout/text.ts'
import { type Scene, sceneOf } from '../scene.ts'

/** Behind the marks, ticks where values are not printed; before them, the zero line. */
export const axes: Plugin = {
  id: 'axes',
  beforeDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (scene?.state.layout?.showsAxis) drawTicks(chart, scene)
  },
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene) return
    if (hasFigureEnds(scene.model)) drawBase(chart, scene)
    else drawZeroLines(chart, scene)
    drawBreaks(chart, scene)
  },
}

function drawTicks(chart: Chart, scene: Scene): void {
  const scale = valueScale(chart)
  if (!scale) return
  const typesetter = createTypesetter(chart.ctx, scene.theme.font)
  const { left, right } = chart.chartArea
  for (const { value, text } of scene.model.ticks ?? []) {
    if (value < scale.min || value > scale.max) continue
    const y = scale.getPixelForValue(value)
    if (value !== 0) drawLine(chart.ctx, [left, y, right, y], { color: scene.theme.gridColor, width: 1.5 })
    const size = scene.sizes.small
    typesetter.draw(text, { x: left - 10, y: y + size * 0.36 }, { size, color: scene.theme.mutedColor, align: 'right' })
  }
}

const valueScale = (chart: Chart): Scale | undefined => chart.scales.y

/** The line that bars start from; a line chart that does not start at zero has a broken one. */
function drawZeroLines(chart: Chart, scene: Scene): void {
  for (const scale of Object.values(chart.scales)) {
    const isValue = scene.horizontal ? scale.axis === 'x' : scale.axis === 'y'
    if (!isValue || scale.id === 'yRatio') continue
    const style = { color: scene.theme.textColor, width: 2 }
    const showsZero = scale.min <= 0 && scale.max >= 0
    if (scene.horizontal) {
      const x = scale.getPixelForValue(0)
      drawLine(chart.ctx, [x, chart.chartArea.top, x, chart.chartArea.bottom], style)
    } else if (showsZero) {
      const y = scale.getPixelForValue(0)
      for (const [left, right] of plotWidths(chart, scene, scale)) drawLine(chart.ctx, [left, y, right, y], style)
    } else drawBrokenAxes(chart, scene, scale)
  }
}

/** Columns that are cut stand on a line that is below zero's place. */
function drawBase({ ctx, chartArea: { left, right, bottom } }: Chart, { theme }: Scene): void {
  drawLine(ctx, [left, bottom, right, bottom], { color: theme.textColor, width: 2 })
}

/** The plot's width, or that of each panel of the scale. */
function plotWidths(chart: Chart, scene: Scene, scale: Scale): (readonly [left: number, right: number])[] {
  const { left: start, right: end } = chart.chartArea
  const spare = scene.state.layout?.spare ?? 0
  if (!scene.model.panels) return [[start - spare, end + spare]]
  const { side } = panelGutters(scene)
  return panelScales(chart, scene, scale).map(({ left, right }) => [left + side, right - side] as const)
}

/** The scales of the periods of the panels that stand on a scale of values. */
function panelScales({ scales }: Chart, { model }: Scene, { id }: Scale): readonly Scale[] {
  const axes = (model.panels ?? []).map((_, panel) => panelAxes(model, panel))
  return axes.flatMap(({ x, y }) => (y === id ? (scales[x] ?? []) : []))
}

/** A base line with a zigzag at its left end, for the plot or each panel: this axis does not start at zero. */
function drawBrokenAxes(chart: Chart, scene: Scene, scale: Scale): void {
  const { ctx } = chart
  const y = baseLine(chart, scene, scale)
  for (const [left, right] of plotWidths(chart, scene, scale)) {
    ctx.beginPath()
    ctx.moveTo(left, y)
    for (const [step, lift] of [0, -6, 6, -6, 6, 0].entries()) ctx.lineTo(left + 10 + step * 5, y + lift)
    ctx.lineTo(right, y)
    ctx.strokeStyle = scene.theme.lineColor
    ctx.lineWidth = 2
    ctx.stroke()
  }
}

/** Two short strokes across the base line where time is not as even as the distance of the marks. */
function drawBreaks(chart: Chart, scene: Scene): void {
  const scales = Object.values(chart.scales)
  const [across, along] = scene.horizontal ? (['y', 'x'] as const) : (['x', 'y'] as const)
  const bases = scales.filter(({ axis, id }) => axis === along && id !== 'yRatio')
  const acrossOf = (base: Scale): readonly Scale[] =>
    scene.model.panels ? panelScales(chart, scene, base) : scales.filter(({ axis }) => axis === across)
  for (const [index, { afterBreak }] of scene.model.categories.entries()) {
    if (!afterBreak) continue
    for (const base of bases)
      for (const scale of acrossOf(base)) {
        const at = (scale.getPixelForValue(index - 1) + scale.getPixelForValue(index)) / 2
        drawBreak(chart.ctx, scene, { at, base: baseLine(chart, scene, base) })
      }
  }
}

function baseLine({ chartArea }: Chart, scene: Scene, scale: Scale): number {
  if (scale.min <= 0 && scale.max >= 0) return scale.getPixelForValue(0)
  const { model, sizes, state } = scene
  // In a panel, between the values and the periods.
  return model.panels ? scale.bottom - sizes.category * 1.6 : chartArea.bottom + (state.layout?.bottomRoom ?? 0)
}

function drawBreak(context: CanvasContext, scene: Scene, { at, base }: { at: number; base: number }): void {
  const { theme, horizontal } = scene
  const [half, length, slant] = [4, 11, 4]
  const stroke = (offset: number, color: string, width: number): void => {
    const [from, to] = [at + offset - slant, at + offset + slant]
    const ends = [from, base + length, to, base - length] as const
    drawLine(context, horizontal ? [ends[1], ends[0], ends[3], ends[2]] : ends, { color, width })
  }
  stroke(0, theme.surfaceColor, 2 * half)
  stroke(-half, theme.textColor, 2)
  stroke(half, theme.textColor, 2)
}
