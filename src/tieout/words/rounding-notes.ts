import type { DeckData, FigureUse } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import { once } from '../../model/memory.ts'
import { openPrintedSums } from '../arithmetic/printed-sums.ts'
import type { Finding } from '../finding.ts'

const isRounding = ({ rule, verdict }: Finding): boolean => rule === 'F3' && verdict === 'rounding'

const sumsOf = once(({ config, metrics, ties }: DeckData) => openPrintedSums({ ledger: { config, metrics }, ties }))

/** Whether numbers printed on one slide need the note: among them is a total with all its parts, off by rounding. */
export function needsRoundingNote(
  data: DeckData,
  printed: readonly { readonly use: FigureUse; readonly fact: Fact }[],
): boolean {
  return sumsOf(data)(printed.map(({ use, fact }) => ({ slide: { id: '' }, use, fact }))).some(isRounding)
}
