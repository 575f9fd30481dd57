import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { error } from './create.ts'

/** Signs of emphasis that a reader would see, while other words than meant, or none, are bold. */
export const invalidEmphasis = (sign: string, place: Place): Diagnostic =>
  error(
    'invalid-emphasis',
    `invalid emphasis: "${sign}" is left in the text`,
    `write both ends, without a space inside them and with a space or a sign outside; "${sign.replace(/./g, '\\$&')}" prints it.`,
    place,
  )

/** Texts of charts, tables and tiles are no Markdown: the signs would be printed. */
export const unsupportedEmphasis = (sign: string, place: Place): Diagnostic =>
  error(
    'unsupported-emphasis',
    `unsupported emphasis "${sign}" in a text of a block`,
    'these texts have no Markdown; leave the signs out.',
    place,
  )

/** "2019. Founded in a garage" would be printed with the number 1. */
export const invalidListNumber = (number: string, place: Place): Diagnostic =>
  error(
    'invalid-list-number',
    `invalid number "${number}" of a list item`,
    `a list begins at 99 at most and counts up by one; where it is text, write "${number.slice(0, -1)}\\${number.slice(-1)}".`,
    place,
  )
