/** A name of a measure in a text: the first that occurs in a phrase is its measure, so longer names stand before the ones they contain. */
export interface MeasureName {
  /** One for all names of the measure, in every language: "operating-income". */
  readonly id: string
  /** Source of an expression. */
  readonly pattern: string
  /** -1: written as a positive number it lowers the measure ("operating loss"). */
  readonly sign?: -1
}

/** Words by which a text that was written elsewhere is read. Entries hold several words, separated by spaces. */
export interface TextWords {
  readonly measures: readonly MeasureName[]
  /** Words that do not narrow what a number is of. */
  readonly stopWords: readonly string[]
  /** Words of titles that do not narrow it. */
  readonly titleWords: readonly string[]
  /** Words behind a number that are no noun it counts. */
  readonly notCounted: readonly string[]
}
