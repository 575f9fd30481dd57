import type { WordPatterns } from '../../language/word-patterns.ts'
import { changeFindings } from '../arithmetic/change-findings.ts'
import type { FigureStatement } from '../arithmetic/figure-statement.ts'
import type { Finding } from '../finding.ts'
import { finding, findingOf, type Rule, type RuleContext } from '../rule.ts'
import { figuresOf, isOwnWords, type Passage, type ShownFigure } from '../words/passage.ts'

const isRatio = (metric: string, { ledger }: RuleContext): boolean =>
  ledger.metrics.get(metric)?.unit.kind === 'percent'

/** A published change of a percentage that is itself in per cent cannot be distinguished from points: the data must say points. */
function statedInPercent(statement: FigureStatement, context: RuleContext): Finding | undefined {
  const { metric, measure, unit, place, fact } = statement
  if (measure === 'value' || unit.kind !== 'percent' || !isRatio(metric, context)) return undefined
  return finding('C5', 'error', {
    place,
    facts: [fact],
    message: `invalid unit, ${fact}: a difference of percentages is in points, never per cent`,
    hint: 'Write points (or bps) as the unit of this row.',
  })
}

/** The author's word after a number: "1.1 points" that goes on as "%", or "4.3%" as "points". */
function wordAfter(shown: ShownFigure, behind: string, words: WordPatterns): Finding | undefined {
  const after = behind.trimStart()
  const { unit } = shown.fact
  const says = words.pointsSign.test(after) ? 'points' : words.percentSign.test(after) ? 'percent' : undefined
  if (!says || says === unit.kind || (unit.kind !== 'percent' && unit.kind !== 'points')) return undefined
  return findingOf('C5', 'error', {
    shown,
    message: `invalid word after ${shown.use.text}: it is in ${unit.kind === 'points' ? 'points' : 'per cent'}`,
    hint: 'Remove the word: the figure prints its own unit.',
  })
}

function wordsOf(passage: Passage, words: WordPatterns): readonly Finding[] {
  return figuresOf(passage).flatMap(({ shown, end }) => {
    const stop = Math.min(end + 20, passage.text.length)
    const own = isOwnWords(passage, end, Math.min(end + 1, stop)) ? passage.text.slice(end, stop) : ''
    return wordAfter(shown, own, words) ?? []
  })
}

export const c5: Rule = {
  id: 'C5',
  title: 'a difference of ratios is in points, never per cent',
  check: (context) => [
    ...changeFindings(context).filter(({ rule }) => rule === 'C5'),
    ...context.ledger.statements.flatMap((statement) => statedInPercent(statement, context) ?? []),
    ...context.slides.flatMap(({ passages }) => passages.flatMap((passage) => wordsOf(passage, context.words))),
  ],
}
