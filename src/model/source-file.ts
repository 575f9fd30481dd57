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

/** A document that figures come from, kept beside them: of its content the compiler sees the digest only. */
export interface KeptFile {
  readonly kind: 'kept'
  readonly path: string // below data/sources/
  readonly digest: string // SHA-256 in hexadecimal digits, as `sha256sum` prints it
}

/** Where kept documents stand. */
export const keptFolder = 'data/sources/'

/** Where an edition has a kept document: "sources/…" beside its page. */
export const keptAddress = (path: string): string =>
  path
    .replace(/^data\//, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/')

/** One input of the compiler. Text files carry their text; workbooks are read into sheets before the compiler sees them. */
export type SourceFile =
  | TextFile
  | KeptFile
  | { readonly kind: 'workbook'; readonly path: string; readonly sheets: readonly Sheet[] }

/** The sheets of a workbook; other files have none. */
export const sheetsOf = (file: SourceFile): readonly Sheet[] => (file.kind === 'workbook' ? file.sheets : [])

/** A format that shows a stored number scaled: 69731000 as "69.7m". */
export interface SheetScale {
  readonly text: string // the whole as shown
  readonly stored: string
  /** The power of ten that the format's commas divide by: 6 of "0.0,,"; 0 where only words say a scale. */
  readonly commas: number
  /** The power of ten that its words say: 6 of "m". */
  readonly said?: number
}

/** A number in a cell of a workbook. */
export interface SheetNumber {
  readonly kind: 'number'
  readonly text: string // with the digits that the sheet shows, e.g. "69.7" or "6.9%"
  /** Its cell has no number format, which would show zeros at the end: 17 may be 17.0. */
  readonly general?: true
  readonly scale?: SheetScale
  /** A formula gave it, which counts texts as nothing. */
  readonly computed?: true
}

/** A cell without a usable value: an error such as "#N/A", or a formula that nothing has computed yet. */
export interface SheetGap {
  readonly kind: 'error' | 'no-result'
  readonly text: string
}

export type SheetCell = string | SheetNumber | SheetGap

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly SheetCell[])[]
  /** A hidden sheet is read only where data/deck.yaml names it. */
  readonly isHidden?: true
  /** A cell that stands too far out for the sheet to be read; there are no rows then. */
  readonly farCell?: string
  /** Hidden rows and columns with cells, as a reader finds them: "row 7", "column D". */
  readonly hiddenParts?: readonly string[]
}

/** Up to where sheets are read: figures never come near it, formulas dragged to the end of a sheet pass it. */
export const sheetLimits = { rows: 5_000, columns: 1_000, cells: 100_000 } as const

/** A place as people look it up: "slides/160-revenues.md:12:8", or the cell of a workbook, "data/figures/a.xlsx:Results!C7". */
export const placeText = ({ path, line, column, cell }: Place): string => `${path}:${cell ?? `${line}:${column}`}`

/** Spreadsheet name of a column: 1 → A, 27 → AA. */
export function columnName(column: number): string {
  const rest = column - 1
  return rest < 26 ? String.fromCharCode(65 + rest) : columnName(Math.floor(rest / 26)) + columnName((rest % 26) + 1)
}

/** The file that an address asks for: "./img/a%20b.jpg?2" is "img/a b.jpg". */
export function fileOf(address: string): string {
  const path = address.replace(/[?#].*$/, '').replace(/^(?:\.\/)+/, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path // a stray per cent sign
  }
}

/** data/tables/*.csv: header and rows of text, with the place of each cell; `place` is that of the first one that is not empty. */
export interface PlainTable {
  readonly id: string // file name without extension
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly cells: readonly string[]
    readonly places: readonly Place[]
    readonly place: Place
  }[]
}

const mediaTypes: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  avif: 'image/avif',
  gif: 'image/gif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
}

/** The media type of a picture or font that a page shows, by the end of its name; undefined for all else. */
export const mediaTypeOf = (path: string): string | undefined =>
  mediaTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()]
