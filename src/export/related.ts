import { comparedPeriod } from '../format/comparison.ts'
import type { BoundDeck } from '../model/deck.ts'
import type { Fact } from '../model/fact.ts'
import { figureId } from '../model/fact-id.ts'

/**
 * How a printed number hangs on the one that was asked for. `itself`: it is that one. `computed`: it is computed from it and follows
 * by itself. `related`: it was published for itself, but as a change of it, or its metric's definition names it: where the one
 * changes, the other has to be looked at.
 */
export type Relation = 'itself' | 'computed' | 'related'

/** What a deck's numbers hang on. */
type Numbers = Pick<BoundDeck, 'facts' | 'data'>

/** A metric in a period and a scenario, whether or not a slide shows it. */
type Level = Pick<Fact, 'metric' | 'period' | 'scenario'>

interface Node {
  readonly id: string
  readonly level?: Level
}

const nodeOf = (level: Level): Node => ({ id: figureId(level), level })

/** What the definition of a metric names, in the same period and scenario; of a change its base as well. */
function namedBy({ metric, period, scenario }: Level, { data }: Numbers): readonly Node[] {
  const definition = data.metrics.get(metric)?.definition
  if (!definition) return []
  if (definition.kind !== 'change') return definition.of.map((part) => nodeOf({ metric: part, period, scenario }))
  const base = comparedPeriod(definition.vs, period, data.config.calendar)
  return [period, ...(base ? [base] : [])].map((at) => nodeOf({ metric: definition.of, period: at, scenario }))
}

/** What a change that was published compares, and what the definition of a published or unknown figure names. */
function relatedTo({ id, level }: Node, numbers: Numbers): readonly Node[] {
  const fact = numbers.facts.get(id)
  if (!fact || fact.kind === 'figure') {
    const at = fact ?? level
    return at ? namedBy(at, numbers) : []
  }
  if (!fact.comparator) return []
  const { metric, comparator } = fact
  return [nodeOf(fact), { id: comparator.base, level: { ...comparator, metric } }]
}

/**
 * The relation of every fact of a deck to what is called `name`, a fact or a metric in any period; facts that have none are left out.
 * What a definition names need not be shown itself.
 */
export function relationsTo(numbers: Numbers, name: string): ReadonlyMap<string, Relation> {
  const { facts } = numbers
  const isNamed = ({ id, level }: Node): boolean =>
    id === name || facts.get(id)?.metric === name || level?.metric === name
  const inputsOf = ({ id }: Node): readonly Node[] => (facts.get(id)?.inputs ?? []).map((input) => ({ id: input }))
  const stated = new Set(numbers.data.figures.filter(({ measure }) => measure === 'value').map(figureId))
  // What was published is corrected by hand: what hangs on it is asked for then, or one figure would lead to half the deck.
  const isPassed = (node: Node): boolean => isNamed(node) || inputsOf(node).length > 0 || !stated.has(node.id)
  const isComputed = leadsTo(isNamed, inputsOf)
  const isRelated = leadsTo(isNamed, (node) => {
    const inputs = inputsOf(node)
    return (inputs.length > 0 ? inputs : relatedTo(node, numbers)).filter(isPassed)
  })
  return new Map(
    [...facts.keys()].flatMap((id): readonly [string, Relation][] => {
      const node = { id }
      if (isNamed(node)) return [[id, 'itself']]
      if (isComputed(node)) return [[id, 'computed']]
      return isRelated(node) ? [[id, 'related']] : []
    }),
  )
}

/** Whether a node is, or through its bases leads to, one that is wanted; a definition may come back to itself. */
function leadsTo(isWanted: (node: Node) => boolean, next: (node: Node) => readonly Node[]): (node: Node) => boolean {
  const known = new Map<string, boolean>()
  const leads = (node: Node): boolean => {
    const seen = known.get(node.id)
    if (seen !== undefined) return seen
    known.set(node.id, false)
    const found = isWanted(node) || next(node).some(leads)
    known.set(node.id, found)
    return found
  }
  return leads
}
