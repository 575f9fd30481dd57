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
  const entries = isRecord(raw) ? Object.entries(raw) : []
  return new Map(entries.flatMap(([id, value]) => (isRecord(value) ? [[id, parseCard(value)]] : [])))
}

function parseCard(raw: Readonly<Record<string, unknown>>): FactCard {
  const ticks = texts(raw.ticks)
  return {
    metric: text(raw.metric) || text(raw.label),
    period: text(raw.period),
    value: text(raw.value),
    status: text(raw.status),
    sources: (Array.isArray(raw.sources) ? raw.sources : []).filter(isRecord).map((source) => ({
      title: text(source.title),
      at: text(source.at),
      url: /^https?:\/\//.test(text(source.url)) ? text(source.url) : '',
      date: text(source.date),
    })),
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
