import { changeFindings } from '../arithmetic/change-findings.ts'
import type { Finding } from '../finding.ts'
import { findingOf, type Rule, type RuleContext } from '../rule.ts'

/** Percentages that were rightly left out are ticked: the reader sees n.m. and asks why. */
function leftOut({ slides }: RuleContext): readonly Finding[] {
  return slides.flatMap(({ shown }) =>
    shown
      .filter(({ fact }) => fact.kind === 'growth' && fact.absence === 'not-meaningful')
      .map((item) =>
        findingOf('C3', 'ticked', {
          shown: item,
          message: `${item.fact.id}: no percentage of a base that is not positive`,
        }),
      ),
  )
}

export const c3: Rule = {
  id: 'C3',
  title: 'no percentage where the base is not positive or the sign turns',
  check: (context) => [...changeFindings(context).filter(({ rule }) => rule === 'C3'), ...leftOut(context)],
}
