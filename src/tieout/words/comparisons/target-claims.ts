import { figureId } from '../../../model/fact.ts'
import { periodKey } from '../../../model/period.ts'
import { compare } from '../../../model/rational.ts'
import type { RuleContext } from '../../rule.ts'
import { subjectOf } from '../claim-subject.ts'
import type { WordMatch } from '../matches/text-pool.ts'
import { clauseAt, figuresOf, type Passage } from '../passage.ts'
import { type Answer, answer, clauseNames, missing } from './comparison-answer.ts'

/** An actual figure against the targets that the data have of its period: one that fits is enough. */
export function againstTarget(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1): Answer {
  const { ledger, deck } = context
  const subject = subjectOf(passage, match, context)
  if (!subject) return missing('what was compared: a figure, or a metric by its whole label')
  const { metric, period } = subject
  const by = figuresOf(passage).find(({ start }) => start >= match.end)
  const comparator = by?.shown.fact.comparator
  if (by && comparator?.scenario === 'actual' && /^\s+by\s+$/.test(passage.text.slice(match.end, by.start)))
    return answer(false, `${by.shown.use.text} is measured against ${comparator.base}, no target`)
  const actual = ledger.known({ metric, period })
  const planned = [...deck.data.scenarios.values()].filter(({ kind }) => kind !== 'actual')
  const targets = planned.flatMap(({ id }) => ledger.level({ metric, period, scenario: id }) ?? [])
  if (!actual || targets.length === 0)
    return missing(actual ? `a target of ${figureId(subject)}` : figureId({ metric, period }))
  const fits = targets.some(({ interval, ulp, value, exponent }) => {
    if (exponent !== actual.exponent) return true // published in another scale: not judged here
    const edge = ulp ? value : side > 0 ? interval.high : interval.low
    return compare(actual.value, edge) === side
  })
  return answer(fits, `${figureId({ metric, period })} against ${targets.map(({ fact }) => fact).join(', ')}`)
}

/** One target in two versions, the later one against the one before. */
interface Revision {
  readonly moved: number
  readonly facts: string
  /** What it is of: the label of its period, and the later scenario. */
  readonly period: string
  readonly scenario: string
}

/** Every target of a metric of which an earlier version is known, by the days on which the scenarios were issued. */
export function revisionsOf(metric: string, { ledger, deck }: RuleContext): readonly Revision[] {
  const byPeriod = new Map<string, { issued: string; scenario: string }[]>()
  const own = ledger.values(metric)
  for (const { period, scenario } of own) {
    const { issued } = deck.data.scenarios.get(scenario) ?? {}
    if (issued === undefined) continue
    const key = periodKey(period)
    const known = byPeriod.get(key) ?? []
    if (known.every((each) => each.scenario !== scenario)) byPeriod.set(key, [...known, { issued, scenario }])
  }
  return own.flatMap(({ period, scenario }) => {
    const versions = (byPeriod.get(periodKey(period)) ?? []).toSorted((a, b) => (a.issued < b.issued ? -1 : 1))
    const at = versions.findIndex((each) => each.scenario === scenario)
    const before = versions[at - 1]
    if (at !== versions.length - 1 || !before) return []
    const [now, earlier] = [scenario, before.scenario].map((each) => ledger.level({ metric, period, scenario: each }))
    if (!now || !earlier || now.exponent !== earlier.exponent) return []
    return [
      {
        moved: compare(now.value, earlier.value),
        facts: `${now.fact} after ${earlier.fact}`,
        period: period.label,
        scenario,
      },
    ]
  })
}

/** "We raised guidance (for sales)": what the clause names, else any target of which two versions are known. */
export function revision(match: WordMatch, passage: Passage, context: RuleContext, side: 1 | -1 | 0): Answer {
  const { ledger, words } = context
  const clause = clauseAt(passage, match.start, words)
  const figures = figuresOf(passage).filter(({ start, end }) => start >= clause.start && end <= clause.end)
  const named = new Set([
    ...clauseNames(match, passage, context).flatMap(({ metrics }) => metrics),
    ...figures.map(({ shown }) => shown.fact.metric),
  ])
  const asked = named.size > 0 ? [...named] : [...ledger.metrics.keys()]
  const known = asked.flatMap((metric) => revisionsOf(metric, context))
  if (known.length === 0)
    return missing(
      `an earlier target${named.size > 0 ? ` of ${[...named].join(', ')}` : ''}, with the day it was issued`,
    )
  return answer(
    known.some(({ moved }) => moved === side),
    known.map(({ facts }) => facts).join(', '),
  )
}
