import type { Fact } from '../../model/fact.ts'
import { rational, sign } from '../../model/rational.ts'
import { plainAmount } from '../arithmetic/amount.ts'
import { changeFindings } from '../arithmetic/change-findings.ts'
import type { Finding } from '../finding.ts'
import { findingOf, type Rule, type RuleContext } from '../rule.ts'

/** Why a percentage is left out: its base, or its size. */
function reasonOf({ metric, period, scenario, comparator }: Fact, { ledger }: RuleContext): string {
  const now = ledger.known({ metric, period, scenario })
  const base = comparator && ledger.known({ metric, period: comparator.period, scenario: comparator.scenario })
  const bound = plainAmount(rational(BigInt(ledger.config.numbers.growthBound)))
  return now && base && sign(now.value) > 0 && sign(base.interval.low) > 0
    ? `growth beyond ${bound}% is not meaningful`
    : 'no percentage of a base that is not positive'
}

/** Percentages that were rightly left out are ticked: the reader sees n.m. and asks why. */
function leftOut(context: RuleContext): readonly Finding[] {
  return context.slides.flatMap(({ shown }) =>
    shown
      .filter(({ fact }) => fact.kind === 'growth' && fact.absence === 'not-meaningful')
      .map((item) =>
        findingOf('C3', 'ticked', {
          shown: item,
          message: `${item.fact.id}: ${reasonOf(item.fact, context)}`,
        }),
      ),
  )
}

export const c3: Rule = {
  id: 'C3',
  title: 'no percentage where the base is not positive or the sign turns',
  check: (context) => [...changeFindings(context).filter(({ rule }) => rule === 'C3'), ...leftOut(context)],
}
