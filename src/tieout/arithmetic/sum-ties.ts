import { isValidIn } from '../../format/comparison.ts'
import type { MetricDefinition } from '../../model/figure.ts'
import { once } from '../../model/memory.ts'
import type { Period } from '../../model/period.ts'
import { rational, toExactText } from '../../model/rational.ts'
import type { Tie, Ties, TieTerm } from '../../model/ties.ts'
import type { DataLedger } from './data-ledger.ts'
import { plus } from './tie-footing.ts'

/** Metrics that add up to another in every period: a total of parts, or an identity such as revenue less cost. */
export interface SumTie {
  readonly kind: 'sum' | 'identity'
  readonly total: string
  readonly parts: readonly TieTerm[]
  /** The entry of `ties:` that demands it, where it is no definition of a metric. */
  readonly declared?: Pick<Tie, 'name' | 'place'>
}

/** What sums follow from: definitions and declared ties, not figures. */
export interface SumContext {
  readonly ledger: Pick<DataLedger, 'config' | 'metrics'>
  readonly ties: Ties
}

/** The parts that there are in a period: of segments that were redefined, those of its time. */
export const partsIn = (
  parts: readonly TieTerm[],
  period: Period,
  metrics: DataLedger['metrics'],
): readonly TieTerm[] => parts.filter(({ metric }) => isValidIn(metrics.get(metric), period))

const minus = rational(-1n)

const signedParts = ({ of, signs }: MetricDefinition & { readonly kind: 'sum' }): readonly TieTerm[] =>
  of.map((metric, index) => ({ metric, weight: signs[index] === -1 ? minus : plus }))

/** Sums that definitions of metrics and the declared ties demand, each once: the same parts with other signs are another. */
export const sumTies = once(({ ledger, ties }: SumContext): readonly SumTie[] => {
  const defined = [...ledger.metrics.values()].flatMap(({ id, definition }): readonly SumTie[] => {
    if (definition?.kind === 'sum') return [{ kind: 'sum', total: id, parts: signedParts(definition) }]
    if (definition?.kind !== 'difference') return []
    const [from, less] = definition.of
    return [
      {
        kind: 'identity',
        total: id,
        parts: [
          { metric: from, weight: plus },
          { metric: less, weight: minus },
        ],
      },
    ]
  })
  const declared = ties.ties.flatMap((tie): readonly SumTie[] => {
    if (tie.kind === 'sum') return [{ kind: 'sum', total: tie.total, parts: tie.parts, declared: tie }]
    return tie.kind === 'identity' ? [{ kind: 'identity', total: tie.right, parts: tie.left, declared: tie }] : []
  })
  const signature = ({ total, parts }: SumTie): string =>
    [total, ...parts.map(({ metric, weight }) => `${metric} ${toExactText(weight)}`).sort()].join(' ')
  return [...new Map([...declared, ...defined].map((tie) => [signature(tie), tie])).values()]
})
