import { estimatedTypesetter as typesetter } from '../../../charts/layout/letters.ts'
import { type Block, hasText, type Inline, plainText, textsIn } from '../../../model/content.ts'
import type { Box } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { textTooHigh, titleTooLong } from '../../diagnostics/visuals.ts'
import type { TextBox } from '../../parse/templates/layout-contract.ts'
import type { Layout } from '../../parse/templates/layouts.ts'
import type { ResolvedSlide } from './resolved-slide.ts'
import { slideRoom, titleLines } from './slide-room.ts'

/** What the estimate may be off by. */
const slack = 1.03

/** Multiples of the size of the text, as the theme has them. */
const look = {
  line: 1.35,
  heading: 1.25,
  block: 0.6,
  second: 0.85,
  between: 0.25,
  indent: 1.1,
  under: 0.45,
  group: 1.2,
}

interface Column {
  readonly width: number
  readonly size: number
  /** Between the points of a list, and from line to line, in sizes. */
  readonly between: number
  readonly line: number
}

/** Lines that a paragraph takes; a word wider than its column is cut, and takes one. */
function linesOf(runs: readonly Inline[], { width, size }: Pick<Column, 'width' | 'size'>): number {
  return typesetter.wrap(plainText(runs), { width, size })?.length ?? 1
}

/** The height of some blocks in a column, in pixels of a slide of 1920 × 1080; visuals and pictures are not counted. */
function heightOf(blocks: readonly Block[], column: Column): number {
  const { size } = column
  const heights = blocks.flatMap((block): readonly number[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'code':
        return [linesOf(block.runs, column) * size * column.line]
      case 'heading':
        return [linesOf(block.runs, column) * size * look.heading]
      case 'list': {
        const inner = { ...column, width: column.width - look.indent * size }
        const items = block.items.reduce((all, item) => all + heightOfItem(item.blocks, inner), 0)
        return [items + (block.items.length - 1) * column.between * size]
      }
      case 'quote':
        return [heightOf(block.blocks, column)]
      case 'grid':
        return [(block.rows.length + 1) * size * column.line]
      default:
        return []
    }
  })
  return heights.reduce((all, height) => all + height, 0) + Math.max(0, heights.length - 1) * look.block * size
}

/** Of lists in a list the text is smaller, and stands closer. */
function heightOfItem(blocks: readonly Block[], column: Column): number {
  const second = { ...column, size: column.size * look.second, between: look.between }
  return blocks.reduce((all, block) => all + heightOf([block], block.kind === 'list' ? second : column), 0)
}

const isNested = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.kind === 'list' && block.items.some((item) => item.blocks.some(isList)))
const isList = ({ kind }: Block): boolean => kind === 'list'

function sizeOf({ lead, groups }: ResolvedSlide, { size, crowded, dense = crowded }: TextBox, classes: string): number {
  const isCrowded = groups.length > 1 || isNested(lead) || groups.some(({ blocks }) => isNested(blocks))
  return Math.min(isCrowded ? crowded : size, /\bdense\b/.test(classes) ? dense : size)
}

/** Few points, or the only group, stand in one column, which may be wider than one of several. */
function hasFew({ lead, groups, visuals }: ResolvedSlide, { few }: TextBox): boolean {
  if (!few || visuals.length > 0) return false
  if (groups.length > 0) return groups.length === 1 && !hasText(lead)
  return lead.every((block) => block.kind !== 'list' || block.items.length <= few.points)
}

/** A part of a slide's text: the lead, or a group under its heading. */
interface Part {
  readonly heading: readonly Inline[] | undefined
  readonly blocks: readonly Block[]
}

const partsOf = ({ lead, groups }: ResolvedSlide): readonly Part[] => [
  ...(hasText(lead) ? [{ heading: undefined, blocks: lead }] : []),
  ...groups.map(({ heading, blocks }) => ({ heading: heading.runs, blocks })),
]

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

function heightOfPart({ heading, blocks }: Part, column: Column, headingSize = column.size): number {
  if (!heading) return heightOf(blocks, column)
  const title = linesOf(heading, { ...column, size: headingSize }) * headingSize * look.heading
  return title + look.under * headingSize + heightOf(blocks, column)
}

/** Blocks by the headings of the third level that stand side by side. */
function besides(blocks: readonly Block[]): readonly Part[] {
  const parts: { heading: readonly Inline[] | undefined; blocks: Block[] }[] = []
  for (const block of blocks) {
    if (block.kind === 'heading' || parts.length === 0)
      parts.push({ heading: block.kind === 'heading' ? block.runs : undefined, blocks: [] })
    if (block.kind !== 'heading') parts.at(-1)?.blocks.push(block)
  }
  return parts
}

const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  items.length === 0 ? [] : [items.slice(0, size), ...chunks(items.slice(size), size)]

/** Parts in places of their own: what the highest of each row takes. */
function heightInPlaces(parts: readonly Part[], box: TextBox, column: Column): number {
  const { arrange, gap, padding: [across, down] = [0, 0], columns = [], heading, side = 0 } = box.groups ?? bare
  if (arrange === 'rows') {
    const heights = parts.map(({ heading: title, blocks }) => {
      const cells = besides(blocks)
      const width = (box.width - side - across - gap * (cells.length - 1)) / Math.max(1, cells.length)
      const own = cells.map((cell) => heightOfPart(cell, { ...column, width }))
      const label =
        title && side > 0 ? linesOf(title, { ...column, width: side - 48, size: heading ?? column.size }) : 0
      return Math.max(...own, label * (heading ?? column.size) * look.heading) + down
    })
    return sum(heights) + gap * (parts.length - 1)
  }
  const abreast = arrange === 'beside' ? parts.length : (columns[Math.min(parts.length, columns.length) - 1] ?? 1)
  const width = (box.width - gap * (abreast - 1)) / abreast - across
  const rows = chunks(parts, Math.max(1, abreast)).map((row) =>
    Math.max(...row.map((part) => heightOfPart(part, { ...column, width }, heading) + down)),
  )
  return sum(rows) + gap * (rows.length - 1)
}

const bare: NonNullable<TextBox['groups']> = { arrange: 'beside', gap: 0 }

/** What the text of a slide takes: in one column, the lead, then each group under its heading; or in the places of its layout. */
function heightOfText(resolved: ResolvedSlide, box: TextBox, classes: string): number {
  const size = sizeOf(resolved, box, classes)
  const column: Column = { width: box.width, size, between: box.between, line: box.line ?? look.line }
  const parts = partsOf(resolved)
  if (parts.length === 0) return 0
  if (box.groups) return heightInPlaces(parts, box, column)
  return sum(parts.map((part) => heightOfPart(part, column))) + (parts.length - 1) * look.group * size
}

const noteSize = 20
const noteLine = 1.3

/** The notes under charts that stand above the text: those of the chart that has most. */
function heightOfChartNotes({ visuals }: ResolvedSlide, { width }: Box): number {
  const lines = visuals.flatMap((visual) =>
    visual.kind === 'chart' && visual.model.notes.length > 0
      ? [typesetter.wrap(visual.model.notes.join('   '), { width, size: noteSize })?.length ?? 1]
      : [],
  )
  return lines.length === 0 ? 0 : 10 + Math.max(...lines) * noteSize * noteLine
}

/** The rows of tiles above the text after the first, for which the layout leaves room. */
function heightOfTileRows({ visuals }: ResolvedSlide, { tiles: rows }: TextBox): number {
  const count = sum(visuals.map((visual) => (visual.kind === 'tiles' ? visual.tiles.length : 0)))
  return rows && count > rows.abreast ? (Math.ceil(count / rows.columns) - 1) * rows.row : 0
}

/** Text that is higher than the places that the layout gives it; nothing where the layout says none. */
export function checkTextFit(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const classes = resolved.parsed.source.front.class ?? ''
  const { lead, groups } = resolved
  const [first] = [...textsIn(lead), ...groups.map(({ heading }) => heading)]
  const misfit = (own: string): { readonly needed: number; readonly height: number } | undefined => {
    const given = slideRoom(resolved, layout, own).text
    if (!given) return undefined
    const box = given.few && hasFew(resolved, given) ? { ...given, width: given.few.width, columns: 1 } : given
    const height =
      (box.height -
        heightOfTileRows(resolved, box) -
        (box.under ? heightOfChartNotes(resolved, slideRoom(resolved, layout, own).chart) : 0)) *
      (box.columns ?? 1)
    const needed = heightOfText(resolved, box, own)
    return needed > height * slack ? { needed, height } : undefined
  }
  // A class with more columns makes another slide of the text, and is no way to make room.
  const reshapes = (name: string): boolean => (layout.variants[name]?.text?.columns ?? 1) > (layout.text?.columns ?? 1)
  const found = misfit(classes)
  const roomier = found
    ? ['dense', ...Object.keys(layout.variants)].filter((name) => !reshapes(name) && !misfit(`${name} ${classes}`))
    : []
  const about = { layout: layout.name, roomier: [...new Set(roomier)] }
  return [
    ...(found && first ? [textTooHigh({ ...found, ...about, place: first.place })] : []),
    ...checkTitle(resolved, layout),
  ]
}

/** Unless the layout says otherwise. */
const mostLines = 2

function checkTitle(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const lines = titleLines(resolved, layout)
  return resolved.title && lines !== undefined && lines > (layout.headline?.lines ?? mostLines)
    ? [titleTooLong(lines, layout.name, resolved.title.place)]
    : []
}
