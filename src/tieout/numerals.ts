import type { WordPatterns } from '../language/word-patterns.ts'
import { isOwnWords, type Match, type Passage, type Stretch } from './passage.ts'

const digits = /\d(?:[\d,.]*\d)?/g
/** A numeral that its author typed, with the words about it that say what it counts. */
export interface Numeral extends Match {
  readonly before: string
  readonly after: string
}

/** What stands before and after a numeral, and the blank-delimited word that it is part of. */
interface Surroundings {
  readonly token: string
  readonly before: string
  readonly after: string
  readonly word: string
  readonly words: WordPatterns
}

/** "IPv6", "B1", "COVID-19": part of a name. A currency code is no name. */
const isPartOfName = ({ before, words }: Surroundings): boolean =>
  /\p{L}[-./]?$/u.test(before) && !words.currencyBefore.test(before)
const isAddress = ({ word }: Surroundings): boolean => /:\/\/|^www\.|@|\.(?:com|org|net|jp)\b/i.test(word)
const isOrdinal = ({ after }: Surroundings): boolean => /^(?:st|nd|rd|th)\b/.test(after)
/** "1) PC", "(2) Situation", "3. Outlook" at the beginning. */
const isListNumber = ({ token, before, after }: Surroundings): boolean =>
  /^\d{1,2}$/.test(token) &&
  ((/(?:^|\s|[,;])$/.test(before) && /^\)\s?\p{L}/u.test(after)) ||
    (/^\(?$/.test(before) && /^[.)]\s/.test(after)) ||
    (/(?:^|\s)\($/.test(before) && /^\)\s+\p{L}/u.test(after)))
const isDay = ({ token, before, after, words }: Surroundings): boolean =>
  /^\d{1,2}$|^\d{4}$/.test(token) &&
  (words.afterMonth.test(before) || (token.length < 4 && words.beforeMonth.test(after)))
const isIsoDate = ({ word }: Surroundings): boolean => /^\(?\d{4}-\d{2}(?:-\d{2})?[),.;]?$/.test(word)
/** A bare year: no separator, no sign, no currency before it, nothing counted after it. */
const isYear = ({ token, before, after, words }: Surroundings): boolean =>
  /^(?:19|20)\d{2}$/.test(token) &&
  !words.currencyBefore.test(before) &&
  !/[+−△]$/.test(before) &&
  !words.unitAfter.test(after)
/** The second year of "2007–08". */
const isYearEnd = ({ token, before, after, words }: Surroundings): boolean =>
  /^\d{2}$/.test(token) && /\b(?:19|20)\d{2}[-–/]$/.test(before) && !words.unitAfter.test(after)

const exemptions = [isPartOfName, isAddress, isOrdinal, isListNumber, isDay, isIsoDate, isYear, isYearEnd]

function surroundings({ text }: Passage, { start, end }: Stretch, words: WordPatterns): Surroundings {
  const before = text.slice(0, start)
  const after = text.slice(end)
  const word = `${/\S*$/.exec(before)?.[0] ?? ''}${text.slice(start, end)}${/^\S*/.exec(after)?.[0] ?? ''}`
  return { token: text.slice(start, end), before, after, word, words }
}

/** Numerals that stand in the author's own words and are no year, day, ordinal, list number or part of a name. */
export function typedNumerals(passage: Passage, taken: readonly Match[], words: WordPatterns): readonly Numeral[] {
  if (!/\d/.test(passage.text)) return []
  return [...passage.text.matchAll(digits)].flatMap((found): readonly Numeral[] => {
    const [start, end] = [found.index, found.index + found[0].length]
    if (!isOwnWords(passage, start, end) || taken.some((match) => match.start < end && start < match.end)) return []
    const about = surroundings(passage, { start, end }, words)
    if (exemptions.some((isExempt) => isExempt(about))) return []
    return [{ text: found[0], start, end, groups: [], before: about.before, after: about.after }]
  })
}
