import { hasText, type ListItem } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import type { Piece } from '../pieces/piece.ts'
import {
  blockPieces,
  heightOfPieces,
  placeColumn,
  placeColumns,
  pointPieces,
  runOn,
  scaleFor,
  spaced,
  textPiece,
} from '../pieces/pieces.ts'
import { tilesPiece } from '../pieces/tile-piece.ts'
import { fitted } from '../text/measure.ts'
import { groupHead, heading, textOf } from '../text/paragraphs.ts'
import { below, beside, type SlideScope, tilesIn } from './scope.ts'
import { styleOf, tablePieces, textParts } from './visual-layouts.ts'

const isNested = ({ slide: { lead, groups } }: SlideScope): boolean =>
  [lead, ...groups.map(({ blocks }) => blocks)]
    .flat()
    .some(
      (block) => block.kind === 'list' && block.items.some((item) => item.blocks.some(({ kind }) => kind === 'list')),
    )

/** Text in one column, or in two where there are groups or many points. */
export function points(scope: SlideScope): readonly Item[] {
  const { area, slide } = scope
  if (scope.has('plates')) return plates(scope)
  const tiles = tilesIn(scope)
  const tilePieces =
    tiles.length === 0
      ? []
      : [
          tilesPiece(
            tiles,
            {
              look: scope.look,
              size: 88,
              label: 26,
              change: 26,
              columns: Math.min(2, tiles.length),
              gap: 32,
              padding: [16, 0, 0, 0],
              border: scope.look.brand,
            },
            0,
          ),
        ]
  const count = Number(hasText(slide.lead)) + slide.groups.length + Number(tiles.length > 0) + tablePieces(scope).length
  const [list] = slide.lead.filter(({ kind }) => kind !== 'visual')
  const isList = count === 1 && list?.kind === 'list' && slide.groups.length === 0
  if (isList && list.items.length > 6) {
    const style = styleOf(scope, scope.has('three') ? 24 : 32, { between: scope.has('three') ? 0.2 : 0.5 })
    return runOn(
      pointPieces(textOf([list], style)),
      beside(area, scope.has('three') ? 3 : 2, scope.has('three') ? 40 : 80),
    )
  }
  if (count === 1) {
    const isFew = !isNested(scope) && (list?.kind !== 'list' || list.items.length < 6)
    const style = styleOf(scope, isFew ? 38 : 32, { between: isFew ? 0.9 : 0.5 })
    const frame = { ...area, width: 1440 }
    const pieces = spaced([...textParts(scope, style), tilePieces, tablePieces(scope)], 32)
    return placeColumn(pieces, frame, { scale: scaleFor([pieces], [frame]) })
  }
  const three = scope.has('three')
  const style = styleOf(scope, three ? 24 : count > 2 || scope.has('dense') ? 26 : 28, {
    between: three ? 0.2 : 0.5,
    ...(three && { heading: 26, line: 1.27 }),
  })
  const parts = [...textParts(scope, style), tilePieces, ...tablePieces(scope).map((piece) => [piece])].filter(
    (part) => part.length > 0,
  )
  const frames = beside(area, three ? 3 : 2, three ? 40 : 80)
  if (count === 2) return placeColumns(parts, frames)
  return runOn(spaced(parts.map(joined), three ? 24 : 36), frames)
}

/** The pieces of a part as one, which is not torn apart. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const [first] = pieces
  if (pieces.length < 2 || !first) return pieces
  return [
    {
      gap: first.gap,
      height: (width, scale) =>
        pieces.reduce(
          (all, piece, index) => all + (index === 0 ? 0 : piece.gap * scale) + piece.height(width, scale),
          0,
        ),
      place: (frame, scale) => placeColumn(pieces, frame, { scale }),
    },
  ]
}

/** Names as plates, two a row; an odd number of them is a list. */
function plateItems(scope: SlideScope, names: readonly ListItem[], grid: Frame): readonly Item[] {
  const { look } = scope
  const columns = names.length % 2 === 0 ? 2 : 1
  const gap = columns === 2 ? 16 : 8
  const rows = Math.ceil(names.length / columns)
  const height = (grid.height - gap * (rows - 1)) / Math.max(1, rows)
  return names.flatMap((item, index): readonly Item[] => {
    const row = { ...grid, y: grid.y + Math.floor(index / columns) * (height + gap), height }
    const frame = beside(row, columns, gap)[index % columns] ?? row
    const paragraphs = textOf(item.blocks, styleOf(scope, 26, { line: 1.25, bold: true }))
    const plate = { fill: look.tint, inset: [8, 16, 8, 34], anchor: 'middle' } as const
    return [
      fitted({ kind: 'text', name: 'Plate', frame, paragraphs, ...plate }),
      { kind: 'shape', geometry: 'rect', frame: { ...frame, width: 6 }, fill: look.brand },
    ]
  })
}

/** The last group names clients, members or partners as plates; beside it the text about them, and figures. */
function plates(scope: SlideScope): readonly Item[] {
  const { area, slide, look } = scope
  const last = slide.groups.at(-1)
  const [left, right] = [
    { ...area, width: 784 },
    { ...area, x: area.x + 864, width: area.width - 864 },
  ]
  const style = styleOf(scope, 30, { second: 26, heading: 32 })
  const about = textParts({ ...scope, slide: { ...slide, groups: slide.groups.slice(0, -1) } }, style)
  const tiles = tilesIn(scope)
  const tilePieces =
    tiles.length === 0
      ? []
      : [
          tilesPiece(
            tiles,
            { look, size: 176, label: 26, change: 26, columns: 1, gap: 32, padding: [16, 0, 0, 0], border: look.brand },
            0,
          ),
        ]
  const column = spaced([tilePieces, ...about], 32)
  const scale = scaleFor([column], [left])
  const words = spaced(about, 32)
  const wordsHeight = heightOfPieces(words, left.width, scale)
  const low = below(left, left.height - wordsHeight)
  const names = last?.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])) ?? []
  const head: Item[] = last
    ? [
        {
          kind: 'text',
          name: 'Heading',
          frame: { ...right, height: 40 },
          paragraphs: [{ ...heading(last.heading.runs, styleOf(scope, 28)) }],
        },
      ]
    : []
  return [
    ...placeColumn(tilePieces, left, { scale }),
    ...placeColumn(words, low, { scale }),
    ...head,
    ...plateItems(scope, names, below(right, 52)),
  ]
}

/** A legal text in two columns, or a lead beside a list of what it names. */
export function statement(scope: SlideScope): readonly Item[] {
  const { area, slide, look } = scope
  const isLarge = scope.has('large') && slide.groups.length === 0
  const isDark = scope.has('dark')
  const size = scope.has('dense') ? 26 : isLarge ? 38 : isDark ? 34 : 30 // an office's font may be wider than the page's 44
  if (slide.groups.length === 0) {
    const style = styleOf(scope, size, { line: 1.48 })
    const paragraphs = textOf(slide.lead, style)
    return runOn(
      paragraphs.map((each) => textPiece([each], each.before ?? 0)),
      beside(area, 2, 80),
    )
  }
  const style = styleOf(scope, size, { line: 1.36, between: 0.3 })
  const display = isDark ? 152 : scope.has('large') ? 76 : 56
  const sentence = slide.lead.length === 1 && slide.lead[0]?.kind === 'paragraph' // it is what is to be remembered
  const lead = textOf(slide.lead, style).map((each, index) => ({
    ...each,
    before: size,
    ...(index === 0 && { bold: true }),
    ...(sentence && { size: display, line: isDark ? 1.06 : 1.18, color: look.brand }),
    ...(isDark && { runs: each.runs.map((run) => (run.bold ? { ...run, color: look.accent } : run)) }),
  }))
  const groups = spaced(
    slide.groups.map((group) =>
      blockPieces(scope, group.blocks, style, [{ ...groupHead(group.heading.runs, style), line: 1.36 }]),
    ),
    24,
  )
  const half = isDark ? 800 : 640
  const frames = [
    { ...area, width: half },
    { ...area, x: area.x + half + 96, width: area.width - half - 96 },
  ]
  if (!sentence) return placeColumns([[textPiece(lead)], groups], frames)
  const [left = area, right = area] = frames
  return [
    { kind: 'shape', geometry: 'rect', frame: { ...left, height: 4 }, fill: look.brand },
    fitted({ kind: 'text', name: 'Text', frame: below(left, 24), paragraphs: lead }),
    ...placeColumns([groups], [right]),
  ]
}

/** The sections, with their slide numbers. */
export function agenda(scope: SlideScope): readonly Item[] {
  const { area, look, sections } = scope
  const entries = sections.filter(({ hidden }) => !hidden)
  const isLong = entries.length >= 8
  const [size, pad] = isLong ? [30, 12] : [36, 22]
  const words = textParts({ ...scope, slide: { ...scope.slide, groups: [] } }, styleOf(scope, 28))
  const top = placeColumn(words.flat(), area, { scale: 1 })
  const from = words.length === 0 ? 0 : words.flat().reduce((all, piece) => all + piece.height(area.width, 1), 0) + 28
  const frame = below(area, from)
  const step = Math.min(size * 1.35 + 2 * pad, frame.height / Math.max(1, entries.length))
  const rows = entries.flatMap(({ title, number, slide }, index): readonly Item[] => {
    const y = frame.y + index * step
    const line = (at: number): Item => ({
      kind: 'shape',
      geometry: 'rect',
      frame: { ...frame, y: at, height: 1 },
      fill: look.rule,
    })
    const row = (name: string, x: number, width: number, more: Paragraph): Item => ({
      kind: 'text',
      name,
      frame: { x, y, width, height: step },
      paragraphs: [more],
      anchor: 'middle',
    })
    return [
      ...(index === 0 ? [line(y)] : []),
      row('Number', frame.x, 96, { runs: [{ text: String(index + 1), bold: true, color: look.brand }], size }),
      row('Section', frame.x + 96, frame.width - 196, { runs: [{ text: title, link: `#/${slide}` }], size }),
      row('Section', frame.x + frame.width - 100, 100, {
        runs: [{ text: String(number) }],
        size: 26,
        color: look.muted,
        align: 'right',
      }),
      line(y + step),
    ]
  })
  return [...top, ...rows]
}
