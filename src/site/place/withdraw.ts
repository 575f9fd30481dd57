import type { Output } from '../../build/output.ts'
import { type PublishedDeck, SiteError } from '../manifest.ts'
import { knownDeck } from './corrections.ts'
import { readChangingSite, type SiteWriter, siteSteps } from './place.ts'
import { versionsOf } from './versions.ts'

interface WithdrawRequest extends SiteWriter {
  readonly id: string
  readonly reason: string
}

/** Readers have seen the reason: it does not become another one. Throws `SiteError` for that. */
function refuseOtherReason({ id, withdrawn }: PublishedDeck, reason: string): void {
  if (withdrawn && withdrawn.reason !== reason)
    throw new SiteError(
      `invalid --withdraw ${id}: it is withdrawn already, and its pages give the reason "${withdrawn.reason}", which stays`,
    )
}

/**
 * Leaves notices where a deck was, for the same reason as often as it is asked for. Of other decks only versions of the same one
 * change, by their notices. Gives the id of the version that is read from now on; undefined where no version is left.
 */
export function withdraw(output: Output, { id, reason, ...writer }: WithdrawRequest): string | undefined {
  const { to, key } = writer
  let current: string | undefined
  output.placeSteps(() => {
    const before = readChangingSite(to, key)
    refuseOtherReason(knownDeck(before, id), reason)
    const decks = before.decks.map((deck) => (deck.id === id ? { ...deck, withdrawn: { reason } } : deck))
    current = versionsOf(decks, id).findLast(({ withdrawn }) => withdrawn === undefined)?.id
    return siteSteps(output, { before, after: { ...before, decks } }, writer)
  })
  return current
}
