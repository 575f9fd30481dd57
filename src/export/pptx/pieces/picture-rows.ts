import type { Group } from '../../../model/content.ts'
import type { Frame, Item } from '../items.ts'
import { chartsIn, type SlideScope } from '../layouts/scope.ts'
import { fitted } from '../text/measure.ts'
import { heading, picturesIn, type TextStyle, textOf } from '../text/paragraphs.ts'
import { chartPiece } from './chart-piece.ts'

const side = 112 // of a picture
const gap = 32
const foot = 24

/** The first picture of some blocks in a frame; nothing where they have none. */
export function pictureItem(scope: SlideScope, blocks: Group['blocks'], frame: Frame): readonly Item[] {
  const [first] = picturesIn(blocks)
  const found = first && scope.picture(first.address)
  if (!found || !first) return []
  return [{ kind: 'picture', name: 'Picture', alt: first.alt, frame, image: found.image }]
}

/** Rows that share the height, each headed by a rule: a picture, and beside it a heading and a line. */
export function pictureRows(scope: SlideScope, frame: Frame, style: TextStyle): readonly Item[] {
  const { groups } = scope.slide
  const height = (frame.height - foot) / Math.max(1, groups.length)
  return groups.flatMap((group, index) =>
    pictureRow(scope, group, { frame: { ...frame, y: frame.y + index * height, height }, style, isFirst: index === 0 }),
  )
}

interface Row {
  readonly frame: Frame
  readonly style: TextStyle
  readonly isFirst: boolean
}

function pictureRow(scope: SlideScope, { heading: head, blocks }: Group, { frame, style, isFirst }: Row): Item[] {
  const { look } = scope
  const place = { x: frame.x, y: frame.y + (frame.height - side) / 2, width: side, height: side }
  const words = textOf(blocks, style)
  return [
    {
      kind: 'shape',
      geometry: 'rect',
      frame: { ...frame, height: isFirst ? 4 : 1 },
      fill: isFirst ? look.brand : look.rule,
    },
    ...pictureItem(scope, blocks, place),
    fitted({
      kind: 'text',
      name: 'Text',
      frame: { ...frame, x: frame.x + side + gap, width: frame.width - side - gap },
      paragraphs: [heading(head.runs, style), ...words.map((each, at) => (at === 0 ? { ...each, before: 8 } : each))],
      anchor: 'middle',
    }),
  ]
}

/** A chart and rows beside its plot, each with its picture; undefined where the slide says more. */
export function chartBesidePictures(scope: SlideScope): readonly Item[] | undefined {
  const { slide, area, look } = scope
  const [visual] = chartsIn(scope)
  const isMore = slide.visuals.length > 1 || slide.lead.some(({ kind }) => kind !== 'visual')
  if (!visual || isMore || slide.groups.length === 0) return undefined
  const chart = chartPiece(scope, visual)
  const { width } = visual.box
  const head = chart.height(width, 1) - visual.box.height
  const [x, y] = [area.x + width + 64, area.y + head]
  const rows = { x, y, width: area.x + area.width - x, height: Math.min(area.height - head, visual.box.height) }
  const style: TextStyle = { look, size: 28, second: 24, heading: 36, line: 1.3 }
  return [...chart.place({ ...area, width }, 1), ...pictureRows(scope, rows, style)]
}
