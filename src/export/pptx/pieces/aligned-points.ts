import type { GroupLayout } from '../../../charts/layout/chart-layout.ts'
import { alignedColumn, alignedColumns } from '../../../format/slides/aligned.ts'
import type { Block, Group, Inline } from '../../../model/content.ts'
import { geometryOf } from '../charts/geometry.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import { type ChartVisual, chartsIn, type SlideScope } from '../layouts/scope.ts'
import type { DeckLook } from '../look.ts'
import { fitted } from '../text/measure.ts'
import { type FigureColor, paragraph, type TextStyle, textOf } from '../text/paragraphs.ts'
import { chartPiece } from './chart-piece.ts'

/** What stays free between the last row and the band of a takeaway. */
const clear = 24

const gap = 64 // px between chart and rows

/** A run without its italics, which only say that it is a column. */
const plainly = (run: Inline): Inline => {
  if (!('emphasis' in run)) return run
  const { emphasis: _, ...rest } = run
  return rest
}

/** Changes in columns have the colour of falls. */
const fallsOf =
  (look: DeckLook): FigureColor =>
  (run) =>
    run.isFall ? look.chart.downColor : undefined

interface RowLook {
  readonly style: TextStyle
  readonly narrow: boolean
}

/** What stands in a row by itself, in the middle of its height. */
const rowText = (name: string, frame: Frame, paragraphs: readonly Paragraph[]): Item =>
  fitted({ kind: 'text', name, frame, paragraphs, anchor: 'middle' })

/** Columns of a row as texts of their own; in narrow rows what is bold is what they are read for. */
function columnItems(
  columns: ReturnType<typeof alignedColumns>,
  frame: Frame,
  { style, narrow }: RowLook,
): readonly Item[] {
  const { width, step } = alignedColumn(columns.length, narrow)
  const align = narrow ? ({ align: 'right' } as const) : {}
  const large = columns.length > 2 ? 40 : 60
  return columns.map((runs, index) => {
    const own = paragraph(runs.map(plainly), {
      ...style,
      ...align,
      strong: style.look.ink,
      figure: fallsOf(style.look),
    })
    const sized = own.runs.map((run) => (narrow && run.bold && !style.bold ? { ...run, size: large } : run))
    const place = { ...frame, x: frame.x + index * step * frame.width, width: width * frame.width }
    return rowText(style.bold ? 'Heads' : 'Text', place, [{ ...own, runs: sized }])
  })
}

/** The heading over the rows: what is in italics over the columns, else as it is. */
function headItems({ heading }: Group, frame: Frame, { style, narrow }: RowLook): readonly Item[] {
  const bold = { ...style, bold: true }
  const columns = alignedColumns(heading.runs)
  if (columns.length > 0) return columnItems(columns, frame, { style: bold, narrow })
  return [rowText('Heads', frame, [paragraph(heading.runs, bold)])]
}

/** A row of several paragraphs begins with its heading: in italics in the colour of falls, else of rises. */
function headed([head, ...below]: readonly Block[], style: TextStyle): readonly Paragraph[] | undefined {
  if (head?.kind !== 'paragraph' || below.length === 0) return undefined
  const { look } = style
  const isFall = head.runs.some(({ emphasis }) => emphasis)
  const color = isFall ? look.chart.downColor : look.brand
  const title = paragraph(head.runs.map(plainly), { ...style, size: 40, bold: true, color, line: 1.5 })
  return [title, ...textOf(below, { ...style, size: 28, line: 1.4 })]
}

/** Words in italics have no colour here but that of falls. */
const inInk = (style: TextStyle): TextStyle => ({ ...style, strong: style.look.ink, figure: fallsOf(style.look) })

/** In narrow rows what is bold in italics is what they are read for. */
const readFor = (paragraphs: readonly Paragraph[], { style: { look }, narrow }: RowLook): readonly Paragraph[] =>
  paragraphs.map((each) => ({
    ...each,
    runs: each.runs.map((run) => (narrow && run.bold && run.color === look.ink ? { ...run, size: 60 } : run)),
  }))

/** A point in its row: in columns, with a heading, or as it is. */
function pointItems(blocks: readonly Block[], frame: Frame, { style, narrow }: RowLook): readonly Item[] {
  const [block, ...below] = blocks
  const columns = block?.kind === 'paragraph' && below.length === 0 ? alignedColumns(block.runs) : []
  if (columns.length > 0)
    return columnItems(columns, frame, { style: { ...style, size: Math.max(style.size, 28) }, narrow })
  return [rowText('Text', frame, headed(blocks, style) ?? readFor(textOf(blocks, inInk(style)), { style, narrow }))]
}

const groupsOf = ({ look }: SlideScope, { chart }: ChartVisual, box: ChartVisual['box']): GroupLayout | undefined =>
  geometryOf(chart, box, look).layout.groups

/** A rule over a row, from margin to margin; between bars of one group it leaves their heading free. */
function ruleItems(
  { area, look }: SlideScope,
  { y, index, chartX }: { readonly y: number; readonly index: number; readonly chartX: number },
  groups: GroupLayout | undefined,
): readonly Item[] {
  const isWithin = groups?.heads.some(({ from, to }) => from < index && index <= to) === true
  const [left, right] = [area.x, area.x + area.width]
  const free = chartX + (groups?.width ?? 0)
  const spans = isWithin
    ? [
        [left, chartX],
        [free, right],
      ]
    : [[left, right]]
  return spans.flatMap(([from = left, to = right]): readonly Item[] => {
    const frame = { x: from, y, width: to - from, height: 1 }
    return to > from ? [{ kind: 'shape', geometry: 'rect', frame, fill: look.rule }] : []
  })
}

/** The points of a list, each in a row as high as that of its bar; undefined where the slide says more than such a list. */
export function alignedPoints(scope: SlideScope, size: number): readonly Item[] | undefined {
  const { slide, area, look } = scope
  const [[visual, ...others], parts] = [chartsIn(scope), [slide.lead, ...slide.groups.map(({ blocks }) => blocks)]]
  const [list, ...more] = parts.flat().filter(({ kind }) => kind !== 'visual')
  if (!visual || others.length > 0 || list?.kind !== 'list' || more.length > 0 || slide.visuals.length > 1)
    return undefined
  const head = chartPiece(scope, visual).height(visual.box.width, 1) - visual.box.height // under a title of the lines that it takes there
  const box = { ...visual.box, height: Math.min(visual.box.height, area.height - head - (slide.takeaway ? clear : 0)) }
  const rest = area.width - box.width - gap
  const [chartX, rowsX] = scope.has('right') ? [area.x + rest + gap, area.x] : [area.x, area.x + box.width + gap]
  const rows = { ...area, x: rowsX, y: area.y + head, width: rest, height: box.height }
  const own: RowLook = {
    style: { look, size, second: 24, heading: size, line: 1.25, plain: true },
    narrow: scope.has('narrow'),
  }
  const height = rows.height / list.items.length
  const frames = list.items.map((_, index) => ({ ...rows, y: rows.y + index * height, height }))
  const [group] = slide.groups
  return [
    ...frames.flatMap(({ y }, index) => ruleItems(scope, { y, index, chartX }, groupsOf(scope, visual, box))),
    ...(group ? headItems(group, { ...rows, y: area.y, height: head }, own) : []),
    ...chartPiece(scope, { ...visual, box }).place({ ...area, x: chartX, width: box.width }, 1),
    ...list.items.flatMap(({ blocks }, index) => pointItems(blocks, frames[index] ?? rows, own)),
  ]
}
