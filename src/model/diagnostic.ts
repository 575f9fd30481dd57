import type { Place } from './source-file.ts'

export type Severity = 'error' | 'warning' | 'info'

/** A finding with a permanent code. Message: what is wrong, with the offending value. Hint: what to do. */
export interface Diagnostic {
  readonly code: string // e.g. "unknown-metric"
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
  readonly place: Place
  /** The edition that the finding holds in, where both were looked at and the other is free of it. */
  readonly edition?: 'public' | 'presenter'
  /** What cannot be used because of this mistake. */
  readonly breaks?: readonly Subject[]
  /** What was looked for in vain: where one of these exists and is broken, this finding only follows from another. */
  readonly misses?: readonly Subject[]
}

/** Where findings are reported as they are met. */
export type Report = (diagnostic: Diagnostic) => void

/** Something of a deck that others name, e.g. the metric "revenue"; without a name, everything of its kind. */
export interface Subject {
  readonly kind:
    | 'file'
    | 'metric'
    | 'scenario'
    | 'document'
    | 'figure'
    | 'table'
    | 'slide'
    | 'section'
    | 'layout'
    | 'partial'
    | 'chart'
  readonly name?: string
}

/** A value, or the diagnostics that say why there is none; never both a value and an error. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }
