import type { PublishedDeck } from '../manifest.ts'

type Decks = readonly PublishedDeck[] // in the order in which they were published

/** The id of the first version of each deck, by the ids of all its versions. */
function firstVersions(decks: Decks): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>()
  for (const { id, corrects } of decks) firsts.set(id, corrects === undefined ? id : (firsts.get(corrects) ?? corrects))
  return firsts
}

/** Every version of a deck in the order of their publication, of whichever of them `id` is; none of an unknown one. */
export function versionsOf(decks: Decks, id: string): Decks {
  const firsts = firstVersions(decks)
  const first = firsts.get(id)
  return first === undefined ? [] : decks.filter((deck) => firsts.get(deck.id) === first)
}

/** Of each deck the version that is read now: the newest that is not withdrawn, and the last where all of them are. */
export function currentDecks(decks: Decks): Decks {
  const firsts = firstVersions(decks)
  const current = new Map<string, PublishedDeck>()
  for (const deck of decks) {
    const first = firsts.get(deck.id) ?? deck.id
    if (!deck.withdrawn || current.get(first)?.withdrawn !== undefined || !current.has(first)) current.set(first, deck)
  }
  const shown = new Set(current.values())
  return decks.filter((deck) => shown.has(deck))
}

/** Of two decks of one date the one that was published later is the newer. */
export const newestFirst = (decks: Decks): Decks =>
  decks
    .map((deck, at) => ({ deck, at }))
    .sort((a, b) => (a.deck.date === b.deck.date ? b.at - a.at : a.deck.date < b.deck.date ? 1 : -1))
    .map(({ deck }) => deck)

/** The deck that latest/ leads to: the newest that is not withdrawn, in its newest correction; undefined where there is none. */
export const latestDeck = (decks: Decks): PublishedDeck | undefined =>
  newestFirst(currentDecks(decks)).find(({ withdrawn }) => withdrawn === undefined)

/** What the pages of a version say of it besides what was published. */
export type VersionNotice =
  | { readonly kind: 'withdrawn'; readonly reason: string }
  /** Leads to the next version that stands. */
  | { readonly kind: 'corrected'; readonly by: string }
  /** It is the current version again, as its correction was withdrawn. */
  | { readonly kind: 'restored'; readonly by: string }

/** The notice that a version shows in a site; undefined where it has none. */
export function noticeOf(decks: Decks, deck: PublishedDeck): VersionNotice | undefined {
  if (deck.withdrawn) return { kind: 'withdrawn', reason: deck.withdrawn.reason }
  const versions = versionsOf(decks, deck.id)
  const later = versions.slice(versions.indexOf(deck) + 1)
  const [gone] = later
  if (!gone) return undefined
  const next = later.find(({ withdrawn }) => withdrawn === undefined)
  return next ? { kind: 'corrected', by: next.id } : { kind: 'restored', by: gone.id }
}
