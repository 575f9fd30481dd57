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
  const { categories } = scene.model
  const size = scene.sizes.category
  const pitch = plot.height / Math.max(1, categories.length)
  return categories.flatMap(({ group }, index): readonly Item[] => {
    if (group === undefined || group.heading === categories[index - 1]?.group?.heading) return []
    const middle = frame.y + middleOf(geometry, index)
    const stroke = { color: look.chart.gridColor, width: 2 }
    const place = { x: frame.x, y: middle - pitch / 2, width: frame.width, height: 0 }
    const heading: Item = {
      kind: 'text',
      name: 'Group',
      frame: { x: frame.x, y: middle - size * 0.6, width: plot.x, height: size * 1.2 },
      paragraphs: [{ runs: [{ text: group.heading, bold: true }], size, color: look.chart.totalColor, line: 1.15 }],
      unwrapped: true,
    }
    return index > 0 ? [{ kind: 'shape', geometry: 'line', frame: place, stroke }, heading] : [heading]
  })
}
