import type { Metric } from '../../../model/figure.ts'
import { once } from '../../../model/memory.ts'

type Metrics = ReadonlyMap<string, Metric>

/** A line item of which another is a part, and the definition that says so. */
interface Step {
  readonly whole: string
  readonly part: string
  readonly by: string // '"sum" of revenue.total'
}

/** What a definition says of who is part of whom. What is taken away is part of what it is taken from: costs of sales. */
function stepsOf({ id, definition }: Metric): readonly Step[] {
  if (definition?.kind !== 'sum' && definition?.kind !== 'difference') return []
  const by = `"${definition.kind}" of ${id}`
  const signs = definition.kind === 'sum' ? definition.signs : [1, -1]
  const added = definition.of.filter((_, index) => signs[index] !== -1)
  const taken = definition.of.filter((_, index) => signs[index] === -1)
  const [whole] = added
  if (taken.length === 0 || added.length > 1 || whole === undefined)
    return added.map((part) => ({ whole: id, part, by }))
  return [id, ...taken].map((part) => ({ whole, part, by }))
}

const steps = once((metrics: Metrics): ReadonlyMap<string, readonly Step[]> => {
  const all = [...metrics.values()].flatMap(stepsOf)
  return new Map([...metrics.keys()].map((id) => [id, all.filter(({ whole }) => whole === id)]))
})

/** The definitions by which one line item is part of another, directly or through others; undefined where it is none. */
export function containment(whole: string, part: string, metrics: Metrics): readonly string[] | undefined {
  const known = steps(metrics)
  const found = new Map<string, readonly string[]>([[whole, []]])
  for (const [at, path] of found)
    for (const step of known.get(at) ?? []) if (!found.has(step.part)) found.set(step.part, [...path, step.by])
  return whole === part ? undefined : found.get(part)
}
