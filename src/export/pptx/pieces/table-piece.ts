import { unsaidUnit, withoutNamedUnits } from '../../../format/slides/row-units.ts'
import { type Inline, plainText } from '../../../model/content.ts'
import type { Note, TableModel, TableRow } from '../../../model/deck.ts'
import type { Frame, Insets, Item, Paragraph, TableCellItem, TextRun } from '../items.ts'
import type { DeckLook } from '../look.ts'
import { heightOf, scaled, widthOf } from '../text/measure.ts'
import { type FigureColor, textRuns } from '../text/paragraphs.ts'
import { sharedWidths } from './grid-piece.ts'
import type { Piece } from './piece.ts'

interface TableStyle {
  readonly look: DeckLook
  readonly size: number
  readonly dense: boolean
  /** From so many rows without words it runs in two columns. */
  readonly folds?: number | undefined
  /** Names in the first column stand out. */
  readonly strong?: boolean
  /** The colour of figures in rows that are not highlighted. */
  readonly figures?: FigureColor
}

const foot = 20

/** Title and unit over a chart or a table. */
export function captionOf(title: readonly TextRun[], unit: string, look: DeckLook): readonly Paragraph[] {
  const words = title.map((run) => ({ ...run, bold: true }))
  const runs = [
    ...words,
    ...(unit === '' ? [] : [{ text: `${words.length === 0 ? '' : '  '}${unit}`, color: look.muted }]),
  ]
  return runs.length === 0 ? [] : [{ runs, size: 24, line: 1.25 }]
}

/** Notes in one paragraph, as many short ones share a line. */
export function notesOf(notes: readonly Pick<Note, 'runs' | 'mark'>[], look: DeckLook): readonly Paragraph[] {
  const runs = notes.flatMap(({ runs: own, mark }, index): readonly TextRun[] => [
    ...(index === 0 ? [] : [{ text: '    ' }]),
    ...(mark === undefined ? [] : [{ text: mark, raised: true }, { text: '\u00a0' }]),
    ...textRuns(own, look),
  ])
  return runs.length === 0 ? [] : [{ runs, size: foot, color: look.muted, line: 1.3 }]
}

/** Rows of cells before they have widths. */
interface Line {
  readonly cells: readonly Omit<TableCellItem, 'inset'>[]
  readonly padding: readonly [top: number, bottom: number]
  readonly indent: number
}

const tight = (rows: number, dense: boolean): number => (rows >= 14 ? 0.16 : rows >= 11 || dense ? 0.26 : 0.4)

function cellText(
  runs: readonly Inline[],
  style: TableStyle,
  rest: Omit<Partial<Paragraph>, 'runs' | 'size'> = {},
  figure?: FigureColor,
): Paragraph {
  return { runs: textRuns(runs, style.look, figure && { figure }), size: style.size, line: 1.3, ...rest }
}

/** Whether the unit of all stands in the corner of the head, as nothing else does. */
const hasCorner = ({ caption, unit, columns }: TableModel): boolean =>
  !caption &&
  unit !== '' &&
  plainText(columns[0]?.label ?? []) === '' &&
  columns.some(({ label }) => plainText(label) !== '')

function headLines(model: TableModel, style: TableStyle): readonly Line[] {
  const { columns } = model
  const { look, size } = style
  const rule = { color: look.ink, width: 2 }
  const cells = columns.map((column, index): Line['cells'][number] => {
    const align = index === 0 || column.kind === 'text' || column.kind === 'unit' ? 'left' : 'right'
    const marked = column.mark === undefined ? [] : [{ text: column.mark, raised: true, color: look.muted }]
    const isCorner = index === 0 && hasCorner(model)
    const label = cellText(
      isCorner ? [{ kind: 'text', text: model.unit }] : column.label,
      isCorner ? { ...style, size: foot } : style,
      {
        align,
        bold: !isCorner,
        line: 1.2,
        ...(column.emphasis && { color: look.brand }),
        ...(isCorner && { color: look.muted }),
      },
    )
    const sub = column.sub
      ? [cellText(column.sub, { ...style, size: foot }, { align, color: look.muted, line: 1.2 })]
      : []
    return {
      paragraphs: [{ ...label, runs: [...label.runs, ...marked] }, ...sub],
      bottom: rule,
      anchor: 'bottom',
      ...(column.emphasis && { fill: look.tint }),
    }
  })
  const head: Line = { cells, padding: [0, size * 0.4], indent: 0 }
  if (columns.every((column) => column.head === undefined))
    return columns.every(({ label }) => plainText(label) === '') ? [] : [head]
  return [spansLine(columns, style), { ...head, padding: [size * 0.3, size * 0.4] }]
}

const headKey = (head: readonly Inline[] | undefined): string => JSON.stringify(head ?? [])

/** Heads that stand over several columns each. */
function spansLine(columns: TableModel['columns'], style: TableStyle): Line {
  const { look, size } = style
  const cells = columns.map(({ head }, index): Line['cells'][number] => {
    const isCovered = index > 1 && headKey(columns[index - 1]?.head) === headKey(head)
    if (index === 0 || head === undefined || isCovered)
      return { paragraphs: [], ...(isCovered && head && { covered: true }) }
    const rest = columns.slice(index).findIndex((other) => headKey(other.head) !== headKey(head))
    const span = rest === -1 ? columns.length - index : rest
    return {
      paragraphs: [cellText(head, style, { align: 'center', bold: true, line: 1.2 })],
      bottom: { color: look.ink, width: 1 },
      ...(span > 1 && { span }),
    }
  })
  return { cells, padding: [0, size * 0.25], indent: 0 }
}

function rowLine(row: TableRow, { columns, rows }: TableModel, style: TableStyle): Line {
  const { look, size } = style
  const isHeading = row.kind === 'heading'
  const isTotal = row.kind === 'total'
  const padding = tight(rows.length, style.dense) * size
  const rule = { bottom: { color: look.rule, width: 1 }, ...(isTotal && { top: { color: look.ink, width: 2 } }) }
  const said = row.unit === undefined ? '' : unsaidUnit(row.unit, plainText(row.label))
  const unit = said === '' ? [] : [{ text: ` ${said}`, color: look.muted }]
  const isLit = row.highlight === true
  const emphatic = {
    ...(isTotal && { bold: true }),
    ...(isHeading && { bold: true, color: look.brand }),
    ...(isLit && { bold: true, color: look.ground }),
  }
  const ground = isLit ? { fill: look.brand } : {}
  const label = cellText(row.label, style, { ...emphatic, ...(style.strong && !isHeading && { bold: true }) })
  const first = {
    paragraphs: [{ ...label, runs: [...label.runs, ...unit] }],
    ...rule,
    ...ground,
    ...(isHeading && { span: columns.length }),
  }
  const rest = columns.slice(1).map((column, index): Line['cells'][number] => {
    if (isHeading) return { paragraphs: [], covered: true, ...rule }
    const { runs = [], pad = '' } = row.cells[index] ?? {}
    const isText = column.kind === 'text' || column.kind === 'unit'
    const align = isText ? ('left' as const) : ('right' as const)
    const own = cellText(runs, style, { align, ...emphatic }, isLit ? undefined : style.figures)
    const padded = pad === '' ? own : { ...own, runs: [...own.runs, { text: pad }] }
    return { paragraphs: [padded], ...rule, ...(column.emphasis && { fill: look.tint }), ...ground }
  })
  const inner = { cells: [first, ...rest], indent: row.indent === 0 ? 0 : 1.05 + (row.indent - 1) }
  return { ...inner, padding: isHeading ? [size * 0.9, padding] : [padding, padding] }
}

/** How far a cell's text stands from its borders; digits stand over digits, a closing parenthesis beside them. */
function insetOf(
  line: Line,
  column: number,
  { model, size, scale }: { model: TableModel; size: number; scale: number },
): Insets {
  const [top, bottom] = line.padding
  const em = size * scale
  if (column === 0) return [top * scale, 0.7 * em, bottom * scale, (0.35 + line.indent) * em]
  const ends = (cell: Line['cells'][number] | undefined): boolean =>
    cell?.paragraphs.some(({ runs }) => runs.at(-1)?.text.endsWith(')')) === true
  const hasNegative = model.rows.some(
    ({ cells }) =>
      cells[column - 1]?.runs.at(-1)?.kind === 'figure' && plainText(cells[column - 1]?.runs ?? []).endsWith(')'),
  )
  const hang = hasNegative && !ends(line.cells[column]) ? 0.33 : 0
  return [top * scale, (0.5 + hang) * em, bottom * scale, 0.5 * em]
}

interface Built {
  readonly columns: readonly number[]
  readonly heights: readonly number[]
}

function measured(
  model: TableModel,
  lines: readonly Line[],
  { width, size, scale }: { width: number; size: number; scale: number },
): Built {
  const insets = lines.map((line) => line.cells.map((_, column) => insetOf(line, column, { model, size, scale })))
  const natural = model.columns.map((_, column) =>
    Math.max(
      ...lines.map((line, row) => {
        const cell = line.cells[column]
        const [, right = 0, , left = 0] = insets[row]?.[column] ?? []
        return !cell || cell.span !== undefined || cell.covered
          ? 0
          : widthOf(scaled(cell.paragraphs, scale)) + left + right + 2
      }),
    ),
  )
  const columns =
    model.grid && model.grid.length > 0
      ? model.grid.map((share) => (share * width) / 100)
      : sharedWidths(natural, width)
  const heights = lines.map((line, row) =>
    Math.max(
      ...line.cells.map((cell, column) => {
        const [top = 0, right = 0, bottom = 0, left = 0] = insets[row]?.[column] ?? []
        const across = columns.slice(column, column + (cell.span ?? 1)).reduce((all, each) => all + each, 0)
        return cell.covered ? 0 : heightOf(scaled(cell.paragraphs, scale), across - left - right) + top + bottom
      }),
    ),
  )
  return { columns, heights }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

function tableItem(
  model: TableModel,
  lines: readonly Line[],
  { frame, size, scale }: { frame: Frame; size: number; scale: number },
): Item {
  const { columns, heights } = measured(model, lines, { width: frame.width, size, scale })
  const rows = lines.map((line, row) => ({
    height: heights[row] ?? 0,
    cells: line.cells.map(
      (cell, column): TableCellItem => ({
        ...cell,
        paragraphs: scaled(cell.paragraphs, scale),
        inset: insetOf(line, column, { model, size, scale }),
      }),
    ),
  }))
  const alt = [model.caption ? plainText(model.caption.runs) : '', model.unit].filter(Boolean).join(', ')
  return {
    kind: 'table',
    name: 'Table',
    alt: alt === '' ? plainText(model.rows[0]?.label ?? []) : alt,
    frame: { ...frame, height: sum(heights) },
    columns,
    rows,
  }
}

const hasWords = ({ columns }: TableModel): boolean => columns.some(({ kind }) => kind === 'text')

/** The rows of a long table in two halves that stand side by side. */
function halves(lines: readonly Line[], heads: number): readonly (readonly Line[])[] {
  const body = lines.slice(heads)
  const middle = Math.ceil(body.length / 2)
  return [
    [...lines.slice(0, heads), ...body.slice(0, middle)],
    [...lines.slice(0, heads), ...body.slice(middle)],
  ]
}

/** A table with its caption and its notes; it folds where its layout says so. */
export function tablePiece(model: TableModel, style: TableStyle, gap: number): Piece {
  const { look, size, folds } = style
  const unit = hasCorner(model) ? '' : model.unit
  const caption = captionOf(model.caption ? textRuns(model.caption.runs, look) : [], unit, look)
  const notes = notesOf(model.notes, look)
  const heads = headLines(model, style)
  const lines = [...heads, ...withoutNamedUnits(model.rows).map((row) => rowLine(row, model, style))]
  const isFolded = folds !== undefined && model.rows.length >= folds && !hasWords(model)
  const parts = isFolded ? halves(lines, heads.length) : [lines]
  const between = 80
  const widthOfPart = (width: number): number => (width - between * (parts.length - 1)) / parts.length
  const captionHeight = caption.length > 0 ? 40 : 0
  const bodyHeight = (width: number, scale: number): number =>
    Math.max(...parts.map((part) => sum(measured(model, part, { width: widthOfPart(width), size, scale }).heights)))
  return {
    gap,
    height: (width, scale) =>
      captionHeight + bodyHeight(width, scale) + (notes.length > 0 ? 10 + heightOf(notes, width) : 0),
    place: (frame, scale) => {
      const body = bodyHeight(frame.width, scale)
      const top = frame.y + captionHeight
      const width = widthOfPart(frame.width)
      const tables = parts.map((part, index) =>
        tableItem(model, part, {
          frame: { x: frame.x + index * (width + between), y: top, width, height: body },
          size,
          scale,
        }),
      )
      const text = (name: string, paragraphs: readonly Paragraph[], y: number, height: number): readonly Item[] =>
        paragraphs.length === 0 ? [] : [{ kind: 'text', name, frame: { ...frame, y, height }, paragraphs }]
      const notesHeight = heightOf(notes, frame.width)
      return [
        ...text('Caption', caption, frame.y, captionHeight),
        ...tables,
        ...text('Notes', notes, top + body + 10, notesHeight),
      ]
    },
  }
}
