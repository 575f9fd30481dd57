import type { Metric } from '../../../model/figure.ts'
import { once } from '../../../model/memory.ts'
import { sign } from '../../../model/rational.ts'
import type { Ties } from '../../../model/ties.ts'
import type { RuleContext } from '../../rule.ts'
import { nameWords } from '../names/metric-names.ts'
import { takesAway } from '../names/metric-relations.ts'

/** What makes a total, by its definition or by a tie. */
interface PartsOfTotal {
  readonly parts: readonly string[]
  /** What the tie is called: "By region". */
  readonly name: string
}

/** Every total of nothing but parts, once for each set of them: what takes something away is a result, and its terms are no siblings. */
const wholesOf = once((ties: Ties) =>
  once((metrics: ReadonlyMap<string, Metric>): readonly PartsOfTotal[] => {
    const defined = [...metrics.values()].flatMap((metric) =>
      metric.definition?.kind === 'sum' && !takesAway(metric, metrics)
        ? [{ parts: metric.definition.of, name: '' }]
        : [],
    )
    const tied = ties.ties.flatMap((tie) =>
      tie.kind === 'sum' && tie.parts.every(({ weight }) => sign(weight) > 0)
        ? [{ parts: tie.parts.map(({ metric }) => metric), name: tie.name ?? '' }]
        : [],
    )
    const bySet = new Map<string, PartsOfTotal>()
    for (const whole of [...defined, ...tied]) {
      const key = [...whole.parts].sort().join(' ')
      const known = bySet.get(key)
      if (!known || known.name === '') bySet.set(key, whole)
    }
    return [...bySet.values()]
  }),
)

/** The parts of every total. */
export const allSiblings = ({ ledger, ties }: RuleContext): readonly PartsOfTotal[] => wholesOf(ties)(ledger.metrics)

/** A metric and its siblings, by every total that it is part of. */
export const siblingsOf = (part: string, context: RuleContext): readonly (readonly string[])[] =>
  allSiblings(context).flatMap(({ parts }) => (parts.includes(part) ? [parts] : []))

/** Of several totals the ones whose tie is named by a noun, if any is: "regions" of "By region". */
export function calledBy(noun: string, wholes: readonly PartsOfTotal[]): readonly PartsOfTotal[] {
  const [word] = nameWords(noun)
  const called = wholes.filter(({ name }) => word !== undefined && nameWords(name).includes(word))
  return called.length > 0 ? called : wholes
}
