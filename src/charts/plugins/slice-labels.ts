import type { Chart, Plugin } from 'chart.js'
import { readableColor } from '../../format/colors/color.ts'
import { shareIn } from '../../model/chart.ts'
import { barFill } from '../colors/fill.ts'
import { drawSigned, type Label } from '../layout/label.ts'
import { spreadApart } from '../layout/label-placement.ts'
import { type PlacedSlice, placedSlices } from '../layout/placed-marks.ts'
import {
  type NamedShare,
  namedBases,
  namedShare,
  runsWidth,
  sliceReach,
  sliceRoom,
  sliceStep,
  sliceTexts,
  valueText,
} from '../layout/slice-texts.ts'
import { drawLine } from '../layout/strokes.ts'
import { createTypesetter, type Typesetter } from '../layout/text.ts'
import { type Scene, sceneMarkAt, sceneOf, seriesColor } from '../scene.ts'

/** A doughnut's names and values beside their slices, and the whole in the middle. */
export const sliceLabels: Plugin = {
  id: 'slice-labels',
  afterDatasetsDraw(chart) {
    const scene = sceneOf(chart)
    if (!scene) return
    const typesetter = createTypesetter(chart.ctx, scene.theme.font)
    const placed = placedSlices(chart, scene)
    // A ring of one part is named at its right.
    const parts = placed.length === 1 ? placed.map((one) => ({ ...one, angle: 0 })) : placed
    for (const part of parts) drawSoftSlice(chart, scene, part)
    drawSeams(chart, scene, parts)
    const named = namedShare(scene, typesetter, 2 * (parts[0]?.inner ?? 0))
    const beside = parts.filter(({ sceneMark }) => scene.model.series[named?.series ?? -1] !== sceneMark.dataset.series)
    for (const side of [-1, 1] as const) {
      drawSide(chart, scene, {
        typesetter,
        side,
        parts: beside.filter(({ angle }) => (Math.cos(angle) < 0 ? -1 : 1) === side),
      })
    }
    if (named) drawNamedShare(chart, scene, { typesetter, named })
    else drawMiddle(chart, scene, typesetter)
  },
}

/** Radial lines over slices that have not come true yet. */
function drawSoftSlice(chart: Chart, scene: Scene, { sceneMark, start, end, radius, inner, x, y }: PlacedSlice): void {
  if (sceneMark.mark.drawn !== 'target' && sceneMark.mark.drawn !== 'forecast') return
  const color = seriesColor(scene, sceneMark.dataset.series)
  const step = 12 / radius
  for (let angle = start + step / 2; angle < end; angle += step) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    drawLine(chart.ctx, [x + cos * inner, y + sin * inner, x + cos * radius, y + sin * radius], { color, width: 2 })
  }
}

const arcLength = ({ start, end, radius }: PlacedSlice): number => (end - start) * radius

/** White lines between slices, thin beside small ones, and a line for a slice that is too small to be seen. */
function drawSeams(chart: Chart, scene: Scene, all: readonly PlacedSlice[]): void {
  const parts = all.filter((part) => arcLength(part) > 0)
  if (parts.length < 2) return
  const radial = ({ x, y, inner, radius }: PlacedSlice, angle: number): readonly [number, number, number, number] => {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    return [x + cos * inner, y + sin * inner, x + cos * radius, y + sin * radius]
  }
  for (const [index, part] of parts.entries()) {
    const least = Math.min(arcLength(part), arcLength(parts.at(index - 1) ?? part))
    drawLine(chart.ctx, radial(part, part.start), {
      color: scene.theme.surfaceColor,
      width: Math.max(0.5, Math.min(3, least / 3)),
    })
  }
  for (const part of parts)
    if (arcLength(part) < 2)
      drawLine(chart.ctx, radial(part, part.angle), { color: barFill(scene, part.sceneMark), width: 2 })
}

function drawSide(
  chart: Chart,
  scene: Scene,
  { typesetter, side, parts }: { typesetter: Typesetter; side: -1 | 1; parts: readonly PlacedSlice[] },
): void {
  const { sizes, theme } = scene
  const size = sizes.label
  const step = size * sliceStep
  const reach = sliceReach(scene)
  const marks = parts.map(({ sceneMark: { dataset, mark } }) => ({
    name: dataset.series.label,
    value: valueText(mark),
  }))
  const labels = sliceTexts(typesetter, marks, {
    size,
    room: sliceRoom(scene, chart.chartArea.left),
    height: chart.height,
  })
  const wanted = parts.map(({ angle, y, radius }, index) => {
    const length = (labels.lines[index]?.length ?? 1) * step
    return { start: y + Math.sin(angle) * (radius + standoff(scene)) - length / 2, length }
  })
  const starts = spreadApart(wanted, { from: 0, to: chart.height, gap: labels.gap })
  for (const [index, slice] of parts.entries()) {
    const top = starts[index] ?? 0
    const edge = slice.x + side * (slice.radius + reach)
    const end = [edge, top + (wanted[index]?.length ?? 0) / 2] as const
    drawLeader(chart, scene, { slice, end, lift: trackOf(scene, slice, parts) })
    for (const [row, runs] of (labels.lines[index] ?? []).entries()) {
      let x = edge + side * 8 - (side < 0 ? runsWidth(typesetter, runs, size) : 0)
      for (const { text, weight } of runs) {
        const color = weight === 600 ? theme.textColor : theme.mutedColor
        drawSigned(typesetter, apart(text), { x, y: top + size * 0.95 + row * step, size, weight, color })
        x += typesetter.width(text, size, weight)
      }
    }
  }
}

/** A text of a ring apart from the sign of a note that `valueText` puts after it. */
function apart(text: string): Label {
  const [, value = text, footnote] = /^(.*) ([†‡§‖])\s*$/.exec(text) ?? []
  return footnote === undefined ? { text } : { text: value, footnote }
}

/** Pixels off the ring at which a leader turns: at the height of its label, so that it goes on level. */
const standoff = ({ compact }: Scene): number => (compact ? 8 : 18)

/** Pixels that a leader stands off the ring: of several that go round it, that nearest to the top or bottom is outermost. */
function trackOf(scene: Scene, { angle }: PlacedSlice, parts: readonly PlacedSlice[]): number {
  const steep = Math.abs(Math.sin(angle))
  const quarter = parts.filter((part) => Math.sin(part.angle) < 0 === Math.sin(angle) < 0)
  const rank = quarter.filter((part) => Math.abs(Math.sin(part.angle)) < steep).length
  if (quarter.length < 2) return standoff(scene)
  return 8 + rank * Math.min(5, 15 / Math.max(1, quarter.length - 1))
}

/** A line from a slice outwards and on to its label, round the ring where that stands between. */
function drawLeader(
  { ctx }: Chart,
  { theme }: Scene,
  { slice, end, lift }: { slice: PlacedSlice; end: readonly [x: number, y: number]; lift: number },
): void {
  const { x, y, angle } = slice
  const radius = slice.radius + lift
  const far = Math.hypot(end[0] - x, end[1] - y)
  const turn = wrapped(Math.atan2(end[1] - y, end[0] - x) - angle)
  // From where the end is in sight, as seen along the circle.
  const hidden = Math.abs(turn) - Math.acos(Math.min(1, radius / far))
  ctx.beginPath()
  ctx.moveTo(x + Math.cos(angle) * (slice.radius + 3), y + Math.sin(angle) * (slice.radius + 3))
  ctx.lineTo(x + Math.cos(angle) * radius, y + Math.sin(angle) * radius)
  if (hidden > 0) ctx.arc(x, y, radius, angle, angle + Math.sign(turn) * hidden, turn < 0)
  ctx.lineTo(...end)
  ctx.strokeStyle = theme.lineColor
  ctx.lineWidth = 2
  ctx.stroke()
}

/** An angle between -π and π. */
const wrapped = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle))

/** The share in the middle has the colour of its slice, a pale one darker. */
export function shareColor(scene: Scene): string {
  const { textColor, surfaceColor } = scene.theme
  const index = scene.model.series.findIndex(({ marks }) => marks[0]?.share)
  const mark = sceneMarkAt(scene, 0, index)
  return mark ? readableColor(barFill(scene, mark), textColor, surfaceColor) : textColor
}

/** The share of one part in its colour, over the name and the value of the part. */
function drawNamedShare(
  { chartArea: { left, right, top, bottom } }: Chart,
  scene: Scene,
  { typesetter, named }: { readonly typesetter: Typesetter; readonly named: NamedShare },
): void {
  const x = (left + right) / 2
  const [base, ...bases] = namedBases(named, scene.sizes.label, (top + bottom) / 2)
  const centered = { weight: 600, align: 'center' } as const
  typesetter.draw(named.text, { x, y: base }, { ...centered, size: named.size, color: shareColor(scene) })
  for (const [row, { text, weight }] of named.lines.entries()) {
    const color = weight === 600 ? scene.theme.textColor : scene.theme.mutedColor
    const size = scene.sizes.label
    const left = x - typesetter.width(text, size, weight) / 2
    drawSigned(typesetter, apart(text), { x: left, y: bases[row] ?? base, size, weight, color })
  }
}

/** The whole with its unit or, as the largest number of the chart, the share of one part. */
function drawMiddle(chart: Chart, scene: Scene, typesetter: Typesetter): void {
  const { whole, unit } = scene.model
  const share = shareIn(scene.model)
  const middle = share ?? whole
  if (!middle || middle.text === '') return
  const { left, right, top, bottom } = chart.chartArea
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const width = Math.min(right - left, bottom - top) * 0.5
  let size = scene.sizes.label * (share ? 6 : 1.8)
  while (size > scene.sizes.small && typesetter.width(middle.text, size, 600) > width) size -= 2
  typesetter.draw(
    middle.text,
    { x, y: y + size * (share ? 0.36 : 0.2) },
    { size, weight: 600, color: share ? shareColor(scene) : scene.theme.textColor, align: 'center' },
  )
  if (share) return
  const below = { x, y: y + size * 0.2 + scene.sizes.small * 1.3 }
  typesetter.draw(unit, below, { size: scene.sizes.small, color: scene.theme.mutedColor, align: 'center' })
}
