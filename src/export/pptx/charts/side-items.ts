import type { ChartLayout } from '../../../charts/layout/chart-layout.ts'
import { bracket, bracketCorners, headLines } from '../../../charts/layout/outside/group-heads.ts'
import { lineStrokes, pointedColor } from '../../../charts/layout/outside/line-across.ts'
import type { Frame, Item } from '../items.ts'
import type { DeckLook } from '../look.ts'
import type { Geometry } from './geometry.ts'

/** The names of bars where an axis cannot have them, the headings of groups at their left, and the line at a value. */
export function sideItems(geometry: Geometry, frame: Frame, look: DeckLook): readonly Item[] {
  return [
    ...rowItems(geometry, frame, look),
    ...groupItems(geometry, frame, look),
    ...(hasOwnNames(geometry) ? barNames(geometry, frame, look) : []),
    ...lineItems(geometry, frame),
  ]
}

/** Whether the names of bars stand as the labels of no axis can: from their left edge or at several, one of them in bold, or in lines that end at the bars. */
export const hasOwnNames = ({ scene, layout }: Geometry): boolean =>
  scene.horizontal &&
  (layout.names?.some(({ x, align }) => align === 'left' || x !== layout.names?.[0]?.x) ||
    scene.model.categories.some(({ emphasis }) => emphasis) ||
    linesOfNames(layout).some((lines) => lines.length > 1))

/** One text for each bar, in the lines that the page has. */
function barNames(geometry: Geometry, frame: Frame, look: DeckLook): readonly Item[] {
  const { scene, layout } = geometry
  const size = scene.sizes.category
  const heads = layout.groups?.width ?? 0
  return linesOfNames(layout).map((lines, index): Item => {
    const { x, align } = layout.names?.[index] ?? { x: heads, align: 'left' }
    const start = align === 'left' ? x : heads
    // In a column at the left names end before the plot, beside falls with the chart.
    const width = align === 'right' ? x - start : x < geometry.plot.x ? geometry.plot.x - x : frame.width - x
    const height = lines.length * size * 1.15
    const bold = scene.model.categories[index]?.emphasis === true
    return {
      kind: 'text',
      name: 'Name',
      frame: { x: frame.x + start, y: frame.y + middleOf(geometry, index) - height / 2, width, height },
      paragraphs: lines.map((text) => ({ runs: [{ text, bold }], size, color: look.ink, line: 1.15, align })),
      anchor: 'middle',
      unwrapped: true,
    }
  })
}

const linesOfNames = ({ categories }: ChartLayout): readonly (readonly string[])[] =>
  categories.kind === 'lines' ? categories.lines : []

/** The line at a value, with the value beside it. */
function lineItems({ scene, layout: { across } }: Geometry, frame: Frame): readonly Item[] {
  if (!across) return []
  const { label, text } = across
  const [size, color] = [scene.sizes.label, pointedColor(scene)]
  const lines = across.spans.flatMap(([from, to]) =>
    lineStrokes(scene).map(
      ({ over, ...stroke }): Item => ({
        kind: 'shape',
        geometry: 'line',
        frame: { x: frame.x + across.x, y: frame.y + from - over, width: 0, height: to - from + 2 * over },
        stroke,
      }),
    ),
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

function rowItems({ plot, scene, layout }: Geometry, frame: Frame, look: DeckLook): readonly Item[] {
  const { length } = scene.model.categories
  return Array.from({ length: layout.ruled ? length - 1 : 0 }, (_, row) => ({
    kind: 'shape',
    geometry: 'line',
    frame: { x: frame.x, y: frame.y + plot.y + ((row + 1) * plot.height) / length, width: frame.width, height: 0 },
    stroke: { color: look.chart.gridColor, width: 1.5 },
  }))
}

const middleOf = ({ plot, scene }: Geometry, index: number): number =>
  plot.y + ((index + 0.5) * plot.height) / Math.max(1, scene.model.categories.length)

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
