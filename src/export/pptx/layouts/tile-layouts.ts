import { lengthOfDigits } from '../../../format/slides/digits.ts'
import { hasText } from '../../../model/content.ts'
import type { Frame, Item } from '../items.ts'
import { pictureRows } from '../pieces/picture-rows.ts'
import { blockPieces, placeColumn, placeColumns, scaleFor, spaced } from '../pieces/pieces.ts'
import { placeParts, wordParts } from '../pieces/ruled-parts.ts'
import { type TileStyle, tileItems, tilesPiece, valueWidth } from '../pieces/tile-piece.ts'
import { below, beside, type SlideScope, tilesIn } from './scope.ts'
import { styleOf, textParts } from './visual-layouts.ts'

/** Headline figures, and text below in as many columns as there are groups. */
export function tilesAndText(scope: SlideScope): readonly Item[] {
  const { area, look } = scope
  const tiles = tilesIn(scope)
  const columns = tiles.length >= 5 ? 3 : Math.max(1, tiles.length)
  const isWide = tiles.length < 4
  const style: TileStyle = {
    look,
    size: tiles.length >= 4 ? 72 : 84,
    label: 26,
    change: 26,
    columns,
    gap: 32,
    padding: [isWide ? 48 : 28, 28, isWide ? 72 : 36, 28],
    fill: look.tint,
    border: look.brand,
  }
  const piece = tilesPiece(tiles, style, 0)
  const height = Math.min(area.height, piece.height(area.width, 1))
  const groups = scope.slide.groups.length + Number(hasText(scope.slide.lead))
  const words = textParts(scope, styleOf(scope, groups >= 3 ? 28 : 34))
  const frame = below(area, height + 56)
  const frames = beside(frame, words.length, 64)
  const lines = frames.map(
    (each): Item => ({ kind: 'shape', geometry: 'rect', frame: { ...each, height: 1 }, fill: look.rule }),
  )
  return [
    ...piece.place({ ...area, height }, 1),
    ...lines,
    ...placeColumns(
      words,
      frames.map((each) => below(each, 24)),
    ),
  ]
}

/** Two to six figures with their changes fill the slide. */
export function kpis(scope: SlideScope): readonly Item[] {
  const { area, slide, look } = scope
  const tiles = tilesIn(scope)
  const words = hasText(slide.lead) ? blockPieces(scope, slide.lead, styleOf(scope, 28)) : []
  const wordsHeight = words.reduce((all, piece) => all + piece.height(area.width, 1), 0)
  const top = { ...area, height: area.height - (words.length > 0 ? wordsHeight + 32 : 0) }
  const under = placeColumn(words, below(area, top.height + 32), { scale: 1 })
  if (scope.has('lead')) return [...leadingTile(scope, top), ...under]
  const size = { short: 112, long: 80, longest: 68 }[lengthOfDigits(tiles)]
  const columns = tiles.length < 3 || tiles.length === 4 ? 2 : 3
  const style: TileStyle = {
    look,
    size,
    label: 30,
    change: 34,
    note: 24,
    columns,
    gap: 32,
    padding: [24, 40, 24, 40],
    fill: look.tint,
    border: look.brand,
    middle: true,
    labelBold: true,
    level: true,
  }
  return [...tilesPiece(tiles, style, 0).place(top, 1), ...under]
}

/** The rows of the figures beside a leading one: a rule, the value, and what it is. */
function tileRows(others: ReturnType<typeof tilesIn>, frame: Frame, style: TileStyle): readonly Item[] {
  const { look } = style
  const height = frame.height / Math.max(1, others.length)
  const widest = Math.min(frame.width * 0.5, Math.max(...others.map((tile) => valueWidth(tile, style))) + 8)
  return others.flatMap((tile, index): readonly Item[] => {
    const row = { ...frame, y: frame.y + index * height, height }
    const fill = index === 0 ? look.ink : look.rule
    const line: Item = { kind: 'shape', geometry: 'rect', frame: { ...row, height: 2 }, fill }
    const nothing = { change: [], note: [], label: [], period: [] }
    const value = tileItems({ ...tile, ...nothing }, { ...row, width: widest }, style)
    const rest = { ...row, x: row.x + widest + 48, width: row.width - widest - 48 }
    const about = tileItems({ ...tile, value: [] }, rest, { ...style, size: 1 })
    return [line, ...[...value, ...about].map(withoutBlank)]
  })
}

/** The first figure large under a rule, the others in rows beside it. */
function leadingTile(scope: SlideScope, frame: Frame): readonly Item[] {
  const { look } = scope
  const tiles = tilesIn(scope)
  const [first, ...others] = tiles
  if (!first) return []
  const length = lengthOfDigits(tiles)
  const both = { look, columns: 1, gap: 0, middle: true, labelBold: true } as const
  const large: TileStyle = {
    ...both,
    size: { short: 200, long: 152, longest: 96 }[length],
    unit: 0.18,
    ...{ label: 38, change: 38, note: 38, period: 'beside' },
    padding: [0, 0, 0, 0],
    border: look.brand,
    digits: scope.has('dark') ? look.figure : look.brand,
  }
  const small: TileStyle = {
    ...both,
    size: length === 'short' ? 88 : 72,
    unit: 0.3,
    ...{ label: 30, change: 34, note: 28, period: 'beside' },
    padding: [0, 0, 0, 0],
    digits: look.brand,
  }
  const right = { ...frame, x: frame.x + 768, width: frame.width - 768 }
  return [...tileItems(first, { ...frame, width: 704 }, large), ...tileRows(others, right, small)]
}

/** A tile of which only a part is shown has no empty lines. */
const withoutBlank = (item: Item): Item =>
  item.kind === 'text'
    ? { ...item, paragraphs: item.paragraphs.filter(({ runs }) => runs.some(({ text }) => text.trim() !== '')) }
    : item

/** The number that a slide is about. */
export const factStyle = (
  look: TileStyle['look'],
  { size, note }: { readonly size: number; readonly note: number },
): TileStyle => ({
  look,
  size,
  unit: 0.22,
  percent: 0.5,
  period: 'beside',
  label: 36,
  change: 40,
  note,
  columns: 1,
  gap: 32,
  padding: [0, 0, 0, 0],
  digits: look.brand,
  middle: true,
})

/** One number, or one sentence, fills the slide. */
export function fact(scope: SlideScope): readonly Item[] {
  const { area, look } = scope
  const tiles = tilesIn(scope)
  if (tiles.length === 0) {
    const style = styleOf(scope, 80, { line: 1.15, bold: true })
    const pieces = spaced(textParts(scope, style), 32)
    const frame = { ...area, width: 1560 }
    return placeColumn(pieces, frame, { scale: scaleFor([pieces], [frame]), middle: true })
  }
  const size = { short: 288, long: 208, longest: 152 }[lengthOfDigits(tiles)]
  const style = factStyle(look, { size, note: 40 })
  const parts = wordParts(scope, styleOf(scope, 32))
  const words = spaced(textParts(scope, styleOf(scope, 32)), 32)
  const width = words.length === 0 ? area.width : 960
  const right = { ...area, x: area.x + width + 48, width: area.width - width - 48 }
  return [
    ...tilesPiece(tiles, style, 0).place({ ...area, width }, 1),
    ...(scope.has('pictures')
      ? pictureRows(scope, right, { ...styleOf(scope, 32), heading: 36 })
      : parts.length > 1
        ? placeParts(parts, right, look, { middle: true })
        : placeColumn(words, right, { scale: scaleFor([words], [right]), middle: true })),
  ]
}
