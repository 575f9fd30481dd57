import type { DeckConfig } from '../model/deck.ts'

/** What files made from a deck are called: its `id` in data/deck.yaml, else its short name and date: "example-2020-11-06". */
export function deckId({ id, shortName, date }: Pick<DeckConfig, 'id' | 'shortName' | 'date'>): string {
  if (id !== undefined) return id
  const name = shortName
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${name === '' ? 'deck' : name}-${date}`
}
