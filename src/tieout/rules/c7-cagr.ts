import { lastMonthOf } from '../../format/fiscal.ts'
import type { Fact } from '../../model/fact.ts'
import { checkCagr, operandOf } from '../arithmetic/change.ts'
import { rescaled } from '../arithmetic/metric-level.ts'
import { printedValue } from '../arithmetic/printed-value.ts'
import type { Finding } from '../finding.ts'
import { findingOf, type Rule, type RuleContext } from '../rule.ts'
import type { ShownFigure } from '../words/passage.ts'

function checkRate(shown: ShownFigure, { deck }: RuleContext): Finding | undefined {
  const { fact, use } = shown
  const printed = printedValue(shown, 0)
  if (fact.kind !== 'cagr') return undefined
  const ends = fact.inputs
    .map((id) => deck.facts.get(id))
    .filter((input): input is Fact => input !== undefined)
    .sort((a, b) => lastMonthOf(a.period) - lastMonthOf(b.period))
  const [first, last] = [ends[0], ends.at(-1)]
  const [from, to] = [operandOf(first), operandOf(last)]
  if (!first || !last || !from || !to)
    return findingOf('C7', 'not-checkable', {
      shown,
      message: `not checkable, ${use.text}: its ends are not known exactly`,
    })
  if (!printed) return undefined // n.m.: an end is not positive
  const months = lastMonthOf(last.period) - lastMonthOf(first.period)
  const result = checkCagr({ from, to: rescaled(to, from.exponent), months, printed, language: deck.config.language })
  if (!result)
    return findingOf('C3', 'error', { shown, message: `invalid compound rate ${use.text}: an end is not positive` })
  const { verdict, arithmetic, tolerance } = result
  const message = verdict === 'error' ? `invalid compound rate ${use.text}` : `${use.text} (${fact.id})`
  return findingOf('C7', verdict, { shown, facts: [fact.id, from.label, to.label], message, arithmetic, tolerance })
}

export const c7: Rule = {
  id: 'C7',
  title: 'a compound growth rate counts the intervals between its ends',
  check: (context) =>
    context.slides.flatMap((checked) => checked.shown.flatMap((shown) => checkRate(shown, context) ?? [])),
}
