import { bracket, bracketCorners, groupHeads, groupRoom } from '../../../charts/layout/outside/group-heads.ts'
import { barsWithValues, lineAcross, pointedColor } from '../../../charts/layout/outside/line-across.ts'
import type { Frame, Item } from '../items.ts'
import type { DeckLook } from '../look.ts'
import { officeTypesetter } from '../text/letters.ts'
import type { Geometry } from './geometry.ts'

/** The headings of groups at the left with a line between two of them, and the line at a value. */
export function sideItems(geometry: Geometry, frame: Frame, look: DeckLook): readonly Item[] {
  return [...groupItems(geometry, frame, look), ...lineItems(geometry, frame)]
}

/** The line at a value, with the value beside it. */
function lineItems({ scene, plot, range, marks }: Geometry, frame: Frame): readonly Item[] {
  const size = scene.sizes.label
  const width = officeTypesetter.width(String(scene.model.own?.lineText ?? ''), size, 600)
  const bars = barsWithValues(scene, officeTypesetter, marks)
  const across = lineAcross(scene.model, { plot, range, bars, width })
  if (!across) return []
  const color = pointedColor(scene)
  const x = frame.x + across.x
  const lines = across.spans.map(
    ([from, to]): Item => ({
      kind: 'shape',
      geometry: 'line',
      frame: { x, y: frame.y + from, width: 0, height: to - from },
      stroke: { color, width: 4, dash: 'dash' },
    }),
  )
  const label = { x: frame.x + across.label.x, y: frame.y + across.label.y - size * 0.6, width: width + 24 }
  return [
    ...lines,
    {
      kind: 'text',
      name: 'Line',
      frame: { ...label, height: size * 1.2 },
      paragraphs: [{ runs: [{ text: across.text, bold: true }], size, color, line: 1.15 }],
      unwrapped: true,
    },
  ]
}

const middleOf = ({ plot, scene }: Geometry, index: number): number =>
  plot.y + ((index + 0.5) * plot.height) / Math.max(1, scene.model.categories.length)

function groupItems(geometry: Geometry, frame: Frame, look: DeckLook): readonly Item[] {
  const { scene, plot } = geometry
  const pitch = plot.height / Math.max(1, scene.model.categories.length)
  const names = groupRoom(scene, officeTypesetter)
  const color = look.chart.totalColor
  const line = (place: Frame, stroke: { color: string; width: number }): Item => ({
    kind: 'shape',
    geometry: 'line',
    frame: { ...place, x: frame.x + place.x, y: frame.y + place.y },
    stroke,
  })
  return groupHeads(scene).flatMap((head): readonly Item[] => {
    const { heading, from, to, isBracketed, size } = head
    const middle = (middleOf(geometry, from) + middleOf(geometry, isBracketed ? to : from)) / 2
    const named: Item = {
      kind: 'text',
      name: 'Group',
      frame: { x: frame.x, y: frame.y + middle - size * 0.6, width: plot.x, height: size * 1.2 },
      paragraphs: [{ runs: [{ text: heading, bold: true }], size, color, line: 1.15 }],
      unwrapped: true,
    }
    const grid = { color: look.chart.gridColor, width: 2 }
    const above = { x: 0, y: middle - pitch / 2, width: frame.width, height: 0 }
    if (!isBracketed) return from > 0 ? [line(above, grid), named] : [named]
    const { x, end, y, bottom } = bracketCorners(head, { names, top: plot.y, pitch })
    const stroke = { color, width: bracket.width }
    const arms = [y, bottom].map((level) => line({ x, y: level, width: end - x, height: 0 }, stroke))
    return [line({ x, y, width: 0, height: bottom - y }, stroke), ...arms, named]
  })
}
