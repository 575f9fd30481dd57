import type { Finding } from '../finding.ts'
import { findingOf, type Rule, type RuleContext } from '../rule.ts'

/** Targets and forecasts need the statement that they are such, on a slide of the layout `statement`. */
function check({ deck, slides }: RuleContext): readonly Finding[] {
  const { scenarios } = deck.data
  const isForward = (scenario: string): boolean => (scenarios.get(scenario)?.kind ?? 'actual') !== 'actual'
  const forward = slides.flatMap(({ shown }) => shown.filter(({ fact }) => isForward(fact.scenario)))
  const [first] = forward
  if (!first) return []
  const statement = deck.slides.find(({ layout, hidden }) => layout === 'statement' && !hidden)
  if (statement) {
    const message = `${forward.length} targets and forecasts; the statement is on slide ${statement.id}`
    return [findingOf('L1', 'ticked', { shown: first, message })]
  }
  return [
    findingOf('L1', 'error', {
      shown: first,
      message: 'missing forward-looking statement: the deck prints targets or forecasts',
      hint: 'Add a slide with layout: statement.',
    }),
  ]
}

export const l1: Rule = { id: 'L1', title: 'targets come with the forward-looking statement', check }
