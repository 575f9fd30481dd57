/** Stands before the number of a shared text. */
const mark = '~'
/** Letters from which a text that comes twice is worth a number. */
const worth = 8

/** The value with each of its texts, but for names of members, made anew. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((item) => withTexts(item, change))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withTexts(member, change)]))
}

/** A JSON value as text in which what it says several times stands once: for a file that no server compresses. */
export function shareTexts(value: unknown): string {
  const counts = new Map<string, number>()
  withTexts(value, (text) => {
    counts.set(text, (counts.get(text) ?? 0) + 1)
    return text
  })
  const texts = [...counts].flatMap(([text, count]) =>
    text.startsWith(mark) || (count > 1 && text.length >= worth) ? [text] : [],
  )
  const numbers = new Map(texts.map((text, at) => [text, `${mark}${at}`]))
  return JSON.stringify({ texts, value: withTexts(value, (text) => numbers.get(text) ?? text) })
}

/** The value that `shareTexts` wrote. */
export function readSharedTexts(written: string): unknown {
  const { texts, value }: { readonly texts: readonly string[]; readonly value: unknown } = JSON.parse(written)
  return withTexts(value, (text) => (text.startsWith(mark) ? (texts[Number(text.slice(mark.length))] ?? text) : text))
}
