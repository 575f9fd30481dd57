/** What a number counts. `exponent` is the power of ten of the scale word: JPY mn is { base: 'JPY', exponent: 6 }. */
export interface Unit {
  readonly kind: 'currency' | 'percent' | 'points' | 'count'
  /** ISO code, "%", "points", or the count's noun ("persons", "Gbps"). */
  readonly base: string
  readonly exponent: number
  /** Form for exactly one, e.g. "person"; the base itself where it does not inflect. */
  readonly singular?: string
}
