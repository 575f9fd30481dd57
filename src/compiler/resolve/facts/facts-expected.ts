import { lastMonthOf } from '../../../format/fiscal.ts'
import type { DeckData } from '../../../model/deck.ts'
import { type Fact, figureId } from '../../../model/fact.ts'
import { once } from '../../../model/memory.ts'
import type { Period } from '../../../model/period.ts'

/** A metric with the length of time that its figures are of; days count as none. */
const shapeOf = (metric: string, scenario: string, period: Period): string =>
  `${metric}#${scenario}:${period.kind === 'span' ? period.months : 0}`

const knownShapes = once(
  ({ figures }: DeckData): ReadonlySet<string> =>
    new Set(figures.map(({ metric, scenario, period }) => shapeOf(metric, scenario, period))),
)

interface Known {
  readonly data: DeckData
  readonly find: (id: string) => Fact | undefined
}

/**
 * Whether a number that is missing is one that is still to come: it ends with the reporting period, and its figure (or one that
 * it is computed from) is there for other periods of the same length. A line item that is published once a year is no gap in a quarter.
 */
export function isExpected(fact: Fact, known: Known, seen: ReadonlySet<string> = new Set()): boolean {
  const { data, find } = known
  if (fact.absence !== 'missing' || seen.has(fact.id)) return false
  const { metric, scenario, period } = fact
  const ends = fact.id === figureId(fact) && lastMonthOf(period) === lastMonthOf(data.config.reportingPeriod)
  const shapes = [shapeOf(metric, scenario, period), `${metric}#${scenario}:0`]
  const isOfDay = data.metrics.get(metric)?.kind === 'stock'
  if (ends && shapes.some((shape, at) => (at === 0 || isOfDay) && knownShapes(data).has(shape))) return true
  const within = new Set([...seen, fact.id])
  return fact.inputs.some((id) => {
    const input = find(id)
    return input !== undefined && isExpected(input, known, within)
  })
}
