import type { ArithmeticWords } from '../../language/report-words.ts'
import type { Interval } from '../../model/interval.ts'
import type { Rational, Rounding } from '../../model/rational.ts'

/** A number that is added up: its digits, its last place (null where only bounds are known), and its bounds. */
export interface Term {
  readonly label: string
  readonly value: Rational
  readonly ulp: Rational | null
  readonly interval: Interval
  /** 1 to add, -1 to take away. */
  readonly weight: Rational
}

export interface FootingCase {
  readonly parts: readonly Term[]
  readonly total: Term
  readonly rounding: Rounding
  /** Of the arithmetic that the result shows. */
  readonly words: ArithmeticWords
}
