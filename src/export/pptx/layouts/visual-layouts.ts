import { hasText } from '../../../model/content.ts'
import type { Item } from '../items.ts'
import { alignedPoints } from '../pieces/aligned-points.ts'
import { chartPiece, chartRow } from '../pieces/chart-piece.ts'
import type { Piece } from '../pieces/piece.ts'
import {
  blockPieces,
  groupPieces,
  heightOfPieces,
  placeColumn,
  placeColumns,
  scaleFor,
  spaced,
} from '../pieces/pieces.ts'
import { besidePlot, placeParts, wordParts } from '../pieces/ruled-parts.ts'
import { stretched } from '../pieces/stretched.ts'
import { tablePiece } from '../pieces/table-piece.ts'
import { tilesPiece } from '../pieces/tile-piece.ts'
import type { TextStyle } from '../text/paragraphs.ts'
import { below, beside, chartsIn, type SlideScope, tableFigures, tablesIn, tilesIn } from './scope.ts'

/** How a slide's text is set in a size. */
export const styleOf = ({ look }: SlideScope, size: number, more: Partial<TextStyle> = {}): TextStyle => ({
  look,
  size,
  second: Math.max(24, Math.min(size, 24)),
  heading: size,
  line: 1.35,
  ...more,
})

/** The tables of a slide in the size of its layout. */
export const tablePieces = (scope: SlideScope, gap = 32): readonly Piece[] =>
  tablesIn(scope).map((table, index) =>
    tablePiece(
      table,
      {
        look: scope.look,
        size: scope.table?.size ?? 24,
        dense: scope.has('dense'),
        folds: scope.table?.folds,
        figures: tableFigures(scope),
      },
      index === 0 ? 0 : gap,
    ),
  )

const listsIn = ({ slide: { lead, groups } }: SlideScope) =>
  [lead, ...groups.map(({ blocks }) => blocks)].flat().flatMap((block) => (block.kind === 'list' ? [block.items] : []))

const hasNested = (scope: SlideScope): boolean =>
  listsIn(scope).some((items) => items.some(({ blocks }) => blocks.some(({ kind }) => kind === 'list')))

const pointsIn = (scope: SlideScope): number => listsIn(scope).flat().length

const longestList = (scope: SlideScope): number => Math.max(0, ...listsIn(scope).map(({ length }) => length))

/** Tiles in a column of text: one under the other, from three on two a row. */
function columnTiles(scope: SlideScope): readonly Piece[] {
  const tiles = tilesIn(scope)
  if (tiles.length === 0) return []
  const { look } = scope
  const isPair = tiles.length < 3
  return [
    tilesPiece(
      tiles,
      {
        look,
        size: isPair ? 72 : 56,
        label: 26,
        change: 26,
        note: 24,
        columns: isPair ? 1 : 2,
        gap: 32,
        padding: [16, 0, 0, 0],
        border: look.brand,
      },
      0,
    ),
  ]
}

/** Lead and groups, each with a gap above. */
export function textParts(scope: SlideScope, style: TextStyle): readonly (readonly Piece[])[] {
  const { lead, groups } = scope.slide
  return [
    ...(hasText(lead) ? [blockPieces(scope, lead, style)] : []),
    ...groups.map((group) => groupPieces(scope, group, style)),
  ]
}

function sideStyle(scope: SlideScope): { readonly style: TextStyle; readonly gap: number } {
  const [points, { groups }] = [pointsIn(scope), scope.slide]
  const isFull = groups.length >= 2 || points >= 6 || hasNested(scope) || scope.has('dense')
  const isFew = scope.has('large') && longestList(scope) < 3 && tilesIn(scope).length === 0
  const size = isFew ? 36 : scope.has('large') && scope.slide.layout === 'chart-and-points' ? 32 : isFull ? 26 : 28
  const between = groups.length >= 3 || points >= 5 || hasNested(scope) ? 0.35 : 0.5
  return { style: styleOf(scope, size, { line: 1.32, between }), gap: isFull ? 24 : 32 }
}

const gap = 64 // px between a visual and the words beside it

/** A visual beside a column of text. */
function visualBeside(
  scope: SlideScope,
  visuals: readonly Piece[],
  {
    width,
    isRight,
    more,
    rules,
  }: { width: number; isRight: boolean; more: readonly Piece[]; rules?: 'rows' | 'parts' },
): readonly Item[] {
  const { area, look } = scope
  const rest = area.width - width - gap
  const [left, right] = [area.x, area.x + (isRight ? rest : width) + gap]
  const [visual, words] = [
    { ...area, x: isRight ? right : left, width },
    { ...area, x: isRight ? left : right, width: rest },
  ]
  const { style, gap: between } = sideStyle(scope)
  const drawn = placeColumn(visuals, visual, { scale: scaleFor([visuals], [visual]) })
  if (rules) {
    const own = (pieces: readonly Piece[]) => (pieces.length > 0 ? [{ pieces, ruled: false }] : [])
    const said =
      rules === 'rows' ? wordParts(scope, style) : textParts(scope, style).map((pieces) => ({ pieces, ruled: true }))
    const parts = [...own(columnTiles(scope)), ...said, ...own(more)]
    return [...drawn, ...(rules === 'rows' ? besidePlot(scope, parts, words) : placeParts(parts, words, look))]
  }
  const column = spaced([columnTiles(scope), ...textParts(scope, style), more], between)
  return [...drawn, ...placeColumn(column, words, { scale: scaleFor([column], [words]) })]
}

export function chartAndPoints(scope: SlideScope): readonly Item[] {
  const alignedSize = scope.has('large') ? 34 : scope.has('narrow') || scope.has('wide') ? 30 : 26
  const rows = scope.has('aligned') ? alignedPoints(scope, alignedSize) : undefined
  if (rows) return rows
  const charts = chartsIn(scope).map((visual, index) => chartPiece(scope, visual, index === 0 ? 0 : 24))
  const width = Math.max(0, ...chartsIn(scope).map(({ box }) => box.width))
  return visualBeside(scope, charts, { width, isRight: scope.has('right'), more: tablePieces(scope), rules: 'rows' })
}

export function tableAndNotes(scope: SlideScope): readonly Item[] {
  const { area, slide } = scope
  const tables = tablePieces(scope)
  const isAlone = !hasText(slide.lead) && slide.groups.length === 0 && tilesIn(scope).length === 0
  if (isAlone) {
    const items = placeColumn(tables, area, { scale: scaleFor([tables], [area]) })
    return scope.has('large') && tablesIn(scope).some(({ rows }) => rows.length >= 5) ? stretched(items, area) : items
  }
  if (!scope.has('wide'))
    return visualBeside(scope, tables, {
      width: Math.min(area.width - 400, scope.table?.width ?? 1136),
      isRight: false,
      more: [],
      rules: 'parts',
    })
  const style = sideStyle(scope).style
  const words = textParts(scope, { ...style, size: Math.min(26, style.size), heading: Math.min(26, style.size) })
  const frames = beside(area, words.length, 64)
  const heights = words.map((part, index) => heightOfPieces(part, frames[index]?.width ?? area.width, 1))
  const tableFrame = { ...area, height: Math.max(area.height * 0.4, area.height - Math.max(0, ...heights) - 32) }
  const scale = scaleFor([tables], [tableFrame])
  const height = heightOfPieces(tables, area.width, scale)
  return [
    ...placeColumn(tables, tableFrame, { scale }),
    ...placeColumns(
      words,
      frames.map((frame) => below(frame, height + 32)),
    ),
  ]
}

export function companyTable(scope: SlideScope): readonly Item[] {
  const { area, look } = scope
  const tables = tablesIn(scope).map((table, index) =>
    tablePiece(
      table,
      { look, size: scope.table?.size ?? 24, dense: false, folds: scope.table?.folds, strong: scope.has('large') },
      index === 0 ? 0 : 32,
    ),
  )
  const pieces = spaced([tables, ...textParts(scope, styleOf(scope, 24))], 16)
  return placeColumn(pieces, area, { scale: scaleFor([pieces], [area]) })
}

/** The charts of a layout of a company's own, in boxes that leave room for what else there is. */
function chartsWithin(scope: SlideScope, hasMore: boolean): ReturnType<typeof chartsIn> {
  const { area } = scope
  const most = area.height * (hasMore ? 0.42 : 0.62)
  return chartsIn(scope).map((visual) => ({
    ...visual,
    box: { width: Math.min(visual.box.width, area.width), height: Math.min(visual.box.height, most) },
  }))
}

/** Its tiles in rows of four. */
function anyTiles(scope: SlideScope): readonly Piece[] {
  const tiles = tilesIn(scope)
  if (tiles.length === 0) return []
  const columns = Math.min(4, tiles.length)
  const sizes = { size: 72, label: 26, change: 26 }
  return [
    tilesPiece(
      tiles,
      { look: scope.look, ...sizes, columns, gap: 32, padding: [16, 0, 0, 0], border: scope.look.brand },
      0,
    ),
  ]
}

/** Its charts in rows, as many beside each other as there is room for, and where the last row ends. */
function chartRows(scope: SlideScope, charts: ReturnType<typeof chartsIn>): { items: readonly Item[]; end: number } {
  const { area } = scope
  const fitting = Math.floor((area.width + 32) / ((charts[0]?.box.width ?? area.width) + 32))
  const across = Math.max(1, Math.min(charts.length, fitting))
  const rows = Array.from({ length: Math.ceil(charts.length / across) }, (_, row) =>
    charts.slice(row * across, (row + 1) * across),
  )
  let end = 0
  const items = rows.flatMap((row) => {
    const placed = chartRow(scope, row, beside(below(area, end), across, 32))
    end += placed.height + 24
    return placed.items
  })
  return { items, end }
}

/**
 * A layout of a company's own: tiles, charts and tables in the places of its contract, text beside them where its boxes say that
 * there is room, else below.
 */
export function anyLayout(scope: SlideScope): readonly Item[] {
  const { area } = scope
  const tables = tablePieces(scope)
  const hasMore = tablesIn(scope).length + tilesIn(scope).length > 0
  const charts = chartsWithin(scope, hasMore)
  const [chart] = charts
  if (charts.length === 1 && chart && chart.box.width + 64 + 300 <= area.width && !hasMore) {
    const place = { width: chart.box.width, isRight: false, more: [...tables] }
    return visualBeside(scope, [chartPiece(scope, chart)], place)
  }
  const drawn = chartRows(scope, charts)
  const above = [...anyTiles(scope), ...tables]
  const words = textParts(scope, styleOf(scope, Math.min(scope.text?.size ?? 28, 32)))
  const parts = words.length > 1 && words.length < 5 && above.length + charts.length > 0 ? words : [spaced(words, 28)]
  const top = below(area, drawn.end)
  const room = { ...top, height: words.length === 0 ? top.height : top.height * 0.7 }
  const scale = scaleFor([above], [room])
  const height = above.length === 0 ? 0 : heightOfPieces(above, top.width, scale) + 32
  return [
    ...drawn.items,
    ...placeColumn(above, room, { scale }),
    ...placeColumns(parts, beside(below(top, height), parts.length, 64)),
  ]
}
