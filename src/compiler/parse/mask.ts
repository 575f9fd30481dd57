/**
 * Placeholders hold quotes and braces that YAML would take for its own. While YAML is read, each stands masked by
 * private-use characters of the same length, so that columns stay what they are.
 */
export interface Masked {
  readonly text: string
  /** Puts the placeholders back into every text of a parsed value. */
  readonly restore: (value: unknown) => unknown
}

const placeholder = /\{\{\{[^\n]*?\}\}\}|\{\{[^\n]*?\}\}/g
const filler = '\uE001'
const firstCode = 0xe100
const masked = /[\uE100-\uF8FF]\uE001*/g

export function maskPlaceholders(text: string): Masked {
  if (!text.includes('{{')) return { text, restore: (value) => value }
  const found: string[] = []
  const hidden = text.replace(placeholder, (words) => {
    if (found.length > 0xf8ff - firstCode) return words
    found.push(words.replaceAll('\\"', '"')) // as written inside a double-quoted YAML text
    return String.fromCharCode(firstCode + found.length - 1) + filler.repeat(words.length - 1)
  })
  const unmask = (words: string): string => words.replace(masked, (run) => found[run.charCodeAt(0) - firstCode] ?? run)
  const restore = (value: unknown): unknown => {
    if (typeof value === 'string') return unmask(value)
    if (Array.isArray(value)) return value.map(restore)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [unmask(key), restore(inner)]))
  }
  return { text: hidden, restore }
}
