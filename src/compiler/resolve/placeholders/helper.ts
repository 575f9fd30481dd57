import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { Metric } from '../../../model/figure.ts'
import type { Period } from '../../../model/period.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import type { DeckContext } from '../context.ts'
import type { Value } from './value.ts'

/** A placeholder's name, what it takes, and what it yields. */
export interface Helper {
  readonly name: string
  readonly parameters: readonly string[] // as named in messages, e.g. ["metric", "period"]
  readonly options: readonly string[]
  /** How many further parameters may follow: "and", "or". */
  readonly variadic?: boolean
  readonly run: (call: Call) => Value | undefined
}

/** Reads and checks the arguments of one call. Every finding is reported; `sound` tells whether to go on. */
export interface Call {
  readonly place: Place
  readonly live: boolean
  readonly sound: () => boolean
  readonly report: (diagnostic: Diagnostic) => void
  readonly values: readonly Value[]
  readonly text: (at: number | string) => string | undefined
  readonly placeOf: (at: number | string) => Place
  readonly has: (option: string) => boolean
  readonly metric: (at: number | string, context: DeckContext) => Metric | undefined
  readonly period: (at: number | string, context: DeckContext) => Period | undefined
  readonly scenario: (option: string, context: DeckContext) => string | undefined
  readonly unit: (option: string, context: DeckContext) => Unit | undefined
  readonly integer: (option: string, range: readonly [number, number]) => number | undefined
  readonly flag: (option: string) => boolean | undefined
  readonly choice: <T extends string>(option: string, choices: readonly T[]) => T | undefined
}
