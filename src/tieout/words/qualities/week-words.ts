import { containing, lastMonthOf } from '../../../format/fiscal.ts'
import { numberSaid } from '../../../language/claims/number-phrases.ts'
import type { Calendar, Period, Span } from '../../../model/period.ts'
import type { Finding } from '../../finding.ts'
import { finding, type RuleContext } from '../../rule.ts'
import { clauseAt, figuresOf, matchesIn, type Passage } from '../passage.ts'
import { placeOf } from '../word-place.ts'
import { periodOfPart, wordedPeriods } from '../worded-periods.ts'
import { numberOf } from './time-words.ts'

/** "The second quarter had sixteen weeks": how long a part of the year is, without a number of it. */
function lengthFindings(passage: Passage, { words, deck, files }: RuleContext): readonly Finding[] {
  const { calendar, reportingPeriod } = deck.config
  const last = lastMonthOf(reportingPeriod)
  return matchesIn(passage, words.phrases('hasWeeks')).flatMap((match): readonly Finding[] => {
    const [unit = '', count = ''] = match.groups
    const said = numberSaid(words.claims, count)
    const months = words.claims.periodMonths[unit.toLowerCase()]
    if (said === undefined || months === undefined) return []
    const worded = wordedPeriods(passage, words, calendar).find(
      ({ match: at }) => match.start <= at.start && at.end <= match.end,
    )
    const period = worded ? periodOfPart(worded.part, { calendar, last }) : partAt(reportingPeriod, months, calendar)
    const weeks = period?.days?.weeks
    if (weeks === undefined) return []
    const about = { slide: passage.slide.id, place: placeOf(passage, match, files), facts: [] }
    if (weeks === said)
      return [finding('S9', 'ticked', { ...about, message: `"${match.text}" as the calendar has it` })]
    const message = `invalid length "${match.text}": ${period?.label} has ${weeks} weeks`
    return [
      finding('S9', 'error', { ...about, message, hint: 'Write the number of weeks that the calendar gives it.' }),
    ]
  })
}

/** The part of a year that ends with a period; undefined of a year that is not over. */
function partAt(period: Period, months: number, calendar: Calendar): Span | undefined {
  const part = containing(period, months, calendar)
  return lastMonthOf(part) === lastMonthOf(period) ? part : undefined
}

/** "For the sixteen weeks to mid-April, sales were …": so many weeks, beside a number of a period of others. */
export function weekFindings(passage: Passage, context: RuleContext): readonly Finding[] {
  const { words, deck, ledger, files } = context
  if (deck.config.calendar.days === undefined) return [] // periods of months
  const beside = matchesIn(passage, words.phrases('overWeeks')).flatMap((match): readonly Finding[] => {
    const said = numberSaid(words.claims, match.groups[0] ?? '')
    const fact = said === undefined ? undefined : numberOf(match, passage, context)?.shown.fact
    if (!fact || ['stock', undefined].includes(ledger.metrics.get(fact.metric)?.kind)) return []
    const clause = clauseAt(passage, match.start, words)
    const weeks = figuresOf(passage)
      .filter(({ start, end }) => start >= clause.start && end <= clause.end)
      .flatMap(
        ({
          shown: {
            fact: { period, comparator },
          },
        }) => [period, ...(comparator ? [comparator.period] : [])],
      )
      .flatMap((period) => (period.kind === 'span' ? (period.days?.weeks ?? []) : []))
    if (weeks.length === 0) return []
    const about = { slide: passage.slide.id, place: placeOf(passage, match, files), facts: [fact.id] }
    if (weeks.some((each) => each === said))
      return [finding('S9', 'ticked', { ...about, message: `"${match.text}" is the length of its period` })]
    return [
      finding('S9', 'error', {
        ...about,
        message: `invalid period "${match.text}": its figure is of ${fact.period.label}, ${weeks[0]} weeks`,
        hint: 'Write {{dates …}} with the period of the figure.',
      }),
    ]
  })
  return [...beside, ...lengthFindings(passage, context)]
}
