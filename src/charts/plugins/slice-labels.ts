import type { Chart, Plugin } from 'chart.js'
import { spreadApart } from '../layout/label-placement.ts'
import { type PlacedSlice, placedSlices } from '../layout/placed-marks.ts'
import { drawLine } from '../layout/strokes.ts'
import { createTypesetter, linesOf, type Typesetter } from '../layout/text.ts'
import { type Scene, sceneOf, seriesColor } from '../scene.ts'

/** A doughnut's names and values beside their slices, and the whole in the middle. */
export const sliceLabels: Plugin = {
  id: 'slice-labels',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene) return
    const typesetter = createTypesetter(chart.ctx, scene.theme.font)
    const parts = placedSlices(chart, scene)
    for (const part of parts) drawSoftSlice(chart, scene, part)
    for (const side of [-1, 1] as const) {
      drawSide(chart, scene, {
        typesetter,
        side,
        parts: parts.filter(({ angle }) => (Math.cos(angle) < 0 ? -1 : 1) === side),
      })
    }
    drawWhole(chart, scene, typesetter)
  },
}

/** Radial lines over slices that are not as published. */
function drawSoftSlice(chart: Chart, scene: Scene, { sceneMark, start, end, radius, inner, x, y }: PlacedSlice): void {
  if (sceneMark.mark.drawn === 'solid') return
  const target = sceneMark.mark.drawn === 'target' || sceneMark.mark.drawn === 'forecast'
  const color = target ? seriesColor(scene, sceneMark.dataset.series) : scene.theme.surfaceColor
  const step = 12 / radius
  for (let angle = start + step / 2; angle < end; angle += step) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    drawLine(chart.ctx, [x + cos * inner, y + sin * inner, x + cos * radius, y + sin * radius], { color, width: 2 })
  }
}

function drawSide(
  chart: Chart,
  scene: Scene,
  { typesetter, side, parts }: { typesetter: Typesetter; side: -1 | 1; parts: readonly PlacedSlice[] },
): void {
  const { sizes, theme } = scene
  const size = sizes.label
  const step = size * 1.18
  const reach = scene.compact ? 10 : 26
  const room = chart.chartArea.left - reach - 10
  const texts = parts.map(({ sceneMark }) =>
    linesOf(typesetter, sceneMark.dataset.series.label, { width: room, size, most: 2 }),
  )
  const wanted = parts.map(({ angle, y, radius }, index) => {
    const length = ((texts[index]?.length ?? 1) + 1) * step
    return { start: y + Math.sin(angle) * (radius + 18) - length / 2, length }
  })
  const starts = spreadApart(wanted, { from: 0, to: chart.height, gap: 8 })
  for (const [index, part] of parts.entries()) {
    const top = starts[index] ?? 0
    const middle = top + (wanted[index]?.length ?? 0) / 2
    const edge = part.x + side * (part.radius + reach)
    drawLeader(chart, scene, { slice: part, bend: reach * 0.5, end: [edge, middle] })
    const align = side < 0 ? ('right' as const) : ('left' as const)
    const x = edge + side * 8
    const { text, footnote } = part.sceneMark.mark
    const value = `${text}${footnote ? ` ${footnote}` : ''}`
    typesetter.draw(value, { x, y: top + size * 0.95 }, { size, weight: 600, color: theme.textColor, align })
    for (const [row, line] of (texts[index] ?? []).entries())
      typesetter.draw(line, { x, y: top + size * 0.95 + (row + 1) * step }, { size, color: theme.mutedColor, align })
  }
}

/** A line from a slice outwards and on to its label. */
function drawLeader(
  { ctx }: Chart,
  { theme }: Scene,
  { slice, bend, end }: { slice: PlacedSlice; bend: number; end: readonly [x: number, y: number] },
): void {
  const { x, y, angle, radius } = slice
  ctx.beginPath()
  ctx.moveTo(x + Math.cos(angle) * (radius + 3), y + Math.sin(angle) * (radius + 3))
  ctx.lineTo(x + Math.cos(angle) * (radius + bend), y + Math.sin(angle) * (radius + bend))
  ctx.lineTo(...end)
  ctx.strokeStyle = theme.lineColor
  ctx.lineWidth = 2
  ctx.stroke()
}

function drawWhole(chart: Chart, scene: Scene, typesetter: Typesetter): void {
  const { whole, unit } = scene.model
  if (!whole || whole.text === '') return
  const { left, right, top, bottom } = chart.chartArea
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const width = Math.min(right - left, bottom - top) * 0.5
  let size = scene.sizes.label * 1.8
  while (size > scene.sizes.small && typesetter.width(whole.text, size, 600) > width) size -= 2
  typesetter.draw(
    whole.text,
    { x, y: y + size * 0.2 },
    { size, weight: 600, color: scene.theme.textColor, align: 'center' },
  )
  const below = { x, y: y + size * 0.2 + scene.sizes.small * 1.3 }
  typesetter.draw(unit, below, { size: scene.sizes.small, color: scene.theme.mutedColor, align: 'center' })
}
