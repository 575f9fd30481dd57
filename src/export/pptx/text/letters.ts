import { breakLines, type Typesetter, type Weight } from '../../../charts/layout/text.ts'

/** Widths of Arial's letters from the blank to the tilde, in hundredths of the text's size. */
const regular =
  '28 28 35 56 56 89 67 19 33 33 39 58 28 33 28 28 56 56 56 56 56 56 56 56 56 56 28 28 58 58 58 56 102 67 67 72 72 67 61 78 72 28 50 67 56 83 72 78 67 78 72 67 61 72 67 94 67 67 61 28 28 28 47 56 33 56 56 50 56 56 28 56 56 22 22 50 22 83 56 56 56 56 33 50 28 56 50 72 50 50 50 33 26 33 58'
    .split(' ')
    .map(Number)
const bold =
  '28 33 47 56 56 89 72 24 33 33 39 58 28 33 28 28 56 56 56 56 56 56 56 56 56 56 33 33 58 58 58 61 98 72 72 72 72 67 61 78 72 28 56 72 61 83 72 78 67 78 72 67 61 72 67 94 67 67 61 33 28 33 58 56 33 56 61 56 61 56 33 61 61 28 28 56 28 89 61 61 61 61 39 56 33 61 56 78 56 56 50 39 28 39 58'
    .split(' ')
    .map(Number)

const others: Readonly<Record<string, number>> = {
  '—': 100,
  '…': 100,
  '’': 28,
  '‘': 28,
  '“': 50,
  '”': 50,
  '•': 35,
  '→': 100,
}
const otherWidth = 60

/** Where a word may be broken; PowerPoint knows no such letter. */
export const softHyphen = '\u00ad'

const fullWidth = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/

function letterWidth(letter: string, weight: Weight): number {
  const widths = weight === 600 ? bold : regular
  const known = widths[(letter.codePointAt(0) ?? 0) - 32] ?? others[letter]
  if (known !== undefined) return known
  if (letter === softHyphen) return 0
  if (fullWidth.test(letter)) return 100
  return widths[(letter.normalize('NFD').codePointAt(0) ?? 0) - 32] ?? otherWidth
}

/** The width of a text in Arial, in the unit of its size. */
const textWidth = (text: string, size: number, weight: Weight = 400): number =>
  ([...text].reduce((all, letter) => all + letterWidth(letter, weight), 0) * size) / 100

/**
 * Measures in Arial by a table, as the recipient's machine will set the text: neither it nor Inter need be installed
 * here. A brand's own office font is taken to be as wide.
 */
export const officeTypesetter: Typesetter = {
  width: textWidth,
  wrap: (text, { width, size, weight }) => breakLines(text, (line) => textWidth(line, size, weight) <= width),
  draw: () => undefined,
}
