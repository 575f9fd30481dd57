import { en } from '../../src/language/en.ts'
import type { Language } from '../../src/language/language.ts'

/** The tag of the pseudo-language, as deck.yaml writes it. */
export const pseudoTag = 'qps'

/** Every literal part of a text in brackets, its slots as they are: "⟦up ⟧{amount}". */
const bracketed = (text: string): string =>
  text.replace(/(\{\w+\})|[^{]+|\{/g, (part, slot: string | undefined) => slot ?? `⟦${part}⟧`)

/** A record of the same shape with every string in it changed. */
function changed<Words>(words: Words, change: (text: string) => string): Words {
  return JSON.parse(JSON.stringify(words, (_, value: unknown) => (typeof value === 'string' ? change(value) : value)))
}

/** The strings of a record, patterns cut at their slots. */
export function literalsOf(words: unknown): readonly string[] {
  const found: string[] = []
  changed(words, (text) => {
    found.push(...text.split(/\{\w+\}/).map((part) => part.trim()))
    return text
  })
  return found
}

/** English with every string of it in brackets: what is without, and is nobody's, was not taken from the record. */
export const pseudoLanguage: Language = {
  ...changed(en, bracketed),
  claims: en.claims,
  commonWords: en.commonWords,
  tag: pseudoTag,
}
