import { estimatedTypesetter as typesetter } from '../../../charts/layout/letters.ts'
import { unitGap } from '../../../format/slides/row-units.ts'
import { type Inline, plainText } from '../../../model/content.ts'
import type { Box, TableColumn, TableModel, TableRow } from '../../../model/deck.ts'

/** Type of a table in pixels of a slide; paddings and line heights are those of the theme, in ems. */
export interface TableLook {
  readonly size: number
  /** Above and below the words of a row of the body. */
  readonly padding: number
  /** Of the body, 1.3 when absent. */
  readonly lineHeight?: number
  /** Labels stay in one line. */
  readonly unbroken?: boolean
}

const usualLine = 1.3
const headLineHeight = 1.2
const headPadding = 0.4
const side = 0.7
const firstSide = 0.35
const spanGap = 1.4
const indentStep = 1
const captionHeight = 40
const footSize = 20
const captionSize = 24

/** Digits are as wide as a zero in columns of figures. */
const widthOf = (text: string, size: number, weight: 400 | 600 = 400): number =>
  typesetter.width(text.replace(/\d/g, '0'), size, weight)

const wordsOf = (text: string): readonly string[] => text.split(/[ \n]+/).filter(Boolean)

const widest = (texts: readonly string[], size: number, weight: 400 | 600 = 400): number =>
  Math.max(0, ...texts.map((text) => widthOf(text, size, weight)))

/** A footnote's mark stands after its figure. */
const textOf = (runs: readonly Inline[]): string =>
  runs.map((run) => `${plainText([run])}${run.kind === 'figure' ? (run.mark ?? '') : ''}`).join('')

/** What a column needs at least, where only whole words stand in a line, and to have each cell in one line. */
interface Need {
  readonly least: number
  readonly most: number
  readonly padding: number
}

/** Figures of the row that the slide is about are larger. */
const sizeOf = ({ highlight }: TableRow, size: number): number => (highlight ? 1.2 : 1) * size

const weightOf = ({ kind, highlight }: TableRow): 400 | 600 => (kind === 'total' || highlight ? 600 : 400)

const isWrapped = ({ kind }: TableColumn): boolean => kind === 'text' || kind === 'unit' || kind === 'label'

const startsSpan = (columns: readonly TableColumn[], index: number): boolean =>
  index > 1 && JSON.stringify(columns[index]?.head) !== JSON.stringify(columns[index - 1]?.head)

/** A row's label and, behind it, its unit. */
const withUnit = ({ label, unit }: TableRow): string =>
  unit === undefined ? plainText(label) : `${plainText(label)}${unitGap(unit)}${unit}`

/** What of a label and its unit stands in one line: each word, the unit, and both together where it is short. */
function unbrokenParts({ label, unit }: TableRow): readonly string[] {
  const words = wordsOf(plainText(label))
  if (unit === undefined) return words
  const gap = unitGap(unit)
  return gap === ' ' ? [...words, unit] : [...words.slice(0, -1), `${words.at(-1) ?? ''}${gap}${unit}`]
}

function labelNeed({ rows, columns }: TableModel, { size, unbroken }: TableLook): Need {
  const head = plainText(columns[0]?.label ?? [])
  const needs = rows
    .filter(({ kind }) => kind !== 'heading')
    .map((row) => {
      const indent = row.indent * indentStep * size
      return {
        least: indent + widest(unbrokenParts(row), size, weightOf(row)),
        most: indent + widthOf(withUnit(row), size, weightOf(row)),
      }
    })
  const most = Math.max(widthOf(head, size, 600), ...needs.map((need) => need.most))
  return {
    least: unbroken ? most : Math.max(widest(wordsOf(head), size, 600), ...needs.map(({ least }) => least)),
    most,
    padding: (firstSide + side) * size,
  }
}

function columnNeed({ rows, columns }: TableModel, index: number, { size }: TableLook): Need {
  const column = columns[index]
  const padding = (2 * side + (startsSpan(columns, index) ? spanGap : 0)) * size
  if (!column) return { least: 0, most: 0, padding }
  const cells = rows.map((row) => ({ text: cellText(row, index), weight: weightOf(row), size: sizeOf(row, size) }))
  const [label, sub] = [widthOf(plainText(column.label), size, 600), plainText(column.sub ?? [])]
  const heading = Math.max(label, widthOf(sub, footSize))
  const most = Math.max(heading, ...cells.map((cell) => widthOf(cell.text, cell.size, cell.weight)))
  if (!isWrapped(column)) {
    const figures = cells.map((cell) => widthOf(cell.text, cell.size, cell.weight))
    return { least: Math.max(label, widest(partsOfSub(sub), footSize), ...figures), most, padding }
  }
  const words = cells.map(({ text, weight }) => widest(wordsOf(text), size, weight))
  return { least: Math.max(widest(wordsOf(plainText(column.label)), size, 600), ...words), most, padding }
}

function cellText({ cells }: TableRow, column: number): string {
  const { runs = [], pad = '' } = cells[column - 1] ?? {}
  return textOf(runs) + pad
}

/** The widths of the columns as a browser gives them: each its least, and what is left by how much each could use. */
function shareOut(needs: readonly Need[], width: number): readonly number[] {
  const room = width - needs.reduce((all, { least, padding }) => all + least + padding, 0)
  const wish = needs.reduce((all, { least, most }) => all + most - least, 0)
  return needs.map(({ least, most }) =>
    wish <= room ? most + (room - wish) / needs.length : least + ((most - least) * Math.max(0, room)) / wish,
  )
}

const linesIn = (text: string, width: number, size: number, weight: 400 | 600 = 400): number =>
  typesetter.wrap(text, { width: width * 1.005, size, weight })?.length ?? wordsOf(text).length

function rowHeight(row: TableRow, { columns }: TableModel, widths: readonly number[], look: TableLook): number {
  const { size, padding, lineHeight = usualLine } = look
  const label = withUnit(row)
  const indent = row.indent * indentStep * size
  const weight = weightOf(row)
  const lines = columns.map((column, index) => {
    const width = widths[index] ?? 0
    if (index === 0) return look.unbroken ? 1 : linesIn(label, width - indent, size, weight)
    return isWrapped(column) ? linesIn(cellText(row, index), width, size, weight) : 1
  })
  const most = row.kind === 'heading' ? 1 : Math.max(1, ...lines)
  return most * lineHeight * size + 2 * padding * size + 1
}

interface Span {
  readonly text: string
  readonly at: readonly number[] // columns
}

/** The heads that stand over several columns, with the columns under each. */
function spansOf(columns: readonly TableColumn[]): readonly Span[] {
  const spans: { readonly text: string; readonly at: number[] }[] = []
  for (const [index, { head }] of columns.entries()) {
    if (head === undefined) continue
    const last = spans.at(-1)
    if (last && !startsSpan(columns, index) && index > 1) last.at.push(index)
    else spans.push({ text: plainText(head), at: [index] })
  }
  return spans
}

/** What stands under a heading may break where it has a blank, and behind a dash. */
const partsOfSub = (text: string): readonly string[] => text.split(/ |(?<=–)/)

const subLines = (text: string, width: number): number =>
  partsOfSub(text).length > 1 && widthOf(text, footSize) > width * 1.02 ? 2 : 1

function headHeight({ columns }: TableModel, widths: readonly number[], { size }: TableLook): number {
  const heads = columns.map(({ label, sub, kind }, index) => {
    const lines = kind === 'text' ? linesIn(plainText(label), widths[index] ?? 0, size, 600) : 1
    return (
      lines * headLineHeight * size +
      (sub === undefined ? 0 : subLines(plainText(sub), widths[index] ?? 0) * headLineHeight * footSize)
    )
  })
  const spanLines = spansOf(columns).map(({ text, at }) =>
    linesIn(
      text,
      at.reduce((all, index) => all + (widths[index] ?? 0) + side * size, 0),
      size,
      600,
    ),
  )
  const spans = spanLines.length > 0 ? (Math.max(...spanLines) * headLineHeight + 0.55) * size : 0
  return Math.max(0, ...heads) + headPadding * size + 2 + spans
}

/** Notes run on in one paragraph. */
function notesHeight({ notes }: TableModel, width: number): number {
  const text = notes.map(({ mark = '', runs }) => `${mark} ${plainText(runs)}`).join('    ')
  return notes.length === 0 ? 0 : 10 + linesIn(text, width, footSize) * usualLine * footSize
}

/** What each column needs. */
export const needsOf = (table: TableModel, look: TableLook): readonly Need[] =>
  spansOf(table.columns).reduce<readonly Need[]>(
    (needs, span) => underSpan(needs, span, look),
    table.columns.map((_, index) => (index === 0 ? labelNeed(table, look) : columnNeed(table, index, look))),
  )

/** A head over several columns that is wider than they are widens each by its part, as far as there is room. */
function underSpan(needs: readonly Need[], { text, at }: Span, { size }: TableLook): readonly Need[] {
  const own = needs.filter((_, index) => at.includes(index))
  const sum = (key: keyof Need): number => own.reduce((all, need) => all + need[key] + need.padding, 0)
  const wide = (words: readonly string[]): number => widest(words, size, 600) + 2 * side * size
  const [least, most] = [Math.max(0, wide(wordsOf(text)) - sum('least')), Math.max(0, wide([text]) - sum('most'))]
  const whole = own.reduce((all, need) => all + need.most, 0)
  return needs.map((need, index) => {
    const part = at.includes(index) ? need.most / whole : 0
    return { ...need, least: need.least + least * part, most: need.most + Math.max(least, most) * part }
  })
}

const gridLook: TableLook = { size: 24, padding: 0.4 }
const gridWidth = 1136

/**
 * Tables of one slide, put on the grid of the widest: columns of one heading stand below each other, other ones by their
 * order. Tables of words are only put on one grid where they have the same columns.
 */
export function shareGrid(tables: readonly TableModel[]): readonly TableModel[] {
  const widest = tables.reduce<TableModel | undefined>(
    (most, table) => (most && most.columns.length >= table.columns.length ? most : table),
    undefined,
  )
  const places = tables.map((table) => widest && placesIn(widest, table))
  if (!widest || tables.length < 2 || places.includes(undefined)) return tables
  const all = tables.map((table) => needsOf(table, gridLook))
  const needs = widest.columns.map((_, column) => {
    const own = all.flatMap((each, at) => each[places[at]?.indexOf(column) ?? -1] ?? [])
    const largest = (key: keyof Need): number => Math.max(...own.map((need) => need[key]))
    return { least: largest('least'), most: largest('most'), padding: largest('padding') }
  })
  const widths = shareOut(needs, gridWidth).map((width, index) => width + (needs[index]?.padding ?? 0))
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return tables.map((table, at) => ({ ...table, grid: gridOf(places[at] ?? [], widths, whole) }))
}

/** Widths in per cent of columns at their places: a column takes what is left free before it, and what is left at the end stays free. */
function gridOf(places: readonly number[], widths: readonly number[], whole: number): readonly number[] {
  const upTo = (place: number): number => widths.slice(0, place + 1).reduce((sum, width) => sum + width, 0)
  const ends = [...places, ...((places.at(-1) ?? 0) < widths.length - 1 ? [widths.length - 1] : [])].map(upTo)
  return ends.map((end, index) => Math.round(((end - (ends[index - 1] ?? 0)) / whole) * 1000) / 10)
}

const headingsOf = ({ columns }: TableModel): readonly string[] =>
  columns.map(({ kind, head = [], label }, index) =>
    index === 0 ? kind : [kind, plainText(head), plainText(label)].join('|'),
  )

/** For each column of a table its place among those of the widest; undefined where they are too unlike. */
function placesIn(widest: TableModel, table: TableModel): readonly number[] | undefined {
  const inOrder = table.columns.map((_, index) => index)
  if (shapeOf(table) === shapeOf(widest)) return inOrder
  if ([...widest.columns, ...table.columns].some(({ kind }) => kind === 'text')) return undefined
  const headings = headingsOf(widest)
  const named = headingsOf(table).reduce<number[]>((places, heading) => {
    const next = headings.indexOf(heading, (places.at(-1) ?? -1) + 1)
    return next < 0 ? places : places.concat(next)
  }, [])
  if (named.length === table.columns.length) return named
  const isPrefix = table.columns.every(({ kind }, index) => kind === widest.columns[index]?.kind)
  return isPrefix ? inOrder : undefined
}

const shapeOf = ({ columns }: TableModel): string =>
  columns.map(({ kind }, index) => `${kind} ${startsSpan(columns, index)}`).join()

/** What a table needs: at least so wide, and in a box of that width so high. Measured by the widths of the font's letters. */
export function sizeOfTable(table: TableModel, width: number, look: TableLook): Box {
  const needs = needsOf(table, look)
  const least = needs.reduce((all, need) => all + need.least + need.padding, 0)
  const title = table.caption ? widthOf(plainText(table.caption.runs), captionSize, 600) + 12 : 0
  const captioned = title + widthOf(table.unit, captionSize)
  const widths = shareOut(needs, width)
  const rows = table.rows.reduce((all, row) => all + rowHeight(row, table, widths, look), 0)
  const caption = table.caption ? captionHeight : 0 // a unit by itself stands in the corner of the head
  return {
    width: Math.max(least, captioned),
    height: caption + headHeight(table, widths, look) + rows + notesHeight(table, width),
  }
}
