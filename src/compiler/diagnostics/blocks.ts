import { didYouMean } from '../../format/suggest.ts'
import type { PlainTable } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'

/** Findings in table and tiles blocks. */
export const unknownTableColumn = (name: string, table: PlainTable, place: Place): Diagnostic => ({
  code: 'unknown-table-column',
  severity: 'error',
  message: `unknown column "${name}" of table "${table.id}"`,
  hint: `${didYouMean(name, table.columns)}columns are ${table.columns.join(', ')}.`,
  place,
})

export const unknownTextColumn = (name: string, known: readonly string[], place: Place): Diagnostic => ({
  code: 'unknown-table-column',
  severity: 'error',
  message: `unknown column "${name}" of text`,
  hint: `${didYouMean(name, known)}write {text: ${name}, label: …} among the columns.`,
  place,
})

export const missingBlock = (kind: string, place: Place): Diagnostic => ({
  code: 'missing-block-content',
  severity: 'error',
  message: `missing content of the ${kind} block`,
  hint: `say what the ${kind} shows, see docs/authoring.md.`,
  place,
})
