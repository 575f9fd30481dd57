import type { Place } from './source-file.ts'

export type Severity = 'error' | 'warning' | 'info'

/** A finding with a permanent code. Message: what is wrong, with the offending value. Hint: what to do. */
export interface Diagnostic {
  readonly code: string // e.g. "unknown-metric"
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
  readonly place: Place
}

/** A value, or the diagnostics that say why there is none; never both a value and an error. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }
