import type { ChartModel } from './chart.ts'
import type { Deck } from './deck.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { FactDetails } from './fact.ts'

/** What the dev server sends after a save: only what differs from the page as it was. Event "deck:patch". */
export interface DeckPatch {
  readonly title: string
  /** Slides that are new or changed, each a whole <section>. */
  readonly slides: readonly { readonly id: string; readonly html: string }[]
  /** Every slide's id in order; a slide not in it is gone. */
  readonly order: readonly string[]
  /** Charts of the changed slides. */
  readonly charts: Readonly<Record<string, ChartModel>>
  /** Cards of every figure, by fact id, as in the page's facts JSON; absent when none changed. */
  readonly facts?: unknown
  /** The page's own data (as in #deck-data) after the change. */
  readonly page: unknown
}

/** Sent when a save does not compile. Event "deck:error"; "deck:clear" (no data) when it does again. */
export interface DeckError {
  readonly diagnostics: readonly Diagnostic[]
  /** One plain-text frame a diagnostic: place, message, the lines around it, hint. */
  readonly frames: readonly string[]
}

/** The details of facts with what ticked each: known after the tie-out only, so the deck itself has no ticks. */
export function withTicks(
  facts: Deck['facts'],
  ticks: ReadonlyMap<string, readonly string[]> | undefined,
): Deck['facts'] {
  const ticked = Object.entries(facts).map(([id, details]): [string, FactDetails] => {
    const lines = ticks?.get(id) ?? []
    return [id, lines.length > 0 ? { ...details, ticks: lines } : details]
  })
  return Object.fromEntries(ticked)
}
