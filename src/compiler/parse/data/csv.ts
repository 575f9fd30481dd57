import { joinReadings, type Reading } from '../../../model/diagnostic.ts'
import { columnName, type Place, type SourceFile } from '../../../model/source-file.ts'
import { invalidCsv } from '../../diagnostics/data.ts'

/** A cell's text without the spaces around it, and where that text stands. */
export interface SourceCell {
  readonly text: string
  readonly place: Place
}

/** Rows of cells, blank rows left out; the first row names the columns. */
export interface SourceGrid {
  readonly path: string
  /** Of a workbook, the sheet. */
  readonly sheet?: string
  readonly rows: readonly (readonly SourceCell[])[]
}

/** Spreadsheets of some countries write semicolons or tabs: the separator is the one that the header uses most. */
function separatorOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/)).replace(/"(?:[^"]|"")*"/g, '')
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: header.split(separator).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator
}

/** The trimmed text and its place, from where the raw text begins. Of a cell of several lines, the first is marked. */
function cellAt(raw: string, start: Place): SourceCell {
  const text = raw.trim()
  let { line, column } = start
  for (let index = 0; text !== '' && index < raw.length - raw.trimStart().length; index++) {
    if (raw[index] === '\n') [line, column] = [line + 1, 1]
    else column++
  }
  const length = Math.max(1, text.split('\n', 1)[0]?.trimEnd().length ?? 1)
  return { text, place: { path: start.path, line, column, length } }
}

interface Cursor {
  readonly text: string
  readonly separator: string
  at: number
  line: number
  lineStart: number
}

/** Reads a quoted cell from its opening quote; `closed` is false when the file ends first. */
function readQuoted(cursor: Cursor): { readonly raw: string; readonly closed: boolean } {
  let raw = ''
  cursor.at++
  while (cursor.at < cursor.text.length) {
    const character = cursor.text[cursor.at] ?? ''
    if (character === '"') {
      if (cursor.text[cursor.at + 1] !== '"') {
        cursor.at++
        return { raw, closed: true }
      }
      cursor.at++
    }
    raw += character
    cursor.at++
    if (character === '\n') [cursor.line, cursor.lineStart] = [cursor.line + 1, cursor.at]
  }
  return { raw, closed: false }
}

function readBare(cursor: Cursor): string {
  const from = cursor.at
  while (cursor.at < cursor.text.length) {
    const character = cursor.text[cursor.at]
    if (character === cursor.separator || character === '\n' || character === '\r') break
    cursor.at++
  }
  return cursor.text.slice(from, cursor.at)
}

function readCell(cursor: Cursor, path: string): Reading<SourceCell> {
  const quoted = cursor.text[cursor.at] === '"'
  const start: Place = { path, line: cursor.line, column: cursor.at - cursor.lineStart + (quoted ? 2 : 1) }
  if (!quoted) return { value: cellAt(readBare(cursor), start), diagnostics: [] }
  const { raw, closed } = readQuoted(cursor)
  const column = cursor.at - cursor.lineStart + 1
  const rest = readBare(cursor)
  const place: Place = { path, line: cursor.line, column, length: rest.length }
  return {
    value: cellAt(raw, start),
    diagnostics: [
      ...(closed ? [] : [invalidCsv('a quoted cell has no closing quote', { ...start, column: start.column - 1 })]),
      ...(rest.trim() === '' ? [] : [invalidCsv(`text "${rest.trim()}" after a closing quote`, place)]),
    ],
  }
}

const hasText = (row: readonly SourceCell[]): boolean => row.some(({ text }) => text !== '')

/** Moves over one line end, "\r\n" as one. */
function nextLine(cursor: Cursor): void {
  cursor.at += cursor.text.startsWith('\r\n', cursor.at) ? 2 : 1
  cursor.line++
  cursor.lineStart = cursor.at
}

/** Reads CSV by RFC 4180; libraries report the line of a record, but diagnostics need the column of a cell. */
export function parseCsv(path: string, source: string): Reading<SourceGrid> {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const cursor: Cursor = { text, separator: separatorOf(text), at: 0, line: 1, lineStart: 0 }
  const rows: Reading<readonly SourceCell[]>[] = []
  let row: Reading<SourceCell>[] = []
  while (cursor.at <= text.length) {
    row.push(readCell(cursor, path))
    if (text[cursor.at] === cursor.separator) {
      cursor.at++
      continue
    }
    rows.push(joinReadings(row))
    row = []
    if (cursor.at >= text.length) break
    nextLine(cursor)
  }
  const { value, diagnostics } = joinReadings(rows)
  return { value: { path, rows: value.filter(hasText) }, diagnostics }
}

/** Each sheet of a workbook reads like a CSV file; places name the cell, e.g. "Sheet1!C7". */
function sheetGrids(file: SourceFile & { readonly kind: 'workbook' }): readonly SourceGrid[] {
  return file.sheets.map(({ name, rows }) => {
    const cells = rows.map((row, y) =>
      row.map((text, x): SourceCell => {
        const cell = `${name}!${columnName(x + 1)}${y + 1}`
        return { text: text.trim(), place: { path: file.path, line: y + 1, column: x + 1, cell } }
      }),
    )
    return { path: file.path, sheet: name, rows: cells.filter(hasText) }
  })
}

/**
 * The grids of a file: one of a CSV file, one a sheet of a workbook. A CSV file with a quote too many or too few has
 * none, since it is uncertain where its cells end.
 */
export function readGrids(file: SourceFile): Reading<readonly SourceGrid[]> {
  if (file.kind === 'text') {
    const { value: grid, diagnostics } = parseCsv(file.path, file.text)
    return { value: diagnostics.length > 0 ? [] : [grid], diagnostics }
  }
  return { value: sheetGrids(file).filter(({ rows }) => rows.length > 0), diagnostics: [] }
}
