import type { Output } from '../build/output.ts'
import { withoutDeck } from './corrections.ts'
import { readChangingSite, type SiteWriter, siteSteps } from './publish.ts'

interface WithdrawRequest extends SiteWriter {
  readonly id: string
  readonly reason: string
}

/** Leaves notices where a deck was; no other deck changes. */
export function withdraw(output: Output, { id, reason, ...writer }: WithdrawRequest): void {
  const { to, key, language } = writer
  output.placeSteps(() => {
    const before = readChangingSite(to, key)
    const change = withoutDeck(before, { to, id, reason, words: language.site })
    return siteSteps(output, { before, ...change }, writer)
  })
}
