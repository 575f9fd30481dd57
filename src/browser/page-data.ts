import type { Edition } from '../model/deck.ts'

/** What the page says of itself, in its JSON block #deck-data. */
export interface PageData {
  readonly edition: Edition
  readonly title: string
  /** Addresses of the JSON files with chart models and with cards of figures. */
  readonly charts: string
  readonly facts: string
}

/** Reads the page's own data; missing values stand for a public deck without charts or figures. */
export function parsePageData(text: string): PageData {
  const raw: unknown = JSON.parse(text || '{}')
  const read = (key: string): string => {
    const value: unknown = isRecord(raw) ? raw[key] : undefined
    return typeof value === 'string' ? value : ''
  }
  return {
    edition: read('edition') === 'presenter' ? 'presenter' : 'public',
    title: read('title'),
    charts: read('charts'),
    facts: read('facts'),
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
