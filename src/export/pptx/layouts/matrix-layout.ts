import type { Group } from '../../../model/content.ts'
import type { Item } from '../items.ts'
import { blockPieces, placeColumn, placeColumns, scaleFor } from '../pieces/pieces.ts'
import { fitted } from '../text/measure.ts'
import { heading } from '../text/paragraphs.ts'
import { leadItems } from './card-layouts.ts'
import { below, beside, insideOf, type SlideScope } from './scope.ts'
import { styleOf, tablePieces } from './visual-layouts.ts'

/** A row for each group; headings in a group make its columns. Or a table. */
export function matrix(scope: SlideScope): readonly Item[] {
  const { slide, look } = scope
  const { items, rest } = leadItems(scope, 20)
  const tables = tablePieces(scope)
  const height = tables.reduce((all, piece) => all + piece.height(rest.width, 1) + 20, 0)
  const drawn = placeColumn(tables, rest, { scale: scaleFor([tables], [rest]) })
  if (slide.groups.length === 0) return [...items, ...drawn]
  const frame = below(rest, height)
  const size = scope.has('dense') ? 24 : 26
  const gap = 16
  const row = (frame.height - gap * (slide.groups.length - 1)) / slide.groups.length
  const style = styleOf(scope, size, { between: 0.3 })
  const rows = slide.groups.flatMap(({ heading: head, blocks }, index): readonly Item[] => {
    const place = { ...frame, y: frame.y + index * (row + gap), height: row }
    const cells = cellsOf(blocks)
    const inner = beside(insideOf({ ...place, x: place.x + 272, width: place.width - 272 }, 32, 20), cells.length, 40)
    const title = { ...heading(head.runs, { ...style, heading: 28 }), color: scope.look.onBrand }
    return [
      { kind: 'shape', geometry: 'rect', frame: place, fill: look.tint },
      fitted({
        kind: 'text',
        name: 'Row',
        frame: { ...place, width: 272 },
        paragraphs: [title],
        inset: [24, 24, 24, 24],
        fill: look.brand,
      }),
      ...placeColumns(
        cells.map((cell) => blockPieces(scope, cell, style)),
        inner,
      ),
    ]
  })
  return [...items, ...drawn, ...rows]
}

/** Blocks by the headings that stand side by side. */
function cellsOf(blocks: Group['blocks']): readonly Group['blocks'][] {
  const cells: Group['blocks'][number][][] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || cells.length === 0) cells.push([block])
    else cells.at(-1)?.push(block)
  }
  return cells
}
