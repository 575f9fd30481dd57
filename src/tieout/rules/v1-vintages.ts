import { figureId } from '../../model/fact.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule, type RuleContext } from '../rule.ts'

/** Rows of several documents that agree were made one figure when they were read; those that do not are mistakes there. */
function check({ deck }: RuleContext): readonly Finding[] {
  return deck.data.figures.flatMap((figure) => {
    const { measure, place, sources, alsoAt } = figure
    if (measure !== 'value' || alsoAt === undefined) return []
    const documents = [...new Set(sources.map(({ document }) => document))].join(', ')
    const fact = figureId(figure)
    return [finding('V1', 'ticked', { place, facts: [fact], message: `${fact} is the same in ${documents}` })]
  })
}

export const v1: Rule = { id: 'V1', title: 'documents that state one figure agree', check }
