import { numberSaid } from '../../../language/claims/number-phrases.ts'
import type { Finding } from '../../finding.ts'
import { finding, type RuleContext } from '../../rule.ts'
import { clauseAt, figuresOf, matchesIn, type Passage } from '../passage.ts'
import { placeOf } from '../word-place.ts'
import { numberOf } from './time-words.ts'

/** "For the sixteen weeks to mid-April, sales were …": so many weeks, beside a number of a period of others. */
export function weekFindings(passage: Passage, context: RuleContext): readonly Finding[] {
  const { words, deck, ledger, files } = context
  if (deck.config.calendar.days === undefined) return [] // periods of months
  return matchesIn(passage, words.phrases('overWeeks')).flatMap((match): readonly Finding[] => {
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
}
