import { type Fact, metricsIn } from '../../../model/fact.ts'
import type { Metric } from '../../../model/figure.ts'
import { once, onceByKey } from '../../../model/memory.ts'
import type { Ties } from '../../../model/ties.ts'
import type { DataLedger } from '../../arithmetic/data-ledger.ts'

type Metrics = ReadonlyMap<string, Metric>
type Steps = ReadonlyMap<string, readonly string[]>

function stepsOf(pairs: readonly (readonly [string, string])[]): Steps {
  const steps = new Map<string, string[]>()
  for (const [from, to] of pairs) {
    const known = steps.get(from)
    if (known) known.push(to)
    else steps.set(from, [to])
  }
  return steps
}

/** All that is reached from a metric by steps, itself among them. */
function reach(from: string, steps: Steps): ReadonlySet<string> {
  const found = new Set([from])
  for (const each of found) for (const next of steps.get(each) ?? []) found.add(next)
  return found
}

/** Whether a sum takes something away: by its sign, or as a cost that is stored below zero is part of what there should be more of. */
export const takesAway = ({ definition, polarity }: Metric, metrics: Metrics): boolean =>
  definition?.kind === 'sum' &&
  (definition.signs.some((each) => each !== 1) ||
    (polarity === 'more' && definition.of.some((part) => metrics.get(part)?.polarity === 'less')))

/** A whole of its parts, and no result that is reckoned from another: nothing is taken away, and nobody reconciles it. */
const isWhole = (metric: Metric, metrics: Metrics): boolean =>
  metric.definition?.kind === 'sum' && !takesAway(metric, metrics) && !metric.nonGaap

/** From a sum to its parts, and back. */
const sumSteps = once((metrics: Metrics): { readonly down: Steps; readonly up: Steps } => {
  const pairs = [...metrics.values()].flatMap((metric) =>
    isWhole(metric, metrics) && metric.definition?.kind === 'sum'
      ? metric.definition.of.map((part) => [metric.id, part] as const)
      : [],
  )
  return { down: stepsOf(pairs), up: stepsOf(pairs.map(([whole, part]) => [part, whole])) }
})

/** What a figure of a metric may be called: it and its ancestors and parts by sums; of a ratio or a change also what it is of. */
const namesakes = once((metrics: Metrics): ((metric: string) => ReadonlySet<string>) => {
  const { down, up } = sumSteps(metrics)
  return onceByKey(
    (metric: string) => {
      const definition = metrics.get(metric)?.definition
      const isOf = definition && definition.kind !== 'sum' && definition.kind !== 'difference'
      const own = [...reach(metric, down), ...reach(metric, up)]
      return new Set([...own, ...(isOf ? [definition.of].flat() : [])])
    },
    { key: (metric) => metric, inCircle: () => new Set<string>() },
  )
})

/** The metrics of a fact: of a share, both. */
export const metricsOf = once(({ id, metric }: Fact): readonly string[] => [...new Set([metric, ...metricsIn(id)])])

/** Whether one of the named metrics is that of a fact, an ancestor or part of it by the definitions. */
export function isNamed(fact: Fact, named: readonly string[], { metrics }: DataLedger): boolean {
  return metricsOf(fact).some((metric) => {
    const own = namesakes(metrics)(metric)
    return named.some((name) => own.has(name))
  })
}

/** All links of definitions and ties, in both directions: a metric and what it is reckoned with. */
const links = once((ties: Ties) =>
  once((metrics: Metrics): Steps => {
    const defined = [...metrics.values()].flatMap(({ id, definition, nonGaap }) =>
      [...(definition ? [definition.of].flat() : []), ...(nonGaap ? [nonGaap.counterpart] : [])].map(
        (other) => [id, other] as const,
      ),
    )
    const tied = ties.ties.flatMap((tie): readonly (readonly [string, string])[] => {
      if (tie.kind === 'sum') return tie.parts.map(({ metric }) => [tie.total, metric])
      return tie.kind === 'identity' ? tie.left.map(({ metric }) => [tie.right, metric]) : []
    })
    const all = [...defined, ...tied]
    return stepsOf([...all, ...all.map(([from, to]) => [to, from] as const)])
  }),
)

/** Whether a named metric is reckoned with that of a fact: "we kept … of sales" names what the profit is part of. */
export function isReckonedWith(
  fact: Fact,
  named: readonly string[],
  { ledger, ties }: { readonly ledger: DataLedger; readonly ties: Ties },
): boolean {
  if (isNamed(fact, named, ledger)) return true
  const steps = links(ties)(ledger.metrics)
  return metricsOf(fact).some((metric) => (steps.get(metric) ?? []).some((other) => named.includes(other)))
}
