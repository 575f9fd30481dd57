import { spanOf } from '../../format/fiscal.ts'
import type { Span } from '../../model/period.ts'
import type { FigureStatement } from '../arithmetic/figure-statement.ts'
import { footTie, nameOf, plus } from '../arithmetic/tie-footing.ts'
import type { Finding } from '../finding.ts'
import { type DataContext, dataCheck, type Rule } from '../rule.ts'
import { statedTotals } from './f1-total.ts'

/** Lengths, in months, of the consecutive spans that a longer one is made of. */
const splits: Readonly<Record<number, readonly (readonly number[])[]>> = {
  3: [[1, 1, 1]],
  6: [[3, 3]],
  9: [
    [6, 3],
    [3, 3, 3],
  ],
  12: [
    [6, 6],
    [9, 3],
    [3, 3, 3, 3],
    [6, 3, 3],
  ],
}

/** The spans that a span may be the sum of, in every way that companies report; without labels. */
export function partitions(span: Span): readonly (readonly Span[])[] {
  return (splits[span.months] ?? []).map((lengths) => {
    let start = span.start
    return lengths.map((months): Span => {
      const part: Span = { kind: 'span', start, months, label: '' }
      start += months
      return part
    })
  })
}

function checkStatement(statement: FigureStatement, { ledger }: DataContext): readonly Finding[] {
  const { period, metric, scenario, place } = statement
  if (period.kind !== 'span') return []
  const named = (parts: readonly Span[]): string =>
    `${nameOf(ledger, statement)} = ${parts.map(({ label }) => label).join(' + ')}`
  const isStated = (part: Span): boolean => ledger.stated({ metric, scenario, period: part }).length > 0
  const cases = partitions(period)
    .filter((parts) => parts.some(isStated))
    .map((parts) => parts.map(({ start, months }) => spanOf(start, months, ledger.config.calendar)))
    .map((parts) => ({
      rule: 'F4' as const,
      name: named(parts),
      total: { metric, scenario, period },
      parts: parts.map((part) => ({ metric, scenario, period: part, weight: plus })),
      place,
    }))
  const findings = cases.map((tie) => footTie(tie, ledger))
  const checkable = findings.filter(({ verdict }) => verdict !== 'not-checkable')
  return checkable.length > 0 ? checkable : findings.slice(0, 1) // one row says that no partition can be checked
}

function check(context: DataContext): readonly Finding[] {
  const flows = [...context.ledger.metrics.values()].filter(({ kind }) => kind === 'flow')
  return flows.flatMap(({ id }) => statedTotals(context, id).flatMap((statement) => checkStatement(statement, context)))
}

export const f4: Rule = { id: 'F4', title: 'quarters add up to the half and the year', check: dataCheck(check) }
