import type { Deck, FactDetails } from './deck.ts'

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
