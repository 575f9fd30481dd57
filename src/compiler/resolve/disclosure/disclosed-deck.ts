import { present } from '../../../format/present.ts'
import type { Deck, Evidence } from '../../../model/deck.ts'
import type { Fact, FactDetails } from '../../../model/fact.ts'
import { disclosedSlide } from './disclosed-slide.ts'
import { isPublished, type KnownFacts, knownFacts, lastPlace, unitOfUse } from './known-facts.ts'

/** A number that readers of the public edition learn from a card and from no slide. */
export interface CardOnly {
  readonly fact: string
  readonly metric: string
  readonly period: string
  /** As the card prints it. */
  readonly value: string
  /** As slides print it, with fewer digits; null where none does. */
  readonly printed: string | null
  readonly because: 'public metric' | 'published source' | 'computed from known figures'
}

/** A deck as an edition gives it away. */
export interface DisclosedDeck {
  readonly deck: Deck
  readonly cardsOnly: readonly CardOnly[]
  /** Whether the exact value of a fact may be disclosed, as arithmetic does. */
  readonly isDisclosed: (fact: string) => boolean
}

/**
 * What may leave the house. A public edition holds the figures that its slides print, with the digits printed there or in
 * the published document that their cards cite, and those of public metrics; amounts behind a ratio are not in it. The
 * presenter edition holds everything.
 */
export function disclosedDeck(deck: Deck, { data, facts }: Pick<Evidence, 'data' | 'facts'>): DisclosedDeck {
  if (deck.edition === 'presenter') return { deck, cardsOnly: [], isDisclosed: () => true }
  const find = (id: string): Fact | undefined => facts.get(id)
  const slides = deck.slides.map((slide) => disclosedSlide(slide, { data, find }))
  const uses = slides.flatMap((slide) => slide.uses)
  const known = knownFacts({ data, find, uses })
  const shown = Object.entries(deck.facts).flatMap(([id, details]): readonly [string, FactDetails][] => {
    const fact = find(id)
    if (!fact || !known.isShown(id)) return []
    return [[id, withoutCells(disclosedDetails(fact, details, { known, data }), deck, data)]]
  })
  const named = withNamedDocuments({ ...deck, slides, facts: Object.fromEntries(shown) })
  const cardsOnly = shown.flatMap(([id, details]) => cardOnly(find(id), details, { known, data }) ?? [])
  return { deck: named, cardsOnly, isDisclosed: known.isWhole }
}

interface Known {
  readonly known: KnownFacts
  readonly data: Evidence['data']
}

/** Sources without places in the workbooks that figures were imported from: those are the house's own, unless the document is that very file and public. */
function withoutCells(details: FactDetails, { documents }: Deck, data: Evidence['data']): FactDetails {
  if (!details.sources?.some(([, at]) => at !== '')) return details
  const sources = details.sources.map(([number, at]) => {
    const { workbooks, kept } = data.documents.get(documents[number]?.id ?? '') ?? {}
    const isOpen = (name: string): boolean => kept?.isPublic === true && kept.path.endsWith(`/${name}`)
    const isInside = [...(workbooks?.keys() ?? [])].some((name) => at.startsWith(`${name} `) && !isOpen(name))
    return [number, isInside ? '' : at] as const
  })
  return { ...details, sources }
}

/** What a card says of a fact; its inputs are buttons, of which only those that are shown remain. */
function disclosedDetails(fact: Fact, details: FactDetails, { known, data }: Known): FactDetails {
  const { inputs = [], note, ...rest } = details
  const shown = inputs.filter(known.isShown)
  const own = noteOf(fact, note, { known, data })
  if (known.isWhole(fact.id) && shown.length === inputs.length && own === note) return details
  const common = { ...rest, ...(shown.length > 0 && { inputs: shown }), ...(own !== undefined && { note: own }) }
  if (known.isWhole(fact.id)) return common
  const use = known.finestUse(fact.id)
  const as = use && unitOfUse(use, data)
  const display = { ...(as && { as }), ...(use && { decimals: use.decimals }) }
  const value = use && as ? present(fact, data.metrics.get(fact.metric), display, data.config).text : (use?.text ?? '')
  const { sources = [] } = details
  const documents = [...new Set(sources.map(([document]) => document))]
  return {
    ...common,
    value,
    ...(documents.length > 0 && { sources: documents.map((document) => [document, ''] as const) }), // places quote amounts
  }
}

/** The note, without numbers that readers may not know: what unpublished documents stated, and what the author wrote of a rounded figure. */
function noteOf(
  { id, earlier = [], note, metric }: Fact,
  written: string | undefined,
  { known, data }: Known,
): string | undefined {
  const areOpen = earlier.every(({ sources }) => sources.some(({ document }) => isPublished(document, data)))
  if ((areOpen && known.isWhole(id)) || known.isOpen(id)) return written
  const own =
    (!known.isWhole(id) && note !== undefined && /\d/.test(note) ? undefined : note) ??
    data.metrics.get(metric)?.description
  return own === '' ? undefined : own
}

/** Documents are named by number: those that nothing names any more are left out, and the others counted anew. */
function withNamedDocuments(deck: Deck): Deck {
  const cited = new Set(
    deck.slides.flatMap(({ sources, visuals }) => [
      ...sources,
      ...visuals.flatMap((visual) => (visual.kind === 'chart' ? visual.chart.sources : [])),
    ]),
  )
  const named = new Set(Object.values(deck.facts).flatMap(({ sources = [] }) => sources.map(([number]) => number)))
  const kept = deck.documents.flatMap(({ id }, number) => (named.has(number) || cited.has(id) ? [number] : []))
  if (kept.length === deck.documents.length) return deck
  const numbers = new Map(kept.map((old, number) => [old, number]))
  const facts = Object.entries(deck.facts).map(([id, details]): [string, FactDetails] => {
    const sources = details.sources?.map(([old, at]) => [numbers.get(old) ?? 0, at] as const)
    return [id, sources ? { ...details, sources } : details]
  })
  const documents = kept.flatMap((number) => deck.documents[number] ?? [])
  return { ...deck, documents, facts: Object.fromEntries(facts) }
}

/** What a card tells beyond the slides; undefined where it tells nothing more. */
function cardOnly(fact: Fact | undefined, details: FactDetails, { known, data }: Known): CardOnly | undefined {
  if (!fact || !known.isWhole(fact.id) || (fact.value === null && fact.absence !== 'range')) return undefined
  const { id } = fact
  const { metric, period, value } = details
  const use = known.finestUse(id)
  if (use && !isFinerOnCard(fact, use, data)) return undefined
  const isSourced = fact.inputs.length === 0
  const because = known.isOpen(id) ? 'public metric' : isSourced ? 'published source' : 'computed from known figures'
  return { fact: id, metric, period, value, printed: use?.text ?? null, because }
}

function isFinerOnCard(
  fact: Fact,
  use: NonNullable<ReturnType<KnownFacts['finestUse']>>,
  data: Evidence['data'],
): boolean {
  const { decimals } = present(fact, data.metrics.get(fact.metric), {}, data.config)
  return lastPlace(fact.unit, decimals) < lastPlace(unitOfUse(use, data), use.decimals)
}
