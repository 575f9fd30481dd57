import type { Typesetter, Weight } from './text.ts'
import { breakLines } from './text.ts'

/** Widths of Inter's letters from the blank to the tilde, in hundredths of the text's size. */
const widths =
  '28 29 47 63 64 98 64 30 36 36 50 66 29 46 29 36 63 41 61 62 65 59 62 57 62 62 29 30 66 66 66 51 97 69 65 73 72 60 59 75 74 27 57 67 57 90 75 76 64 76 64 64 65 74 69 99 68 68 63 36 36 36 47 46 32 56 61 57 61 58 37 61 59 24 24 55 24 88 59 60 61 61 38 53 33 59 56 82 55 56 55 43 33 43 66'
    .split(' ')
    .map(Number)

const otherWidth = 66
const boldness = 1.04

function letterWidth(letter: string): number {
  const known = widths[(letter.codePointAt(0) ?? 0) - 32]
  if (known !== undefined) return known
  if (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(letter))
    return 100
  const base = letter.normalize('NFD').codePointAt(0) ?? 0
  return widths[base - 32] ?? otherWidth
}

const widthOf = (text: string, size: number, weight: Weight = 400): number =>
  ([...text].reduce((all, letter) => all + letterWidth(letter), 0) * size * (weight === 600 ? boldness : 1)) / 100

/** Measures by a table, for the compiler, which has no font: what it finds too long is so, but for a hundredth or two. */
export const estimatedTypesetter: Typesetter = {
  width: widthOf,
  wrap: (text, { width, size, weight }) => breakLines(text, (line) => widthOf(line, size, weight) <= width),
  draw: () => undefined,
}
