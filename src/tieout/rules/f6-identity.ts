import { figureId } from '../../model/fact.ts'
import { point } from '../../model/interval.ts'
import { rational } from '../../model/rational.ts'
import type { Tie } from '../../model/ties.ts'
import { foot } from '../arithmetic/footing.ts'
import { partsIn, type SumTie, sumTies } from '../arithmetic/sum-ties.ts'
import { footingTerm, footTie, nameOf, plus } from '../arithmetic/tie-footing.ts'
import type { Finding } from '../finding.ts'
import { type DataContext, dataCheck, finding, type Rule } from '../rule.ts'
import { statedTotals } from './f1-total.ts'

function checkIdentity({ parts, total, declared }: SumTie, context: DataContext): readonly Finding[] {
  const { ledger } = context
  return statedTotals(context, total).map((statement) => {
    const { period, scenario, place } = statement
    return footTie(
      {
        rule: 'F6',
        name: nameOf(ledger, statement),
        total: { metric: total, period, scenario },
        parts: partsIn(parts, period, ledger.metrics).map(({ metric, weight }) => ({
          metric,
          weight,
          period,
          scenario,
        })),
        place,
        declared,
      },
      ledger,
    )
  })
}

/** Shares sum to their whole, in every period in which all of them are stated. */
function checkShares(tie: Extract<Tie, { kind: 'shares' }>, context: DataContext): readonly Finding[] {
  const { ledger } = context
  const [first = ''] = tie.parts
  return statedTotals(context, first).map(({ period, scenario, place }) => {
    const questions = tie.parts.map((metric) => ({ metric, period, scenario }))
    const levels = questions.map(ledger.level)
    const known = levels.filter((level) => level !== undefined)
    const facts = questions.map(figureId)
    const name = `${tie.name ?? 'shares'} ${period.label}`
    if (known.length < questions.length)
      return finding('F6', 'not-checkable', {
        place,
        facts,
        message: `not checkable, ${name}: missing ${facts.filter((_, i) => !levels[i]).join(', ')}`,
      })
    const whole = { label: 'whole', value: tie.whole, ulp: rational(0n), interval: point(tie.whole), weight: plus }
    const result = foot({
      parts: known.map((level) => footingTerm(level)),
      total: whole,
      rounding: ledger.config.numbers.rounding,
      words: ledger.config.language.report.arithmetic,
    })
    const { verdict, arithmetic, tolerance, hint } = result
    const message = verdict === 'error' ? `invalid total, ${name}: the shares do not add up` : name
    return finding('F6', verdict, { arithmetic, tolerance, hint, place, facts, message })
  })
}

function check(context: DataContext): readonly Finding[] {
  const identities = sumTies(context).filter(({ kind }) => kind === 'identity')
  const shares = context.ties.ties.flatMap((tie) => (tie.kind === 'shares' ? checkShares(tie, context) : []))
  return [...identities.flatMap((identity) => checkIdentity(identity, context)), ...shares]
}

export const f6: Rule = { id: 'F6', title: 'declared identities hold', check: dataCheck(check) }
