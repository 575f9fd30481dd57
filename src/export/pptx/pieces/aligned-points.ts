import { alignedColumn, alignedColumns } from '../../../format/slides/aligned.ts'
import type { Block, Inline } from '../../../model/content.ts'
import type { Frame, Item, Paragraph } from '../items.ts'
import { chartsIn, type SlideScope } from '../layouts/scope.ts'
import type { DeckLook } from '../look.ts'
import { fitted } from '../text/measure.ts'
import { type FigureColor, paragraph, type TextStyle, textOf } from '../text/paragraphs.ts'
import { chartPiece } from './chart-piece.ts'

/** What stays free between the last row and the band of a takeaway. */
const clear = 24

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

/** Columns of a row as texts of their own. */
const columnItems = (
  columns: ReturnType<typeof alignedColumns>,
  frame: Frame,
  { style, narrow, name = 'Text' }: { readonly style: TextStyle; readonly narrow: boolean; readonly name?: string },
): readonly Item[] => {
  const isNarrow = narrow && columns.length > 1
  const { width, step } = alignedColumn(columns.length, narrow)
  const align = isNarrow ? ({ align: 'right' } as const) : {}
  return columns.map((runs, index) =>
    fitted({
      kind: 'text',
      name,
      frame: { ...frame, x: frame.x + index * step * frame.width, width: width * frame.width },
      paragraphs: [
        paragraph(runs.map(plainly), { ...style, ...align, strong: style.look.ink, figure: fallsOf(style.look) }),
      ],
      anchor: 'middle',
    }),
  )
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
const readFor = (paragraphs: readonly Paragraph[], { look, has }: SlideScope): readonly Paragraph[] =>
  paragraphs.map((each) => ({
    ...each,
    runs: each.runs.map((run) => (has('narrow') && run.bold && run.color === look.ink ? { ...run, size: 60 } : run)),
  }))

/** The points of a list, each in a row as high as that of its bar; undefined where the slide says more than such a list. */
export function alignedPoints(scope: SlideScope, size: number): readonly Item[] | undefined {
  const { slide, area, look } = scope
  const [[visual, ...others], parts] = [chartsIn(scope), [slide.lead, ...slide.groups.map(({ blocks }) => blocks)]]
  const [list, ...more] = parts.flat().filter(({ kind }) => kind !== 'visual')
  if (!visual || others.length > 0 || list?.kind !== 'list' || more.length > 0 || slide.visuals.length > 1)
    return undefined
  const head = chartPiece(scope, visual).height(visual.box.width, 1) - visual.box.height // under a title of the lines that it takes there
  const box = { ...visual.box, height: Math.min(visual.box.height, area.height - head - (slide.takeaway ? clear : 0)) }
  const x = area.x + box.width + 64
  const rows = { ...area, x, y: area.y + head, width: area.x + area.width - x, height: box.height }
  const narrow = scope.has('narrow')
  const style: TextStyle = { look, size, second: 24, heading: size, line: 1.25, plain: true }
  const height = rows.height / list.items.length
  const [group] = slide.groups
  const heads = { ...rows, y: area.y, height: head }
  return [
    ...(group
      ? columnItems(alignedColumns(group.heading.runs), heads, {
          style: { ...style, bold: true },
          narrow,
          name: 'Heads',
        })
      : []),
    ...chartPiece(scope, { ...visual, box }).place({ ...area, width: box.width }, 1),
    ...list.items.flatMap(({ blocks }, index): readonly Item[] => {
      const frame = { ...rows, y: rows.y + index * height, height }
      const [block, ...below] = blocks
      const columns = block?.kind === 'paragraph' && below.length === 0 ? alignedColumns(block.runs) : []
      const rule: Item = { kind: 'shape', geometry: 'rect', frame: { ...frame, height: 1 }, fill: look.rule }
      if (columns.length > 0)
        return [rule, ...columnItems(columns, frame, { style: { ...style, size: Math.max(size, 28) }, narrow })]
      const paragraphs = headed(blocks, style) ?? readFor(textOf(blocks, inInk(style)), scope)
      return [rule, fitted({ kind: 'text', name: 'Text', frame, paragraphs, anchor: 'middle' })]
    }),
  ]
}
