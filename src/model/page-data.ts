import type { Language } from '../language/language.ts'
import type { ChartModel } from './chart.ts'
import type { Deck, Edition } from './deck.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { DocumentDetails, FactDetails } from './fact.ts'

/*
 * What the build writes for the browser. Page and browser code are built together, so that the browser trusts these
 * shapes and does not parse them by hand.
 */

/** What the page's scripts need of the deck: the JSON in #deck-data. */
export interface PageData {
  readonly edition: Edition
  readonly title: string
  readonly company: string
  readonly shortName: string
  readonly language: string // BCP 47, for plural forms
  readonly date: string
  readonly address: string // "" where the deck has none
  readonly duration?: number // planned minutes of the talk; in the presenter edition
  /** Each slide has a page of its own, below this one. */
  readonly isHosted?: boolean
  /** Addresses of the JSON files with `ChartsData` and `FactsData`. */
  readonly charts: string
  readonly facts: string
  readonly words: Language['page']
}

/** Charts by id: charts.json, and the charts of a patch. */
export type ChartsData = Readonly<Record<string, ChartModel>>

/** Where every number comes from: facts.json. */
export interface FactsData {
  /** Named by number in the sources of the facts; without what no card prints. */
  readonly documents: readonly Pick<DocumentDetails, 'title' | 'date' | 'url' | 'file' | 'laterEvidence'>[]
  /** What the checks say of figures: many facts share a sentence. */
  readonly ticks: readonly string[]
  readonly facts: Readonly<Record<string, CardFact>>
}

/** A fact as its card tells it; what ticked it by number, in `FactsData.ticks`. */
export interface CardFact extends Omit<FactDetails, 'ticks'> {
  readonly ticks?: readonly number[]
}

/** What the dev server sends after a save: only what differs from the page as it was. Event "deck:patch". */
export interface DeckPatch {
  readonly title: string
  /** Slides that are new or changed, each a whole <section>. */
  readonly slides: readonly { readonly id: string; readonly html: string }[]
  /** Every slide's id in order; a slide not in it is gone. */
  readonly order: readonly string[]
  /** Charts of the changed slides. */
  readonly charts: ChartsData
  /** All facts; absent when none changed. */
  readonly facts?: FactsData
  readonly page: PageData
}

/** Sent when a save does not compile. Event "deck:error"; "deck:clear" (no data) when it does again. */
export interface DeckError {
  readonly diagnostics: readonly Diagnostic[]
  /** One plain-text frame a diagnostic: place, message, the lines around it, hint. */
  readonly frames: readonly string[]
}

/** The details of facts with what ticked each: known after the tie-out only, so the deck itself has no ticks. */
export function withTicks(
  facts: Deck['facts'],
  ticks: ReadonlyMap<string, readonly string[]> | undefined,
): Deck['facts'] {
  const withLines = Object.entries(facts).map(([id, details]): [string, FactDetails] => {
    const lines = ticks?.get(id) ?? []
    return [id, lines.length > 0 ? { ...details, ticks: lines } : details]
  })
  return Object.fromEntries(withLines)
}

/** The facts of a page and the sentences that ticked them, each once, in the order in which facts name them. */
export function cardFacts(
  facts: Deck['facts'],
  ticks: ReadonlyMap<string, readonly string[]> | undefined,
): Pick<FactsData, 'ticks' | 'facts'> {
  const places = new Map<string, number>()
  const placeOf = (line: string): number => {
    const known = places.get(line) ?? places.size
    places.set(line, known)
    return known
  }
  const cards = Object.entries(facts).map(([id, { ticks: _, ...details }]): [string, CardFact] => {
    const lines = ticks?.get(id) ?? []
    return [id, lines.length > 0 ? { ...details, ticks: lines.map(placeOf) } : details]
  })
  return { ticks: [...places.keys()], facts: Object.fromEntries(cards) }
}

/** What a file of the finance team would change, as an open page shows it; made by the dev server, in words of the deck's language. */
export interface FiguresTable {
  readonly id: number // of the reading, by which it is written
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
  /** The label of the field for the reason, where older figures are restated. */
  readonly why?: string
  /** The label of the button that writes; without it nothing can be written. */
  readonly write?: string
  readonly close: string
}
