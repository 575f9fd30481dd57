import { leavesCorner } from '../../../charts/corner.ts'
import type { Block, Inline, Text } from '../../../model/content.ts'
import type { Box } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import { textOverChart, textTooHigh } from '../../diagnostics/visuals.ts'
import { classesOf } from '../../parse/slides/slide-source.ts'
import type { TextBox } from '../../parse/templates/layout-contract.ts'
import type { Layout } from '../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../slides/resolved-slide.ts'
import { slideRoom } from '../slides/slide-room.ts'
import { heightOfChartWords } from './chart-words.ts'
import { abreastOf, figureSize, tooWideFigures } from './display-heading.ts'
import { heightOfNameRows } from './name-rows.ts'
import { heightAround, heightBesides, inTwoColumns } from './room-besides.ts'
import { checkDrawn, roomierClasses } from './roomier.ts'
import { type Column, hasWords, heightOf, linesOf, look, type WideWord } from './text-height.ts'
import {
  firstOf,
  heightInColumns,
  heightOfPart,
  isList,
  noteBoldFigures,
  type Part,
  partsIn,
  partsOf,
  placesOf,
  pointsAlone,
  sum,
} from './text-parts.ts'
import { checkTitle } from './title-fit.ts'
import { tooWideWords } from './wide-words.ts'

/** What the estimate may be off by. */
const slack = 1.01

const isNested = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.kind === 'list' && block.items.some((item) => item.blocks.some(isList)))

function sizeOf(
  { lead, groups }: ResolvedSlide,
  { size, crowded, dense = crowded, groups: places }: TextBox,
  classes: string,
): number {
  const nested = isNested(lead) || groups.some(({ blocks }) => isNested(blocks))
  if (nested && places?.nested !== undefined) return places.nested
  return Math.min(groups.length > 1 || nested ? crowded : size, /\bdense\b/.test(classes) ? dense : size)
}

/** Few points, or the only group, stand in one column, which may be wider than one of several. */
function hasFew({ lead, groups, visuals }: ResolvedSlide, { few }: TextBox): boolean {
  if (!few || visuals.length > 0) return false
  if (groups.length > 0) return groups.length === 1 && !hasWords(lead)
  return lead.every((block) => block.kind !== 'list' || block.items.length <= few.points)
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

const splitGap = 48 // between the two columns of a list in a row

const chunks = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  items.length === 0 ? [] : [items.slice(0, size), ...chunks(items.slice(size), size)]

/** Parts in places of their own: what the highest of each row takes. */
function heightInPlaces(parts: readonly Part[], box: TextBox, column: Column): number {
  const {
    arrange,
    gap,
    rowGap = gap,
    padding: [across, down] = [0, 0],
    heading,
    side = 0,
    split = Infinity,
    even,
    least = 0,
  } = box.groups ?? bare
  if (arrange === 'steps') return heightOfSteps(parts, box, column)
  const names = box.groups?.names
  if (names) {
    const before = sum(parts.map((part) => (part.heading ? 0 : heightOfPart(part, column) + names.padding)))
    const rows = parts.flatMap(({ heading: title, blocks }) => (title ? [{ heading: title, blocks }] : []))
    return before + heightOfNameRows(rows, { width: box.width, side, wide: column.wide }, names)
  }
  if (arrange === 'rows') {
    const heights = parts.map(({ heading: title, blocks }) => {
      const cells = besides(blocks)
      const width = (box.width - side - across - gap * (cells.length - 1)) / Math.max(1, cells.length)
      const isSplit = cells.length === 1 && blocks.some((block) => isList(block) && block.items.length >= split)
      const own = isSplit
        ? [heightOf(blocks, { ...column, width: (width - splitGap) / 2 }) / 2]
        : cells.map((cell) => heightOfPart(cell, { ...column, width }))
      const label =
        title && side > 0 ? linesOf(title, { ...column, width: side - 48, size: heading ?? column.size }, 600) : 0
      return Math.max(least, ...own, label * (heading ?? column.size) * look.heading) + down
    })
    return sum(levelled(heights, even)) + gap * (parts.length - 1)
  }
  const abreast = abreastOf(parts.length, box)
  const width = (box.width - gap * (abreast - 1)) / abreast - across
  const figure = box.groups?.figure && figureSize(headingsOf(parts), box.groups.figure)
  const rows = chunks(parts, Math.max(1, abreast)).map((row) =>
    Math.max(...row.map((part) => heightOfPart(part, { ...column, width }, heading, figure) + down)),
  )
  return sum(levelled(rows, even)) + rowGap * (rows.length - 1)
}

const headingsOf = (parts: readonly Part[]): readonly (readonly Inline[])[] =>
  parts.flatMap(({ heading }) => (heading ? [heading] : []))

/** Rows that share their box evenly are all as high as the highest. */
const levelled = (heights: readonly number[], isEven = false): readonly number[] =>
  isEven ? heights.map(() => Math.max(...heights)) : heights

/** Steps over and under a line: each may be as high as half of the box, and reaches over its neighbour and those without words. */
function heightOfSteps(parts: readonly Part[], { width, groups = bare }: TextBox, column: Column): number {
  const scaled = parts.some(({ blocks }) => !hasWords(blocks)) ? groups.many?.scaled : undefined
  const [across, down] = (scaled ?? groups).padding ?? [0, 0]
  const step = width / (parts.length + (scaled ? 0 : 1))
  const heights = parts.map((part, index) => {
    if (!hasWords(part.blocks)) return 0
    const empty = parts.slice(index + 1).findIndex(({ blocks }) => hasWords(blocks))
    const own = {
      ...column,
      apart: groups.many?.apart,
      size: scaled?.size ?? column.size,
      width: step * (scaled && (empty > 1 || index === parts.length - 2) ? 3 : 2) - across, // the last but one has room beside the line
    }
    return heightOfPart(part, own, groups.heading) + down
  })
  return 2 * Math.max(0, ...heights)
}

const bare: NonNullable<TextBox['groups']> = { arrange: 'beside', gap: 0 }

/** Points as groups, where the layout takes them so: what is bold at their beginning is their heading. */
function itemsOf({ lead, groups }: ResolvedSlide, box: TextBox): readonly Part[] {
  if (!box.groups?.items || groups.length > 0) return []
  return lead
    .flatMap((block) => (block.kind === 'list' ? block.items : []))
    .map(({ blocks: [first, ...more] }) => {
      if (first?.kind !== 'paragraph') return { heading: undefined, blocks: first ? [first, ...more] : more }
      const until = first.runs.findIndex(({ strong }) => !strong)
      const at = until < 0 ? first.runs.length : until
      return { heading: first.runs.slice(0, at), blocks: [{ ...first, runs: first.runs.slice(at) }, ...more] }
    })
}

/** What the text of a slide takes, but for parts that stand elsewhere: in one column, the lead, then each group under its heading; or in the places of its layout. */
function heightOfText(resolved: ResolvedSlide, box: TextBox, classes: string, wide?: WideWord[]): number {
  const column: Column = {
    width: box.width,
    size: sizeOf(resolved, box, classes),
    between: box.between,
    picture: box.picture,
    line: box.line ?? look.line,
    wide,
  }
  const items = itemsOf(resolved, box)
  if (items.length > 0) return heightOfParts(items, box, column)
  const placed = new Set(placesOf(resolved, box).flatMap((place) => partsIn(resolved, place.of)))
  const parts = partsOf(resolved).filter((part) => !placed.has(part))
  const [first] = parts
  const isAlone = parts.length === 1 && !resolved.visuals.some(({ kind }) => kind === 'table')
  const lead = (isAlone && box.groups?.alone) || box.groups?.lead
  if (!lead || !first || first.heading) return heightOfParts(parts, box, column)
  const [across, down] = lead.padding ?? [0, 0]
  const [list, ...more] = first.blocks.filter((block) => hasWords([block]))
  const abreast = list && isList(list) && more.length === 0 ? (lead.columns ?? 1) : 1
  const uneven = list && isList(list) ? Math.ceil(list.items.length / abreast) / (list.items.length / abreast) : 1
  const { size, between = column.between } = lead
  const own = { ...column, size, between, width: (box.width - across) / abreast }
  return (heightOf(first.blocks, own) / abreast) * uneven + down + heightOfParts(parts.slice(1), box, column)
}

function heightOfParts(parts: readonly Part[], box: TextBox, column: Column): number {
  if (parts.length === 0) return 0
  if (box.groups) return heightInPlaces(parts, box, column)
  return sum(parts.map((part) => heightOfPart(part, column))) + (parts.length - 1) * look.group * column.size
}

/** A place that is too low for its text. */
interface Misfit {
  readonly needed: number
  readonly height: number
  /** Columns that have the height together. */
  readonly columns?: number | undefined
  readonly first: Text | undefined
}

/** The first of the layout's own places that is too low for the lead or a group. */
function misplaced(resolved: ResolvedSlide, box: TextBox, wide?: WideWord[]): Misfit | undefined {
  const { between, picture, line = look.line } = box
  const misfits = placesOf(resolved, box).map(({ of, width, height, heading, columns = 1, single, ...place }) => {
    const parts = partsIn(resolved, of)
    const isSingle = single !== undefined && parts.every(({ blocks: [, second] }) => second === undefined)
    const own = {
      size: place.size,
      line: place.line ?? line,
      between: place.between ?? between,
      ...(isSingle && single),
      breaks: place.breaks,
    }
    const column = { picture, wide, ...own, width: (isSingle && single.width) || width }
    if (place.figure !== undefined) noteBoldFigures(parts, { ...column, size: place.figure })
    const needed = sum(parts.map((part) => heightInColumns(part, { column, columns, heading })))
    return { needed, height, first: firstOf(parts) }
  })
  return misfits.find(({ needed, height }) => needed > height * slack)
}

/** The box as the number of points or groups, or tiles among them, make it. */
function boxFor(resolved: ResolvedSlide, box: TextBox): TextBox {
  const { few, lists, groups, places: _, untiled, ...rest } = box
  if (untiled && !resolved.visuals.some(({ kind }) => kind === 'tiles'))
    return { ...box, ...untiled, crowded: untiled.size, dense: untiled.size }
  const points = pointsAlone(resolved)
  const list = lists?.find(({ from }) => points >= from)
  if (list)
    return {
      ...rest,
      ...inTwoColumns(rest, list.columns, points),
      size: list.size,
      crowded: list.size,
      between: list.between,
    }
  if (few && hasFew(resolved, box)) return { ...box, width: few.width, columns: 1 }
  if (!groups) return box
  const { many, tiled, ...usual } = groups
  if (tiled && resolved.visuals.some(({ kind }) => kind === 'tiles')) {
    const { width = box.width, size = box.size, taken = 0, gap = usual.gap, arrange = usual.arrange, ...own } = tiled
    return {
      ...rest,
      width,
      height: box.height - taken,
      size,
      crowded: size,
      groups: { ...usual, ...own, gap, arrange },
    }
  }
  if (many && Math.max(resolved.groups.length, itemsOf(resolved, box).length) >= many.from)
    return { ...box, width: many.width, size: many.size, crowded: many.size, groups: { ...groups, ...many } }
  return box
}

/** Whether text that stands in the lower right of a chart's box covers marks of the chart. */
function coversChart(resolved: ResolvedSlide, { corner, ...box }: TextBox, chart: Box): boolean {
  if (!corner) return false
  const height = heightOfText(resolved, box, classesOf(resolved.parsed.source.front)) + corner.above
  return resolved.visuals.some(
    (visual) => visual.kind === 'chart' && !leavesCorner(visual.model, chart, { width: corner.width, height }),
  )
}

/** Text that is higher than the places that the layout gives it; nothing where the layout says none. */
export function checkTextFit(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] {
  const drawn = checkDrawn(resolved, layout)
  if (drawn) return [...drawn, ...checkTitle(resolved, layout)]
  const classes = classesOf(resolved.parsed.source.front)
  const misfit = (own: string, wide?: WideWord[]): Misfit | undefined => {
    const given = slideRoom(resolved, layout, own).text
    if (!given) return undefined
    const box = boxFor(resolved, given)
    const outside = misplaced(resolved, box, wide)
    if (outside) return outside
    const height =
      (box.height -
        heightBesides(resolved, box) -
        heightAround(resolved, box) -
        (box.under ? heightOfChartWords(resolved, slideRoom(resolved, layout, own).chart) : 0)) *
      (box.columns ?? 1)
    const needed = heightOfText(resolved, box, own, wide)
    const { columns } = box
    return needed > height * slack ? { needed, height, columns, first: firstOf(partsOf(resolved)) } : undefined
  }
  const own = slideRoom(resolved, layout, classes).text
  const wide: WideWord[] = []
  const found = misfit(classes, wide)
  // Other classes are measured only where the text does not fit.
  const waysOut = () => ({ layout: layout.name, ...roomierClasses(resolved, layout, (other) => !misfit(other)) })
  const first = firstOf(partsOf(resolved))
  const isOver = own && first && coversChart(resolved, own, slideRoom(resolved, layout, classes).chart)
  return [
    ...(own ? tooWideFigures(resolved.groups, own) : []),
    ...tooWideWords(resolved, wide),
    ...(isOver ? [textOverChart(first.place)] : []),
    ...(found?.first ? [textTooHigh({ ...found, ...waysOut(), place: found.first.place })] : []),
    ...checkTitle(resolved, layout),
  ]
}
