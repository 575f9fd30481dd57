import type { PageWords } from '../language/page-words.ts'
import type { Edition } from '../model/deck.ts'

/** What the page says of itself, in its JSON block #deck-data. */
export interface PageData {
  readonly edition: Edition
  readonly title: string
  /** BCP 47, for counting. */
  readonly language: string
  readonly words: PageWords
  /** Addresses of the JSON files with chart models and with cards of figures. */
  readonly charts: string
  readonly facts: string
}

/**
 * Reads the page's own data; missing values stand for a public deck without charts or figures. Throws where there are
 * no words: then the page is no page of ours.
 */
export function parsePageData(text: string): PageData {
  const raw: unknown = JSON.parse(text || '{}')
  const read = (key: string): string => {
    const value: unknown = isRecord(raw) ? raw[key] : undefined
    return typeof value === 'string' ? value : ''
  }
  const words = isRecord(raw) ? raw.words : undefined
  if (!isPageWords(words)) throw new Error('missing words in the data of the page')
  return {
    edition: read('edition') === 'presenter' ? 'presenter' : 'public',
    title: read('title'),
    language: read('language') || 'en',
    words,
    charts: read('charts'),
    facts: read('facts'),
  }
}

/** The compiler wrote the record whole: that its sections are there tells it from anything else. */
function isPageWords(value: unknown): value is PageWords {
  return isRecord(value) && sections.every((name) => isRecord(value[name]))
}

const sections = ['bar', 'place', 'commands', 'help', 'search', 'card', 'speaker', 'charts', 'said', 'errors'] as const

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
