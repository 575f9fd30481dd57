import { sign } from '../../model/rational.ts'
import type { FigureStatement } from '../arithmetic/figure-statement.ts'
import { partsIn, type SumTie, sumTies } from '../arithmetic/sum-ties.ts'
import { footTie, nameOf, type TieCase } from '../arithmetic/tie-footing.ts'
import type { Finding } from '../finding.ts'
import { type DataContext, dataCheck, type Rule } from '../rule.ts'

function caseOf({ total, parts, declared }: SumTie, statement: FigureStatement, { ledger }: DataContext): TieCase {
  const { period, scenario } = statement
  return {
    rule: 'F1',
    name: nameOf(ledger, statement),
    total: { metric: total, period, scenario },
    parts: partsIn(parts, period, ledger.metrics).map(({ metric, weight }) => ({ metric, weight, period, scenario })),
    place: statement.place,
    declared,
  }
}

/** Stated totals of the data, each once, whether they be published in one scale or two. */
export const statedTotals = ({ ledger }: DataContext, metric: string): readonly FigureStatement[] =>
  ledger.finest(metric)

/** Truncated figures that are all positive can only add up to less than their total: that is rule F2. */
export function isTruncatedSum(tie: TieCase, { ledger }: DataContext): boolean {
  const positive = tie.parts.every((part) => {
    const level = ledger.level(part)
    return sign(part.weight) > 0 && level !== undefined && sign(level.value) >= 0
  })
  return ledger.config.numbers.rounding === 'truncate' && positive
}

/** The cases of rules F1 and F2. */
export function totalCases(context: DataContext): readonly TieCase[] {
  return sumTies(context)
    .filter(({ kind }) => kind === 'sum')
    .flatMap((tie) => statedTotals(context, tie.total).map((statement) => caseOf(tie, statement, context)))
    .filter(({ parts }) => parts.length > 0)
}

function check(context: DataContext): readonly Finding[] {
  return totalCases(context)
    .filter((tie) => !isTruncatedSum(tie, context))
    .map((tie) => footTie(tie, context.ledger))
}

export const f1: Rule = { id: 'F1', title: 'parts add up to their total', check: dataCheck(check) }
