import { plainText, type Tile } from '../../model/content.ts'

/** A printed number as what stands before its digits, the digits, and what stands behind them. */
export const digitsPattern = /^(.*?)([(+−△-]*\p{Sc}?[−-]?\d(?:.*\d)?\)?)(\D*)$/su

/** Of what stands before the digits: the sign, which is as large as they are, and the words: "−", "SEK" of "−SEK38". */
export const signPattern = /^([+−△-]?)(.*)$/su

/** How long the longest digits of some tiles are, for a theme that sets them large. */
export function lengthOfDigits(tiles: readonly Tile[]): 'short' | 'long' | 'longest' {
  const lengths = tiles.flatMap(({ value }) =>
    value.map((run) => digitsPattern.exec(plainText([run]))?.[2]?.length ?? 0),
  )
  const longest = Math.max(0, ...lengths)
  return longest > 8 ? 'longest' : longest > 5 ? 'long' : 'short'
}
