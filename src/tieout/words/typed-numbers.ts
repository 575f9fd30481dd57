import { isMonthName } from '../../language/claims/month-names.ts'
import type { WordPatterns } from '../../language/word-patterns.ts'
import { once } from '../../model/memory.ts'
import { allMatches } from './matches/all-matches.ts'
import type { WordMatch } from './matches/text-pool.ts'
import { isOwnWords, type Passage, type TextRange } from './passage.ts'

/** Digits of every script, and fractions of one character. */
const digits = /[\p{Nd}¼-¾⅐-⅞](?:[\p{Nd},.٫٬]*\p{Nd})?/gu

/** A numeral that its author typed, with the words about it that say what it counts. */
export interface Numeral extends WordMatch {
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

/** Whether a scale, a per cent or a currency behind digits makes an amount of them: "50%", "69.7 million", "3 euros". */
export function isAmount(before: string, after: string, words: WordPatterns): boolean {
  if (words.currencyBefore.test(before.slice(-8))) return true // no code or mark is longer
  const behind = after.replace(/^\)/, '') // "(14) million"
  const isGlued = /\p{L}$/u.test(before) // a letter behind digits that follow a letter is no scale: "M2M"
  const scale = words.scales.map(({ pattern }) => pattern.exec(behind)?.[0].trim()).find((text) => text !== undefined)
  const isScaled = scale !== undefined && !(isGlued && /^[a-z]$/i.test(scale))
  return isScaled || words.percentSign.test(behind) || words.currencyBehind.test(behind)
}

/** "IPv6", "B1", "COVID-19": part of a name. Not "SEK407", "ca.40 million", nor digits behind a script that writes no spaces. */
const isPartOfName = ({ before, after, words }: Surroundings): boolean =>
  /\p{L}[-./]?$/u.test(before) &&
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]$/u.test(before) &&
  !isAmount(before, after, words) &&
  !words.hedgeAtEnd.test(before)
const isAddress = ({ word }: Surroundings): boolean => /:\/\/|^www\.|@|\.(?:com|org|net|jp)\b/i.test(word)
const isOrdinal = ({ before, after, words }: Surroundings): boolean =>
  /^(?:st|nd|rd|th)\b/.test(after) || words.numberNames.ordinalMarks.test(before)
/** "1) PC", "(2) Situation", "3. Outlook" at the beginning. */
const isListNumber = ({ token, before, after, words }: Surroundings): boolean =>
  /^\d{1,2}$/.test(token) &&
  !isAmount('', after, words) &&
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
  !words.currencyBefore.test(before.slice(-8)) &&
  !/[+−△]$/.test(before) &&
  (!words.unitAfter.test(after) || (words.beforeYearAtEnd.test(before) && !isAmount(before, after, words)))
/** The second year of "2007–08". */
const isYearEnd = ({ token, before, after, words }: Surroundings): boolean =>
  /^\d{2}$/.test(token) && /\b(?:19|20)\d{2}[-–/]$/.test(before) && !words.unitAfter.test(after)
/** "Section 27", "Form 10-Q", "S&P 500", "12 Main Street", "10 a.m.", "6月": a law, a form, an index, an address, a time. */
const isNamed = ({ before, after, words }: Surroundings): boolean => {
  const { before: names, streets, streetsBefore, phones, behind } = words.numberNames
  if (behind.test(after)) return true
  if (isAmount(before, after, words)) return false
  const known = [names, streetsBefore, phones].some((expression) => expression.test(before)) || streets.test(after)
  return known || /(?:^|\s)\d+(?:[A-Za-z]\d{0,2})?[-/]$/.test(before) // the rest of "596/2014", of "10-5"
}

/** How far what names a number may stand from it: expressions that end at a number would search a whole paragraph. */
const reach = 120

const exemptions = [...[isPartOfName, isAddress, isOrdinal, isListNumber, isDay, isIsoDate, isYear, isYearEnd, isNamed]]

function surroundings({ text }: Passage, { start, end }: TextRange, words: WordPatterns): Surroundings {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  const word = `${/\S*$/.exec(before)?.[0] ?? ''}${text.slice(start, end)}${/^\S*/.exec(after)?.[0] ?? ''}`
  return { token: text.slice(start, end), before, after, word, words }
}

const hasDigit = /[\p{Nd}¼-¾⅐-⅞]/u

/** Every numeral of a passage with what stands around it, read once. */
const numeralsIn = once((passage: Passage): readonly Numeral[] =>
  hasDigit.test(passage.text)
    ? allMatches(passage.text, digits).map((found) => {
        const [start, end] = [found.index, found.index + found[0].length]
        const { text } = passage
        return { text: found[0], start, end, groups: [], before: text.slice(0, start), after: text.slice(end) }
      })
    : [],
)

/** A postcode behind what may be a street: all addresses have one, and few other texts do. */
const postcode = /(?:, ?| [·|–] )(?:[A-Z]{1,3}[- ]?)?\d{2,6}(?![\d.,%])/

/** Where addresses stand: what is counted is no town. */
const addressesIn = (
  text: string,
  { numberNames, unitAfter, countedKinds }: WordPatterns,
): readonly RegExpExecArray[] =>
  postcode.test(text)
    ? allMatches(text, numberNames.addresses).filter(
        ([, town = '']) => !unitAfter.test(` ${town}`) && !countedKinds.some((kind) => kind.test(town)),
      )
    : []

/** Where whole dates, telephone numbers and addresses stand. */
function datesAndPhones({ text }: Passage, words: WordPatterns): readonly TextRange[] {
  const { numberNames } = words
  const dates = allMatches(text, numberNames.dayAndWord).filter(([, word = '', year]) =>
    isMonthName(word, year !== undefined),
  )
  return [...allMatches(text, numberNames.datesAndPhones), ...dates, ...addressesIn(text, words)].map(
    ({ 0: said, index }) => ({
      start: index,
      end: index + said.length,
    }),
  )
}

/** Numerals in the author's own words that are no year, day, ordinal, list number or part of a name. */
export function typedNumerals(passage: Passage, taken: readonly WordMatch[], words: WordPatterns): readonly Numeral[] {
  const all = numeralsIn(passage).filter(({ start, end }) => isOwnWords(passage, start, end))
  if (all.length === 0) return []
  const named = datesAndPhones(passage, words)
  const isIn = ({ start, end }: TextRange, range: TextRange): boolean => range.start < end && start < range.end
  return all.filter((numeral) => {
    if ([...taken, ...named].some((range) => isIn(numeral, range))) return false
    const about = surroundings(passage, numeral, words)
    return !exemptions.some((isExempt) => isExempt(about))
  })
}

/** An amount in what is not the author's running text, and the whole of that text. */
export interface HeldAmount {
  readonly numeral: Numeral
  readonly within: string
}

/** Amounts, with a currency, a scale or a per cent, in marked text or in words of the data. */
export function amountsIn(passage: Passage, kind: 'plain' | 'data', words: WordPatterns): readonly HeldAmount[] {
  const pieces = passage.pieces.filter((piece) => piece.kind === kind)
  if (pieces.length === 0) return []
  return numeralsIn(passage).flatMap((numeral): readonly HeldAmount[] => {
    const { start, end, before, after } = numeral
    const piece = pieces.find((each) => each.start <= start && end <= each.end)
    if (!piece) return []
    // words of the data count for themselves; marked text also with what its author wrote around it
    const [from, to] =
      kind === 'plain' ? [before, after] : [passage.text.slice(piece.start, start), passage.text.slice(end, piece.end)]
    return isAmount(from, to, words) && !words.numberNames.precision.test(before)
      ? [{ numeral, within: passage.text.slice(piece.start, piece.end) }]
      : []
  })
}

/** The numeral with the digits of ASCII; a fraction of one character as it stands. */
export const asciiDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => {
      const code = digit.codePointAt(0) ?? 0
      let zero = code
      while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
      return String(code - zero)
    })
    .replace(/٫/g, '.')
    .replace(/٬/g, ',')
