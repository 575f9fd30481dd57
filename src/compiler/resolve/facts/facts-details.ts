import { factName, factNamer } from '../../../format/fact-names.ts'
import { fill } from '../../../language/fill.ts'
import type { Deck, DeckData, Edition } from '../../../model/deck.ts'
import type { Diagnostic } from '../../../model/diagnostic.ts'
import type { DocumentDetails, Fact, FactDetails } from '../../../model/fact.ts'
import type { Memo } from '../../../model/memory.ts'
import { keptAddress } from '../../../model/source-file.ts'
import { corrects } from '../../../model/ties.ts'
import { presentOnCard } from '../lost-digits.ts'
import { publishedFact } from './facts-outcome.ts'

/** Details of facts by id, and the documents that they name by number, then those that only slides name. */
export type Details = Pick<Deck, 'facts' | 'documents'>

/** The details, and which of their numbers print without a digit. */
export interface MadeDetails {
  readonly details: Details
  readonly mistakes: readonly Diagnostic[]
}

/** What the details are made for. */
export interface DetailsScope {
  /** The presenter edition has every kept document, the public one those that are published. */
  readonly edition: Edition
  readonly slideIds: ReadonlySet<string>
  /** Ids of the documents that slides name. */
  readonly cited: Iterable<string>
  readonly memory: Memo<FactTexts>
}

/** What is known of each fact, in a reader's words; each document is named once. */
export function factDetails(
  facts: ReadonlyMap<string, Fact>,
  data: DeckData,
  { edition, slideIds, cited, memory }: DetailsScope,
): MadeDetails {
  const errata = erratumLines(data, slideIds)
  const numbers = new Map<string, number>()
  const numberOf = (document: string): number => {
    const number = numbers.get(document) ?? numbers.size
    numbers.set(document, number)
    return number
  }
  const texts = [...facts].map(([id, fact]) => ({
    id,
    texts: memory.recall(id, [fact, data.config, data.metrics, data.scenarios, data.documents], () =>
      textsOf(fact, facts, data),
    ),
  }))
  const details = texts.map(({ id, texts: own }): [string, FactDetails] => [
    id,
    detailsOf({ texts: own, errata: errata.get(id) ?? [], numberOf }),
  ])
  for (const id of cited) numberOf(id)
  const documents = [...numbers.keys()].map((id): DocumentDetails => {
    const { title = id, short = title, date, url, kept, laterEvidence } = data.documents.get(id) ?? {}
    const dated = { ...(date !== undefined && { date }), ...(url !== undefined && { url }) }
    const file = kept && (edition === 'presenter' || kept.isPublic) ? { file: keptAddress(kept.path) } : {}
    return { id, title, short, ...dated, ...file, ...(laterEvidence !== undefined && { laterEvidence }) }
  })
  return {
    details: { documents, facts: Object.fromEntries(details) },
    mistakes: texts.flatMap(({ texts: { mistakes } }) => mistakes),
  }
}

/** What is said of a fact whatever else the deck shows, before and after its sources; they follow from it and what it names. */
export interface FactTexts {
  readonly head: Pick<FactDetails, 'metric' | 'period' | 'value' | 'status'>
  readonly sources: Fact['sources']
  readonly tail: Pick<FactDetails, 'formula' | 'inputs' | 'note'>
  readonly mistakes: readonly Diagnostic[]
}

function textsOf(fact: Fact, facts: ReadonlyMap<string, Fact>, data: DeckData): FactTexts {
  const metric = data.metrics.get(fact.metric)
  const { formula = '', inputs, status } = fact
  const earlier = earlierTexts(fact, data)
  const note = [fact.note ?? metric?.description ?? '', ...earlier.map(({ text }) => text)].filter(Boolean).join(' ')
  const { text: value, mistakes } = presentOnCard(fact, data)
  return {
    mistakes: [...mistakes, ...earlier.flatMap((one) => one.mistakes)],
    head: { ...factName(fact, facts, data), value, status },
    sources: sourcesOf(fact),
    tail: {
      ...(formula !== '' && { formula: factNamer(facts, data, inputs)(formula) }),
      ...(inputs.length > 0 && { inputs }),
      ...(note !== '' && { note }),
    },
  }
}

/** What older documents stated of a restated figure. */
function earlierTexts({ id, earlier = [] }: Fact, data: DeckData): readonly ReturnType<typeof presentOnCard>[] {
  const { documents, config } = data
  return earlier.map((figure) => {
    const { metric, period, scenario } = figure
    const stated = publishedFact({ id, kind: 'figure', metric, period, scenario }, figure)
    const { text: value, mistakes } = presentOnCard(stated, data)
    const [document = ''] = figure.sources.map((source) => source.document)
    const { short, title = document } = documents.get(document) ?? {}
    return { text: fill(config.language.facts.restatedFrom, { document: short ?? title, value }), mistakes }
  })
}

interface Options {
  readonly texts: FactTexts
  readonly errata: readonly ErratumLine[]
  readonly numberOf: (document: string) => number
}

function detailsOf({ texts, errata, numberOf }: Options): FactDetails {
  const sources = texts.sources.map(({ document, at }): [number, string] => [numberOf(document), at])
  return {
    ...texts.head,
    ...(errata.some(({ isCorrection }) => isCorrection) && { status: 'corrected' }),
    ...(sources.length > 0 && { sources }),
    ...texts.tail,
    ...(errata.length > 0 && { errata: errata.map(({ line }) => line) }),
  }
}

/** Of a computed fact the documents only: the places stand in the details of its inputs. A formula is not repeated. */
function sourcesOf({ sources, inputs, formula }: Fact): Fact['sources'] {
  const places = sources.map(({ document, at }) => ({ document, at: inputs.length > 0 || at === formula ? '' : at }))
  return [...new Map(places.map((source) => [`${source.document}\n${source.at}`, source])).values()]
}

interface ErratumLine {
  readonly line: string
  readonly isCorrection: boolean
}

/** What earlier prints had wrong, by fact; entries of slides that this edition does not show stay out. */
function erratumLines(data: DeckData, slideIds: ReadonlySet<string>): ReadonlyMap<string, readonly ErratumLine[]> {
  const lines = new Map<string, ErratumLine[]>()
  const year = data.config.date.slice(0, 4)
  const words = data.config.language.facts
  for (const erratum of data.errata) {
    const { fact, slide, printed, right, ground } = erratum
    if (fact === undefined || !slideIds.has(slide)) continue
    const isCorrection = corrects(erratum)
    const line = fill(isCorrection ? words.erratum : words.doubted, { year, printed, right, ground })
    lines.set(fact, [...(lines.get(fact) ?? []), { line, isCorrection }])
  }
  return lines
}

/** The facts and everything that they were computed from, in the order of the book. */
export function withInputs(ids: Iterable<string>, facts: ReadonlyMap<string, Fact>): ReadonlyMap<string, Fact> {
  const found = new Set<string>()
  const visit = (id: string): void => {
    const fact = found.has(id) ? undefined : facts.get(id)
    if (!fact) return
    found.add(id)
    for (const input of fact.inputs) visit(input)
  }
  for (const id of ids) visit(id)
  return new Map([...facts].filter(([id]) => found.has(id)))
}
