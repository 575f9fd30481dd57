import { previousPeriod } from '../../../format/calendar.ts'
import type { Period } from '../../../model/period.ts'
import { divide, type Rational, sign } from '../../../model/rational.ts'
import type { Verdict } from '../../finding.ts'
import type { RuleContext } from '../../rule.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { type NameMatch, namesIn } from '../names/metric-names.ts'
import { clauseAt, type Passage } from '../passage.ts'

/** What the data say of a comparison in words; `reason` says by what, or what is missing. */
export interface Answer {
  readonly verdict: Extract<Verdict, 'ticked' | 'error' | 'not-checkable'>
  readonly reason: string
}

export const missing = (what: string): Answer => ({ verdict: 'not-checkable', reason: `missing ${what}` })

export const answer = (isTrue: boolean, reason: string): Answer => ({ verdict: isTrue ? 'ticked' : 'error', reason })

/** The period that the clause of a match names, else the reporting period. */
export function periodAt(match: WordMatch, passage: Passage, { deck, words }: RuleContext): Period {
  const clause = clauseAt(passage, match.start, words)
  const named = passage.pieces.find(
    (piece) => piece.kind === 'period' && piece.start >= clause.start && piece.end <= clause.end,
  )
  return (named?.kind === 'period' ? named.period : undefined) ?? deck.config.reportingPeriod
}

/** The names of a clause that only one metric has, by offsets into the passage. */
export function clauseNames(match: WordMatch, passage: Passage, { ledger, words }: RuleContext): readonly NameMatch[] {
  const { start, end } = clauseAt(passage, match.start, words)
  return namesIn(passage.text.slice(start, end), ledger.metrics)
    .filter(({ metrics }) => metrics.length === 1)
    .map((name) => ({ ...name, start: name.start + start, end: name.end + start }))
}

/** Growth as a ratio to the year before; undefined where it has none. */
export function growthOf(metric: string, period: Period, { ledger }: RuleContext): Rational | undefined {
  const question = { metric, period, scenario: 'actual' }
  const [now, base] = [ledger.known(question)?.value, ledger.known(ledger.base(question))?.value]
  return now && base && sign(base) > 0 ? divide(now, base) : undefined
}

/** The values a year before and in the period right before, of those that are known. */
export function earlierValues(metric: string, period: Period, { ledger }: RuleContext): readonly Rational[] {
  const question = { metric, period, scenario: 'actual' }
  const before = previousPeriod(period, ledger.config.calendar)
  const bases = [ledger.base(question), ledger.base({ ...question, vs: before })]
  return bases.flatMap((base) => ledger.known(base)?.value ?? [])
}
