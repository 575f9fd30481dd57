import { lengthOfDigits } from '../../../format/slides/digits.ts'
import { type Group, hasText } from '../../../model/content.ts'
import type { Frame, Insets, Item, Paragraph } from '../items.ts'
import { blockPieces, placeColumn, placeColumns, scaleFor } from '../pieces/pieces.ts'
import { type TileStyle, tileItems, tilesPiece } from '../pieces/tile-piece.ts'
import { fitted, fittingScale, heightOf, scaled } from '../text/measure.ts'
import { heading, picturesIn, textOf } from '../text/paragraphs.ts'
import { below, beside, insideOf, type SlideScope, tilesIn } from './scope.ts'
import { styleOf, tablePieces } from './visual-layouts.ts'

/** What stands before the cards. */
function leadItems(scope: SlideScope, gap: number): { readonly items: readonly Item[]; readonly rest: Frame } {
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

interface CardStyle {
  readonly heading: number
  readonly text: number
  readonly padding: Insets
  readonly picture: number // its size; 0 without
  readonly border: boolean
}

function cardParagraphs({ heading: head, blocks }: Group, scope: SlideScope, style: CardStyle): readonly Paragraph[] {
  const text = styleOf(scope, style.text, { line: style.text < 26 ? 1.3 : 1.35, heading: style.heading, second: 24 })
  const title = { ...heading(head.runs, text), color: scope.look.ink }
  const words = textOf(blocks, text)
  return [title, ...words.map((each, index) => (index === 0 ? { ...each, before: 12 } : each))]
}

/** Cards whose texts have one size: the largest at which all fit. */
function cardItems(
  scope: SlideScope,
  groups: readonly Group[],
  frames: readonly Frame[],
  style: CardStyle,
): readonly Item[] {
  const { look } = scope
  const all = groups.map((group) => cardParagraphs(group, scope, style))
  const [top, right, bottom, left] = style.padding
  const scale = fittingScale((one) =>
    all.every((paragraphs, index) => {
      const { width = 0, height = 0 } = frames[index] ?? {}
      return heightOf(scaled(paragraphs, one), width - left - right) + top + bottom <= height
    }),
  )
  return groups.flatMap((group, index): readonly Item[] => {
    const frame = frames[index]
    if (!frame) return []
    const [picture] = style.picture > 0 ? picturesIn(group.blocks) : []
    const found = picture && scope.picture(picture.address)
    const size = style.picture
    const place = left > size ? { x: frame.x + 40, y: frame.y + 32 } : { x: frame.x + 40, y: frame.y + 32 }
    return [
      {
        kind: 'text',
        name: 'Card',
        frame,
        paragraphs: scaled(all[index] ?? [], scale),
        inset: style.padding,
        fill: look.tint,
      },
      ...(style.border
        ? [{ kind: 'shape', geometry: 'rect', frame: { ...frame, height: 4 }, fill: look.brand } as const]
        : []),
      ...(found && picture
        ? [
            {
              kind: 'picture',
              name: 'Picture',
              alt: picture.alt,
              frame: { ...place, width: size, height: size },
              image: found.image,
            } as const,
          ]
        : []),
    ]
  })
}

/** Two to four cards, each led by a figure. */
export function cards(scope: SlideScope): readonly Item[] {
  const { slide, look } = scope
  const { items, rest } = leadItems(scope, 28)
  const tiles = tilesIn(scope)
  const frames = beside(rest, Math.max(1, slide.groups.length, tiles.length), 32)
  const isLarge = scope.has('large')
  const across = isLarge ? 40 : 32
  const hasPictures = scope.has('pictures')
  const picture = hasPictures ? (isLarge ? 160 : 96) : 0
  const card: CardStyle = {
    heading: isLarge ? 36 : 28,
    text: isLarge ? 32 : scope.has('dense') ? 24 : 26,
    padding: [hasPictures ? (isLarge ? 232 : 168) : 28, hasPictures ? 40 : across, 28, hasPictures ? 40 : across],
    picture,
    border: tiles.length === 0,
  }
  if (tiles.length === 0) return [...items, ...cardItems(scope, slide.groups, frames, card)]
  const length = lengthOfDigits(tiles)
  const four = slide.groups.length >= 4
  const size = four
    ? length === 'short'
      ? 64
      : 52
    : length === 'short'
      ? isLarge && tiles.length === 2
        ? 112
        : 88
      : length === 'long'
        ? 72
        : 64
  const style: TileStyle = {
    look,
    size,
    unit: Math.max(0.36, 24 / size),
    label: isLarge ? 30 : 24,
    change: 26,
    note: 26,
    columns: 1,
    gap: 0,
    padding: [isLarge ? 36 : 28, across, 8, across],
    fill: look.tint,
    digits: look.brand,
    border: look.brand,
  }
  const height = Math.max(
    ...tiles.map((tile, index) => tilesPiece([tile], style, 0).height(frames[index]?.width ?? 400, 1)),
  )
  const scale = Math.min(...tiles.map((tile, index) => widthScale(tile, style, frames[index]?.width ?? 400)))
  const heads = tiles.flatMap((tile, index) => {
    const frame = frames[index]
    return frame ? tileItems(tile, { ...frame, height }, style, scale) : []
  })
  const bodies = frames.map((frame) => below(frame, height))
  return [...items, ...heads, ...cardItems(scope, slide.groups, bodies, card)]
}

const widthScale = (tile: Parameters<typeof tileItems>[0], style: TileStyle, width: number): number => {
  const [box] = tileItems(tile, { x: 0, y: 0, width, height: 10_000 }, style)
  const largest =
    box?.kind === 'text'
      ? Math.max(...box.paragraphs.flatMap(({ runs, size }) => runs.map((run) => run.size ?? size)))
      : style.size
  return Math.min(1, largest / style.size)
}

/** A card for each group. */
export function grid(scope: SlideScope): readonly Item[] {
  const { slide } = scope
  const { items, rest } = leadItems(scope, 28)
  const count = slide.groups.length
  const columns = scope.has('two') || count < 3 || count === 4 ? 2 : scope.has('four') || count >= 7 ? 4 : 3
  const rows = Math.ceil(count / columns)
  const isDense = scope.has('dense')
  const isLarge = scope.has('large')
  const hasPictures = scope.has('pictures')
  const [down, across] = isDense ? [20, 24] : [27, 32]
  const style: CardStyle = {
    heading: isLarge ? 34 : 28,
    text: isLarge ? 30 : isDense || count >= 5 ? 24 : 26,
    padding: [down, across, down, hasPictures ? 176 : across],
    picture: hasPictures ? 96 : 0,
    border: true,
  }
  const gap = 28
  const whole = (rest.height - gap * (rows - 1)) / Math.max(1, rows)
  const natural = (row: number): number =>
    Math.max(
      ...slide.groups
        .slice(row * columns, (row + 1) * columns)
        .map(
          (group) =>
            heightOf(
              cardParagraphs(group, scope, style),
              (rest.width - 32 * (columns - 1)) / columns - style.padding[1] - style.padding[3],
            ) +
            down * 2 +
            8,
        ),
    )
  const wanted = Array.from({ length: rows }, (_, row) => natural(row))
  const fits = wanted.reduce((all, each) => all + each, 0) + gap * (rows - 1) <= rest.height
  const heights = fits && !hasPictures ? wanted : wanted.map(() => whole)
  let y = rest.y
  const frames = heights.flatMap((height) => {
    const row = beside({ ...rest, y, height }, columns, 32)
    y += height + gap
    return row
  })
  return [...items, ...cardItems(scope, slide.groups, frames, style)]
}

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
    const title = { ...heading(head.runs, { ...style, heading: 28 }), color: '#ffffff' }
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
