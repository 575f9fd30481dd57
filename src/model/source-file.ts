/** Where something was written: a path from the deck's root, with a 1-based line and column, or a sheet cell. */
export interface Place {
  readonly path: string // e.g. "slides/160-revenues.md"
  readonly line: number
  readonly column: number
  /** How many characters the finding covers on its line; 1 when unknown. */
  readonly length?: number
  /** Key path or sheet cell where there is no line and column, e.g. "Sheet1!C7". */
  readonly cell?: string
}

export interface TextFile {
  readonly kind: 'text'
  readonly path: string
  readonly text: string
}

/** One input of the compiler. Text files carry their text; workbooks are read into sheets before the compiler sees them. */
export type SourceFile =
  | TextFile
  | { readonly kind: 'workbook'; readonly path: string; readonly sheets: readonly Sheet[] }

export interface Sheet {
  readonly name: string
  /** Rows of cells as text; numbers keep the digits the sheet shows. */
  readonly rows: readonly (readonly string[])[]
}

/** Spreadsheet name of a column: 1 → A, 27 → AA. */
export function columnName(column: number): string {
  const rest = column - 1
  return rest < 26 ? String.fromCharCode(65 + rest) : columnName(Math.floor(rest / 26)) + columnName((rest % 26) + 1)
}
