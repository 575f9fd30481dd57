import type { ClaimWords } from '../../../language/claim-words.ts'
import { wordExpression } from '../../../language/claims/pattern-parts.ts'
import { once } from '../../../model/memory.ts'
import type { Finding } from '../../finding.ts'
import { finding, type RuleContext } from '../../rule.ts'
import { hasMatchOf, type WordMatch } from '../matches/text-pool.ts'
import { clauseAt, matchesIn, ownText, type Passage } from '../passage.ts'
import { placeOf } from '../word-place.ts'
import type { Answer } from './comparison-answer.ts'
import { levels, moreNamed } from './level-claims.ts'
import { pace, timesPace } from './pace-claims.ts'
import { everyPart, ledBy, ledChange, ledWhole, onlyNamed, onlyPart, rankedPart, someParts } from './part-claims.ts'
import { peaked } from './peak-claims.ts'
import { againstResult, turned } from './result-claims.ts'
import { againstTarget, revision } from './target-claims.ts'

type Check = (match: WordMatch, passage: Passage, context: RuleContext) => Answer | undefined

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
    kind(phrases.timesAsFast, timesPace),
    kind(phrases.aboveOther, (...claim) => levels(...claim, 1)),
    kind(phrases.belowOther, (...claim) => levels(...claim, -1)),
    kind(phrases.equalToOther, (...claim) => levels(...claim, 0)),
    kind(phrases.allParts, everyPart),
    kind(phrases.someParts, someParts),
    kind(phrases.rankedPart, rankedPart),
    kind(phrases.moreOf, (...claim) => moreNamed(...claim, 1)),
    kind(phrases.lessOf, (...claim) => moreNamed(...claim, -1)),
    kind(phrases.onlyPart, onlyPart),
    kind(phrases.onlyNamed, onlyNamed),
    kind(phrases.ledChange, ledChange),
    kind(phrases.ledWhole, ledWhole),
    kind(phrases.ledBy, ledBy),
    kind(phrases.peaked, (...claim) => peaked(...claim, 1)),
    kind(phrases.bottomed, (...claim) => peaked(...claim, -1)),
    kind(phrases.turnedProfit, (...claim) => turned(...claim, 1)),
    kind(phrases.turnedLoss, (...claim) => turned(...claim, -1)),
    kind(phrases.againstProfit, (...claim) => againstResult(...claim, 1)),
    kind(phrases.againstLoss, (...claim) => againstResult(...claim, -1)),
  ]
})

const expressionsOf = once((claims: ClaimWords): readonly RegExp[] => kindsOf(claims).map(([expression]) => expression))

/** Whether a claim is denied, hoped for or feared: then it is none. */
function isNoClaim(match: WordMatch, passage: Passage, { words }: RuleContext): boolean {
  const { start } = clauseAt(passage, match.start, words)
  const before = ownText(passage, start, match.start)
  return words.denied.test(before) || words.future.test(before) || words.targets.test(before)
}

/** Comparisons of a passage that hold no change of their own: with targets, between metrics, of all parts of a sum. */
export function comparisonFindings(passage: Passage, context: RuleContext): readonly Finding[] {
  if (!hasMatchOf(expressionsOf(context.words.claims), passage.text, passage.pool)) return []
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
