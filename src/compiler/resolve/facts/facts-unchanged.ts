import type { DeckData } from '../../../model/deck.ts'
import type { FactBook } from '../../../model/fact-book.ts'
import type { Figure, MetricDefinition } from '../../../model/figure.ts'
import { onceByKey } from '../../../model/memory.ts'
import type { KeptFacts } from './book.ts'

/** Equality of plain data that the same code has made: text, numbers, integers of any size, lists and records. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [entries, others] = [Object.entries(a), Object.entries(b)]
  return (
    entries.length === others.length &&
    entries.every(([key, value], at) => key === others[at]?.[0] && isEqual(value, others[at]?.[1]))
  )
}

/** Facts do not hold the line that a figure stands on. */
const withoutPlace = ({ place: _, ...figure }: Figure): Omit<Figure, 'place'> => figure

function byMetric(figures: readonly Figure[]): ReadonlyMap<string, readonly Figure[]> {
  const found = new Map<string, Figure[]>()
  for (const figure of figures) {
    const same = found.get(figure.metric)
    if (same) same.push(figure)
    else found.set(figure.metric, [figure])
  }
  return found
}

function areSame(before: readonly Figure[], after: readonly Figure[]): boolean {
  return (
    before.length === after.length &&
    before.every((figure, at) => {
      const other = after[at]
      return figure === other || (other !== undefined && isEqual(withoutPlace(figure), withoutPlace(other)))
    })
  )
}

const partsOf = ({ of }: MetricDefinition): readonly string[] => (typeof of === 'string' ? [of] : of)

/** The metrics whose figures differ, and those that are defined by them, however far. */
function changedMetrics(before: DeckData, after: DeckData): ReadonlySet<string> {
  const [old, now] = [byMetric(before.figures), byMetric(after.figures)]
  const changed = new Set([...old.keys(), ...now.keys()].filter((id) => !areSame(old.get(id) ?? [], now.get(id) ?? [])))
  for (let size = -1; size < changed.size; ) {
    size = changed.size
    for (const { id, definition } of after.metrics.values())
      if (definition && partsOf(definition).some((part) => changed.has(part))) changed.add(id)
  }
  return changed
}

/**
 * The facts of an earlier book that an edit of figures cannot have changed: neither their metric, nor what it is defined
 * by, nor any input has other figures now, nor, of a share, a metric that is the same share by its definition. None when anything else of the data that facts see has changed.
 */
export function unchangedFacts(book: FactBook, before: DeckData, after: DeckData): KeptFacts | undefined {
  const { config, metrics, scenarios } = before
  if (config !== after.config || metrics !== after.metrics || scenarios !== after.scenarios) return undefined
  const facts = book.known()
  const changed = changedMetrics(before, after)
  const quotients = [...changed].some((id) => {
    const kind = metrics.get(id)?.definition?.kind
    return kind === 'ratio' || kind === 'share'
  })
  const isUnchanged: (id: string) => boolean = onceByKey(
    (id: string): boolean => {
      const fact = facts.get(id)
      const mayBeNamed = quotients && (fact?.kind === 'share' || fact?.kind === 'ratio')
      return fact !== undefined && !mayBeNamed && !changed.has(fact.metric) && fact.inputs.every(isUnchanged)
    },
    { key: (id) => id, inCircle: () => false },
  )
  const unchanged = new Map([...facts].filter(([id]) => isUnchanged(id)))
  return { facts: unchanged, asked: new Set([...book.asked().keys()].filter((id) => unchanged.has(id))) }
}
