import type { Calendar } from '../../model/calendar.ts'
import type { SourceDocument } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Figure, Measure, Metric, Scenario, SourceRef, Status } from '../../model/figure.ts'
import type { Rounding } from '../../model/rational.ts'
import type { Unit } from '../../model/unit.ts'
import type { Qualifiers } from './cells.ts'

/** What rows of figures refer to. */
export interface FigureContext {
  readonly calendar: Calendar
  readonly rounding: Rounding
  readonly qualifiers: Qualifiers
  readonly metrics: ReadonlyMap<string, Metric>
  readonly scenarios: ReadonlyMap<string, Scenario>
  readonly documents: ReadonlyMap<string, SourceDocument>
  readonly units: ReadonlyMap<string, Unit>
}

export interface FiguresReading {
  readonly figures: readonly Figure[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What holds for every figure of a row. */
export interface RowFacts {
  readonly metric: Metric
  readonly unit: Unit
  readonly scenario: string
  readonly measure: Measure
  /** Undefined when the row leaves it to the form of each cell. */
  readonly status: Status | undefined
  readonly sources: readonly SourceRef[]
  readonly at: string
  readonly note: string
}
