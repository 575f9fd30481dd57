import { lengthOfDigits } from '../../../format/numbers/digits.ts'
import { type Group, hasText } from '../../../model/content.ts'
import type { Frame, Insets, Item, Paragraph } from '../items.ts'
import { fitted, fittingScale, heightOf, scaled } from '../text/measure.ts'
import { heading, picturesIn, textOf } from '../text/paragraphs.ts'
import { blockPieces, placeColumn, placeColumns, scaleFor, spaced } from './pieces.ts'
import { below, beside, insideOf, type SlideScope, tilesIn } from './scope.ts'
import { type TileStyle, tileItems, tilesPiece, valueWidth } from './tile-piece.ts'
import { styleOf, tablePieces, textParts } from './visual-layouts.ts'

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
  }
  return [...tilesPiece(tiles, style, 0).place(top, 1), ...under]
}

/** The first figure large on the brand's ground, the others in rows beside it. */
function leadingTile(scope: SlideScope, frame: Frame): readonly Item[] {
  const { look } = scope
  const tiles = tilesIn(scope)
  const [first, ...others] = tiles
  if (!first) return []
  const length = lengthOfDigits(tiles)
  const left = { ...frame, width: 608 }
  const right = { ...frame, x: frame.x + 656, width: frame.width - 656 }
  const large: TileStyle = {
    look,
    size: { short: 184, long: 144, longest: 96 }[length],
    unit: 0.24,
    label: 32,
    change: 32,
    note: 32,
    columns: 1,
    gap: 0,
    padding: [40, 40, 40, 40],
    fill: look.brand,
    digits: '#ffffff',
    text: '#ffffff',
    middle: true,
    labelBold: true,
  }
  const height = right.height / Math.max(1, others.length)
  const size = length === 'short' ? 88 : 72
  const base: TileStyle = {
    look,
    size,
    unit: 0.3,
    label: 30,
    change: 34,
    note: 24,
    columns: 1,
    gap: 0,
    padding: [0, 0, 0, 0],
    middle: true,
    labelBold: true,
    digits: look.brand,
  }
  const widest = Math.min(right.width * 0.5, Math.max(...others.map((tile) => valueWidth(tile, base))) + 8)
  const rows = others.flatMap((tile, index): readonly Item[] => {
    const row = { ...right, y: right.y + index * height, height }
    const line: Item = {
      kind: 'shape',
      geometry: 'rect',
      frame: { ...row, height: 2 },
      fill: index === 0 ? look.ink : look.rule,
    }
    const nothing = { change: [], note: [], label: [], period: [] }
    const value = tileItems({ ...tile, ...nothing }, { ...row, width: widest }, base)
    const about = tileItems(
      { ...tile, value: [] },
      { ...row, x: row.x + widest + 48, width: row.width - widest - 48 },
      { ...base, size: 1 },
    )
    return [line, ...value.map((item) => withoutBlank(item)), ...about.map((item) => withoutBlank(item))]
  })
  return [...tileItems(first, left, large), ...rows]
}

/** A tile of which only a part is shown has no empty lines. */
const withoutBlank = (item: Item): Item =>
  item.kind === 'text'
    ? { ...item, paragraphs: item.paragraphs.filter(({ runs }) => runs.some(({ text }) => text.trim() !== '')) }
    : item

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
  const style: TileStyle = {
    look,
    size,
    unit: 0.3,
    label: 36,
    change: 40,
    note: 40,
    columns: 1,
    gap: 32,
    padding: [0, 0, 0, 0],
    digits: look.brand,
    middle: true,
  }
  const words = spaced(textParts(scope, styleOf(scope, 32)), 32)
  const width = words.length === 0 ? area.width : 960
  const right = { ...area, x: area.x + width + 48, width: area.width - width - 48 }
  return [
    ...tilesPiece(tiles, style, 0).place({ ...area, width }, 1),
    ...placeColumn(words, right, { scale: scaleFor([words], [right]), middle: true }),
  ]
}
