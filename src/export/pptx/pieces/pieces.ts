import type { Block, Group, Inline } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import type { SlideScope } from '../layouts/scope.ts'
import { fittingScale, heightOf, scaled } from '../text/measure.ts'
import { groupHead, picturesIn, type TextStyle, textOf } from '../text/paragraphs.ts'
import { gridPiece } from './grid-piece.ts'
import type { Piece } from './piece.ts'

/** Running text in a box of its own. */
export const textPiece = (paragraphs: readonly Paragraph[], gap = 0, name = 'Text'): Piece => ({
  gap,
  height: (width, scale) => heightOf(scaled(paragraphs, scale), width),
  place: (frame, scale) =>
    paragraphs.length === 0 ? [] : [{ kind: 'text', name, frame, paragraphs: scaled(paragraphs, scale) }],
})

/** A picture as wide as its column, or as high as it may be. */
function picturePiece(
  scope: SlideScope,
  { address, alt }: { readonly address: string; readonly alt: string },
  { most, gap }: { readonly most: number; readonly gap: number },
): Piece | undefined {
  const found = scope.picture(address)
  if (!found) return undefined
  const { size, image } = found
  const height = (width: number): number => Math.min(most, size.height, (width * size.height) / size.width)
  return {
    gap,
    height,
    place: (frame) => {
      const tall = Math.min(frame.height, height(frame.width))
      const own = { ...frame, width: (tall * size.width) / size.height, height: tall }
      return [{ kind: 'picture', name: 'Picture', alt, frame: own, image }]
    },
  }
}

const isText = (block: Block): boolean => block.kind !== 'visual' && block.kind !== 'grid' && block.kind !== 'rule'

/** Blocks as pieces: text together, tables written in Markdown and pictures by themselves. */
export function blockPieces(
  scope: SlideScope,
  blocks: readonly Block[],
  style: TextStyle,
  before: readonly Paragraph[] = [],
): readonly Piece[] {
  const gap = style.size * 0.6
  const pieces: Piece[] = []
  let open = [...before]
  const close = (): void => {
    if (open.length > 0) pieces.push(textPiece(open, pieces.length === 0 ? 0 : gap))
    open = []
  }
  for (const block of blocks) {
    if (isText(block)) {
      const first = before.length > 0 && open.length === before.length
      const own = textOf([block], style)
      open.push(...own.map((each, at) => (first && at === 0 ? { ...each, before: style.heading * 0.45 } : each)))
      for (const picture of picturesIn([block])) {
        close()
        const piece = picturePiece(scope, picture, { most: 480, gap: pieces.length === 0 ? 0 : gap })
        if (piece) pieces.push(piece)
      }
    } else if (block.kind === 'grid') {
      close()
      pieces.push(gridPiece(block, style, pieces.length === 0 ? 0 : gap))
    }
  }
  close()
  return pieces
}

const groupHeading = (runs: readonly Inline[], style: TextStyle): readonly Paragraph[] => [groupHead(runs, style)]

/** A group: its heading and its text. */
export const groupPieces = (scope: SlideScope, group: Group, style: TextStyle): readonly Piece[] =>
  blockPieces(scope, group.blocks, style, groupHeading(group.heading.runs, style))

/** Parts with a gap above each but the first. */
export const spaced = (parts: readonly (readonly Piece[])[], gap: number): readonly Piece[] =>
  parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => part.map((piece, at) => (index > 0 && at === 0 ? { ...piece, gap } : piece)))

export const heightOfPieces = (pieces: readonly Piece[], width: number, scale: number): number =>
  pieces.reduce((all, piece, index) => all + (index === 0 ? 0 : piece.gap * scale) + piece.height(width, scale), 0)

/** The scale at which columns of pieces fit their frames, the same for all. */
export const scaleFor = (columns: readonly (readonly Piece[])[], frames: readonly Frame[]): number =>
  fittingScale((scale) =>
    columns.every((pieces, index) => {
      const frame = frames[index]
      return !frame || heightOfPieces(pieces, frame.width, scale) <= frame.height + 1
    }),
  )

/** Pieces one under the other. */
export function placeColumn(
  pieces: readonly Piece[],
  frame: Frame,
  { scale, middle = false }: { readonly scale: number; readonly middle?: boolean },
): readonly Item[] {
  const free = frame.height - heightOfPieces(pieces, frame.width, scale)
  let y = frame.y + (middle ? Math.max(0, free / 2) : 0)
  return pieces.flatMap((piece, index) => {
    if (index > 0) y += piece.gap * scale
    const height = piece.height(frame.width, scale)
    const items = piece.place({ ...frame, y, height }, scale)
    y += height
    return items
  })
}

/** Columns of pieces in frames, all at the scale at which each fits. */
export function placeColumns(columns: readonly (readonly Piece[])[], frames: readonly Frame[]): readonly Item[] {
  const scale = scaleFor(columns, frames)
  return columns.flatMap((pieces, index) => {
    const frame = frames[index]
    return frame ? placeColumn(pieces, frame, { scale }) : []
  })
}

/** Pieces that run on from column to column, none higher than need be. */
export function runOn(pieces: readonly Piece[], frames: readonly Frame[]): readonly Item[] {
  const [first] = frames
  if (!first) return []
  const fill = (limit: number, scale: number): readonly (readonly Piece[])[] => {
    const columns: Piece[][] = [[]]
    for (const piece of pieces) {
      const open = columns.at(-1) ?? []
      if (open.length > 0 && heightOfPieces([...open, piece], first.width, scale) > limit) columns.push([piece])
      else open.push(piece)
    }
    return columns
  }
  const scale = fittingScale((one) => fill(first.height + 1, one).length <= frames.length)
  const limits = Array.from({ length: 40 }, (_, step) => (first.height * (step + 1)) / 40)
  const least = limits.find((limit) => {
    const columns = fill(limit, scale)
    return (
      columns.length <= frames.length && columns.every((each) => heightOfPieces(each, first.width, scale) <= limit + 1)
    )
  })
  return fill(least ?? first.height + 1, scale).flatMap((column, index) => {
    const frame = frames[Math.min(index, frames.length - 1)]
    return frame ? placeColumn(column, frame, { scale }) : []
  })
}

/** Points of a list, each a piece, so that they can run on. */
export function pointPieces(paragraphs: readonly Paragraph[], name = 'Text'): readonly Piece[] {
  const points: Paragraph[][] = []
  for (const each of paragraphs) {
    const isFirst = each.bullet !== undefined && each.bullet.kind !== 'dash'
    if (isFirst || points.length === 0) points.push([each])
    else points.at(-1)?.push(each)
  }
  return points.map((point) => textPiece(point, point[0]?.before ?? 0, name))
}
