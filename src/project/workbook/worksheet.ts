import { columnName, type Sheet, type SheetCell, sheetLimits } from '../../model/source-file.ts'
import { type NumberFormat, plainNumber } from './number-format.ts'
import { elements, textOfRuns, unescapeXml } from './xml.ts'

/** What cells of all sheets refer to. */
export interface SharedParts {
  readonly texts: readonly string[]
  /** The number format of each style, by its index. */
  readonly formats: readonly (NumberFormat | undefined)[]
  /** Days are counted from 1904 instead of 1900. */
  readonly from1904: boolean
}

type Worksheet = Pick<Sheet, 'rows' | 'hiddenParts' | 'farCell'>

const day = 86_400_000 // ms

/** A stored day as "2009-03-31"; the format's own order of day and month says nothing more. */
function dateText(stored: string, from1904: boolean): string {
  const serial = Number(stored)
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial // Excel counts a 29 February 1900
  return new Date(Date.UTC(1899, 11, 30) + Math.round(days * day)).toISOString().slice(0, 10)
}

function numberCell(stored: string, format: NumberFormat | undefined, isFormula: boolean): SheetCell {
  const { digits, scale } = format === undefined ? { digits: stored } : format.show(stored)
  return {
    kind: 'number',
    text: digits,
    ...(format === undefined && { general: true }),
    ...(scale && { scale }),
    ...(isFormula && { computed: true }),
  }
}

// one attribute each, not a map of all: there are hundreds of thousands of cells
const placeIn = /\sr\s*=\s*["']([A-Z]*\d+)["']/
const typeIn = /\st\s*=\s*["'](\w+)["']/
const styleIn = /\ss\s*=\s*["'](\d+)["']/
const hiddenIn = /\shidden\s*=\s*["'](?:1|true)["']/

/** What a cell holds; "" when it is only formatted. */
function cellOf(written: string, content: string, shared: SharedParts): SheetCell {
  const type = typeIn.exec(written)?.[1] ?? 'n'
  if (type === 'inlineStr') return textOfRuns(content)
  const isFormula = /<(?:\w+:)?f[\s>/]/.test(content)
  const value = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(content)?.[1] ?? ''
  if (type === 'e') return { kind: 'error', text: unescapeXml(value) || '#N/A' }
  if (value === '') return isFormula && type !== 'str' ? { kind: 'no-result', text: '' } : ''
  if (type === 's') return shared.texts[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'd') return value.slice(0, 10)
  const stored = type === 'n' ? plainNumber(value) : 'NaN'
  if (stored === 'NaN') return unescapeXml(value)
  const format = shared.formats[Number(styleIn.exec(written)?.[1] ?? 0)]
  if (format?.isDate) return dateText(stored, shared.from1904)
  return numberCell(stored, format, isFormula)
}

/** Columns that are hidden, by their numbers; whole halves of a sheet may be, so only those with cells are asked for. */
function hiddenColumns(xml: string): (column: number) => boolean {
  const ranges = elements(xml, 'col')
    .filter((each) => isSet(each.get('hidden')))
    .map((each) => [Number(each.get('min')), Number(each.get('max'))] as const)
  return (column) => ranges.some(([from, to]) => from <= column && column <= to)
}

export const isSet = (flag: string | undefined): boolean => flag === '1' || flag === 'true'

/** Number of a column by its letters: A → 1, AA → 27. */
const columnNumber = (letters: string): number =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)

const isFar = (at: { readonly row: number; readonly column: number; readonly cells: number }): boolean =>
  at.row > sheetLimits.rows || at.column > sheetLimits.columns || at.cells > sheetLimits.cells

const rowOrCell = /<(?:\w+:)?row((?:\s[^>]*)?)>|<(?:\w+:)?c((?:\s[^>]*?)?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g

/** Reads the XML of a sheet. Rows and cells may leave out where they stand: then they follow the one before. */
export function readWorksheet(xml: string, shared: SharedParts): Worksheet {
  const isHiddenColumn = hiddenColumns(xml.slice(0, Math.max(0, xml.search(/<(?:\w+:)?sheetData/))))
  const rows: SheetCell[][] = []
  const hidden = { rows: new Set<number>(), columns: new Set<number>() }
  let [row, column, cells, isHiddenRow] = [0, 0, 0, false]
  for (const [, ofRow, ofCell, content = ''] of xml.matchAll(rowOrCell)) {
    const written = ofRow ?? ofCell ?? ''
    const at = placeIn.exec(written)?.[1]
    if (ofCell === undefined) {
      row = at === undefined ? row + 1 : Number(at)
      ;[column, isHiddenRow] = [0, hiddenIn.test(written)]
      continue
    }
    const [, letters, line] = /^([A-Z]+)(\d+)$/.exec(at ?? '') ?? []
    column = letters === undefined ? column + 1 : columnNumber(letters)
    row = line === undefined ? row : Number(line)
    const cell = cellOf(written, content, shared)
    if (cell === '') continue
    cells += column - (rows[row - 1]?.length ?? 0)
    if (isFar({ row, column, cells })) return { rows: [], farCell: columnName(column) + row }
    while (rows.length < row) rows.push([])
    const found = rows[row - 1] ?? []
    while (found.length < column - 1) found.push('')
    found[column - 1] = cell
    if (isHiddenRow) hidden.rows.add(row)
    if (isHiddenColumn(column)) hidden.columns.add(column)
  }
  const hiddenParts = [
    ...[...hidden.rows].map((each) => `row ${each}`),
    ...[...hidden.columns].sort((a, b) => a - b).map((each) => `column ${columnName(each)}`),
  ]
  return { rows, hiddenParts }
}
