import type { Diagnostic, Reading, Report } from '../../../model/diagnostic.ts'
import type { Place, SheetNumber } from '../../../model/source-file.ts'
import { invalidCsv, unsupportedComment } from '../../diagnostics/data.ts'

/** A cell's text without the spaces around it, and where that text stands. */
export interface SourceCell {
  readonly text: string
  readonly place: Place
  /** Of a workbook's number. */
  readonly number?: SheetNumber
}

/** Rows of cells, blank rows left out; the first row names the columns. */
export interface SourceGrid {
  readonly path: string
  /** Of a workbook, the sheet. */
  readonly sheet?: string
  /** Of a CSV file: what stands between cells. */
  readonly separator?: string
  readonly rows: readonly (readonly SourceCell[])[]
}

/** Spreadsheets of some countries write semicolons or tabs: the separator is the one that the header uses most. */
function separatorOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/)).replace(/"(?:[^"]|"")*"/g, '')
  const counts = [',', ';', '\t'].map((separator) => ({ separator, count: header.split(separator).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator
}

/** "sep=;", the first line that some programs write to say what stands between cells; it is no row. */
function statedSeparator(text: string): { readonly separator: string; readonly length: number } | undefined {
  const match = /^sep=([^\r\n"])[ \t]*(?:,|;)*(?=[\r\n]|$)/i.exec(text)
  return match ? { separator: match[1] ?? ',', length: match[0].length } : undefined
}

/** The trimmed text and its place, from where the raw text begins. Of a cell of several lines, the first is marked. */
function cellAt(raw: string, start: Place): SourceCell {
  const text = raw.trim()
  let { line, column } = start
  const blanks = text === '' ? 0 : raw.length - raw.trimStart().length
  for (let index = 0; index < blanks; index++) {
    if (raw[index] === '\n') [line, column] = [line + 1, 1]
    else column++
  }
  const end = text.indexOf('\n')
  const length = Math.max(1, end < 0 ? text.length : text.slice(0, end).trimEnd().length)
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

function readCell(cursor: Cursor, path: string, report: Report): SourceCell {
  const quoted = cursor.text[cursor.at] === '"'
  const start: Place = { path, line: cursor.line, column: cursor.at - cursor.lineStart + (quoted ? 2 : 1) }
  if (!quoted) return cellAt(readBare(cursor), start)
  const { raw, closed } = readQuoted(cursor)
  const column = cursor.at - cursor.lineStart + 1
  const rest = readBare(cursor)
  const place: Place = { path, line: cursor.line, column, length: rest.length }
  if (!closed) report(invalidCsv('a quoted cell has no closing quote', { ...start, column: start.column - 1 }))
  if (rest.trim() !== '') report(invalidCsv(`text "${rest.trim()}" after a closing quote`, place))
  return cellAt(raw, start)
}

/**
 * A "# comment" is no row of cells: it has as many as there are commas in a sentence. A row of as many cells as the
 * header has is one, however its first begins ("# of employees").
 */
function commentsIn(rows: readonly (readonly SourceCell[])[], source: string): readonly Diagnostic[] {
  const lines = source.split(/\r\n|\r|\n/)
  const filled = (row: readonly SourceCell[] = []): number => row.findLastIndex(({ text }) => text !== '') + 1
  const isMarked = ([first]: readonly SourceCell[]): boolean =>
    first !== undefined &&
    lines[first.place.line - 1]?.trimStart().startsWith('#') === true &&
    first.text.startsWith('#')
  const header = rows.find((row) => !isMarked(row)) ?? []
  const isRow = (row: readonly SourceCell[], at: number): boolean => {
    if (at === 0) return filled(row) === filled(rows[1])
    return row.length === header.length && (header.length === 1 || filled(row) > 1)
  }
  const comments = rows.filter((row, at) => isMarked(row) && !isRow(row, at))
  return comments.flatMap(([first]) => (first ? [unsupportedComment(first.text, first.place)] : []))
}

export const hasText = (row: readonly SourceCell[]): boolean => row.some(({ text }) => text !== '')

/** Moves over one line end, "\r\n" as one. */
function nextLine(cursor: Cursor): void {
  cursor.at += cursor.text.startsWith('\r\n', cursor.at) ? 2 : 1
  cursor.line++
  cursor.lineStart = cursor.at
}

/** Reads CSV by RFC 4180; libraries report the line of a record, but diagnostics need the column of a cell. */
export function parseCsv(path: string, source: string): Reading<SourceGrid> {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source
  const stated = statedSeparator(text)
  const cursor: Cursor = { text, separator: stated?.separator ?? separatorOf(text), at: 0, line: 1, lineStart: 0 }
  if (stated) {
    cursor.at = stated.length
    if (cursor.at < text.length) nextLine(cursor)
  }
  const diagnostics: Diagnostic[] = []
  const report: Report = (diagnostic) => diagnostics.push(diagnostic)
  const rows: SourceCell[][] = []
  let row: SourceCell[] = []
  while (cursor.at <= text.length) {
    row.push(readCell(cursor, path, report))
    if (text[cursor.at] === cursor.separator) {
      cursor.at++
      continue
    }
    rows.push(row)
    row = []
    if (cursor.at >= text.length) break
    nextLine(cursor)
  }
  const filled = rows.filter(hasText)
  const found = diagnostics.length > 0 ? diagnostics : commentsIn(filled, text)
  return { value: { path, separator: cursor.separator, rows: filled }, diagnostics: found }
}
