import { numberParts } from '../../../format/slides/digits.ts'
import { type Inline, plainText, type Tile } from '../../../model/content.ts'
import type { Frame, Insets, Item, Paragraph, TextRun } from '../items.ts'
import type { DeckLook } from '../look.ts'
import { fittingScale, heightOf, widthOf } from '../text/measure.ts'
import { textRuns } from '../text/paragraphs.ts'
import type { Piece } from './piece.ts'

/** A headline figure, and what the page shows of its sign. */
export interface SignedTile extends Tile {
  /** Its value has the colour of falls. */
  readonly falls?: boolean
  /** Of its change. */
  readonly direction?: 'up' | 'down'
  /** Whether its change has the colour of falls. */
  readonly isBad?: true
}

/** How headline figures are set, in pixels. */
export interface TileStyle {
  readonly look: DeckLook
  readonly size: number // of the digits
  readonly unit?: number // of the words about them, in sizes; 0.42 when absent
  readonly percent?: number // of the sign of percent, in sizes; 0.66 when absent
  readonly label: number
  readonly change: number
  readonly note?: number
  readonly columns: number
  readonly gap: number
  readonly padding: Insets
  readonly fill?: string
  readonly border?: string // colour of the line above; none when absent
  readonly digits?: string // colour; the ink when absent
  readonly text?: string // colour of label, change and note
  readonly changeColor?: string
  readonly align?: 'left' | 'center'
  readonly middle?: boolean
  /** The label stands below the digits. */
  readonly labelBelow?: true
  readonly labelBold?: true
  /** The period stands behind the label, or under it; at the other end of the line when absent. */
  readonly period?: 'beside' | 'under'
  /** The height of the names of a row, of which this may have a shorter one: its figure begins below them all. */
  readonly names?: number
  /** Names, figures and changes of a row are each on one line, and a row that is not full stands in the middle. */
  readonly level?: true
  readonly down?: string // colour of losses, and of the arrow of a fall or of a cost's rise; that of falls when absent
}

/** JPY69.7 billion: the digits stay large, with their sign, the words about them are small. */
function valueRuns({ value, falls = false }: SignedTile, style: TileStyle): readonly TextRun[] {
  const { size, unit: smaller = 0.42, percent = 0.66, look } = style
  const small = Math.max(20, size * smaller)
  const color = falls ? { color: style.down ?? look.chart.downColor } : {}
  return value.flatMap((run): readonly TextRun[] => {
    const [first, ...marks] = textRuns([run], look)
    const parts = run.kind === 'figure' ? numberParts(run.text) : undefined
    if (!parts || !first) return first ? [first, ...marks] : []
    const { sign, before: unit, digits, after } = parts
    const words = (text: string): readonly TextRun[] =>
      text === '' ? [] : [{ text, size: text.trim() === '%' ? size * percent : small, bold: false, ...color }]
    const raised = marks.map((mark) => ({ ...mark, size: small }))
    const apart = unit === '' || /\s$/.test(unit) ? unit : `${unit}\u2009`
    const large: TextRun = { ...first, text: `${sign}${digits}`, bold: true, ...color }
    return [...words(apart), large, ...words(after), ...raised]
  })
}

const isRange = (value: readonly Inline[]): boolean =>
  value.some((run) => run.kind === 'figure' && run.status === 'range')

/** Label and period at both ends of a line, or on two where they have no room. */
function labelParagraphs({ label, period }: Tile, style: TileStyle, width: number): readonly Paragraph[] {
  const { look, label: size, text = look.muted, labelBold } = style
  const color = labelBold ? (style.text ?? look.ink) : text
  const rest = { size, line: 1.3, ...(style.align && { align: style.align }) }
  const name = textRuns(label, look).map((run) => ({
    ...run,
    color: run.color ?? color,
    ...(labelBold && { bold: true }),
  }))
  const when = textRuns(period, look).map((run) => ({ ...run, color: text }))
  if (when.length === 0) return [{ runs: name, ...rest }]
  const whole = [...name, { text: '  ' }, ...when]
  const both = widthOf([{ runs: whole, ...rest }])
  if (style.period === 'beside' && both <= width) return [{ runs: whole, ...rest }]
  if (both > width - 24 || style.align === 'center' || style.period === 'under')
    return [
      { runs: name, ...rest },
      { runs: when, ...rest },
    ]
  return [{ runs: name, ...rest }] // the period stands in a box of its own, at the other end of the line
}

/** The period at the right of a tile's first line, where label and period have room in one. */
function periodItems(
  tile: Tile,
  frame: Frame,
  style: TileStyle,
  { paragraphs, start }: { readonly paragraphs: readonly Paragraph[]; readonly start: number | undefined },
): readonly Item[] {
  const [top, right, bottom, left] = style.padding
  const width = frame.width - left - right
  const { look, label: size, text = look.muted } = style
  if (tile.period.length === 0 || style.period || labelParagraphs(tile, style, width).length > 1) return []
  const free = frame.height - top - bottom - heightOf(paragraphs, width)
  const y = frame.y + (start ?? top + (style.middle ? free / 2 : 0))
  const runs = textRuns(tile.period, look).map((run) => ({ ...run, color: text }))
  const own = widthOf([{ runs, size }]) + 8
  const place = { x: frame.x + left + width - own, y, width: own, height: size * 1.3 }
  return [{ kind: 'text', name: 'Period', frame: place, paragraphs: [{ runs, size, line: 1.3, align: 'right' }] }]
}

/** The direction of a change is seen before it is read. */
function arrowRun(
  { direction, isBad }: SignedTile,
  { look, change, down = look.chart.downColor }: TileStyle,
): readonly TextRun[] {
  if (!direction) return []
  const text = direction === 'down' ? '▼\u00a0' : '▲\u00a0'
  return [{ text, size: change * 0.7, ...(isBad && { color: down }) }]
}

function tileParagraphs(tile: SignedTile, style: TileStyle, width: number): readonly Paragraph[] {
  const { look, change, note = 20, text, align } = style
  const aligned = align ? { align } : {}
  const size = isRange(tile.value) ? style.size * 0.72 : style.size
  const value: Paragraph = {
    runs: valueRuns(tile, { ...style, size }),
    size,
    line: 1.15,
    color: style.digits ?? look.ink,
    before: 4,
    ...aligned,
  }
  const small = (runs: readonly TextRun[], points: number, color: string): readonly Paragraph[] =>
    runs.length === 0 ? [] : [{ runs, size: points, line: 1.35, color, ...aligned }]
  const changed = tile.change.length === 0 ? [] : [...arrowRun(tile, style), ...textRuns(tile.change, look)]
  const about = [
    ...small(changed, change, style.changeColor ?? text ?? look.soft),
    ...small(textRuns(tile.note, look), note, text ?? look.muted),
  ]
  const label = labelParagraphs(tile, style, width)
  if (style.names !== undefined) {
    const before = 4 + Math.max(0, style.names - heightOf(label, width))
    return [...label, { ...value, before }, ...about]
  }
  return style.labelBelow ? [value, ...label, ...about] : [...label, value, ...about]
}

/** How high the name of a tile is, with its period. */
export function namesHeight(tile: SignedTile, style: TileStyle, width: number): number {
  const inner = width - style.padding[1] - style.padding[3]
  return heightOf(labelParagraphs(tile, style, inner), inner)
}

const rowsOf = (count: number, columns: number): number => Math.ceil(count / Math.max(1, columns))

/** The digits of all tiles stay in one line each, and the tile in its frame. */
function tileScale(
  tiles: readonly SignedTile[],
  style: TileStyle,
  { width, height }: { width: number; height: number },
): number {
  const [top, right, bottom, left] = style.padding
  const inner = width - left - right
  return fittingScale((scale) =>
    tiles.every((tile) => {
      const paragraphs = tileParagraphs(tile, { ...style, size: style.size * scale }, inner)
      const value = paragraphs.filter(
        ({ size, color }) => color === (style.digits ?? style.look.ink) && size >= style.size * scale * 0.7,
      )
      return widthOf(value.slice(0, 1)) <= inner && heightOf(paragraphs, inner) + top + bottom <= height
    }),
  )
}

/** How wide the digits of a tile are with the words about them. */
export const valueWidth = (tile: SignedTile, style: TileStyle): number =>
  widthOf([{ runs: valueRuns(tile, style), size: style.size, bold: true }])

/** One tile in its frame; its words begin at `start`, or as the style has it. */
export function tileItems(
  tile: SignedTile,
  frame: Frame,
  style: TileStyle,
  { scale = 1, start }: { readonly scale?: number; readonly start?: number | undefined } = {},
): readonly Item[] {
  const [top, right, bottom, left] = style.padding
  const inner = frame.width - left - right
  const own = tileScale([tile], style, frame)
  const paragraphs = tileParagraphs(tile, { ...style, size: style.size * Math.min(scale, own) }, inner)
  const box: Item = {
    kind: 'text',
    name: `Tile: ${plainText(tile.label)}`,
    frame,
    paragraphs,
    inset: [start ?? top, right, bottom, left],
    anchor: style.middle && start === undefined ? 'middle' : 'top',
    ...(style.fill !== undefined && { fill: style.fill }),
  }
  const line: Item = {
    kind: 'shape',
    geometry: 'rect',
    frame: { ...frame, height: 4 },
    ...(style.border !== undefined && { fill: style.border }),
  }
  const period = style.labelBelow ? [] : periodItems(tile, frame, style, { paragraphs, start })
  return style.border === undefined ? [box, ...period] : [box, ...period, line]
}

/** Where the words of a tile begin so that its figure is level with those beside it, and what they all take in the middle. */
function levelStart(
  tile: SignedTile,
  row: readonly SignedTile[],
  style: TileStyle,
  { width, height }: { readonly width: number; readonly height: number },
): number {
  const [top, right, bottom, left] = style.padding
  const inner = width - right - left
  const heightOfLabel = (each: SignedTile): number => namesHeight(each, style, width)
  const heightOfTile = (each: SignedTile): number => heightOf(tileParagraphs(each, style, inner), inner)
  const label = Math.max(...row.map(heightOfLabel))
  const rest = Math.max(...row.map((each) => heightOfTile(each) - heightOfLabel(each)))
  const start = Math.max(top, top + (height - top - bottom - label - rest) / 2)
  return start + label - heightOfLabel(tile)
}

/** Tiles in rows; each row is as high as its highest tile, or all share the frame's height. */
export function tilesPiece(tiles: readonly SignedTile[], style: TileStyle, gap: number): Piece {
  const { columns, padding } = style
  const widthOfTile = (width: number): number => (width - style.gap * (columns - 1)) / columns
  const natural = (width: number, scale: number): number => {
    const own = widthOfTile(width)
    const sized = { ...style, size: style.size * scale }
    const fitting = tileScale(tiles, sized, { width: own, height: Number.POSITIVE_INFINITY })
    return Math.max(
      ...tiles.map(
        (tile) =>
          heightOf(
            tileParagraphs(tile, { ...sized, size: sized.size * fitting }, own - padding[1] - padding[3]),
            own - padding[1] - padding[3],
          ) +
          padding[0] +
          padding[2],
      ),
    )
  }
  const rows = rowsOf(tiles.length, columns)
  return {
    gap,
    height: (width, scale) => natural(width, scale) * rows + style.gap * (rows - 1),
    place: (frame, scale) => {
      const width = widthOfTile(frame.width)
      const height = (frame.height - style.gap * (rows - 1)) / rows
      const sized = { ...style, size: style.size * scale }
      const common = tileScale(tiles, sized, { width, height })
      return tiles.flatMap((tile, index) => {
        const first = index - (index % columns)
        const row = tiles.slice(first, first + columns)
        const free = style.level ? (columns - row.length) * (width + style.gap) : 0
        const x = frame.x + free / 2 + (index - first) * (width + style.gap)
        const y = frame.y + Math.floor(index / columns) * (height + style.gap)
        const level = { ...sized, size: sized.size * common }
        const start = style.level ? levelStart(tile, row, level, { width, height }) : undefined
        return tileItems(tile, { x, y, width, height }, sized, { scale: common, start })
      })
    },
  }
}
