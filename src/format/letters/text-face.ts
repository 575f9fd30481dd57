/** Which characters the fonts have that a deck names. The same object as long as the answers are the same. */
export interface FontLetters {
  has(code: number): boolean
}

/** A font file of one weight, or of a range of them. */
export interface FontFile {
  readonly name: string // as the deck and every machine know it, e.g. "@fontsource/noto-sans-jp/files/….woff2"
  readonly path: string // absolute, on this machine
  readonly weight: number | readonly [least: number, most: number]
}

/** Letters beyond Latin, and the files that draw them. */
export interface TextFace {
  /** A part of the shipped font, or a font that the deck names. */
  readonly kind: 'shipped' | 'named'
  /** Numbers of characters in hexadecimal, single or as ranges: "20ac 4e00-4e05". */
  readonly letters: string
  readonly files: readonly FontFile[] // one a weight; never none
}

/** The file of a face for a weight: the one that holds it, else the nearest. */
export function fileOfWeight({ files }: TextFace, weight: number): FontFile | undefined {
  const distance = ({ weight: own }: FontFile): number =>
    typeof own === 'number' ? Math.abs(own - weight) : weight < own[0] ? own[0] - weight : Math.max(0, weight - own[1])
  return files.reduce<FontFile | undefined>(
    (best, file) => (best && distance(best) <= distance(file) ? best : file),
    undefined,
  )
}

/** The characters of "20ac 4e00-4e05". */
export const lettersOf = (ranges: string): readonly number[] =>
  ranges
    .split(' ')
    .filter(Boolean)
    .flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map((digits) => Number.parseInt(digits, 16))
      return Array.from({ length: to - from + 1 }, (_, index) => from + index)
    })

/** Characters as ranges, in order: the opposite of `lettersOf`. */
export function rangesOf(codes: Iterable<number>): string {
  const ranges: [number, number][] = []
  for (const code of [...new Set(codes)].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] === code - 1) last[1] = code
    else ranges.push([code, code])
  }
  return ranges
    .map(([from, to]) => (from === to ? from.toString(16) : `${from.toString(16)}-${to.toString(16)}`))
    .join(' ')
}
