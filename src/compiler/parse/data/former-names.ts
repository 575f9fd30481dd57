import { metricNamed } from '../../../format/fact-names.ts'
import type { DeckData } from '../../../model/deck.ts'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import type { Metric } from '../../../model/figure.ts'
import type { Place } from '../../../model/source-file.ts'
import { formerName } from '../../diagnostics/ledger.ts'

interface Dated {
  readonly fact?: string
  readonly place: Place
}

/** The fact with today's names of its metrics: "growth(old@FY08,FY07)" of a metric that was called "old". */
function presentFact({ fact, place }: Required<Dated>, metrics: ReadonlyMap<string, Metric>): Reading<string> {
  const diagnostics: Diagnostic[] = []
  const value = fact.replace(/[^\s(),@]+(?=@)/g, (name) => {
    const metric = metrics.has(name) ? undefined : metricNamed(metrics, name)
    if (metric) diagnostics.push(formerName(name, { now: metric.id, place }))
    return metric?.id ?? name
  })
  return { value, diagnostics }
}

function presentFacts<T extends Dated>(
  entries: readonly T[],
  metrics: ReadonlyMap<string, Metric>,
  placeOf: (entry: T) => Place,
): Reading<readonly T[]> {
  const read = entries.map((entry): Reading<T> => {
    if (entry.fact === undefined) return { value: entry, diagnostics: [] }
    const { value, diagnostics } = presentFact({ fact: entry.fact, place: placeOf(entry) }, metrics)
    return { value: diagnostics.length === 0 ? entry : { ...entry, fact: value }, diagnostics }
  })
  const diagnostics = read.flatMap((one) => one.diagnostics)
  return { value: diagnostics.length === 0 ? entries : read.map(({ value }) => value), diagnostics }
}

/** Errata and waivers that name metrics as they were called before (`formerly`), with today's names; each is reported. */
export function withPresentNames(data: DeckData): Reading<DeckData> {
  const errata = presentFacts(data.errata, data.metrics, ({ factPlace, place }) => factPlace ?? place)
  const waivers = presentFacts(data.waivers, data.metrics, ({ place }) => place)
  const diagnostics = [...errata.diagnostics, ...waivers.diagnostics]
  const value = diagnostics.length === 0 ? data : { ...data, errata: errata.value, waivers: waivers.value }
  return { value, diagnostics }
}
