import type { Group } from '../../../model/content.ts'
import type { Frame, Item } from '../items.ts'
import { pictureWithin } from '../layouts/drawn/picture-items.ts'
import type { SlideScope } from '../layouts/scope.ts'
import { fitted } from '../text/measure.ts'
import { groupHead, type TextStyle, textOf } from '../text/paragraphs.ts'

const side = 112 // of a picture
const gap = 32
const foot = 24

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
    ...pictureWithin(scope, blocks, place),
    fitted({
      kind: 'text',
      name: 'Text',
      frame: { ...frame, x: frame.x + side + gap, width: frame.width - side - gap },
      paragraphs: [groupHead(head.runs, style), ...words.map((each, at) => (at === 0 ? { ...each, before: 8 } : each))],
      anchor: 'middle',
    }),
  ]
}
