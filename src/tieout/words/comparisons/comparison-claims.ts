import type { ClaimWords } from '../../../language/claim-words.ts'
import { wordExpression } from '../../../language/claims/pattern-parts.ts'
import type { Fact } from '../../../model/fact.ts'
import { once } from '../../../model/memory.ts'
import { compare } from '../../../model/rational.ts'
import type { Finding } from '../../finding.ts'
import { finding, type RuleContext } from '../../rule.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { namesIn } from '../names/metric-names.ts'
import { clauseAt, figuresOf, matchesIn, ownText, type Passage } from '../passage.ts'
import { placeOf } from '../word-place.ts'
import { type Answer, answer, clauseNames, growthOf, missing, periodAt } from './comparison-answer.ts'
import { everyPart, ledBy, ledChange, ledWhole, onlyNamed, onlyPart } from './part-claims.ts'
import { againstResult, turned } from './result-claims.ts'
import { againstTarget, revision } from './target-claims.ts'

type Check = (match: WordMatch, passage: Passage, context: RuleContext) => Answer | undefined

/** "Retail outgrew Wholesale (4% against 2%)", names that several metrics share: by the two changes behind them, where these have the names. */
function paceOfFigures(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1): Answer | undefined {
  const { ledger, words } = context
  const clause = clauseAt(passage, match.start, words)
  const [first, second, ...more] = figuresOf(passage)
    .filter(({ start, end, shown }) => start >= match.end && end <= clause.end && shown.fact.kind === 'growth')
    .map(({ shown }) => shown.fact)
  if (!first?.value || !second?.value || more.length > 0) return undefined
  const isNamedIn = (fact: Fact, from: number, to: number): boolean =>
    namesIn(passage.text.slice(from, to), ledger.metrics).some(({ metrics }) => metrics.includes(fact.metric))
  if (!isNamedIn(first, clause.start, match.start) || !isNamedIn(second, match.end, clause.end)) return undefined
  return answer(compare(first.value, second.value) === side, `${first.id} and ${second.id}`)
}

/** "Revenue grew faster than costs": both by name. */
function pace(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1): Answer {
  const names = clauseNames(match, passage, context)
  const first = names.findLast(({ end }) => end <= match.start)?.metrics[0]
  const second = names.find(({ start }) => start >= match.end)?.metrics[0]
  if (first === undefined || second === undefined)
    return paceOfFigures(match, passage, context, side) ?? missing('two metrics by their whole labels')
  const period = periodAt(match, passage, context)
  const [a, b] = [growthOf(first, period, context), growthOf(second, period, context)]
  const reason = `growth of ${first} and ${second} in ${period.label}`
  return a && b ? answer(compare(a, b) === side, reason) : missing(reason)
}

/** Each kind of comparison with its words; a new kind is a line here. */
const kindsOf = once(({ comparisonPhrases: phrases }: ClaimWords): readonly (readonly [RegExp, Check])[] => {
  const kind = (source: string, check: Check): readonly [RegExp, Check] => [wordExpression(source, 'giu'), check]
  return [
    kind(phrases.aboveTarget, (...claim) => againstTarget(...claim, 1)),
    kind(phrases.belowTarget, (...claim) => againstTarget(...claim, -1)),
    kind(phrases.raisedTarget, (...claim) => revision(...claim, 1)),
    kind(phrases.cutTarget, (...claim) => revision(...claim, -1)),
    kind(phrases.keptTarget, (...claim) => revision(...claim, 0)),
    kind(phrases.fasterThan, (...claim) => pace(...claim, 1)),
    kind(phrases.slowerThan, (...claim) => pace(...claim, -1)),
    kind(phrases.allParts, everyPart),
    kind(phrases.onlyPart, onlyPart),
    kind(phrases.onlyNamed, onlyNamed),
    kind(phrases.ledChange, ledChange),
    kind(phrases.ledWhole, ledWhole),
    kind(phrases.ledBy, ledBy),
    kind(phrases.turnedProfit, (...claim) => turned(...claim, 1)),
    kind(phrases.turnedLoss, (...claim) => turned(...claim, -1)),
    kind(phrases.againstProfit, (...claim) => againstResult(...claim, 1)),
    kind(phrases.againstLoss, (...claim) => againstResult(...claim, -1)),
  ]
})

/** Whether a claim is denied, hoped for or feared: then it is none. */
function isNoClaim(match: WordMatch, passage: Passage, { words }: RuleContext): boolean {
  const { start } = clauseAt(passage, match.start, words)
  const before = ownText(passage, start, match.start)
  return words.denied.test(before) || words.future.test(before) || words.targets.test(before)
}

/** Comparisons of a passage that hold no change of their own: with targets, between metrics, of all parts of a sum. */
export function comparisonFindings(passage: Passage, context: RuleContext): readonly Finding[] {
  return kindsOf(context.words.claims).flatMap(([expression, check]) =>
    matchesIn(passage, expression).flatMap((match): readonly Finding[] => {
      const found = isNoClaim(match, passage, context) ? undefined : check(match, passage, context)
      if (!found) return []
      const { verdict, reason } = found
      const said = `"${match.text}": ${reason}`
      const about = { slide: passage.slide.id, place: placeOf(passage, match, context.files), facts: [] }
      if (verdict !== 'error')
        return [finding('S1', verdict, { ...about, message: verdict === 'ticked' ? said : `not checkable, ${said}` })]
      const hint = 'Reword it, or correct the figures.'
      return [finding('S1', verdict, { ...about, message: `invalid comparison ${said}`, hint })]
    }),
  )
}
