import { fiscalPlace, spanOf } from '../../format/fiscal.ts'
import { once } from '../../model/memory.ts'
import type { Calendar, Span } from '../../model/period.ts'
import { negate, type Rational, sign } from '../../model/rational.ts'
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
export const partitions = once((span: Span): readonly (readonly Span[])[] =>
  (splits[span.months] ?? []).map((lengths) => {
    let start = span.start
    return lengths.map((months): Span => {
      const part: Span = { kind: 'span', start, months, label: '' }
      start += months
      return part
    })
  }),
)

/** A span as the calendar calls it. */
const labelledIn = once((calendar: Calendar) => once(({ start, months }: Span) => spanOf(start, months, calendar)))

type SignedSpan = readonly [span: Span, weight: Rational]

/** Twelve months that are no fiscal year: the year in which they begin, plus what was done since, less the same a year before. */
function rolledYear({ start, months }: Span, calendar: Calendar): readonly SignedSpan[] | undefined {
  const { offset } = fiscalPlace(start, calendar)
  if (months !== 12 || offset === 0) return undefined
  const first = start - offset
  const parts = [[spanOf(first, 12, calendar), plus] as const, [spanOf(first + 12, offset, calendar), plus] as const]
  return [...parts, [spanOf(first, offset, calendar), negate(plus)]]
}

/** "1Q08 + 2Q08", "FY08 + 1Q09 - 1Q08" */
const sumOf = (parts: readonly SignedSpan[]): string =>
  parts.map(([{ label }, weight], at) => (at === 0 ? label : `${sign(weight) < 0 ? '-' : '+'} ${label}`)).join(' ')

function checkStatement(statement: FigureStatement, { ledger }: DataContext): readonly Finding[] {
  const { period, metric, scenario, place } = statement
  if (period.kind !== 'span') return []
  const { calendar } = ledger.config
  const isStated = (part: Span): boolean => ledger.stated({ metric, scenario, period: part }).length > 0
  const isKnown = (part: Span): boolean => ledger.level({ metric, scenario, period: part }) !== undefined
  const ways = partitions(period).filter((parts) => parts.some(isStated))
  const checkableWays = ways.filter((parts) => parts.every(isKnown))
  const split = (checkableWays.length > 0 ? checkableWays : ways.slice(0, 1)).map((parts) =>
    parts.map((part): SignedSpan => [labelledIn(calendar)(part), plus]),
  )
  const rolled = rolledYear(period, calendar)
  const isRolled = rolled?.every(([part]) => isStated(part))
  const findings = [...split, ...(rolled && isRolled ? [rolled] : [])].map((parts) =>
    footTie(
      {
        rule: 'F4',
        name: `${nameOf(ledger, statement)} = ${sumOf(parts)}`,
        total: { metric, scenario, period },
        parts: parts.map(([part, weight]) => ({ metric, scenario, period: part, weight })),
        place,
      },
      ledger,
    ),
  )
  const checkable = findings.filter(({ verdict }) => verdict !== 'not-checkable')
  return checkable.length > 0 ? checkable : findings.slice(0, 1) // one row says that no partition can be checked
}

function check(context: DataContext): readonly Finding[] {
  const flows = [...context.ledger.metrics.values()].filter(({ kind }) => kind === 'flow')
  return flows.flatMap(({ id }) => statedTotals(context, id).flatMap((statement) => checkStatement(statement, context)))
}

export const f4: Rule = { id: 'F4', title: 'quarters add up to the half and the year', check: dataCheck(check) }
