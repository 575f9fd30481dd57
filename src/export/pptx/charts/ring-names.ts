import { spreadApart } from '../../../charts/layout/label-placement.ts'
import {
  type NamedShare,
  namedShare,
  officeHole,
  sliceReach,
  sliceRoom,
  sliceStep,
  sliceTexts,
  valueText,
} from '../../../charts/layout/slice-texts.ts'
import { sceneMarkAt } from '../../../charts/scene.ts'
import type { Frame, Item } from '../items.ts'
import { officeTypesetter } from '../text/letters.ts'
import type { Geometry } from './geometry.ts'

/** Where a ring stands in the box of its chart. */
export interface Ring {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** The ring in the middle of what its names leave free. */
export function ringOf({ plot }: Geometry): Ring {
  return { x: plot.x + plot.width / 2, y: plot.y + plot.height / 2, radius: Math.min(plot.width, plot.height) / 2 }
}

interface Slice {
  readonly series: number
  readonly name: string
  readonly value: string
  /** Of its middle, clockwise from the right. */
  readonly angle: number
}

/** The share in the middle of a ring with its name, as the page has it, set in the office font. */
export const namedShareOf = (geometry: Geometry): NamedShare | undefined =>
  namedShare(geometry.scene, officeTypesetter, 2 * ringOf(geometry).radius * officeHole)

/** The slices from the top on, clockwise. */
function slicesOf({ scene }: Geometry): readonly Slice[] {
  const marks = scene.model.series.map((_, index) => sceneMarkAt(scene, 0, index)?.mark)
  const values = marks.map((mark) => Math.max(0, mark?.value ?? 0))
  const whole = values.reduce((sum, value) => sum + value, 0)
  let before = 0
  const slices = scene.model.series.flatMap(({ label }, index): readonly Slice[] => {
    const [mark, value = 0] = [marks[index], values[index]]
    const angle = whole === 0 ? 0 : ((before + value / 2) / whole) * 2 * Math.PI - Math.PI / 2
    before += value
    return mark ? [{ series: index, name: label, value: valueText(mark), angle }] : []
  })
  return slices.length === 1 ? slices.map((one) => ({ ...one, angle: 0 })) : slices
}

const standoff = 18 // px off the ring at which a line to a name turns

/** A line from a slice to its name: outwards, then level; round the ring where that is between. */
function leader(ring: Ring, angle: number, end: readonly [x: number, y: number]): string {
  const at = (turn: number, radius: number): string =>
    `${(ring.x + Math.cos(turn) * radius).toFixed(1)} ${(ring.y + Math.sin(turn) * radius).toFixed(1)}`
  const radius = ring.radius + standoff
  const [across, down] = [end[0] - ring.x, end[1] - ring.y]
  const way = Math.atan2(down, across) - angle
  const turn = Math.atan2(Math.sin(way), Math.cos(way))
  const hidden = Math.abs(turn) - Math.acos(Math.min(1, radius / Math.hypot(across, down)))
  const steps = Math.max(0, Math.ceil(hidden / 0.1))
  const round = Array.from({ length: steps }, (_, step) =>
    at(angle + (Math.sign(turn) * hidden * (step + 1)) / steps, radius),
  )
  return [
    `M${at(angle, ring.radius + 3)}`,
    at(angle, radius),
    ...round,
    `${end[0].toFixed(1)} ${end[1].toFixed(1)}`,
  ].join('L')
}

/** The names and values of parts beside a ring, but for one in its middle, as the page has them: a legend could not tell parts of one colour apart. */
export function ringNames(geometry: Geometry, frame: Frame, inside: NamedShare | undefined): readonly Item[] {
  const ring = ringOf(geometry)
  const slices = slicesOf(geometry).filter(({ series }) => series !== inside?.series)
  return ([-1, 1] as const).flatMap((side) =>
    sideNames(geometry, frame, {
      ring,
      side,
      slices: slices.filter(({ angle }) => (Math.cos(angle) < 0 ? -1 : 1) === side),
    }),
  )
}

function sideNames(
  { scene }: Geometry,
  frame: Frame,
  { ring, side, slices }: { readonly ring: Ring; readonly side: -1 | 1; readonly slices: readonly Slice[] },
): readonly Item[] {
  const { theme, sizes } = scene
  const [size, reach] = [sizes.label, sliceReach(scene)]
  const step = size * sliceStep
  const free = ring.x - ring.radius
  const labels = sliceTexts(officeTypesetter, slices, { size, room: sliceRoom(scene, free), height: frame.height })
  const wanted = slices.map(({ angle }, index) => {
    const length = (labels.lines[index]?.length ?? 1) * step
    return { start: ring.y + Math.sin(angle) * (ring.radius + standoff) - length / 2, length }
  })
  const starts = spreadApart(wanted, { from: 0, to: frame.height, gap: labels.gap })
  const edge = ring.x + side * (ring.radius + reach)
  return slices.flatMap(({ angle }, index): readonly Item[] => {
    const [y, height] = [starts[index] ?? 0, wanted[index]?.length ?? 0]
    const width = free - reach - 8
    const paragraphs = (labels.lines[index] ?? []).map((runs) => ({
      runs: runs.map(({ text, weight }) => ({
        text,
        bold: weight === 600,
        color: weight === 600 ? theme.textColor : theme.mutedColor,
      })),
      size,
      line: sliceStep,
      align: side < 0 ? ('right' as const) : ('left' as const),
    }))
    const x = side < 0 ? 0 : edge + 8
    return [
      {
        kind: 'shape',
        geometry: 'rect',
        frame,
        path: leader(ring, angle, [edge, y + height / 2]),
        stroke: { color: theme.lineColor, width: 2 },
      },
      {
        kind: 'text',
        name: 'Part',
        frame: { x: frame.x + x, y: frame.y + y, width, height },
        paragraphs,
        unwrapped: true,
      },
    ]
  })
}
