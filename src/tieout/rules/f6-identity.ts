import { rational } from '../../model/rational.ts'
import { type Context, finding, type Rule } from '../context.ts'
import type { Finding } from '../finding.ts'
import { foot } from '../footing.ts'
import { point } from '../interval.ts'
import { footTie, nameOf, plus, termOf } from '../tie-footing.ts'
import type { Tie, TieTerm } from '../ties.ts'
import { statedTotals } from './f1-total.ts'

interface Identity {
  readonly left: readonly TieTerm[]
  readonly right: string
}

const minus = rational(-1n)

/** Identities that are declared, and those that definitions by difference are. */
function identities({ ledger, ties }: Context): readonly Identity[] {
  const defined = [...ledger.metrics.values()].flatMap(({ id, definition }): readonly Identity[] => {
    if (definition?.kind !== 'difference') return []
    const [from, less] = definition.of
    return [
      {
        left: [
          { metric: from, weight: plus },
          { metric: less, weight: minus },
        ],
        right: id,
      },
    ]
  })
  const declared = ties.ties.flatMap((tie) => (tie.kind === 'identity' ? [{ left: tie.left, right: tie.right }] : []))
  const signature = ({ left, right }: Identity): string => [right, ...left.map(({ metric }) => metric).sort()].join(' ')
  return [...new Map([...declared, ...defined].map((identity) => [signature(identity), identity])).values()]
}

function checkIdentity({ left, right }: Identity, context: Context): readonly Finding[] {
  const { ledger } = context
  return statedTotals(context, right).map((statement) => {
    const { period, scenario, place } = statement
    return footTie(
      {
        rule: 'F6',
        name: nameOf(ledger, statement),
        total: { metric: right, period, scenario },
        parts: left.map(({ metric, weight }) => ({ metric, weight, period, scenario })),
        place,
      },
      ledger,
    )
  })
}

/** Shares sum to their whole, in every period in which all of them are stated. */
function checkShares(tie: Extract<Tie, { kind: 'shares' }>, context: Context): readonly Finding[] {
  const { ledger } = context
  const [first = ''] = tie.parts
  return statedTotals(context, first).map(({ period, scenario, place }) => {
    const questions = tie.parts.map((metric) => ({ metric, period, scenario }))
    const levels = questions.map(ledger.level)
    const known = levels.filter((level) => level !== undefined)
    const facts = questions.map(ledger.missing)
    const name = `${tie.name ?? 'shares'} ${period.label}`
    if (known.length < questions.length)
      return finding('F6', 'not-checkable', {
        place,
        facts,
        message: `not checkable, ${name}: missing ${facts.filter((_, i) => !levels[i]).join(', ')}`,
      })
    const whole = { label: 'whole', value: tie.whole, ulp: rational(0n), interval: point(tie.whole), weight: plus }
    const result = foot({
      parts: known.map((level) => termOf(level)),
      total: whole,
      rounding: ledger.config.numbers.rounding,
    })
    const { verdict, arithmetic, tolerance, hint } = result
    const message = verdict === 'error' ? `invalid total, ${name}: the shares do not add up` : name
    return finding('F6', verdict, { arithmetic, tolerance, hint, place, facts, message })
  })
}

function check(context: Context): readonly Finding[] {
  const shares = context.ties.ties.flatMap((tie) => (tie.kind === 'shares' ? checkShares(tie, context) : []))
  return [...identities(context).flatMap((identity) => checkIdentity(identity, context)), ...shares]
}

export const f6: Rule = { id: 'F6', title: 'declared identities hold', check }
