import { previousPeriod, shiftYears } from '../../../format/calendar.ts'
import { containing, lastMonthOf } from '../../../format/fiscal.ts'
import { monthOf } from '../../../language/word-patterns.ts'
import { figureId } from '../../../model/fact.ts'
import type { Period } from '../../../model/period.ts'
import { compare } from '../../../model/rational.ts'
import type { Finding, Verdict } from '../../finding.ts'
import { finding, type RuleContext } from '../../rule.ts'
import type { Passage, ShownFigure } from '../passage.ts'
import { isPart, wordedPeriods } from '../worded-periods.ts'
import { type Answer, answer, missing } from './comparison-answer.ts'
import { revisionsOf } from './target-claims.ts'

/** The time that a text begins with, before that of a number: "the year-end", "a year ago", "March", "the second quarter". */
function baseOf(from: number, { fact }: ShownFigure, passage: Passage, context: RuleContext): Period | undefined {
  const { words, ledger } = context
  const { calendar } = ledger.config
  const { period, metric } = fact
  const text = passage.text.slice(from)
  const [year, before] = [shiftYears(period, -1, calendar), previousPeriod(period, calendar)]
  if (words.phrase('yearEndAhead').test(text)) return shiftYears(containing(period, 12, calendar), -1, calendar)
  const ago = words.comparisons.find(
    ({ pattern }) => pattern.exec(` ${text}`)?.index === 0 || pattern.exec(text)?.index === 0,
  )
  if (ago) return ago.months === 12 ? year : before
  if (text.search(words.subjects.lastYear) === 0) return year
  const worded = wordedPeriods(passage, words, calendar).find(
    ({ match }) => match.start >= from && match.start - from <= 4,
  )
  if (worded) return [before, year].find((each) => isPart(each, worded.part, calendar))
  const month = monthOf(words.claims, /^\p{L}+/u.exec(text)?.[0] ?? '') - 1
  if (month < 0) return undefined
  const stored = ledger.values(metric).filter(({ scenario }) => scenario === fact.scenario)
  const ends = stored.map((each) => each.period).filter((each) => lastMonthOf(each) < lastMonthOf(period))
  return ends.filter((each) => lastMonthOf(each) % 12 === month).sort((a, b) => lastMonthOf(b) - lastMonthOf(a))[0]
}

/** "More than at the year-end" under a number or beside it. */
function againstTime(shown: ShownFigure, passage: Passage, context: RuleContext, side: 1 | -1): Answer | undefined {
  const { words, ledger } = context
  const { metric, period, scenario } = shown.fact
  const lead = words.phrase(side > 0 ? 'isMoreThan' : 'isLessThan').exec(passage.text)?.[0]
  const base = lead === undefined ? undefined : baseOf(lead.length, shown, passage, context)
  if (!base) return undefined
  const now = ledger.level({ metric, period, scenario })
  const then = ledger.level(ledger.base({ metric, period, scenario, vs: base }))
  if (!now || !then) return missing(figureId({ metric, period: base }))
  return answer(compare(now.value, then.value) === side, `${now.fact} and ${then.fact}`)
}

/** "Cut in February" under a target. */
function revised({ fact }: ShownFigure, passage: Passage, context: RuleContext): Answer | undefined {
  const { words, deck } = context
  if ((deck.data.scenarios.get(fact.scenario)?.kind ?? 'actual') === 'actual') return undefined
  const kinds = { noteRaised: 1, noteCut: -1, noteKept: 0 } as const
  const side = (Object.keys(kinds) as (keyof typeof kinds)[]).find((kind) => words.phrase(kind).test(passage.text))
  if (side === undefined) return undefined
  const known = revisionsOf(fact.metric, context).filter(
    ({ period, scenario }) => period === fact.period.label && scenario === fact.scenario,
  )
  if (known.length === 0) return missing(`an earlier target of ${fact.metric}, with the day it was issued`)
  return answer(
    known.some(({ moved }) => moved === kinds[side]),
    known.map(({ facts }) => facts).join(', '),
  )
}

/** What the words of a note say of its number as a whole: under that of a tile, or in a column of words. */
export function noteFindings(passage: Passage, context: RuleContext): readonly Finding[] {
  const { of: shown, text } = passage
  if (shown?.fact.kind !== 'figure') return []
  const found =
    againstTime(shown, passage, context, 1) ??
    againstTime(shown, passage, context, -1) ??
    revised(shown, passage, context)
  if (!found) return []
  const messages: Readonly<Record<Answer['verdict'], string>> = {
    ticked: `"${text}": ${found.reason}`,
    error: `invalid comparison "${text}": ${found.reason}`,
    'not-checkable': `not checkable, "${text}": ${found.reason}`,
  }
  const about = { slide: passage.slide.id, place: passage.place, facts: [shown.use.fact], use: shown.use.key }
  const verdict: Verdict = found.verdict
  const hint = verdict === 'error' ? 'Reword it, or correct the figures.' : undefined
  return [finding('S1', verdict, { ...about, message: messages[found.verdict], hint })]
}
