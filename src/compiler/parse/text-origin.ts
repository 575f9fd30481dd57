import type { Place } from '../../model/source-file.ts'

/** Where a text begins in its file. */
export interface Origin {
  readonly path: string
  readonly line: number // 1-based
  readonly column: number // 1-based, of the first character
  /** Where a column was written, in a text that was put in order before it was parsed. */
  readonly columnOf?: (line: number, column: number) => number
}

/** The place of a line (1-based) and column (0-based) of a text in the file that holds it. */
export function placeAt(origin: Origin, line: number, read: number, length?: number): Place {
  const { path } = origin
  const written = origin.columnOf?.(line, read) ?? read
  const column = line === 1 ? origin.column + written : written + 1
  return length === undefined
    ? { path, line: origin.line + line - 1, column }
    : { path, line: origin.line + line - 1, column, length }
}

/** The place of a character of a text in the file that holds it. */
export function placeOfOffset(text: string, offset: number, origin: Origin): Place {
  const before = text.slice(0, offset)
  const line = before.split('\n').length
  return placeAt(origin, line, offset - (before.lastIndexOf('\n') + 1))
}
