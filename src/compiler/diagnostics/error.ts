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
