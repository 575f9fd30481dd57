import type { Finding } from '../finding.ts'
import { type CheckedSlide, findingOf, type Rule, type RuleContext } from '../rule.ts'

/** The slide that says of targets and forecasts that they are such: one of the layout `statement`, and by its words. */
function statementOf({ deck, slides }: RuleContext): CheckedSlide | undefined {
  const words = new RegExp(deck.config.language.claims.forwardLooking, 'iu')
  return slides.find(
    ({ slide, passages }) =>
      slide.layout === 'statement' &&
      !slide.hidden &&
      passages.some(({ region, text }) => region !== 'note' && words.test(text)),
  )
}

/** Targets and forecasts need the statement that they are such. */
function check(context: RuleContext): readonly Finding[] {
  const { deck, slides } = context
  const { scenarios } = deck.data
  const isForward = (scenario: string): boolean => (scenarios.get(scenario)?.kind ?? 'actual') !== 'actual'
  const forward = slides.flatMap(({ shown }) => shown.filter(({ fact }) => isForward(fact.scenario)))
  const [first] = forward
  if (!first) return []
  const statement = statementOf(context)
  if (statement) {
    const message = `${forward.length} targets and forecasts; the statement is on slide ${statement.slide.id}`
    return [findingOf('L1', 'ticked', { shown: first, message })]
  }
  return [
    findingOf('L1', 'error', {
      shown: first,
      message: 'missing forward-looking statement: the deck prints targets or forecasts',
      hint: 'Add a slide with layout: statement that says so: "These forward-looking statements …".',
    }),
  ]
}

export const l1: Rule = { id: 'L1', title: 'targets come with the forward-looking statement', check }
