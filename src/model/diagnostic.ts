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

/** What was read, and all that is wrong with it. Where nothing can be used, the value is undefined (and `T` says so). */
export interface Reading<T> {
  readonly value: T
  readonly diagnostics: readonly Diagnostic[]
}

/** Many readings as one: their values in a list, without those that are undefined, and all diagnostics. */
export function joinReadings<T>(readings: readonly Reading<T | undefined>[]): Reading<readonly T[]> {
  return {
    value: readings.flatMap(({ value }) => (value === undefined ? [] : [value])),
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
  }
}
