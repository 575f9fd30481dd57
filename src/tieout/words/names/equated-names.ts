import type { Metric } from '../../../model/figure.ts'
import type { RuleContext } from '../../rule.ts'
import { type FigurePiece, ownText, type Passage, type TextRange } from '../passage.ts'
import { type NameMatch, nameWords } from './metric-names.ts'

/** "6,500 clients": the number says itself what it counts. */
export const isCounted = ({ shown }: FigurePiece, metric: Metric): boolean =>
  metric.unit.kind === 'count' && nameWords(shown.use.text).some((word) => nameWords(metric.label).includes(word))

/** "Members reached 6,500 employees", "our member count, 6,500 employees": another thing that is counted, and said to be so many. */
export function isOtherCount(name: NameMatch, figure: FigurePiece, passage: Passage, context: RuleContext): boolean {
  const { phrase } = context.words
  const { base } = figure.shown.fact.unit
  const units = name.metrics.flatMap((id) => context.ledger.metrics.get(id)?.unit ?? [])
  const areOthers = units.length > 0 && units.every((unit) => unit.kind === 'count' && unit.base !== base)
  if (!areOthers) return false
  const [behind, before] = [passage.text.slice(name.end, figure.start), passage.text.slice(0, name.start)]
  return (
    phrase('equates').test(behind) ||
    phrase('countBehind').test(behind) ||
    phrase('countBefore').test(before) ||
    isTileLabel(name, passage)
  )
}

/** Whether a name is the whole label of a tile that its author wrote. */
function isTileLabel({ start, end }: NameMatch, { region, pieces, text }: Passage): boolean {
  const [first] = pieces
  return region === 'tile' && start === 0 && first?.kind === 'text' && text.slice(end, first.end).trim() === ''
}

/** "412 stores — that is our associates count", "…: Warehouse Stores": the number is said to be what the name is, and no more. */
export function isSaidToBe(
  figure: FigurePiece,
  name: NameMatch,
  { passage, clause, context: { words, ledger } }: { passage: Passage; clause: TextRange; context: RuleContext },
): boolean {
  const rest = passage.text.slice(name.end, clause.end)
  const hasCount = words.phrase('countBehind').test(rest)
  if (rest.trim() !== '' && !hasCount) return false
  const lead = ownText(passage, figure.end, name.start)
  const isHead = /^:\s+$/.test(lead) && ownText(passage, clause.start, figure.start).trim() === ''
  if (!isHead && !words.phrase('saidToBe').test(lead)) return false
  const metric = ledger.metrics.get(figure.shown.fact.metric)
  return metric !== undefined && !name.metrics.includes(metric.id) && (name.length > 1 || hasCount)
}
