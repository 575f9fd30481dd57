import { plainText, type Tile } from '../../model/content.ts'

/** A printed number as what stands before its digits, the digits, and what stands behind them. */
export const digitsPattern = /^(.*?)([(+−△-]*\p{Sc}?[−-]?\d(?:.*\d)?\)?)(\D*)$/su

/** Of what stands before the digits: the sign, which is as large as they are, and the words: "−", "SEK" of "−SEK38". */
export const signPattern = /^([+−△-]?)(.*)$/su

export type DigitsLength = 'short' | 'long' | 'longest'

/** How long the longest of some printed numbers is, for a theme that sets them large. */
export function lengthOf(texts: readonly string[]): DigitsLength {
  const longest = Math.max(0, ...texts.map((text) => digitsPattern.exec(text)?.[2]?.length ?? 0))
  return longest > 8 ? 'longest' : longest > 5 ? 'long' : 'short'
}

/** How long the longest digits of some tiles are. */
export const lengthOfDigits = (tiles: readonly Tile[]): DigitsLength =>
  lengthOf(tiles.flatMap(({ value }) => value.map((run) => plainText([run]))))

/** A printed number as display type: what is as large as its digits, and the words before and behind it, which a theme sets small. */
export interface DisplayParts {
  readonly sign: string
  readonly before: string
  readonly digits: string
  readonly after: string
}

/** "−JPY69.7 billion": sign, "JPY", "69.7", " billion"; undefined where there are no digits. A sign of percent is one of the digits. */
export function displayParts(text: string): DisplayParts | undefined {
  const [, start, number = '', end = ''] = digitsPattern.exec(text) ?? []
  if (start === undefined) return undefined
  const [, sign = '', before = ''] = signPattern.exec(start) ?? []
  const [, large = '', after = ''] = /^([%)]*)(.*)$/su.exec(end) ?? []
  return { sign, before, digits: number + large, after }
}
