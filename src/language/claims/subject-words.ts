/**
 * Words by which a sentence says what its numbers are of: which metric, in which scenario, of which sign, in which unit.
 * Plain data, as all of ClaimWords: entries may hold several forms, separated by spaces, unless they are patterns.
 */
export interface SubjectWords {
  /** What may stand between a metric's name and its number, so that they belong together: "was", "amounted to". */
  readonly linking: readonly string[]
  /** What may stand before a name without making another measure of it: "our", "consolidated", "record". */
  readonly neutralQualifiers: readonly string[]
  /** What makes another measure of the name after it: "adjusted", "underlying". */
  readonly otherMeasures: readonly string[]
  /** What makes another measure of the name before it: "per", "before", "margin". */
  readonly otherMeasuresAfter: readonly string[]
  /** What joins several names to one subject: "and", "as well as". A pattern. */
  readonly joinsNames: string
  /** What leads from a number to the metric that it is of: "of", "in our", "rise in". A pattern. */
  readonly leadsToName: string
  /** What a heading may add to a name: "by segment", "development of". A pattern. */
  readonly headingWords: string
}
