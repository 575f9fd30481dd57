import { labelWidth } from '../../../charts/layout/label.ts'
import {
  type BracketLook,
  bracketLevels,
  bracketLook,
  legsApart,
  nearLane,
  plateSizes,
  plateWords,
} from '../../../charts/layout/outside/brackets.ts'
import { hasWhisker } from '../../../charts/layout/placed-marks.ts'
import { valueSize } from '../../../charts/layout/value-size.ts'
import type { ChartArrow, ChartModel } from '../../../model/chart.ts'
import type { Frame, Item } from '../items.ts'
import { officeTypesetter } from '../text/letters.ts'
import type { Geometry } from './geometry.ts'
import { pointPosition } from './marks-chart.ts'

interface Bracket {
  readonly arrow: ChartArrow
  readonly look: BracketLook
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
  readonly y: number
}

/** From where to where something takes the room across, and how high it reaches. */
interface Reach {
  readonly left: number
  readonly right: number
  readonly top: number
}

/** What stands at a category, of one axis or of both: its marks, and the labels over them. */
function reachesAt(category: number, geometry: Geometry, axis?: 'value'): readonly Reach[] {
  const { marks, layout, printed, plot, scene } = geometry
  const heightOf = (size: number): number => size * 1.25 + 7
  const reaches = marks.flatMap((placed): readonly Reach[] => {
    const { box, mark, dataset, kind, index } = placed
    if (index !== category || (axis && dataset.series.axis !== axis)) return []
    const top = hasWhisker(placed) ? Math.min(box.y, ...(placed.whisker ?? [])) : box.y
    const own = { left: box.x, right: box.x + box.width, top }
    // Over a column that rises, and over a point where its line has it.
    const isOver = kind === 'point' ? pointPosition(placed, geometry) === 't' : mark.value >= 0
    const isAbove = isOver && (!printed || printed.marks.has(mark)) && !(kind === 'bar' && dataset.stacked)
    if (!isAbove || mark.text === '') return [own]
    const size = valueSize(scene, placed, layout.labelSize)
    const [middle, half] = [box.x + box.width / 2, officeTypesetter.width(mark.text, size, 600) / 2]
    return [own, { left: middle - half, right: middle + half, top: top - heightOf(size) }]
  })
  if (!printed?.totals.has(category)) return reaches
  const pitch = plot.width / Math.max(1, scene.model.categories.length)
  const top = Math.min(plot.y + plot.height, ...reaches.map((one) => one.top)) - heightOf(layout.labelSize)
  return [...reaches, { left: plot.x + category * pitch, right: plot.x + (category + 1) * pitch, top }]
}

/** To both sides of the end of a bracket, in which it may run through nothing, in pixels. */
const clearance = 22

/** Where an arrow ends at a category: over the bar of its series in a group, else over the whole column. */
function endAt({ series }: ChartArrow, category: number, geometry: Geometry): readonly [x: number, y: number] {
  const { marks, plot, scene } = geometry
  const own = marks.find(({ dataset, index }) => dataset.series.id === series && index === category)
  const pitch = plot.width / Math.max(1, scene.model.categories.length)
  const x = own ? own.box.x + own.box.width / 2 : plot.x + (category + 0.5) * pitch
  const under = reachesAt(category, geometry, 'value').filter(
    ({ left, right }) => left <= x + clearance && right >= x - clearance,
  )
  return [x, Math.min(plot.y + plot.height, ...under.map(({ top }) => top)) - 6]
}

/** The lightest first, as the page draws them. */
function brackets({ arrows }: ChartModel, geometry: Geometry): readonly Bracket[] {
  const { layout, plot, scene } = geometry
  const ends = arrows.map((arrow) => [endAt(arrow, arrow.from, geometry), endAt(arrow, arrow.to, geometry)] as const)
  const legs = legsApart(
    arrows,
    ends.map(([from, to]) => [from[0], to[0]] as const),
    30,
  )
  const levels = bracketLevels(arrows, {
    lanes: layout.lanes,
    laneHeight: layout.laneHeight,
    over: plot.y - layout.topRoom,
    near: nearLane(layout),
    topOf: (category) => Math.min(plot.y + plot.height, ...reachesAt(category, geometry).map(({ top }) => top)),
  })
  const placed = arrows.flatMap((arrow, index): readonly Bracket[] => {
    const [end, leg] = [ends[index], legs[index]]
    if (!end || !leg) return []
    const [from, to] = [[leg[0], end[0][1]] as const, [leg[1], end[1][1]] as const]
    return [{ arrow, look: bracketLook(arrow, index, scene), y: levels[index] ?? 0, from, to }]
  })
  return placed.reverse()
}

/** What an arrow says, on a plate. */
function plate({ arrow, look, from, to, y }: Bracket, { scene }: Geometry, frame: Frame): Item {
  const room = Math.abs(to[0] - from[0])
  const sizes = plateSizes(scene)
  const words = plateWords(scene, officeTypesetter, { arrow, room })
  const { label: size, small } = sizes
  const sign = arrow.footnote === undefined ? [] : [{ text: arrow.footnote, raised: true }]
  const runs = [...(words === '' ? [] : [{ text: words, size: small }]), { text: arrow.text, bold: true }, ...sign]
  const width =
    labelWidth(officeTypesetter, arrow, { size, weight: 600 }) * 1.02 +
    officeTypesetter.width(words, small) * 1.02 +
    size * 1.1
  const left = Math.max(1, Math.min(frame.width - width - 1, (from[0] + to[0]) / 2 - width / 2))
  return {
    kind: 'text',
    name: 'Change',
    geometry: 'roundRect',
    frame: { x: frame.x + left, y: frame.y + y - size * 0.75, width, height: size * 1.5 },
    paragraphs: [{ runs, size, align: 'center', line: 1.15, color: look.text }],
    anchor: 'middle',
    fill: look.fill,
    stroke: { color: look.line, width: Math.min(3, look.width) },
    unwrapped: true,
  }
}

/** The line of a bracket with closed corners, and its head in proportion to it. */
function lineItems({ from, to, y, look }: Bracket, frame: Frame): readonly Item[] {
  const head = { half: look.width + 5, height: look.width * 2 + 7 }
  const left = Math.min(from[0], to[0])
  const feet = [Math.max(y, from[1]), Math.max(y, to[1] - head.height + 1)] as const
  const place = {
    x: frame.x + left,
    y: frame.y + y,
    width: Math.max(1, Math.abs(to[0] - from[0])),
    height: Math.max(1, Math.max(...feet) - y),
  }
  const [start, end] = [from[0] - left, to[0] - left]
  return [
    {
      kind: 'shape',
      geometry: 'rect',
      frame: place,
      path: `M${start} ${feet[0] - y}L${start} 0L${end} 0L${end} ${feet[1] - y}`,
      stroke: { color: look.line, width: look.width },
    },
    {
      kind: 'shape',
      geometry: 'triangle',
      frame: { x: frame.x + to[0] - head.half, y: frame.y + feet[1] - 1, width: 2 * head.half, height: head.height },
      rotation: 180,
      fill: look.line,
    },
  ]
}

/** Differences and growth rates from column to column. */
export function bracketItems(model: ChartModel, geometry: Geometry, frame: Frame): readonly Item[] {
  const all = brackets(model, geometry)
  return [
    ...all.flatMap((bracket) => lineItems(bracket, frame)),
    ...all.map((bracket) => plate(bracket, geometry, frame)),
  ]
}
