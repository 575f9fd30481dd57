import { meets, ratio, scale } from '../../model/interval.ts'
import { compare, rational, zero } from '../../model/rational.ts'
import type { CheckRule } from '../check-input.ts'
import { failed, ticked } from '../check-input.ts'
import { unitClass } from '../stated-facts.ts'
import { endOf } from '../words/fiscal-calendar.ts'
import { rangeOf } from '../words/statement-interval.ts'
import { subjectOfMeasure } from '../words/text-subject.ts'
import { lineOf, nameOf, printed } from '../words/wording.ts'

/** C5/C6: points between two printed ratios are checked with the changes; here EPS × shares against net income. */
export const perShare: CheckRule = ({ facts }) =>
  facts.levels.flatMap((eps) => {
    if (eps.subject.measure !== 'eps' || !eps.period) return []
    const income = facts.level(subjectOfMeasure('net-income'), eps.period, eps.scenario, unitClass(eps))
    const count = facts.levels.find(
      ({ subject, period }) =>
        subject.measure === 'shares' &&
        period !== undefined &&
        eps.period !== undefined &&
        endOf(period) === endOf(eps.period),
    )
    if (!income || !count) return []
    const possible = ratio(rangeOf(income), rangeOf(count))
    if (!possible) return []
    const wide = { low: scale(possible, rational(97n, 100n)).low, high: scale(possible, rational(103n, 100n)).high }
    const checked = {
      rule: 'F6',
      code: 'text-per-share',
      parts: [eps, income, count] as const,
      arithmetic: `${printed(income)} / ${printed(count)} shares, printed ${printed(eps)} (${lineOf(income)}, ${lineOf(count)})`,
    }
    if (meets(wide, rangeOf(eps))) return [ticked(checked)]
    return [
      failed({
        ...checked,
        severity: 'warning',
        message: `invalid figure per share: "${printed(eps)}" for ${nameOf(eps)} times the shares is not net income "${printed(income)}"`,
        hint: 'Average and outstanding shares differ by little: more than 3% needs an explanation.',
      }),
    ]
  })

/** F6: the shares that net income and EPS of several periods imply must be about the same number. */
export const impliedShares: CheckRule = ({ facts }) => {
  const implied = facts.levels.flatMap((eps) => {
    const income =
      eps.subject.measure === 'eps' && eps.period
        ? facts.level(subjectOfMeasure('net-income'), eps.period, eps.scenario, unitClass(eps))
        : undefined
    const range = income && ratio(rangeOf(income), rangeOf(eps))
    return income && range && compare(range.low, zero) > 0 ? [{ eps, income, range }] : []
  })
  const first = implied[0]
  if (!first) return []
  return implied.slice(1).map(({ eps, income, range }) => {
    const wide = { low: scale(range, rational(93n, 100n)).low, high: scale(range, rational(107n, 100n)).high }
    const checked = {
      rule: 'F6',
      code: 'text-per-share',
      parts: [eps, income, first.eps, first.income] as const,
      arithmetic: `${printed(income)} / ${printed(eps)} against ${printed(first.income)} / ${printed(first.eps)} (${lineOf(first.eps)})`,
    }
    if (meets(wide, first.range)) return ticked(checked)
    return failed({
      ...checked,
      severity: 'warning',
      message: `ambiguous figure per share: ${nameOf(eps)} "${printed(eps)}" and net income "${printed(income)}" imply another number of shares than ${nameOf(first.eps)} "${printed(first.eps)}" with "${printed(first.income)}"`,
      hint: 'Without an issue, a split or a buy-back of that size, one of the four figures is wrong.',
    })
  })
}
