import type { Place } from './source-file.ts'

export type Severity = 'error' | 'warning' | 'info'

/** A finding with a permanent code. Message: what is wrong, with the offending value. Hint: what to do. */
export interface Diagnostic {
  readonly code: string // e.g. "unknown-metric"
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
  readonly place: Place
  /** The edition that the finding is about, where both were checked and only this one has it. */
  readonly edition?: 'public' | 'presenter'
  /** What cannot be used because of this mistake. */
  readonly breaks?: readonly DeckPart[]
  /** What was not found: where one of these exists and is broken, this finding only follows from another. */
  readonly misses?: readonly DeckPart[]
}

/** Where findings are reported as they are met. */
export type Report = (diagnostic: Diagnostic) => void

/** Something of a deck that others refer to, e.g. the metric "revenue"; without a name, everything of its kind. */
export interface DeckPart {
  readonly kind:
    | 'file'
    | 'font'
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
  const joined: { readonly value: T[]; readonly diagnostics: Diagnostic[] } = { value: [], diagnostics: [] }
  for (const { value, diagnostics } of readings) {
    if (value !== undefined) joined.value.push(value)
    for (const diagnostic of diagnostics) joined.diagnostics.push(diagnostic)
  }
  return joined
}
