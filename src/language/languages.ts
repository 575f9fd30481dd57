import { en } from './en.ts'
import { enGb } from './en-gb.ts'
import type { Language } from './language.ts'

/** Every language that the engine knows. A new one is a record of its own and an entry here. */
export const languages: readonly Language[] = [en, enGb]

/**
 * The record of a language tag, with that tag in it: the record of exactly that tag, else of the tag without its last
 * parts ("en-IE" → "en"). Undefined where there is none.
 */
export function findLanguage(tag: string, known: readonly Language[] = languages): Language | undefined {
  for (let parts = tag.split('-'); parts.length > 0; parts = parts.slice(0, -1)) {
    const name = parts.join('-').toLowerCase()
    const found = known.find((language) => language.tag.toLowerCase() === name)
    if (found) return { ...found, tag }
  }
  return undefined
}
