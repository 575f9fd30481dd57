import { unsaidUnit, withoutNamedUnits } from '../../../format/slides/row-units.ts'
import { type Inline, plainText } from '../../../model/content.ts'
import type { TableModel } from '../../../model/deck.ts'
import type { Frame, Item, Paragraph, TableCellItem, TableItem } from '../items.ts'
import type { DeckLook } from '../look.ts'
import { fittingScale, heightOf, scaled } from '../text/measure.ts'
import { type FigureColor, textRuns } from '../text/paragraphs.ts'
import { captionOf, notesOf } from './table-piece.ts'

interface AlignedStyle {
  readonly look: DeckLook
  readonly size: number
  readonly figures?: FigureColor
}

/** A row: what it is called, over the cells that stand under their columns. */
interface Row {
  readonly label: readonly Inline[]
  /** Of its figures, where its name does not say it. */
  readonly unit: string
  readonly cells: readonly (readonly Inline[])[]
}

const pad = 8

/** A table under the columns of a chart: each name of a row on a line of its own, each cell under its column. */
export function alignedTable(
  { rows, columns, unit, caption, notes }: Pick<TableModel, 'rows' | 'columns' | 'unit' | 'caption' | 'notes'>,
  frame: Frame,
  style: AlignedStyle,
): readonly Item[] {
  const { look } = style
  const named = withoutNamedUnits(rows).map(({ label, cells, unit: own }): Row => {
    const said = own === undefined ? '' : unsaidUnit(own, plainText(label))
    return { label, unit: said, cells: cells.map(({ runs }) => runs) }
  })
  const title = captionOf(caption ? textRuns(caption.runs, look) : [], '', look)
  const under = notesOf(notes, look)
  const [above, foot] = [title.length > 0 ? 40 : 0, under.length > 0 ? heightOf(under, frame.width) + 8 : 0]
  const room = { ...frame, y: frame.y + above, height: frame.height - above - foot }
  const bold = columns.slice(1).map(({ emphasis }) => emphasis)
  const alt = plainText(caption?.runs ?? rows[0]?.label ?? [])
  const items = rowItems(named, room, { ...style, alt, unit, bold })
  const end = room.y + (items[0]?.frame.height ?? 0) + 8
  const text = (name: string, paragraphs: readonly Paragraph[], y: number): readonly Item[] =>
    paragraphs.length === 0
      ? []
      : [{ kind: 'text', name, frame: { ...frame, y, height: heightOf(paragraphs, frame.width) }, paragraphs }]
  return [...text('Caption', title, frame.y), ...items, ...text('Notes', under, end)]
}

interface RowStyle extends AlignedStyle {
  readonly alt: string
  readonly unit: string
  /** Of the period that matters. */
  readonly bold: readonly boolean[]
}

function rowItems(rows: readonly Row[], frame: Frame, style: RowStyle): readonly TableItem[] {
  const { look, alt, unit, bold, figures } = style
  const count = Math.max(1, ...rows.map(({ cells }) => cells.length))
  const width = frame.width / count
  const lines = (scale: number) =>
    rows.flatMap(({ label, cells, unit: own }, index) => {
      const set = { size: style.size, line: 1.3 }
      const isNamed = plainText(label) !== ''
      const units = [own, index === 0 ? unit : ''].filter(Boolean).map((text) => ({ text: `  ${text}` }))
      const said = [...textRuns(label, look), ...units]
      const head = scaled([{ ...set, runs: said, color: look.muted }], scale)
      const values = cells.map((runs, at) =>
        scaled(
          [
            {
              ...set,
              runs: textRuns(runs, look, figures ? { figure: figures } : {}),
              align: 'center',
              bold: bold[at] === true,
            },
          ],
          scale,
        ),
      )
      const top = { color: look.rule, width: 1 }
      const inset = (above: number, under: number) => [above * scale, 8, under * scale, 8] as const
      const nothing: TableCellItem = { paragraphs: [], inset: inset(0, 0), covered: true, top }
      const under = Math.max(...values.map((each) => heightOf(each, width - 16))) + (isNamed ? pad : 2 * pad) * scale
      const shown = values.map(
        (paragraphs): TableCellItem => ({ paragraphs, inset: inset(isNamed ? 0 : pad, pad), ...(!isNamed && { top }) }),
      )
      if (!isNamed) return [{ height: under, cells: shown }]
      const name: TableCellItem = { paragraphs: head, inset: [pad * scale, 8, 0, 0], span: count, top }
      const above = heightOf(head, frame.width - 8) + pad * scale
      return [
        { height: above, cells: [name, ...Array.from({ length: count - 1 }, () => nothing)] },
        { height: under, cells: shown },
      ]
    })
  const heightIn = (scale: number): number => lines(scale).reduce((all, { height }) => all + height, 0)
  const scale = fittingScale((one) => heightIn(one) <= frame.height + 1)
  const columns = Array.from({ length: count }, () => width)
  const place = { ...frame, height: heightIn(scale) }
  return [{ kind: 'table', name: 'Table', alt, frame: place, columns, rows: lines(scale) }]
}

/** A table written in Markdown under the columns of a chart. */
export const alignedGrid = (
  {
    head,
    rows,
  }: {
    readonly head: readonly { readonly runs: readonly Inline[] }[]
    readonly rows: readonly (readonly { readonly runs: readonly Inline[] }[])[]
  },
  frame: Frame,
  style: AlignedStyle,
): readonly Item[] => {
  const filled = [head, ...rows].filter((cells) => cells.some(({ runs }) => plainText(runs) !== ''))
  const named = filled.map((cells): Row => ({ label: [], unit: '', cells: cells.map(({ runs }) => runs) }))
  const alt = (filled[0] ?? []).map(({ runs }) => plainText(runs)).join(', ')
  return rowItems(named, frame, { ...style, alt, unit: '', bold: [] })
}
