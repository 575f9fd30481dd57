import type { Deck } from '../model/deck.ts'
import { openContext } from './check.ts'
import type { Finding } from './finding.ts'
import { printedSums } from './printed-sums.ts'

/** What a slide says under figures of which the printed parts do not add up, in the language of decks written in English. */
export const roundingNote = 'Figures may not add up due to rounding.'

const needed = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    findings.flatMap(({ rule, verdict, slide }) =>
      rule === 'F3' && verdict === 'rounding' && slide !== undefined ? [slide] : [],
    ),
  )

/** Ids of the slides whose printed parts miss their printed total because of rounding, and only those. */
export function slidesWithRounding(deck: Deck): ReadonlySet<string> {
  return needed(printedSums(openContext(deck).context))
}

/** The same, from a tie-out that was already made. */
export function roundingSlides(findings: readonly Finding[]): ReadonlySet<string> {
  return needed(findings)
}
