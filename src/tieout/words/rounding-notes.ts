import type { DeckData, FigureUse, TableModel } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import { once } from '../../model/memory.ts'
import { missedEnds, openPrintedSums, printedFigures } from '../arithmetic/printed-sums.ts'
import { footReconciliations, isReconciling } from '../arithmetic/reconciliations.ts'
import type { Finding } from '../finding.ts'

const isRounding = ({ rule, verdict }: Finding): boolean => (rule === 'F3' || rule === 'F7') && verdict === 'rounding'

const sumsOf = once(({ config, metrics, ties }: DeckData) => openPrintedSums({ ledger: { config, metrics }, ties }))

/** Whether numbers printed on one slide need the note: among them is a total with all its parts, or a change with both its ends, off by rounding. */
export function needsRoundingNote(
  data: DeckData,
  printed: readonly { readonly use: FigureUse; readonly fact: Fact }[],
  tables: readonly TableModel[] = [],
): boolean {
  const shown = printed.map(({ use, fact }) => ({ slide: { id: '' }, use, fact }))
  if (sumsOf(data)(shown).some(isRounding)) return true
  const figures = printedFigures(shown)
  if (shown.some((item) => missedEnds(item, figures))) return true
  const reconciling = tables.filter(isReconciling)
  if (reconciling.length === 0) return false
  const context = { slide: '', shown: new Map(shown.map((each) => [each.use.key, each])), config: data.config }
  return reconciling.flatMap((table) => footReconciliations(table, context)).some(isRounding)
}
