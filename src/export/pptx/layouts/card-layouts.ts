import { lengthOfDigits } from '../../../format/slides/digits.ts'
import { hasText } from '../../../model/content.ts'
import type { Frame, Item } from '../items.ts'
import { type CardStyle, cardItems, cardParagraphs } from '../pieces/card-items.ts'
import { numberHeight, numberItems, numberWidth } from '../pieces/numbers.ts'
import { blockPieces, placeColumn, scaleFor } from '../pieces/pieces.ts'
import { namesHeight, type SignedTile, type TileStyle, tileItems, tilesPiece } from '../pieces/tile-piece.ts'
import { heightOf } from '../text/measure.ts'
import { chain } from './diagrams/chain-layout.ts'
import { below, beside, type SlideScope, tilesIn } from './scope.ts'
import { styleOf } from './visual-layouts.ts'

/** What stands before the cards. */
export function leadItems(scope: SlideScope, gap: number): { readonly items: readonly Item[]; readonly rest: Frame } {
  const { slide, area } = scope
  const pieces = hasText(slide.lead) ? blockPieces(scope, slide.lead, styleOf(scope, 28)) : []
  if (pieces.length === 0) return { items: [], rest: area }
  const scale = scaleFor([pieces], [{ ...area, height: area.height * 0.5 }])
  const height = pieces.reduce(
    (all, piece, index) => all + (index === 0 ? 0 : piece.gap) + piece.height(area.width, scale),
    0,
  )
  return { items: placeColumn(pieces, area, { scale }), rest: below(area, height + gap) }
}

/** Digits of the figures that lead cards. */
function leadingSize(tiles: readonly SignedTile[], cards: number, isLarge: boolean): number {
  const length = lengthOfDigits(tiles)
  if (isLarge && tiles.length === 2) return 168
  if (cards >= 4) return { short: 96, long: 72, longest: 64 }[length]
  return { short: 128, long: 104, longest: 96 }[length]
}

const ledCards = (scope: SlideScope, isLed: boolean): CardStyle => {
  const isLarge = scope.has('large')
  const picture = scope.has('pictures') ? (isLarge ? 320 : 144) : 0
  return {
    heading: isLarge ? 38 : scope.has('dense') ? 28 : 32,
    text: isLarge ? 34 : scope.has('dense') ? 24 : 28,
    padding: [picture > 0 ? picture + 56 : isLed ? 20 : 28, 0, 0, 0],
    picture,
    border: !isLed,
  }
}

/** How many cards are wider than the others, their figures larger. */
const leadersOf = ({ has }: SlideScope): number => (has('lead-1') ? 1 : has('lead-2') ? 2 : 0)

/** Cards side by side, those that weigh more wider. */
function cardFrames(scope: SlideScope, { x, y, width, height }: Frame, count: number): readonly Frame[] {
  const [gap, leaders] = [64, leadersOf(scope)]
  const sharesOf = (index: number): number => (index < leaders ? 1.6 : 1)
  const shares = Array.from({ length: count }, (_, index) => sharesOf(index))
  const unit = (width - gap * (count - 1)) / shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share, index) => {
    const before = shares.slice(0, index).reduce((sum, one) => sum + one * unit + gap, 0)
    return { x: x + before, y, width: share * unit, height }
  })
}

/** How the figure of each card is set: all as large as each other, but for those that lead. */
function figureStyles(scope: SlideScope, widths: readonly number[]): readonly TileStyle[] {
  const { look, slide } = scope
  const [tiles, isLarge, leaders] = [tilesIn(scope), scope.has('large'), leadersOf(scope)]
  const sized = (size: number): TileStyle => ({
    look,
    size,
    unit: Math.max(0.32, 28 / size),
    label: isLarge ? 34 : 30,
    labelBold: true,
    period: 'under',
    change: 28,
    note: 28,
    columns: 1,
    gap: 0,
    padding: [24, 0, 8, 0],
    digits: look.brand,
    border: look.brand,
  })
  const usual = sized(leadingSize(tiles, slide.groups.length, isLarge))
  const leading = sized(lengthOfDigits(tiles) === 'long' ? 112 : 152)
  const scaleOf = (tile: SignedTile, index: number): number =>
    widthScale(tile, index < leaders ? leading : usual, widths[index] ?? 400)
  const common = Math.min(...tiles.slice(leaders).map((tile, index) => scaleOf(tile, index + leaders)))
  return tiles.map((tile, index) => {
    if (index < leaders) return sized(leading.size * scaleOf(tile, index))
    return { ...sized(usual.size * common), ...(leaders > 0 && { digits: look.ink }) }
  })
}

/** Two to four cards, each led by a figure. */
export function cards(scope: SlideScope): readonly Item[] {
  const { slide } = scope
  const { items, rest } = leadItems(scope, 28)
  const tiles = tilesIn(scope)
  const frames = cardFrames(scope, rest, Math.max(1, slide.groups.length, tiles.length))
  const card = ledCards(scope, tiles.length > 0)
  if (tiles.length === 0) return [...items, ...cardItems(scope, slide.groups, frames, card)]
  const styles = figureStyles(
    scope,
    frames.map(({ width }) => width),
  )
  const sized = tiles.flatMap((tile, index) => {
    const [frame, style] = [frames[index], styles[index]]
    return frame && style ? [{ tile, frame, style }] : []
  })
  const names = Math.max(...sized.map(({ tile, frame, style }) => namesHeight(tile, style, frame.width)))
  const placed = sized.map((each) => ({ ...each, style: { ...each.style, names } }))
  const height = Math.max(
    ...placed.map(({ tile, frame, style }) => tilesPiece([tile], style, 0).height(frame.width, 1)),
  )
  const heads = placed.flatMap(({ tile, frame, style }) => tileItems(tile, { ...frame, height }, style))
  const bodies = frames.map((frame) => below(frame, height))
  return [...items, ...heads, ...cardItems(scope, slide.groups, bodies, card)]
}

const widthScale = (tile: SignedTile, style: TileStyle, width: number): number => {
  const [box] = tileItems(tile, { x: 0, y: 0, width, height: 10_000 }, style)
  const largest =
    box?.kind === 'text'
      ? Math.max(...box.paragraphs.flatMap(({ runs, size }) => runs.map((run) => run.size ?? size)))
      : style.size
  return Math.min(1, largest / style.size)
}

/** Pictures over headings: the least that they take of the height, and the most. */
const [leastOver, mostOver] = [120, 280]

/** Pictures over headings take what words leave of one row. */
function pictured(scope: SlideScope, style: CardStyle, { width, height }: Frame): CardStyle {
  const { groups } = scope.slide
  const [top, ...others] = style.padding
  if (!style.over || groups.length > 4) return style
  const words = Math.max(...groups.map((group) => heightOf(cardParagraphs(group, scope, style), width)))
  const picture = Math.max(leastOver, Math.min(mostOver, height - words - (top - leastOver) - 8))
  return { ...style, picture, padding: [top - leastOver + picture, ...others] }
}

/** How the cards of a grid are set: few words large, pictures before the text or, where many share the slide, beside headings. */
function gridStyle(scope: SlideScope, count: number, columns: number): CardStyle {
  const [isLarge, isFour, hasPictures] = [scope.has('large'), columns === 4 && scope.has('four'), scope.has('pictures')]
  if (hasPictures && isFour)
    return { heading: 36, text: 28, padding: [172, 0, 0, 0], picture: leastOver, over: true, border: true, plain: true }
  const isHeaded = hasPictures && count >= 5
  const picture = hasPictures && !isHeaded ? (isLarge ? 152 : 104) : 0
  const headed = isLarge ? 34 : 28
  const numbered = scope.has('numbered') && !hasPictures
  if (scope.has('figures') && !hasPictures && !isLarge)
    return { heading: 34, text: 28, padding: [24, 0, 12, 0], picture: 0, border: true, plain: !scope.has('dense') }
  return {
    heading: isHeaded ? headed : isLarge ? 38 : isFour ? 32 : 28,
    text: isLarge ? 32 : scope.has('dense') ? 24 : isFour ? 28 : 26,
    padding: [
      24 + (numbered ? numberHeight : 0),
      0,
      isHeaded ? 0 : 12,
      picture === 0 ? 0 : picture + (isLarge ? 48 : 32),
    ],
    picture,
    border: true,
    plain: !scope.has('dense'),
    numbered,
    ...(isHeaded && { beside: isLarge ? 120 : 72 }),
  }
}

/** A row a card: its heading, the words beside it. */
function rowItems(scope: SlideScope): readonly Item[] {
  const { slide, area, look } = scope
  const height = area.height / Math.max(1, slide.groups.length)
  const numbered = scope.has('numbered')
  const [heading, text, side] = scope.has('large') ? [38, 32, 528] : [34, 28, 452]
  const style: CardStyle = { heading, text, padding: [0, 0, 0, 0], picture: 0, border: false, numbered }
  const indent = numbered ? numberWidth : 0
  const frames = slide.groups.map((_, index) => ({ ...area, y: area.y + index * height, height }))
  const numbers = numbered ? numberItems(slide.groups, frames, { color: look.brand, inRows: true }) : []
  return slide.groups.flatMap((group, index): readonly Item[] => {
    const [title, ...words] = cardParagraphs(group, scope, style)
    const frame = frames[index] ?? area
    const rule = { ...frame, height: index === 0 ? 4 : 1 }
    const named = { ...frame, x: frame.x + indent, width: side - 32 - indent }
    const beside = { ...frame, x: frame.x + side, width: frame.width - side }
    return [
      { kind: 'shape', geometry: 'rect', frame: rule, fill: index === 0 ? look.brand : look.rule },
      ...numbers.slice(index, index + 1),
      { kind: 'text', name: 'Card', frame: named, paragraphs: title ? [title] : [], anchor: 'middle' },
      { kind: 'text', name: 'Card', frame: beside, paragraphs: words, anchor: 'middle' },
    ]
  })
}

/** How many cards stand side by side. */
function columnsOf({ has }: SlideScope, count: number): number {
  if (has('four')) return 4
  if (has('two') || count < 3 || count === 4) return 2
  return count >= 7 ? 4 : 3
}

/** A card for each group. */
export function grid(scope: SlideScope): readonly Item[] {
  const { slide } = scope
  if (scope.has('rows')) return rowItems(scope)
  const { items, rest } = leadItems(scope, 28)
  if (scope.has('chain')) return [...items, ...chain(scope, rest)]
  const count = slide.groups.length
  const columns = columnsOf(scope, count)
  const rows = Math.ceil(count / columns)
  const narrow = { ...rest, width: (rest.width - 64 * (columns - 1)) / columns }
  const style = pictured(scope, gridStyle(scope, count, columns), narrow)
  const [top, right, bottom, left] = style.padding
  const gap = scope.has('large') ? 40 : 28
  const whole = (rest.height - gap * (rows - 1)) / Math.max(1, rows)
  const width = (rest.width - 64 * (columns - 1)) / columns - left - right
  const natural = (row: number): number =>
    Math.max(
      ...slide.groups
        .slice(row * columns, (row + 1) * columns)
        .map((group) => heightOf(cardParagraphs(group, scope, style), width) + top + bottom + 8),
    )
  const wanted = Array.from({ length: rows }, (_, row) => natural(row))
  const fits = wanted.reduce((all, each) => all + each, 0) + gap * (rows - 1) <= rest.height
  const heights = fits && !scope.has('pictures') ? wanted : wanted.map(() => whole)
  let y = rest.y
  const frames = heights.flatMap((height) => {
    const row = beside({ ...rest, y, height }, columns, 64)
    y += height + gap
    return row
  })
  const numbers = style.numbered ? numberItems(slide.groups, frames, { color: scope.look.brand }) : []
  return [...items, ...numbers, ...cardItems(scope, slide.groups, frames, style)]
}
