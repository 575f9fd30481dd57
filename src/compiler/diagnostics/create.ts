import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'

/** A mistake of the author that leaves no deck. */
export const error = (code: string, message: string, hint: string, place: Place): Diagnostic => ({
  code,
  severity: 'error',
  message,
  hint,
  place,
})

/** A likely mistake that leaves the deck usable. */
export const warning = (code: string, message: string, hint: string, place: Place): Diagnostic => ({
  ...error(code, message, hint, place),
  severity: 'warning',
})

/** The place of a finding about a whole file. */
export const startOf = (path: string): Place => ({ path, line: 1, column: 1 })
