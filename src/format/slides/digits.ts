import { plainText, type Tile } from '../../model/content.ts'

/** What of a printed number is large: the digits with sign and opening bracket; before and behind it stand unit and words. */
const digitsPattern = /^(.*?)([(+−△-]*\p{Sc}?[−-]?\d(?:.*\d)?\)?)(\D*)$/su
/** Of what stands before the digits: the sign, which is as large as they are, and the words: "−", "SEK" of "−SEK38". */
const signPattern = /^([+−△-]?)(.*)$/su

/** A printed number: what is as large as its digits, and the words before and behind them, which a theme sets small. */
export interface NumberParts {
  readonly sign: string
  readonly before: string
  readonly digits: string
  readonly after: string
}

/** "−JPY69.7 billion": sign, "JPY", "69.7", " billion"; undefined where there are no digits. */
export function numberParts(text: string): NumberParts | undefined {
  const [, start, digits = '', after = ''] = digitsPattern.exec(text) ?? []
  if (start === undefined) return undefined
  const [, sign = '', before = ''] = signPattern.exec(start) ?? []
  return { sign, before, digits, after }
}

/** The parts of a number as display type, whose sign of percent and closing bracket are as large as its digits. */
export function displayParts(text: string): NumberParts | undefined {
  const parts = numberParts(text)
  if (!parts) return undefined
  const [, large = '', after = ''] = /^([%)]*)(.*)$/su.exec(parts.after) ?? []
  return { ...parts, digits: parts.digits + large, after }
}

export type DigitsLength = 'short' | 'long' | 'longest'

/** How long the longest of some printed numbers is, for a theme that sets them large. */
export function lengthOf(texts: readonly string[]): DigitsLength {
  const longest = Math.max(0, ...texts.map((text) => numberParts(text)?.digits.length ?? 0))
  return longest > 8 ? 'longest' : longest > 5 ? 'long' : 'short'
}

/** How long the longest digits of some tiles are. */
export const lengthOfDigits = (tiles: readonly Tile[]): DigitsLength =>
  lengthOf(tiles.flatMap(({ value }) => value.map((run) => plainText([run]))))

/** A figure of more characters may be broken: "up JPY677 million compared to March 31, 2025" is wider than a column. */
export const isLongFigure = (text: string): boolean => text.length > 30

/** Blanks before or behind a number: no line ends there. */
const besideNumber = /(?<=[\d%]) (?=\p{L})| (?=[\d(△−-])/gu

/** A long figure, also as HTML, whose lines end nowhere beside its numbers. */
export const besideNumbers = (text: string): string => text.replace(besideNumber, '\u00a0')

/** A figure as its lines are broken: a long one has blanks, but none beside its numbers; another one has none. */
export const keptTogether = (text: string): string =>
  isLongFigure(text) ? besideNumbers(text) : text.replaceAll(' ', '\u00a0')

/** A figure whose unit may stand in a line of its own, as large as it is set: what stands before its digits stays with them. */
export function keptWithDigits(text: string): string {
  const parts = displayParts(text)
  return parts ? (parts.sign + parts.before).replaceAll(' ', '\u00a0') + parts.digits + parts.after : text
}
