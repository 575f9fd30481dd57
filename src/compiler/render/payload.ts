import { present } from '../../format/present.ts'
import { fill } from '../../language/fill.ts'
import type { ChartModel } from '../../model/chart.ts'
import type { DeckData, Slide } from '../../model/deck.ts'
import type { Fact } from '../../model/fact.ts'
import { factName, factNamer } from './fact-names.ts'

/** Where a number comes from, as its card in the browser tells it; what there is nothing to say of is left out. */
export interface FactCard {
  readonly metric: string
  readonly period: string
  readonly value: string
  readonly status: string
  /** Number of the document among `documents`, and the place in it. */
  readonly sources?: readonly (readonly [document: number, at: string])[]
  readonly formula?: string // with names for ids
  readonly inputs?: readonly string[]
  readonly note?: string
  readonly errata?: readonly string[]
}

/** The facts JSON. */
export interface FactCards {
  readonly documents: readonly { readonly title: string; readonly date?: string; readonly url?: string }[]
  readonly facts: Readonly<Record<string, FactCard>>
}

/** The charts of the slides, by id, as JSON. */
export function chartsJson(slides: readonly Slide[]): string {
  const charts = slides.flatMap((slide) => slide.charts.map((chart): [string, ChartModel] => [chart.id, chart]))
  return JSON.stringify(Object.fromEntries(charts))
}

/** A card for each fact, by id, as JSON; each document is told once. */
export function factsJson(facts: ReadonlyMap<string, Fact>, data: DeckData, slideIds: ReadonlySet<string>): string {
  const errata = erratumLines(data, slideIds)
  const numbers = new Map<string, number>()
  const numberOf = (document: string): number => {
    const number = numbers.get(document) ?? numbers.size
    numbers.set(document, number)
    return number
  }
  const cards = [...facts].map(([id, fact]): [string, FactCard] => [
    id,
    factCard(fact, { facts, data, errata: errata.get(id) ?? [], numberOf }),
  ])
  const documents = [...numbers.keys()].map((id) => {
    const { title = id, date, url } = data.documents.get(id) ?? {}
    return { title, ...(date !== undefined && { date }), ...(url !== undefined && { url }) }
  })
  const json: FactCards = { documents, facts: Object.fromEntries(cards) }
  return JSON.stringify(json)
}

interface CardOptions {
  readonly facts: ReadonlyMap<string, Fact>
  readonly data: DeckData
  readonly errata: readonly string[]
  readonly numberOf: (document: string) => number
}

function factCard(fact: Fact, { facts, data, errata, numberOf }: CardOptions): FactCard {
  const metric = data.metrics.get(fact.metric)
  const { formula = '', inputs } = fact
  const sources = sourcesOf(fact).map(({ document, at }): [number, string] => [numberOf(document), at])
  const note = fact.note ?? metric?.description ?? ''
  return {
    ...factName(fact, facts, data),
    value: present(fact, metric, {}, data.config).text,
    status: fact.status,
    ...(sources.length > 0 && { sources }),
    ...(formula !== '' && { formula: factNamer(facts, data, inputs)(formula) }),
    ...(inputs.length > 0 && { inputs }),
    ...(note !== '' && { note }),
    ...(errata.length > 0 && { errata }),
  }
}

/** Of a computed fact the documents only: the places stand on the cards of its inputs. A formula is said once. */
function sourcesOf({ sources, inputs, formula }: Fact): Fact['sources'] {
  const told = sources.map(({ document, at }) => ({ document, at: inputs.length > 0 || at === formula ? '' : at }))
  return [...new Map(told.map((source) => [`${source.document}\n${source.at}`, source])).values()]
}

/** What earlier prints had wrong, by fact; entries of slides that this edition does not show stay out. */
function erratumLines(data: DeckData, slideIds: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>()
  const year = data.config.date.slice(0, 4)
  const words = data.config.language.facts
  for (const { fact, slide, printed, right, ground } of data.errata) {
    if (fact === undefined || !slideIds.has(slide)) continue
    lines.set(fact, [...(lines.get(fact) ?? []), fill(words.erratum, { year, printed, right, ground })])
  }
  return lines
}
