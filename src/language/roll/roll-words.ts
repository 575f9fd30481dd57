import type { PluralForms } from '../fill.ts'

/** Words of `quarterdeck roll`, of its list roll.md, and of the to-do that `check` prints while figures are missing. */
export interface RollWords {
  readonly title: string // {from} {to}
  readonly about: string // {date}
  readonly changed: string
  readonly figures: string
  readonly figuresHint: string
  readonly wordings: string
  readonly wordingsHint: string
  readonly targets: string
  readonly leftOut: string
  readonly nothing: string
  readonly wanted: string // {metric} {periods} {slides}
  readonly noSlide: string
  readonly noRow: string
  readonly oldTarget: string
  /** Figures of a time that ends after the reporting period: {periods} {period}. */
  readonly notOver: string
  readonly further: string
  readonly due: string // {period} {metrics} {slides}
  readonly workbook: string // {path}
  readonly names: string // {words}
  readonly claims: string // {words}
  readonly fixed: string // {words}
  readonly guidance: string // {words}
  readonly heads: string // {words}
  readonly weeks: string // {words}
  readonly came: string // {words}
  readonly soFar: string // {words}
  readonly kept: string // {words}
  readonly became: string // {scenario} {period} {metrics} {slides}
  readonly renew: string // {scenario} {issued} {metrics}
  readonly when: string // {slide} {when}
  /** What a document is called whose title names no period: {period}. */
  readonly document: string
  /** Adjectives of results, in small letters: of the first half, and of the whole year. */
  readonly halfYear: readonly string[]
  readonly fullYear: readonly string[]
  readonly open: PluralForms // {count}
  /** The table of a finance file that an open page shows while the deck is served. */
  readonly live: {
    readonly title: string // {file}
    readonly heads: readonly [kind: string, metric: string, period: string, before: string, after: string, at: string]
    readonly kinds: Readonly<Record<'new' | 'changed' | 'restated', string>>
    readonly unchanged: PluralForms // {count}
    readonly leftOut: string // {texts}
    readonly more: string // {count}
    readonly why: string
    readonly write: string
    readonly close: string
  }
}
