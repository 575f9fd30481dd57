/** A slide as the search sees it. */
export interface SearchEntry {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly text: string
}

export interface SearchHit {
  readonly entry: SearchEntry
  /** The words around the first match in the slide's text; "" when the match is in the title. */
  readonly excerpt: string
}

/** Slides that hold every word of the query, best first: the slide's number, then titles, then text. */
export function findSlides(entries: readonly SearchEntry[], query: string): readonly SearchHit[] {
  const words = fold(query).split(' ').filter(Boolean)
  if (words.length === 0) return entries.map((entry) => ({ entry, excerpt: '' }))
  return entries
    .map((entry) => ({ entry, rank: rank(entry, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.entry.number - b.entry.number)
    .map(({ entry }) => ({ entry, excerpt: excerptOf(entry, words) }))
}

function rank(entry: SearchEntry, words: readonly string[]): number {
  if (words.length === 1 && words[0] === String(entry.number)) return 4
  const [title, text] = [fold(entry.title), fold(entry.text)]
  if (title.startsWith(words.join(' '))) return 3
  if (words.every((word) => title.includes(word))) return 2
  return words.every((word) => title.includes(word) || text.includes(word)) ? 1 : 0
}

function excerptOf(entry: SearchEntry, words: readonly string[]): string {
  const text = entry.text.replace(/\s+/g, ' ')
  const title = fold(entry.title)
  const word = words.find((candidate) => !title.includes(candidate))
  const at = word === undefined ? -1 : fold(text).indexOf(word)
  if (at < 0) return ''
  const start = at < 24 ? 0 : text.lastIndexOf(' ', at - 20) + 1
  return `${start > 0 ? '… ' : ''}${text.slice(start, start + 120)}`
}

/** Lower case, plain dashes and spaces: what people type rather than what is set. Keeps the length. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‐‑–—−]/g, '-')
    .replace(/\s/g, ' ')
    .trimStart()
}
