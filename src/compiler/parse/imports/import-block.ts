import { lastMonthOf } from '../../../format/fiscal.ts'
import { suggest } from '../../../format/suggest.ts'
import { type Diagnostic, joinReadings, type Reading } from '../../../model/diagnostic.ts'
import type { Figure } from '../../../model/figure.ts'
import type { Period } from '../../../model/period.ts'
import { negate } from '../../../model/rational.ts'
import type { Place, SourceFile } from '../../../model/source-file.ts'
import { invalidPeriod } from '../../diagnostics/data.ts'
import {
  ambiguousHead,
  ambiguousLabel,
  missingHead,
  missingLabel,
  missingNumbers,
  unknownHead,
  unknownSheet,
} from '../../diagnostics/imports.ts'
import { settlesPoint } from '../data/digits.ts'
import { parseFigure, type RowContext, writingOf } from '../data/figure-cell.ts'
import type { FigureContext } from '../data/figure-context.ts'
import { type ImportCell, type ImportGrid, importGrids } from './import-grid.ts'
import { type ImportColumn, type MonthNames, readHeads } from './import-heads.ts'
import { type ImportBlock, type ImportBook, type ImportLine, plainLabel } from './import-settings.ts'

/** What a file of the finance team gives by data/import.yaml. Places of figures are its cells. */
export interface ImportedFigures {
  readonly figures: readonly Figure[]
  /** Columns and rows with numbers that the mapping does not name, by their head or label and cell. */
  readonly leftOut: readonly { readonly text: string; readonly place: Place }[]
}

export type ImportReading = Reading<ImportedFigures>

interface Labelled {
  readonly line: number
  readonly label: string
  readonly cell: ImportCell
  readonly cells: readonly ImportCell[]
}

/** What a file is read with; `until` is the last month of the reporting period, after which nothing is actual yet. */
export interface FileContext extends FigureContext {
  readonly months: MonthNames
  readonly until: number
}

type BlockContext = FileContext & { readonly decimal?: ',' | '.' | undefined }

interface OpenBlock {
  readonly grid: ImportGrid
  readonly block: ImportBlock
  readonly context: BlockContext
}

const columnIndex = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** The rows below the heads that have a label, in order. */
function labelledRows({ rows }: ImportGrid, block: ImportBlock): readonly Labelled[] {
  const columns = block.labels.map(columnIndex)
  const first = block.rows?.first ?? Math.max(...block.heads) + 1
  const last = block.rows?.last ?? Number.POSITIVE_INFINITY
  return [...rows].flatMap(([line, cells]): readonly Labelled[] => {
    if (line < first || line > last) return []
    const cell = columns.map((index) => cells[index]).find((one) => one !== undefined && one.text !== '')
    return cell ? [{ line, label: plainLabel(cell.text), cell, cells }] : []
  })
}

const holds = (cell: ImportCell | undefined): boolean =>
  cell !== undefined && (cell.text !== '' || cell.problem !== undefined)

interface Sections {
  readonly columns: readonly ImportColumn[]
  /** Labels that the mapping writes before others: where one of them stands, another section begins. */
  readonly headings: ReadonlySet<string>
}

/** Whether the headings of a line stand over a row, the nearest first, with no other heading between. */
function isUnder(
  at: number,
  path: readonly string[],
  rows: readonly Labelled[],
  { columns, headings }: Sections,
): boolean {
  const endsSection = ({ label, cells }: Labelled): boolean =>
    headings.has(label) || !columns.some(({ index }) => holds(cells[index]))
  let index = at - 1
  for (const heading of path.toReversed()) {
    let row = rows[index]
    while (row && row.label !== heading) {
      if (endsSection(row)) return false
      index--
      row = rows[index]
    }
    if (!row) return false
    index--
  }
  return true
}

/** The row of a line; a diagnostic where there is none, or more than one. */
function rowOf(
  line: ImportLine,
  rows: readonly Labelled[],
  { fallback, ...sections }: Sections & { readonly fallback: Place },
): Reading<Labelled | undefined> {
  const path = line.path.map(plainLabel)
  const [label = '', headings] = [path.at(-1), path.slice(0, -1)]
  const named = rows.filter((row, at) => row.label === label && isUnder(at, headings, rows, sections))
  const filled = named.filter(({ cells }) => sections.columns.some(({ index }) => holds(cells[index])))
  const [first, second] = filled
  const written = line.path.join(' > ')
  if (second) {
    const places = filled.map(({ cell }) => cell.place)
    return { value: undefined, diagnostics: [ambiguousLabel(written, places, second.cell.place)] }
  }
  if (first || line.isOptional) return { value: first, diagnostics: [] }
  const [empty] = named
  if (empty) return { value: undefined, diagnostics: [missingNumbers(written, empty.cell.place)] }
  const near = suggest(
    label,
    rows.map((row) => row.label),
  )
  const nearest = rows.find((row) => row.label === near)
  return {
    value: undefined,
    diagnostics: [missingLabel(written, nearest?.cell.text, nearest?.cell.place ?? fallback)],
  }
}

/** The period that a column has for a line: a balance stands at a date, everything else in the time that ends on it. */
function periodOf({ period, day, head, place }: ImportColumn, { metric }: ImportLine): Reading<Period | undefined> {
  if (metric.kind === 'stock' && day) return { value: day, diagnostics: [] }
  if (period) return { value: period, diagnostics: [] }
  return { value: undefined, diagnostics: [ambiguousHead(head, place)] }
}

const withSign = (figure: Figure, sign: 1 | -1): Figure =>
  sign === 1
    ? figure
    : { ...figure, value: figure.value && negate(figure.value), low: negate(figure.high), high: negate(figure.low) }

/** How many decimals a number without a format shows. */
const placesOf = (cell: ImportCell | undefined): number =>
  cell?.number?.general ? (/^[^.eE]*\.(\d+)$/.exec(cell.text)?.[1]?.length ?? 0) : 0

/** Without a format a cell shows no zeros at its end: it is known as far as the finest number of its row, 17 beside 12.3 as 17.0. */
function withZeros(cell: ImportCell, places: number): ImportCell {
  const missing = places - placesOf(cell)
  if (!cell.number?.general || missing <= 0 || !/^-?\d+(?:\.\d+)?$/.test(cell.text)) return cell
  const text = `${cell.text}${cell.text.includes('.') ? '' : '.'}${'0'.repeat(missing)}`
  return { ...cell, text, number: { ...cell.number, text } }
}

function figuresOf(
  line: ImportLine,
  row: Labelled,
  columns: readonly ImportColumn[],
  open: OpenBlock,
): Reading<readonly Figure[]> {
  const { context, block } = open
  const attributes = {
    ...{ metric: line.metric, unit: line.unit, scenario: block.scenario, measure: 'value' as const },
    ...{ status: undefined, sources: [], at: '', note: '' },
  }
  const inRow: RowContext = {
    calendar: context.calendar,
    attributes,
    writing: writingOf(attributes, { ...context, notation: notationOf(open, columns) }),
    hasNumbers: columns.some(({ index }) => row.cells[index]?.number !== undefined),
  }
  const places = Math.max(0, ...columns.map(({ index }) => placesOf(row.cells[index])))
  return joinReadings(
    columns.map((column): Reading<Figure | undefined> => {
      const cell = row.cells[column.index]
      if (!cell || !holds(cell)) return { value: undefined, diagnostics: [] }
      if (cell.problem) return { value: undefined, diagnostics: [cell.problem] }
      const period = periodOf(column, line)
      if (!period.value) return { value: undefined, diagnostics: period.diagnostics }
      if (block.scenario === 'actual' && lastMonthOf(period.value) > context.until)
        return { value: undefined, diagnostics: [notYet(period.value, line, cell.place)] }
      const { value, diagnostics } = parseFigure(withZeros(cell, places), period.value, inRow)
      return { value: value && withSign(value, line.sign), diagnostics }
    }),
  )
}

const notYet = ({ label }: Period, { metric }: ImportLine, place: Place): Diagnostic =>
  invalidPeriod(label, {
    ...{ place, metric: metric.id },
    hint: 'it ends after the reporting period, so its numbers are not actual: name their "scenario", or leave the column out under "skip".',
  })

/** What stands before decimals in cells of text: only between commas is it certain without a setting. */
function notationOf({ grid, context }: OpenBlock, columns: readonly ImportColumn[]): 'comma' | 'point' | 'unsettled' {
  const decimal = context.decimal ?? context.files.decimal
  if (decimal !== undefined) return decimal === ',' ? 'comma' : 'point'
  if (grid.separator === undefined || grid.separator === ',') return 'point'
  const cells = [...grid.rows.values()].flatMap((row) => columns.map(({ index }) => row[index]?.text ?? ''))
  return settlesPoint(cells) ? 'point' : 'unsettled'
}

/** The last row before the heads of the next block on the sheet. */
const boundedBy = (block: ImportBlock, blocks: readonly ImportBlock[]): ImportBlock => {
  const own = Math.max(...block.heads)
  const next = Math.min(
    ...blocks.filter(({ sheet }) => sheet === block.sheet).flatMap(({ heads }) => heads.filter((line) => line > own)),
  )
  return block.rows || next === Number.POSITIVE_INFINITY
    ? block
    : { ...block, rows: { first: own + 1, last: next - 1 } }
}

function readBlock(open: OpenBlock, path: string): ImportReading {
  const { grid, block, context } = open
  const labels = block.labels.map(columnIndex)
  const heads = readHeads(grid, { block, labels, context })
  const rows = labelledRows(grid, block)
  const line = Math.max(...block.heads)
  const corner = { path, line, column: 1, cell: `${grid.name === '' ? '' : `${grid.name}!`}${block.labels[0]}${line}` }
  const none = heads.columns.length === 0 && heads.diagnostics.length === 0 ? [unknownHead('', corner)] : []
  if (none.length > 0) return { value: { figures: [], leftOut: [] }, diagnostics: none }
  const known = new Set(heads.columns.map(({ index }) => index))
  const headings = new Set(block.lines.flatMap(({ path: names }) => names.slice(0, -1).map(plainLabel)))
  const sections = { columns: heads.columns, headings, fallback: corner }
  const found = block.lines.map((one) => ({ one, row: rowOf(one, rows, sections) }))
  const used = new Set(found.flatMap(({ row }) => row.value ?? []))
  const figures = joinReadings(
    found.map(({ one, row }) =>
      row.value ? figuresOf(one, row.value, heads.columns, open) : { value: undefined, diagnostics: [] },
    ),
  )
  const first = Math.max(...labels) + 1
  const headless = [...used].flatMap(({ cells }) =>
    cells.filter(
      (cell, index) => index >= first && !known.has(index) && !heads.others.has(index) && cell.number !== undefined,
    ),
  )
  const unread = rows.filter((row) => !used.has(row) && heads.columns.some(({ index }) => row.cells[index]?.number))
  return {
    value: {
      figures: figures.value.flat(),
      leftOut: [
        ...heads.leftOut.map(({ head, place }) => ({ text: head, place })),
        ...unread.map(({ cell }) => ({ text: cell.text, place: cell.place })),
      ],
    },
    diagnostics: [
      ...heads.diagnostics,
      ...found.flatMap(({ row }) => row.diagnostics),
      ...figures.diagnostics,
      ...headless.slice(0, 1).map(({ place }) => missingHead(place)),
    ],
  }
}

/**
 * Reads a workbook or CSV file by its entry of data/import.yaml: a figure for each cell of a line's row in a period's column.
 * Anything that the entry and the file do not agree on is a diagnostic at a cell, never a guess.
 */
export function readImport(file: SourceFile, book: ImportBook, context: FileContext): ImportReading {
  if (book.blocks.length === 0) return { value: { figures: [], leftOut: [] }, diagnostics: [] } // of a filing
  const { grids, diagnostics } = importGrids(file)
  const readings = book.blocks.map((block): ImportReading => {
    const grid =
      block.sheet === undefined && grids.length === 1 ? grids[0] : grids.find(({ name }) => name === block.sheet)
    if (!grid) {
      const place = { path: file.path, line: 1, column: 1 }
      const unknown: readonly Diagnostic[] = [
        unknownSheet(
          block.sheet ?? '',
          grids.map(({ name }) => name),
          place,
        ),
      ]
      return { value: { figures: [], leftOut: [] }, diagnostics: unknown }
    }
    return readBlock(
      { grid, block: boundedBy(block, book.blocks), context: { ...context, decimal: book.decimal } },
      file.path,
    )
  })
  const joined = joinReadings(readings)
  return {
    value: {
      figures: joined.value.flatMap(({ figures }) => figures),
      leftOut: joined.value.flatMap(({ leftOut }) => leftOut),
    },
    diagnostics: [...diagnostics, ...joined.diagnostics],
  }
}
