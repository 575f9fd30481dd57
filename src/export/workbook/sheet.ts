/** How a cell looks. `format` is a number format; the rest are off when absent. */
export interface CellStyle {
  readonly format?: string
  readonly bold?: true
  readonly wrap?: true
  readonly filled?: true
}

/** Plain text; one that a spreadsheet could take for a formula is still shown as it stands. */
export interface TextCell extends CellStyle {
  readonly text: string
  /** Name of the sheet that a click leads to. */
  readonly leadsTo?: string
}

/** A number by its exact digits: "69731", "-0.043". */
export interface NumberCell extends CellStyle {
  readonly number: string
}

/** A formula without its "=", and the digits of what it gives: a reader that computes nothing shows these. */
export interface FormulaCell extends CellStyle {
  readonly formula: string
  readonly result: string
}

export type Cell = TextCell | NumberCell | FormulaCell | undefined

export interface WorkbookSheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  readonly widths: readonly number[] // in characters
  /** Rows and columns that stay in view. */
  readonly frozen?: { readonly rows: number; readonly columns: number }
  /** Whether the first row filters those below it. */
  readonly filters?: true
  readonly landscape?: true
}

/** A cell with a name that formulas may use. */
export interface DefinedName {
  readonly name: string
  readonly sheet: string
  readonly row: number // from 1
  readonly column: number
}

export interface Workbook {
  readonly title: string
  /** ISO day that its properties say it was made. */
  readonly date: string
  readonly sheets: readonly WorkbookSheet[]
  readonly names: readonly DefinedName[]
}

/** A name for a sheet that a workbook takes, and that none of `taken` has in any case. */
export function sheetName(wanted: string, taken: Iterable<string>): string {
  const plain = wanted
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+|'+$/g, '')
  const used = new Set([...taken].map((name) => name.toLowerCase()))
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : ` (${number})`
    const name = `${[...(plain === '' ? '1' : plain)].slice(0, 31 - end.length).join('')}${end}`
    if (!used.has(name.toLowerCase())) return name
  }
}
