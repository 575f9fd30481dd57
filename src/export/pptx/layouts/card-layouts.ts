import { lengthOfDigits } from '../../../format/slides/digits.ts'
import { type Group, hasText } from '../../../model/content.ts'
import type { Frame, Insets, Item, Paragraph } from '../items.ts'
import { numberHeight, numberItems, numberWidth } from '../pieces/numbers.ts'
import { blockPieces, placeColumn, scaleFor } from '../pieces/pieces.ts'
import { type SignedTile, type TileStyle, tileItems, tilesPiece } from '../pieces/tile-piece.ts'
import { fittingScale, heightOf, scaled } from '../text/measure.ts'
import { heading, picturesIn, textOf } from '../text/paragraphs.ts'
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

export interface CardStyle {
  readonly heading: number
  readonly text: number
  readonly padding: Insets
  readonly picture: number // its size; 0 without
  readonly border: boolean
  /** The size of a picture beside the heading. */
  readonly beside?: number
  /** Lists are rows, without bullets. */
  readonly plain?: boolean
  /** A number stands over each heading. */
  readonly numbered?: boolean
}

const leadingFigure = 64

/** Heading and words of a card. */
export function cardParagraphs(
  { heading: head, blocks }: Group,
  scope: SlideScope,
  style: CardStyle,
): readonly Paragraph[] {
  const text = styleOf(scope, style.text, {
    line: style.text < 26 ? 1.3 : 1.35,
    heading: style.heading,
    second: 24,
    plain: style.plain === true,
  })
  const { ink } = scope.look
  const named = heading(head.runs, style.numbered ? { ...text, strong: ink } : text)
  const [first] = head.runs
  const leads = (scope.has('figures') && first?.kind === 'figure') || (scope.has('blocks') && first?.strong === true)
  const runs = named.runs.map((run, index) =>
    leads && index === 0 ? { ...run, size: leadingFigure, color: scope.look.brand } : run,
  )
  const title = { ...named, runs, color: ink }
  const words = textOf(blocks, text)
  return [title, ...words.map((each, index) => (index === 0 ? { ...each, before: 12 } : each))]
}

/** The picture of a card, where it has one. */
function cardPicture(scope: SlideScope, group: Group, place: Frame): readonly Item[] {
  const [picture] = picturesIn(group.blocks)
  const found = picture && scope.picture(picture.address)
  if (!found || !picture) return []
  return [{ kind: 'picture', name: 'Picture', alt: picture.alt, frame: place, image: found.image }]
}

/** Cards whose texts have one size: the largest at which all fit. A rule heads each; nothing frames it. */
function cardItems(
  scope: SlideScope,
  groups: readonly Group[],
  frames: readonly Frame[],
  style: CardStyle,
): readonly Item[] {
  const all = groups.map((group) => cardParagraphs(group, scope, style))
  const [top, right, bottom, left] = style.padding
  const { beside: besideHeading = 0 } = style
  const scale = fittingScale((one) =>
    all.every((paragraphs, index) => {
      const { width = 0, height = 0 } = frames[index] ?? {}
      const [title, ...words] = scaled(paragraphs, one)
      const head = title && besideHeading > 0 ? headHeight(title, width, besideHeading) : 0
      const text = heightOf(head > 0 ? words : scaled(paragraphs, one), width - left - right)
      return head + text + top + bottom <= height
    }),
  )
  return groups.flatMap((group, index): readonly Item[] => {
    const frame = frames[index]
    const paragraphs = scaled(all[index] ?? [], scale)
    if (!frame) return []
    const rule: readonly Item[] = style.border
      ? [{ kind: 'shape', geometry: 'rect', frame: { ...frame, height: 4 }, fill: scope.look.brand }]
      : []
    if (besideHeading > 0) return [...headedCard(scope, group, { frame, paragraphs, style }), ...rule]
    const size = style.picture
    const picture = size > 0 ? { x: frame.x, y: frame.y + 24, width: size, height: size } : undefined
    return [
      { kind: 'text', name: 'Card', frame, paragraphs, inset: style.padding },
      ...rule,
      ...(picture ? cardPicture(scope, group, picture) : []),
    ]
  })
}

const headingGap = 24

/** How high a heading beside a picture is: at least as the picture. */
const headHeight = (title: Paragraph, width: number, picture: number): number =>
  Math.max(picture, heightOf([title], width - picture - headingGap))

/** A card whose picture stands beside its heading, its text below both. */
function headedCard(
  scope: SlideScope,
  group: Group,
  { frame, paragraphs, style }: { frame: Frame; paragraphs: readonly Paragraph[]; style: CardStyle },
): readonly Item[] {
  const [title, ...words] = paragraphs
  const [top, right, bottom, left] = style.padding
  const { beside: size = 0 } = style
  if (!title) return []
  const height = headHeight(title, frame.width, size)
  const indent = size + headingGap
  const head = { x: frame.x + indent, y: frame.y + top, width: frame.width - indent, height }
  const rest = below(frame, top + height)
  return [
    { kind: 'text', name: 'Card', frame: head, paragraphs: [title], anchor: 'middle' },
    ...(words.length > 0
      ? [{ kind: 'text', name: 'Card', frame: rest, paragraphs: words, inset: [8, right, bottom, left] } as const]
      : []),
    ...cardPicture(scope, group, { x: frame.x, y: frame.y + top + (height - size) / 2, width: size, height: size }),
  ]
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
  const picture = scope.has('pictures') ? (isLarge ? 192 : 144) : 0
  return {
    heading: isLarge ? 38 : scope.has('dense') ? 28 : 32,
    text: isLarge ? 34 : scope.has('dense') ? 24 : 28,
    padding: [picture > 0 ? picture + 56 : isLed ? 20 : 28, 0, 0, 0],
    picture,
    border: !isLed,
  }
}

/** Two to four cards, each led by a figure. */
export function cards(scope: SlideScope): readonly Item[] {
  const { slide, look } = scope
  const { items, rest } = leadItems(scope, 28)
  const tiles = tilesIn(scope)
  const frames = beside(rest, Math.max(1, slide.groups.length, tiles.length), 64)
  const card = ledCards(scope, tiles.length > 0)
  if (tiles.length === 0) return [...items, ...cardItems(scope, slide.groups, frames, card)]
  const isLarge = scope.has('large')
  const size = leadingSize(tiles, slide.groups.length, isLarge)
  const style: TileStyle = {
    look,
    size,
    unit: Math.max(0.32, 28 / size),
    label: isLarge ? 34 : 30,
    labelBold: true,
    period: 'under',
    falls: true,
    change: 28,
    note: 28,
    columns: 1,
    gap: 0,
    padding: [24, 0, 8, 0],
    digits: look.brand,
    border: look.brand,
  }
  const widths = tiles.map((_, index) => frames[index]?.width ?? 400)
  const scale = Math.min(...tiles.map((tile, index) => widthScale(tile, style, widths[index] ?? 400)))
  const set = { ...style, size: size * scale, unit: Math.max(0.32, 28 / (size * scale)) }
  const height = Math.max(...tiles.map((tile, index) => tilesPiece([tile], set, 0).height(widths[index] ?? 400, 1)))
  const heads = tiles.flatMap((tile, index) => {
    const frame = frames[index]
    return frame ? tileItems(tile, { ...frame, height }, set) : []
  })
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

/** How the cards of a grid are set: few words large, pictures before the text or, where many share the slide, beside headings. */
function gridStyle(scope: SlideScope, count: number, columns: number): CardStyle {
  const [isLarge, isFour, hasPictures] = [scope.has('large'), columns === 4 && scope.has('four'), scope.has('pictures')]
  const isHeaded = hasPictures && count >= 5
  const picture = hasPictures && !isHeaded ? (isLarge ? 152 : 104) : 0
  const headed = isLarge ? 34 : isFour ? 26 : 28
  const numbered = scope.has('numbered') && !hasPictures
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
  const style: CardStyle = { heading: 38, text: 26, padding: [0, 0, 0, 0], picture: 0, border: false, numbered }
  const indent = numbered ? numberWidth : 0
  const frames = slide.groups.map((_, index) => ({ ...area, y: area.y + index * height, height }))
  const numbers = numbered ? numberItems(slide.groups, frames, { color: look.brand, inRows: true }) : []
  return slide.groups.flatMap((group, index): readonly Item[] => {
    const [title, ...words] = cardParagraphs(group, scope, style)
    const frame = frames[index] ?? area
    const rule = { ...frame, height: index === 0 ? 4 : 1 }
    const named = { ...frame, x: frame.x + indent, width: 480 - indent }
    const beside = { ...frame, x: frame.x + 512, width: frame.width - 512 }
    return [
      { kind: 'shape', geometry: 'rect', frame: rule, fill: index === 0 ? look.brand : look.rule },
      ...numbers.slice(index, index + 1),
      { kind: 'text', name: 'Card', frame: named, paragraphs: title ? [title] : [], anchor: 'middle' },
      { kind: 'text', name: 'Card', frame: beside, paragraphs: words, anchor: 'middle' },
    ]
  })
}

/** A card for each group. */
export function grid(scope: SlideScope): readonly Item[] {
  const { slide } = scope
  if (scope.has('rows')) return rowItems(scope)
  const { items, rest } = leadItems(scope, 28)
  const count = slide.groups.length
  const columns = scope.has('two') || count < 3 || count === 4 ? 2 : scope.has('four') || count >= 7 ? 4 : 3
  const rows = Math.ceil(count / columns)
  const style = gridStyle(scope, count, columns)
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
