import type { Metric } from '../../../model/figure.ts'
import { sign } from '../../../model/rational.ts'
import type { Finding } from '../../finding.ts'
import { findingOf, type RuleContext } from '../../rule.ts'
import { directionWords } from '../direction.ts'
import { headingAbove, headingsAbove } from '../headings.ts'
import { clauseAt, type FigurePiece, figuresOf, ownText, type Passage } from '../passage.ts'

/** A label without what stands in parentheses: "Net cash provided by (used in) …" does not say that it was used. */
const plainLabel = ({ label }: Metric): string => label.replace(/\([^()]*\)/g, '')

/** An expense that the data keep below zero throughout: its size is what its name says. */
const isKeptNegative = ({ id, polarity }: Metric, { ledger }: RuleContext): boolean =>
  polarity === 'less' && ledger.values(id).every(({ value }) => sign(value) <= 0)

/** A value below zero, printed without its sign: only the words about it say so. */
function checkMagnitude(figure: FigurePiece, passage: Passage, context: RuleContext): Finding | undefined {
  const { words, ledger } = context
  const { shown } = figure
  const { fact, use } = shown
  const metric = ledger.metrics.get(fact.metric)
  const clause = clauseAt(passage, figure.start, words)
  const text = ownText(passage, clause.start, clause.end)
  const hasDirection = directionWords(passage, words).some(
    ({ start, end, direction }) => direction === 'down' && start >= clause.start && end <= clause.end,
  )
  const texts = [text, metric ? plainLabel(metric) : '', headingAbove(passage)]
  const isSaid =
    hasDirection ||
    (metric !== undefined && isKeptNegative(metric, context)) ||
    texts.some((each) => words.subjects.negatives.test(each))
  if (isSaid) return findingOf('S9', 'ticked', { shown, message: `the sign of ${use.text} is said in words` })
  const isAbove = words.subjects.negatives.test(headingsAbove(passage))
  return findingOf('S9', isAbove ? 'warning' : 'error', {
    shown,
    message: `missing sign of ${use.text}: ${fact.id} is below zero, and no word of its clause says so`,
    hint: 'Say loss, used, outflow or the like, or print the sign: leave form="magnitude" out.',
  })
}

/** "A net loss of 69,731", where it was a profit. */
function checkLoss(figure: FigurePiece, passage: Passage, { words, ledger }: RuleContext): Finding | undefined {
  const { shown } = figure
  const metric = ledger.metrics.get(shown.fact.metric)
  if (metric?.polarity !== 'more' || words.subjects.negatives.test(plainLabel(metric))) return undefined
  const previous = figuresOf(passage).findLast(({ end }) => end <= figure.start)
  const start = Math.max(clauseAt(passage, figure.start, words).start, previous?.end ?? 0)
  const before = ownText(passage, start, figure.start)
  const last = before.slice(-60).replace(words.subjects.beforeValue, '').trimEnd()
  const loss = words.subjects.losses.exec(last.slice(-24))
  const isLoss = loss !== null && loss.index + loss[0].length === last.slice(-24).length
  if (!isLoss && !words.phrase('usedLead').test(last)) return undefined
  return findingOf('S9', 'error', {
    shown,
    message: `invalid sign of ${shown.use.text}: it is called a loss or outflow, but ${shown.fact.id} is above zero`,
    hint: 'Name it as it is, or correct the sign of the figure.',
  })
}

/** Values whose sign is said, or not said, in words. */
export function signFindings(passage: Passage, context: RuleContext): readonly Finding[] {
  if (passage.region === 'table' || passage.region === 'chart') return []
  return figuresOf(passage).flatMap((figure) => {
    const { fact, use } = figure.shown
    if (fact.kind !== 'figure' || !fact.value || !/\d/.test(use.displayed)) return []
    if (sign(fact.value) < 0 && use.form === 'magnitude') return checkMagnitude(figure, passage, context) ?? []
    return sign(fact.value) > 0 ? (checkLoss(figure, passage, context) ?? []) : []
  })
}
