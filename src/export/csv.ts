import { separatedText } from '../format/cell-text.ts'

/** Rows of cells as CSV. */
export const csvText = (rows: readonly (readonly string[])[]): string => separatedText(rows, { cell: ',', line: '\n' })
