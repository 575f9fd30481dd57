import type { DeckData, FigureUse } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import { openLedger } from '../arithmetic/data-ledger.ts'
import { openPrintedSums } from '../arithmetic/printed-sums.ts'
import type { Finding } from '../finding.ts'
import { memoize } from '../memoize.ts'

/** Whether numbers printed on one slide need the note: among them is a total with all its parts, off by rounding. */
export type RoundingTest = (uses: readonly FigureUse[], facts: ReadonlyMap<string, Fact>) => boolean

const isRounding = ({ rule, verdict }: Finding): boolean => rule === 'F3' && verdict === 'rounding'

/** The test for the slides of a deck, while it is rendered; made once for its data. */
export const roundingTest = memoize((data: DeckData): RoundingTest => {
  const ledger = openLedger(data)
  const checkSums = openPrintedSums({ ledger, ties: data.ties })
  return (uses, facts) => {
    const shown = uses.flatMap((use) => {
      const fact = facts.get(use.fact)
      return fact ? [{ slide: { id: '' }, use, fact }] : []
    })
    return checkSums(shown).some(isRounding)
  }
})
