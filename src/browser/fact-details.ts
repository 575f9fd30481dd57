import { isRecord } from './page-data.ts'

/** Where a figure comes from, as its card shows it. */
export interface FactCard {
  readonly metric: string
  readonly period: string
  readonly value: string
  readonly status: string
  readonly sources: readonly CardSource[]
  readonly formula: string
  /** Ids of the facts it was computed from. */
  readonly inputs: readonly string[]
  readonly note: string
  readonly errata: readonly string[]
  /** What ticked it: one line a check. */
  readonly ticks: readonly string[]
  readonly ticked: boolean
}

export interface CardSource {
  readonly title: string
  readonly at: string
  readonly url: string
  readonly date: string
}

/** The cards of every figure, fetched when first asked for. */
export interface CardBook {
  all(): Promise<ReadonlyMap<string, FactCard>>
  /** Replaces the cards, after a live update. */
  replace(cards: unknown): void
}

export function cardBook(fetchJson: () => Promise<unknown>): CardBook {
  const state: { cards: Promise<ReadonlyMap<string, FactCard>> | undefined } = { cards: undefined }
  return {
    all: () => {
      state.cards ??= fetchJson().then(parseCards)
      return state.cards
    },
    replace: (cards) => {
      state.cards = Promise.resolve(parseCards(cards))
    },
  }
}

/** Reads the facts JSON; what is not a card is left out, what a card lacks is empty. */
export function parseCards(raw: unknown): ReadonlyMap<string, FactCard> {
  const { documents, facts } = isRecord(raw) ? raw : {}
  const known = (Array.isArray(documents) ? documents : []).map((each) => (isRecord(each) ? each : {}))
  const entries = isRecord(facts) ? Object.entries(facts) : []
  return new Map(entries.flatMap(([id, value]) => (isRecord(value) ? [[id, parseCard(value, known)]] : [])))
}

type Raw = Readonly<Record<string, unknown>>

/** A source is the number of its document and the place in it. */
function parseSource(raw: unknown, documents: readonly Raw[]): CardSource {
  const [number, at] = Array.isArray(raw) ? raw : []
  const { title, url, date } = documents[Number(number)] ?? {}
  return { title: text(title), at: text(at), url: /^https?:\/\//.test(text(url)) ? text(url) : '', date: text(date) }
}

function parseCard(raw: Raw, documents: readonly Raw[]): FactCard {
  const ticks = texts(raw.ticks)
  return {
    metric: text(raw.metric) || text(raw.label),
    period: text(raw.period),
    value: text(raw.value),
    status: text(raw.status),
    sources: (Array.isArray(raw.sources) ? raw.sources : []).map((source) => parseSource(source, documents)),
    formula: text(raw.formula),
    inputs: texts(raw.inputs),
    note: text(raw.note),
    errata: texts(raw.errata),
    ticks,
    ticked: raw.ticked === true || ticks.length > 0,
  }
}

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? `${value}` : ''

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) return value === undefined || value === null ? [] : [text(value)].filter(Boolean)
  return value.map((item) => (isRecord(item) ? text(item.id) || text(item.text) : text(item))).filter(Boolean)
}
