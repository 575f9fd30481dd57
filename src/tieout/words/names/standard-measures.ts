import type { WordPatterns } from '../../../language/word-patterns.ts'
import type { Fact } from '../../../model/fact.ts'
import type { Metric } from '../../../model/figure.ts'
import { once } from '../../../model/memory.ts'
import type { TextRange } from '../passage.ts'
import { type Named, type NameMatch, namesIn, nameWords, spellingsOf } from './metric-names.ts'
import { metricsOf } from './metric-relations.ts'

type Metrics = ReadonlyMap<string, Metric>

/** Measures that every company reports, each with all its names; the id begins with the kind of number that they are. */
const measuresOf = once(
  ({ claims }: WordPatterns): ReadonlyMap<string, Named> =>
    new Map(
      Object.entries(claims.subjects.standardMeasures).flatMap(([kind, measures]) =>
        measures.flatMap(([label, ...also], index) => {
          const id = `${kind} ${index}`
          return label === undefined ? [] : [[id, { id, label, also }] as const]
        }),
      ),
    ),
)

/** The standard measures that a text is wholly the name of. */
function wholeMeasures(text: string, words: WordPatterns): readonly string[] {
  const length = nameWords(text).length
  return namesIn(text, measuresOf(words)).flatMap((name) => (name.length === length ? name.metrics : []))
}

/** Which standard measures a metric is, by its labels. */
const measuresOfMetric = once((words: WordPatterns) =>
  once(
    (metric: Metric): ReadonlySet<string> =>
      new Set(spellingsOf(metric).flatMap((spelling) => wholeMeasures(spelling, words))),
  ),
)

/** The metrics of a deck by the standard measure that they are. */
const metricsByMeasure = once((words: WordPatterns) =>
  once((metrics: Metrics): ReadonlyMap<string, readonly string[]> => {
    const found = new Map<string, readonly string[]>()
    for (const metric of metrics.values())
      for (const measure of measuresOfMetric(words)(metric))
        found.set(measure, [...(found.get(measure) ?? []), metric.id])
    return found
  }),
)

/** Whether a name is longer than another that it holds: "cash flow from operations" than "cash". */
export const holds = (name: TextRange, other: TextRange): boolean =>
  name.start <= other.start && other.end <= name.end && name.end - name.start > other.end - other.start

const kindOf = (measure: string): string => measure.slice(0, measure.indexOf(' '))

interface Context {
  readonly words: WordPatterns
  readonly metrics: Metrics
}

/** The standard measures that a fact is of; none where one of its metrics is no known one. */
function measuresOfFact(fact: Fact, { words, metrics }: Context): ReadonlySet<string> {
  const own = metricsOf(fact).map((id) => {
    const metric = metrics.get(id)
    return metric ? [...measuresOfMetric(words)(metric)] : []
  })
  return new Set(own.some((measures) => measures.length === 0) ? [] : own.flat())
}

/**
 * Names of standard measures in a text that a fact could be called by, were it of them, with the deck's metrics of that
 * measure; none where it is not known which measure the fact itself is. Names that the deck declares come before these.
 */
export function standardNames(
  text: string,
  { fact, declared, ...context }: Context & { readonly fact: Fact; readonly declared: readonly NameMatch[] },
): readonly NameMatch[] {
  const own = measuresOfFact(fact, context)
  if (own.size === 0) return []
  const kinds = new Set([...own].map(kindOf))
  const known = metricsByMeasure(context.words)(context.metrics)
  return namesIn(text, measuresOf(context.words)).flatMap((name) => {
    const isFree = declared.every(
      ({ start, end }) => end <= name.start || name.end <= start || holds(name, { start, end }),
    )
    if (!isFree || !name.metrics.some((measure) => kinds.has(kindOf(measure)))) return []
    return [{ ...name, metrics: name.metrics.flatMap((measure) => known.get(measure) ?? []) }]
  })
}

/** Whether a label is wholly the name of another standard measure than all facts under it are. */
export function isOtherMeasure(label: string, facts: readonly Fact[], context: Context): boolean {
  const named = wholeMeasures(label, context.words)
  if (named.length === 0 || facts.length === 0) return false
  return facts.every((fact) => {
    const own = [...measuresOfFact(fact, context)]
    return (
      own.some((measure) => named.map(kindOf).includes(kindOf(measure))) && !own.some((each) => named.includes(each))
    )
  })
}

/** Whether a label is wholly the name of a standard measure of which all facts under it are a qualified one: "EBITDA" above adjusted EBITDA. */
export function isUnqualified(label: string, facts: readonly Fact[], { words, metrics }: Context): boolean {
  const named = wholeMeasures(label, words)
  if (named.length === 0 || facts.length === 0) return false
  return facts.every(({ metric: id }) => {
    const metric = metrics.get(id)
    return metric !== undefined && spellingsOf(metric).every((spelling) => isQualified(spelling, named, words))
  })
}

/** "Adjusted EBITDA" of "EBITDA": a label that ends with one of these measures, behind words which make another of it. */
const isQualified = (label: string, measures: readonly string[], words: WordPatterns): boolean =>
  namesIn(label, measuresOf(words)).some(
    ({ start, end, metrics }) =>
      end === label.length &&
      metrics.some((measure) => measures.includes(measure)) &&
      words.subjects.otherMeasure.test(label.slice(0, start)) &&
      words.subjects.qualifiers.some(({ pattern }) => label.search(pattern) >= 0),
  )
