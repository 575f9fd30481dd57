/** A cell of a CSV text: where it begins and ends there, its quotes with it. */
interface CsvCell {
  readonly start: number
  readonly end: number
  readonly value: string // without its quotes and the blanks around it
}

interface CsvRecord {
  readonly line: number // 1-based, of its first cell
  readonly cells: readonly CsvCell[]
}

/** A CSV text as it stands, for edits that leave every other byte alone. */
export interface CsvText {
  readonly text: string
  readonly separator: string
  readonly lineEnd: string
  readonly header: CsvRecord
  readonly rows: readonly CsvRecord[]
}

const unquoted = (raw: string): string => {
  const text = raw.trim()
  return text.startsWith('"')
    ? text
        .slice(1, text.endsWith('"') ? -1 : undefined)
        .replaceAll('""', '"')
        .trim()
    : text
}

/** Where a cell ends that begins at an offset: at a separator or line end outside quotes. */
function endOfCell(text: string, start: number, separator: string): number {
  let at = start
  if (text[at] === '"')
    for (at++; at < text.length; at++) {
      if (text[at] !== '"') continue
      if (text[at + 1] !== '"') break
      at++
    }
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}

/** Takes a CSV text apart; `separator` is the one that the compiler reads it with. Undefined where there is no header. */
export function csvText(text: string, separator: string): CsvText | undefined {
  const records: CsvRecord[] = []
  let [at, line, cells]: [number, number, CsvCell[]] = [text.startsWith('\uFEFF') ? 1 : 0, 1, []]
  let first = line
  while (at < text.length) {
    const end = endOfCell(text, at, separator)
    const raw = text.slice(at, end)
    cells.push({ start: at, end, value: unquoted(raw) })
    line += raw.split('\n').length - 1
    if (text[end] === separator && end < text.length) {
      at = end + 1
      if (at < text.length && text[at] !== '\n' && text[at] !== '\r') continue
      cells.push({ start: at, end: at, value: '' })
    } else at = end
    at += text.startsWith('\r\n', at) ? 2 : 1
    line++
    if (cells.some(({ value }) => value !== '')) records.push({ line: first, cells })
    cells = []
    first = line
  }
  const [header, ...rows] = records.filter(({ cells: [cell] }) => !/^sep=.?$/i.test(cell?.value ?? ''))
  if (!header) return undefined
  return { text, separator, lineEnd: text.includes('\r\n') ? '\r\n' : '\n', header, rows }
}

/** New columns, which stand together before a column (by its number, from 0), and new rows at the end. */
export interface CsvAddition {
  readonly before: number
  readonly labels: readonly string[]
  /** Values by the name of their column; the others are empty. */
  readonly rows: readonly Readonly<Record<string, string>>[]
}

const quoted = (value: string, separator: string): string =>
  /["\r\n]/.test(value) || value.includes(separator) ? `"${value.replaceAll('"', '""')}"` : value

/** The text with empty columns and further rows; every byte that was there before stands as it was. */
export function withAdded(csv: CsvText, { before, labels, rows }: CsvAddition): string {
  const { text, separator, lineEnd, header } = csv
  const inserts =
    labels.length === 0
      ? []
      : [header, ...csv.rows].flatMap((record) => {
          const cell = record.cells[before]
          const words = record === header ? labels.map((label) => quoted(label, separator)) : labels.map(() => '')
          if (cell) return [{ at: cell.start, text: words.map((word) => `${word}${separator}`).join('') }]
          const last = record.cells.at(-1)
          return last && record.cells.length === before
            ? [{ at: last.end, text: words.map((word) => `${separator}${word}`).join('') }]
            : []
        })
  let [made, from] = ['', 0]
  for (const { at, text: added } of inserts) {
    made += text.slice(from, at) + added
    from = at
  }
  made += text.slice(from)
  if (rows.length === 0) return made
  const names = header.cells.map(({ value }) => value)
  const columns = [...names.slice(0, before), ...labels, ...names.slice(before)]
  const lines = rows.map((row) => columns.map((name) => quoted(row[name] ?? '', separator)).join(separator) + lineEnd)
  return made + (/[\r\n]$/.test(made) ? '' : lineEnd) + lines.join('')
}

/** Cells of rows, each row by its line, with other values by the name of their column; every other byte stands as it was. */
export function withCells(
  { text, separator, header, rows }: CsvText,
  edits: readonly { readonly line: number; readonly cells: Readonly<Record<string, string>> }[],
): string {
  const byLine = new Map(edits.map((edit) => [edit.line, edit.cells]))
  const names = header.cells.map(({ value }) => value)
  let [made, from] = ['', 0]
  for (const { line, cells } of rows) {
    const values = byLine.get(line)
    if (!values) continue
    let filled = cells.length - 1 // the last column that the row has
    for (const [index, name] of names.entries()) {
      const value = values[name]
      if (value === undefined) continue
      const [cell, last] = [cells[index], cells.at(-1)]
      const at = cell ?? { start: last?.end ?? from, end: last?.end ?? from }
      const gap = separator.repeat(Math.max(0, index - filled))
      filled = Math.max(filled, index)
      made += text.slice(from, at.start) + gap + quoted(value, separator)
      from = at.end
    }
  }
  return made + text.slice(from)
}
