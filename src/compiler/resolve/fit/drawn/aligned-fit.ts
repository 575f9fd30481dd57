import { estimatedTypesetter, tabular } from '../../../../charts/layout/letters.ts'
import { alignedColumn, alignedColumns, mostColumns } from '../../../../format/slides/aligned.ts'
import { isLongFigure } from '../../../../format/slides/digits.ts'
import { type Block, type Inline, plainText, textsIn } from '../../../../model/content.ts'
import type { Diagnostic } from '../../../../model/diagnostic.ts'
import type { Place } from '../../../../model/source-file.ts'
import { columnTooWide, missingRows, unmatchedParts } from '../../../diagnostics/chart-room.ts'
import { unsupportedPart } from '../../../diagnostics/slides.ts'
import { textTooHigh } from '../../../diagnostics/visuals.ts'
import { classesOf } from '../../../parse/slides/slide-source.ts'
import { amountsOf } from '../../../parse/templates/layout-contract.ts'
import type { Layout } from '../../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../../slides/resolved-slide.ts'
import { slideRoom } from '../../slides/slide-room.ts'
import { checkAlignedChart } from '../aligned-chart.ts'
import { type Column, heightOf, linesOf, look, noteWide, type WideWord } from '../text-height.ts'
import { tooWideWords } from '../wide-words.ts'

/** As the theme sets a row: its columns, what it is read for (smaller among three), the heading of one with words under it. */
const row = { line: 1.25, columns: 28, figure: 60, smaller: 40, head: 40, under: 28 }

/** What stands beside each bar, or under each column, of a chart: as many as the chart has, and none higher than its row. Nothing for other slides. */
export function checkAligned(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] | undefined {
  const classes = classesOf(resolved.parsed.source.front).split(' ')
  if (!classes.includes('aligned') || !Object.hasOwn(layout.variants, 'aligned')) return undefined
  const [chart] = resolved.visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual] : []))
  if (!chart || !resolved.isWhole) return []
  const unfit = checkAlignedChart(resolved, layout, chart)
  if (unfit.length > 0) return unfit
  const bars = chart.model.categories.length
  return layout.text?.under === 'charts'
    ? checkUnder(resolved, layout, bars)
    : checkBeside(resolved, layout, { classes, bars, place: chart.place })
}

/** Groups, or the cells of a table, under the columns; undefined where they are as many, for the usual measure of their text. */
function checkUnder(
  { groups, visuals, parsed }: ResolvedSlide,
  { needs }: Layout,
  bars: number,
): readonly Diagnostic[] | undefined {
  const most = needs?.groups === undefined ? undefined : amountsOf(needs.groups).most
  const [first] = groups
  if (first && groups.length !== bars)
    return [unmatchedParts('group', groups.length, { bars, most, place: first.heading.place })]
  const table = visuals.find(({ kind }) => kind === 'table')
  const block = parsed.source.blocks.find(({ kind }) => kind === 'table')
  const cells = table?.kind === 'table' ? (table.table.rows[0]?.cells.length ?? bars) : bars
  return block && cells !== bars ? [unmatchedParts('cell', cells, { bars, place: block.place })] : undefined
}

interface Beside {
  readonly classes: readonly string[]
  readonly bars: number
  readonly place: Place
}

function checkBeside(resolved: ResolvedSlide, layout: Layout, { classes, bars, place }: Beside): readonly Diagnostic[] {
  const { lead, groups } = resolved
  const [list, ...more] = [...lead, ...groups.flatMap(({ blocks }) => blocks)].filter(({ kind }) => kind !== 'visual')
  if (list?.kind !== 'list' || more.length > 0 || groups.length > 1) return [missingRows(layout.name, place)]
  const { length } = list.items
  const [first] = textsIn([list])
  if (length !== bars) return [unmatchedParts('point', length, { bars, place: first?.place ?? place })]
  // The width beside the chart is that of the class before, in whichever order they are written.
  const others = classes.filter((name) => name !== 'aligned' && name !== 'large')
  const { chart, text } = slideRoom(resolved, layout, [...others, 'aligned'].join(' '))
  if (!text) return []
  const height = chart.height / bars
  const isNarrow = classes.includes('narrow')
  const size = isNarrow || classes.includes('wide') ? 30 : classes.includes('large') ? 36 : text.size
  const crowded = list.items.find(({ blocks }) => columnsIn(blocks) > mostColumns(isNarrow))
  if (crowded) {
    const [head] = textsIn(crowded.blocks)
    const allowed = `at most ${mostColumns(isNarrow)} there`
    return [
      unsupportedPart(`${columnsIn(crowded.blocks)} columns in italics`, layout.name, allowed, head?.place ?? place),
    ]
  }
  const wide: WideWord[] = []
  const rows = list.items.flatMap(({ blocks }) => {
    const column = { width: text.width, size, between: text.between, line: row.line, wide }
    const needed = heightOfRow(blocks, column, isNarrow)
    const [head] = textsIn(blocks)
    if (needed <= height + 1) return []
    return [textTooHigh({ needed, height, layout: layout.name, roomier: [], place: head?.place ?? place })]
  })
  const figures = list.items.flatMap(({ blocks }) => tooWideColumns(blocks, { width: text.width, size, isNarrow }))
  return [...figures, ...tooWideWords(resolved, wide), ...rows]
}

/** The first figure that is wider than its column beside a bar, where the next one stands, or the margin. */
function tooWideColumns(
  [first]: readonly Block[],
  { isNarrow, ...row }: { readonly width: number; readonly size: number; readonly isNarrow: boolean },
): readonly Diagnostic[] {
  if (first?.kind !== 'paragraph') return []
  const columns = alignedColumns(first.runs)
  const found = columns.flatMap((runs, index) => {
    const { width, size, weight } = columnLook(runs, { ...row, count: columns.length, isNarrow })
    const room = index === 0 && isNarrow ? width : width - apart
    const widthOf = (run: Inline): number => estimatedTypesetter.width(tabular(plainText([run]), weight), size, weight)
    const wide = runs.find((run) => run.kind === 'figure' && !isLongFigure(run.text) && widthOf(run) > room * 1.01)
    return wide ? [columnTooWide(plainText([wide]), room, first.place)] : []
  })
  return found.slice(0, 1)
}

/** What stands between columns, at least. */
const apart = 12

/** How a column of a row is set: what is bold among narrow ones is what the rows are read for; one by itself has the width of the row. */
function columnLook(
  runs: readonly Inline[],
  { width, count, isNarrow }: { readonly width: number; readonly count: number; readonly isNarrow: boolean },
) {
  const isRead = isNarrow && runs.some(({ strong }) => strong)
  return {
    width: count === 1 ? width : width * alignedColumn(count, isNarrow).width,
    size: isRead ? (count > 2 ? row.smaller : row.figure) : row.columns,
    weight: isRead ? 600 : 400,
  } as const
}

const columnsIn = ([first]: readonly Block[]): number =>
  first?.kind === 'paragraph' ? alignedColumns(first.runs).length : 0

function heightOfRow(blocks: readonly Block[], column: Column, isNarrow: boolean): number {
  const [first, ...more] = blocks
  if (first?.kind !== 'paragraph') return heightOf(blocks, column)
  if (more.length > 0) {
    const isHead = first.runs.every(({ strong, emphasis }) => strong || emphasis)
    const head = isHead ? linesOf(first.runs, { ...column, size: row.head }, 600) * row.head * 1.5 : 0
    const words = { ...column, size: row.under, line: 1.4 }
    return isHead ? head + look.block * row.under + heightOf(more, words) : heightOf(blocks, words)
  }
  const columns = alignedColumns(first.runs)
  if (columns.length === 0) return heightOf(blocks, column)
  const heights = columns.map((runs) => {
    const { width, size, weight } = columnLook(runs, { width: column.width, count: columns.length, isNarrow })
    const words = runs.filter(({ kind }) => kind !== 'figure')
    noteWide(plainText(words), { width, size, wide: column.wide }, weight)
    return linesOf(runs, { width, size }, weight) * size * column.line
  })
  return Math.max(...heights)
}
