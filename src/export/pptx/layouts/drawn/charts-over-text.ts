import { type Group, hasText } from '../../../../model/content.ts'
import type { Frame, Item } from '../../items.ts'
import { alignedGrid, alignedTable } from '../../pieces/aligned-table.ts'
import { chartRow } from '../../pieces/chart-piece.ts'
import type { Piece } from '../../pieces/piece.ts'
import {
  blockPieces,
  groupPieces,
  heightOfPieces,
  placeColumns,
  pointPieces,
  runOn,
  textPiece,
} from '../../pieces/pieces.ts'
import { paragraph, type TextStyle, textOf } from '../../text/paragraphs.ts'
import { below, beside, chartsIn, insideOf, type SlideScope, tableFigures, tablesIn } from '../scope.ts'
import { styleOf, tablePieces, textParts } from '../visual-layouts.ts'

/** The only table of a slide under the columns of its only chart, where it has as many. */
function alignedRows(scope: SlideScope, frame: Frame): readonly Item[] | undefined {
  const { slide, look } = scope
  const [[chart], [table], [block, ...more]] = [
    chartsIn(scope),
    tablesIn(scope),
    slide.lead.filter(({ kind }) => kind !== 'visual'),
  ]
  if (slide.groups.length > 0 || more.length > 0) return undefined
  const count = chart?.chart.categories.length
  const style = { look, size: 24, figures: tableFigures(scope) }
  if (table && !block && table.columns.length - 1 === count)
    return alignedTable(table, frame, { ...style, size: scope.table?.size ?? 24 })
  return block?.kind === 'grid' && !table && block.head.length === count ? alignedGrid(block, frame, style) : undefined
}

/** A caption under a column; without words under it it is quiet, as the name of the column stands over it. */
function captionPieces(scope: SlideScope, group: Group, style: TextStyle): readonly Piece[] {
  if (group.blocks.length > 0) return groupPieces(scope, group, style)
  const { look } = scope
  return [textPiece([paragraph(group.heading.runs, { ...style, size: 24, color: look.muted, strong: look.muted })])]
}

/** Text in as many columns as there are parts; a list alone runs over two. */
function textRow(
  scope: SlideScope,
  frame: Frame,
  { size, gap, more = [] }: { readonly size: number; readonly gap: number; readonly more?: readonly Piece[] },
): readonly Item[] {
  const style = styleOf(scope, size, { line: 1.3, between: 0.3, second: Math.min(24, size) })
  const under = scope.has('aligned') ? alignedRows(scope, frame) : undefined
  if (under) return under
  const parts = [...textParts(scope, style), ...(more.length > 0 ? [more] : [])]
  const { lead, groups } = scope.slide
  const [block] = groups.length === 0 ? lead.filter(({ kind }) => kind !== 'visual') : []
  if (parts.length === 1 && block?.kind === 'list' && block.items.length > 1) {
    const points = block.items.map(({ blocks }) => [textPiece(textOf(blocks, style))])
    if (points.length === 2) return placeColumns(points, beside(frame, 2, gap))
    return runOn(pointPieces(textOf([block], style)), beside(frame, 2, gap))
  }
  if (scope.has('aligned') && groups.length > 0) {
    const columns = beside(frame, parts.length, 0).map((column) => insideOf(column, 16, 0))
    const captions = groups.map((group) => captionPieces(scope, group, captionStyle(scope)))
    return placeColumns([...(hasText(lead) ? [blockPieces(scope, lead, style)] : []), ...captions], columns)
  }
  return placeColumns(parts, beside(frame, parts.length, gap))
}

const mostTaken = 120 // px of a chart's height

/** How high captions under the columns of a chart are: they take of it what they lack. */
function captionsHeight(scope: SlideScope): number {
  const { groups } = scope.slide
  if (!scope.has('aligned') || groups.length === 0) return scope.has('aligned') && hasText(scope.slide.lead) ? 56 : 0
  const width = scope.area.width / groups.length - 32
  return Math.max(...groups.map((group) => heightOfPieces(captionPieces(scope, group, captionStyle(scope)), width, 1)))
}

const captionStyle = (scope: SlideScope): TextStyle =>
  styleOf(scope, 26, { line: 1.3, between: 0.3, second: 24, heading: 28, align: 'center' })

/** One to three charts above, and text below in as many columns as there are groups. */
export function chartsAndText(scope: SlideScope): readonly Item[] {
  const [charts, { area }] = [chartsIn(scope), scope]
  const gap = charts.length > 2 ? 48 : 64
  const frames = beside(area, Math.max(1, charts.length), gap)
  const natural = chartRow(scope, charts, frames)
  const wanted = captionsHeight(scope)
  const lack = wanted === 0 ? 0 : Math.min(mostTaken, wanted - (area.height - natural.height - 24))
  const lower = charts.map(({ box, ...visual }) => ({ ...visual, box: { ...box, height: box.height - lack } }))
  const row = lack > 0 ? chartRow(scope, lower, frames) : natural
  const size = scope.slide.groups.length > 2 || charts.length > 2 ? 24 : 26
  return [
    ...row.items,
    ...textRow(scope, below(area, row.height + 24), {
      size: scope.has('dense') ? Math.min(24, size) : size,
      gap,
      more: tablePieces(scope),
    }),
  ]
}
