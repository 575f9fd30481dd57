import { alignedColumn, alignedColumns, mostColumns } from '../../../../format/slides/aligned.ts'
import { type Block, textsIn } from '../../../../model/content.ts'
import type { Diagnostic } from '../../../../model/diagnostic.ts'
import type { Place } from '../../../../model/source-file.ts'
import { missingRows, unmatchedParts } from '../../../diagnostics/chart-room.ts'
import { unsupportedPart } from '../../../diagnostics/slides.ts'
import { textTooHigh } from '../../../diagnostics/visuals.ts'
import { classesOf } from '../../../parse/slides/slide-source.ts'
import type { Layout } from '../../../parse/templates/layouts.ts'
import type { ResolvedSlide } from '../../slides/resolved-slide.ts'
import { slideRoom } from '../../slides/slide-room.ts'
import { type Column, heightOf, linesOf, look } from '../text-height.ts'

/** As the theme sets a row: its columns, what it is read for (smaller among three), the heading of one with words under it. */
const row = { line: 1.25, columns: 28, figure: 60, smaller: 40, head: 40, under: 28 }

/** What a takeaway takes of the rows: less than of other text, as these end where the chart does. */
const takeaway = 56

/** What stands beside each bar, or under each column, of a chart: as many as the chart has, and none higher than its row. Nothing for other slides. */
export function checkAligned(resolved: ResolvedSlide, layout: Layout): readonly Diagnostic[] | undefined {
  const classes = classesOf(resolved.parsed.source.front).split(' ')
  if (!classes.includes('aligned') || !Object.hasOwn(layout.variants, 'aligned')) return undefined
  const [chart] = resolved.visuals.flatMap((visual) => (visual.kind === 'chart' ? [visual] : []))
  if (!chart || !resolved.isWhole) return []
  const bars = chart.model.categories.length
  return layout.text?.under === 'charts'
    ? checkUnder(resolved, bars)
    : checkBeside(resolved, layout, { classes, bars, place: chart.place })
}

/** Groups, or the cells of a table, under the columns; undefined where they are as many, for the usual measure of their text. */
function checkUnder({ groups, visuals, parsed }: ResolvedSlide, bars: number): readonly Diagnostic[] | undefined {
  const [first] = groups
  if (first && groups.length !== bars)
    return [unmatchedParts('group', groups.length, { bars, place: first.heading.place })]
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
  const height = (chart.height - (resolved.takeaway ? takeaway : 0)) / bars
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
  return list.items.flatMap(({ blocks }) => {
    const needed = heightOfRow(blocks, { width: text.width, size, between: text.between, line: row.line }, isNarrow)
    const [head] = textsIn(blocks)
    if (needed <= height + 1) return []
    return [textTooHigh({ needed, height, layout: layout.name, roomier: [], place: head?.place ?? place })]
  })
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
  const share = alignedColumn(columns.length, isNarrow).width
  const figure = columns.length > 2 ? row.smaller : row.figure
  const heights = columns.map((runs) => {
    const size = isNarrow && runs.some(({ strong }) => strong) ? figure : row.columns
    return linesOf(runs, { width: column.width * share, size }, size === figure ? 600 : 400) * size * column.line
  })
  return Math.max(...heights)
}
