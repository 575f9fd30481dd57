import { once } from '../../src/model/memory.ts'

/** Attributes whose text is seen or heard; the theme shows two of them. */
const spokenAttributes = [
  'alt',
  'aria-label',
  'aria-roledescription',
  'title',
  'placeholder',
  'data-hidden',
  'data-text',
]

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

const decoded = (text: string): string => text.replace(/&([#\w]+);/g, (whole, name: string) => entities[name] ?? whole)

/** Text nodes and spoken attributes of a page, without its scripts and without what is marked as English. */
export function visibleTexts(html: string): readonly string[] {
  const shown = html
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<(\w+) lang="en">[\s\S]*?<\/\1>/g, '')
  const attributes = [...shown.matchAll(/\s([\w-]+)="([^"]*)"/g)].flatMap(([, name = '', value = '']) =>
    spokenAttributes.includes(name) ? [value] : [],
  )
  return [...shown.replace(/<[^>]*>/g, '\n').split('\n'), ...attributes]
    .map((text) => decoded(text).trim())
    .filter(Boolean)
}

/** Strings in JSON, but for those under names that only programs read. */
export function stringsIn(value: unknown, codes: ReadonlySet<string>): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap((item) => stringsIn(item, codes))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => (codes.has(key) ? [] : stringsIn(item, codes)))
}

/** Labels of periods, units and rules as data and documents write them, currency marks, the scenario in a fact's id, and the time of day: no words. */
const code =
  /\b(?:CY ?)?\d{4}(?:-\d\d){0,2}(?:\.\.\d{4}-\d\d)?\b|\b(?:[1-4]Q|[12]H|[369]M) ?(?:FY ?)?\d{2,4}\b|\b[QH][1-4] (?:FY ?)?\d{2,4}\b|\bFY ?\d{2,4}\b|\b(?:[1-4][QH]|[QH][1-4]|9M)\b|(?:US|HK|NT|NZ|CN|A|C|R|S)(?=[$¥]\d)|\b(?:mn|bn|tn|k|x)\b|\b[FCSPGNLXW]\db?\b|[\w.-]+@|(?<=\d)#[a-z]+\b|https?:\/\/\S+|\b\d{1,2}:\d\d(?::\d\d)?\s[AP]M\b/g

const folded = (text: string): string => text.replace(/[\s*_`\\]+/g, ' ').toLowerCase()

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export interface Sources {
  /** Everything that the author wrote. */
  readonly text: string
  /** What the English record says: only where the author wrote just that, and no more, is it the author's. */
  readonly literals: readonly string[]
}

/** Tells what of a text is neither bracketed nor a figure nor the author's. */
export function strangersIn({ text, literals }: Sources): (shown: string) => readonly string[] {
  const written = folded(text)
  const own = new Set(literals.filter((literal) => /\p{L}{2}/u.test(literal)))
  const stands = (piece: string): boolean =>
    new RegExp(
      `(?:^|[\\d%"'“”,:;{}(\\[\\]>|*#+-])\\s*${escaped(piece)}\\s*(?:[\\d%"'“”,;:.{})\\[\\]<|*+-]|$)`,
      'm',
    ).test(text)
  const isOne = once((piece: string): boolean => {
    const wanted = folded(piece).trim()
    return (
      written.includes(wanted) &&
      new RegExp(`(?<!\\p{L})${escaped(wanted)}(?!\\p{L})`, 'u').test(written) &&
      (!own.has(piece) || stands(piece))
    )
  })
  // a label with a placeholder in it is two or three of the author's texts, one after the other
  const isAuthors = (words: readonly string[], parts: number): boolean =>
    isOne(words.join(' ')) ||
    (parts > 1 &&
      words.some((_, at) => at > 0 && isOne(words.slice(0, at).join(' ')) && isAuthors(words.slice(at), parts - 1)))
  return (shown) =>
    shown
      .replace(/⟦[^⟦⟧]*⟧|\{\w+\}/g, '\n')
      .replace(code, '\n')
      .split(/(?:[\n\d;:,·–—+−×÷=△†‡%()[\]“”"/^.\p{Sc}]|(?<!\p{L})-)+/u)
      .map((piece) => piece.trim())
      .filter((piece) => /\p{L}{2}/u.test(piece) && !isAuthors(piece.split(/\s+/), 3))
}
