import { previousPeriod } from '../../../format/calendar.ts'
import type { ClaimWords } from '../../../language/claim-words.ts'
import { formsOf } from '../../../language/claims/pattern-parts.ts'
import { figureId } from '../../../model/fact.ts'
import { compare, divide, type Rational, rational, sign } from '../../../model/rational.ts'
import type { RuleContext } from '../../rule.ts'
import { saidMonths } from '../claim-segment.ts'
import type { ClaimSubject } from '../claim-subject.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import type { Passage } from '../passage.ts'
import type { Answer } from './comparison-answer.ts'

/** A claim in words, and what it is said of. */
export interface SubjectClaim {
  readonly match: WordMatch
  readonly passage: Passage
  readonly subject: ClaimSubject
}

function factorOf({ factors }: ClaimWords, word: string): Rational | undefined {
  const found = factors.find(({ forms }) => formsOf([forms]).includes(word.toLowerCase()))
  return found && rational(BigInt(found.factor[0]), BigInt(found.factor[1]))
}

/** How much of a factor there may be: "more than doubled", "doubled", "nearly doubled". */
const factorBounds = {
  above: [rational(1n), rational(3n, 2n)],
  around: [rational(9n, 10n), rational(11n, 10n)],
  below: [rational(4n, 5n), rational(1n)],
} as const

/** "More than doubled", against what its figure or its words compare with, else the year before. */
export function checkFactor(claim: SubjectClaim, context: RuleContext): Answer {
  const { ledger, words } = context
  const { metric, scenario, period, shown } = claim.subject
  const comparator = shown?.fact.comparator
  const asked = { metric, scenario, period }
  const back = saidMonths(claim.match, claim.passage, context)
  const vs = back === undefined || back === 12 ? {} : { vs: previousPeriod(period, ledger.config.calendar) }
  const now = ledger.known(asked)?.value
  const base = ledger.known(comparator ? { metric, ...comparator } : ledger.base({ ...asked, ...vs }))?.value
  const [qualifier = '', word = ''] = claim.match.groups
  const wanted = factorOf(words.claims, word)
  if (!now || !base || !wanted) return { verdict: 'error', reason: 'the value before is not known' }
  if (sign(base) <= 0) return { verdict: 'error', reason: 'the value before is not above zero' }
  const falls = compare(wanted, rational(1n)) < 0 // "more than halved" is a greater fall, and a smaller value
  const ratio = divide(now, base)
  if (sign(ratio) <= 0)
    return { verdict: 'error', reason: `${figureId({ metric, scenario, period })} is not above zero` }
  const share = falls ? divide(wanted, ratio) : divide(ratio, wanted)
  const hedge = words.claims.hedges.find((each) => each.word === qualifier.toLowerCase())?.side
  const [low, high] = factorBounds[hedge ?? 'around']
  const right = compare(share, low) >= 0 && compare(share, high) <= 0
  return {
    verdict: right ? 'ticked' : 'error',
    reason: `${figureId({ metric, scenario, period })} against the period before`,
  }
}
