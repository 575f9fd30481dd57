import { bracket, bracketCorners, headLines } from '../../../charts/layout/outside/group-heads.ts'
import { pointedColor } from '../../../charts/layout/outside/line-across.ts'
import type { Frame, Item } from '../items.ts'
import type { DeckLook } from '../look.ts'
import type { Geometry } from './geometry.ts'

/** The headings of groups at the left of names, and the line at a value. */
export function sideItems(geometry: Geometry, frame: Frame, look: DeckLook): readonly Item[] {
  return [...groupItems(geometry, frame, look), ...lineItems(geometry, frame)]
}

/** The line at a value, with the value beside it. */
function lineItems({ scene, layout: { across } }: Geometry, frame: Frame): readonly Item[] {
  if (!across) return []
  const { label, text } = across
  const [size, color] = [scene.sizes.label, pointedColor(scene)]
  const lines = across.spans.map(
    ([from, to]): Item => ({
      kind: 'shape',
      geometry: 'line',
      frame: { x: frame.x + across.x, y: frame.y + from, width: 0, height: to - from },
      stroke: { color, width: 4, dash: 'dash' },
    }),
  )
  return [
    ...lines,
    {
      kind: 'text',
      name: 'Line',
      frame: { ...label, x: frame.x + label.x, y: frame.y + label.y, width: label.width + 8 },
      paragraphs: [{ runs: [{ text, bold: true }], size, color, line: 1.15 }],
      anchor: 'middle',
      unwrapped: true,
    },
  ]
}

function groupItems({ scene, plot, layout: { groups } }: Geometry, frame: Frame, look: DeckLook): readonly Item[] {
  if (!groups) return []
  const pitch = plot.height / Math.max(1, scene.model.categories.length)
  const rows = { names: groups.width, top: plot.y, pitch }
  const color = look.chart.totalColor
  const line = (place: Frame, stroke: { color: string; width: number }): Item => ({
    kind: 'shape',
    geometry: 'line',
    frame: { ...place, x: frame.x + place.x, y: frame.y + place.y },
    stroke,
  })
  return groups.heads.flatMap((head): readonly Item[] => {
    const { lines, from, isBracketed, size } = head
    const { y: first, step } = headLines(head, rows)
    const named: Item = {
      kind: 'text',
      name: 'Group',
      frame: { x: frame.x, y: frame.y + first, width: groups.width, height: lines.length * step },
      paragraphs: lines.map((text) => ({ runs: [{ text, bold: true }], size, color, line: step / size })),
      anchor: 'middle',
      unwrapped: true,
    }
    const grid = { color: look.chart.gridColor, width: 2 }
    const above = { x: 0, y: plot.y + from * pitch, width: frame.width, height: 0 }
    if (!isBracketed) return from > 0 ? [line(above, grid), named] : [named]
    const { x, end, y, bottom } = bracketCorners(head, rows)
    const stroke = { color, width: bracket.width }
    const arms = [y, bottom].map((level) => line({ x, y: level, width: end - x, height: 0 }, stroke))
    return [line({ x, y, width: 0, height: bottom - y }, stroke), ...arms, named]
  })
}
