import type { Period } from '../model/period.ts'
import type { Rational } from '../model/rational.ts'
import type { Place } from '../model/source-file.ts'

/** A metric with its sign in a sum. */
export interface TieTerm {
  readonly metric: string
  readonly weight: Rational
}

/** What must tie, beyond the definitions of metrics. */
export type Tie =
  | {
      readonly kind: 'sum'
      readonly total: string
      readonly parts: readonly TieTerm[]
      readonly name?: string
      readonly place: Place
    }
  | {
      readonly kind: 'identity'
      readonly left: readonly TieTerm[]
      readonly right: string
      readonly name?: string
      readonly place: Place
    }
  | {
      readonly kind: 'roll-forward'
      readonly opening: string
      readonly movements: readonly TieTerm[]
      readonly closing: string
      readonly name?: string
      readonly place: Place
    }
  | {
      readonly kind: 'shares'
      readonly whole: Rational
      readonly parts: readonly string[]
      readonly name?: string
      readonly place: Place
    }

/** The `ties` section of data/metrics.yaml, checked. */
export interface Ties {
  readonly ties: readonly Tie[]
  /** The oldest period a slide may speak of without `historical: true`. */
  readonly compareFrom?: Period
  /** Per cent up to which "flat" may be said. */
  readonly flatBand: Rational
  /** Settled differences of the data: rule and place with a reason. */
}
