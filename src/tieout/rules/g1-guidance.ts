import { lastMonthOf, spanOf } from '../../format/fiscal.ts'
import { compare, sign } from '../../model/rational.ts'
import { bounds } from '../arithmetic/amount.ts'
import type { FigureStatement } from '../arithmetic/figure-statement.ts'
import { nameOf } from '../arithmetic/tie-footing.ts'
import type { Finding } from '../finding.ts'
import { finding, type Rule, type RuleContext } from '../rule.ts'

/** low ≤ high. */
function checkRange(statement: FigureStatement): Finding | undefined {
  if (statement.status !== 'range') return undefined
  const { place, fact, interval } = statement
  const arithmetic = bounds(interval, 2)
  return compare(interval.low, interval.high) <= 0
    ? finding('G1', 'ticked', { place, facts: [fact], arithmetic, message: `${fact}: low is not above high` })
    : finding('G1', 'error', { place, facts: [fact], arithmetic, message: `invalid range ${fact}: low is above high` })
}

/** A half is not more than its year, for targets of what only adds up. */
function checkHalf(statement: FigureStatement, { ledger }: RuleContext): Finding | undefined {
  const { period, metric, scenario, place, fact } = statement
  const isFlow = ledger.metrics.get(metric)?.kind === 'flow'
  if (!isFlow || period.kind !== 'span' || period.months !== 6 || statement.measure !== 'value') return undefined
  const year = [0, 6]
    .map(
      (shift) =>
        ledger.stated({ metric, scenario, period: spanOf(period.start - shift, 12, ledger.config.calendar) })[0],
    )
    .find((found) => found !== undefined)
  if (!year || sign(year.value) <= 0 || sign(statement.value) <= 0) return undefined
  const facts = [fact, year.fact]
  const name = `${nameOf(ledger, statement)} within ${year.period.label}`
  const right = compare(statement.interval.low, year.interval.high) <= 0
  if (right) return finding('G1', 'ticked', { place, facts, message: name })
  return finding('G1', 'error', {
    place,
    facts,
    message: `invalid target, ${name}: the half is more than the year`,
    hint: 'Look for exchanged columns or a wrong scale.',
  })
}

/** Months after a period's end in which its target may still be revised: until the results are announced. */
const announcement = 2

/** A target is issued before the results of its period are known. */
function checkIssue(statement: FigureStatement, { deck }: RuleContext): Finding | undefined {
  const issued = deck.data.scenarios.get(statement.scenario)?.issued
  if (issued === undefined) return undefined
  const [year = 0, month = 1] = issued.split('-').map(Number)
  const isOpen = lastMonthOf(statement.period) + announcement >= year * 12 + month - 1
  const { place, fact } = statement
  if (isOpen) return finding('G1', 'ticked', { place, facts: [fact], message: `${fact} was issued before its results` })
  return finding('G1', 'warning', {
    place,
    facts: [fact],
    message: `invalid target ${fact}: issued ${issued}, after its results`,
  })
}

function check(context: RuleContext): readonly Finding[] {
  const { scenarios } = context.deck.data
  const guidance = context.ledger.statements.filter(
    ({ scenario, status }) => (scenarios.get(scenario)?.kind ?? 'actual') !== 'actual' || status === 'range',
  )
  return guidance.flatMap((statement) => {
    const isTarget = (scenarios.get(statement.scenario)?.kind ?? 'actual') !== 'actual'
    return [
      checkRange(statement),
      isTarget ? checkHalf(statement, context) : undefined,
      isTarget ? checkIssue(statement, context) : undefined,
    ].filter((found) => found !== undefined)
  })
}

export const g1: Rule = { id: 'G1', title: 'guidance: low before high, the half within the year', check }
