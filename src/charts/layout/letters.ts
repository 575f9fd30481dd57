import { isUnspaced, phraseEnd } from '../../format/letters/phrases.ts'
import type { Typesetter, Weight } from './text.ts'
import { breakLines } from './text.ts'

/** Letters of Inter, and their widths in hundredths of the text's size: regular, and at weight 600. */
export const letterWidths: readonly (readonly [letters: string, regular: string, bold: string])[] = [
  [
    ` !"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_\`abcdefghijklmnopqrstuvwxyz{|}~`,
    '28 29 47 63 64 98 64 30 36 36 50 66 29 46 29 36 63 41 61 62 65 59 62 57 62 62 29 30 66 66 66 51 97 69 65 73 72 60 59 75 74 27 57 67 57 90 75 76 64 76 64 64 65 74 69 99 68 68 63 36 36 36 47 46 32 56 61 57 61 58 37 61 59 24 24 55 24 88 59 60 61 61 38 53 33 59 56 82 55 56 55 43 33 43 66',
    '25 32 52 64 65 100 66 33 37 37 54 67 32 47 32 38 66 42 62 64 67 61 64 58 64 64 32 33 67 67 67 54 100 73 66 74 72 61 59 75 75 28 58 70 57 92 76 77 65 77 65 65 66 74 73 102 72 71 65 37 38 37 48 47 35 57 62 58 62 59 39 63 61 26 26 57 26 90 61 61 62 62 40 55 35 61 59 84 57 59 57 45 36 45 67',
  ],
  [
    '‘’“”–—…•€£¥×·−±°©®™→↑↓▲△§½«»¡¿ßæøÆØœŒðþıªº¹²³µ¶¼¾÷†‰',
    '26 26 44 44 50 100 86 56 67 61 55 66 29 66 66 46 91 67 61 100 83 83 99 77 57 85 58 58 29 51 62 92 60 99 76 100 100 58 61 24 45 48 30 44 45 59 60 80 88 66 50 100',
    '29 29 51 50 50 100 96 50 68 63 56 67 32 67 67 46 91 66 63 100 88 88 99 77 57 87 63 63 32 54 64 91 61 101 77 99 101 59 62 26 46 49 32 45 46 61 60 83 91 67 50 100',
  ],
  [
    'αβγδεζηθικλμνξοπρςστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ',
    '66 60 56 58 54 51 59 62 28 53 64 59 59 56 60 60 61 57 62 47 59 72 57 78 80 69 65 58 68 60 63 74 76 27 67 69 90 75 66 76 74 64 69 65 68 88 68 88 77',
    '68 60 59 60 55 53 61 63 30 57 67 61 61 56 61 63 62 58 64 50 61 77 59 81 82 73 66 58 72 61 65 75 77 28 70 73 92 76 68 77 75 65 69 66 71 89 72 89 78',
  ],
  [
    'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЂЄЅІЈЉЊЋЏђєѕіјљњћџ',
    '69 65 65 58 82 60 96 62 75 75 67 75 90 74 76 74 64 73 65 63 83 68 72 70 96 97 82 88 65 73 101 64 56 59 56 44 61 58 81 49 59 59 54 58 77 59 60 59 61 57 47 56 69 55 60 58 82 84 64 74 56 57 84 55 84 73 64 27 57 111 113 88 72 59 57 53 24 24 92 90 59 59',
    '73 65 66 58 85 61 103 64 76 76 70 75 92 75 77 75 65 74 66 67 83 72 75 71 98 100 83 91 66 74 103 65 57 60 57 45 65 59 85 51 61 61 57 59 80 61 61 60 62 58 50 59 75 57 64 59 85 87 67 78 58 58 86 57 85 74 65 28 58 112 113 89 73 61 58 55 26 26 94 92 61 60',
  ],
]

/** Letters that stand closer than side by side, of those that lines of figures have: by how much, in hundredths of the text's size. */
const closer: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '7': { '.': 12, ',': 12, '4': 6 },
  '.': { '3': 2, '7': 2, '8': 2 },
  Y: { o: 8, '.': 3, ',': 3 },
  o: { Y: 8 },
  T: { o: 8, r: 6, '.': 3 },
  W: { o: 5 },
  r: { '.': 6, ',': 6 },
}

interface Widths {
  readonly regular: number
  readonly bold: number
}

const known: ReadonlyMap<string, Widths> = new Map(
  letterWidths.flatMap(([letters, ...weights]) => {
    const [regular = [], bold = []] = weights.map((list) => list.split(' ').map(Number))
    return [...letters].map((letter, index) => [letter, { regular: regular[index] ?? 0, bold: bold[index] ?? 0 }])
  }),
)

const other: Widths = { regular: 66, bold: 68 }
const full: Widths = { regular: 100, bold: 100 }
const none: Widths = { regular: 0, bold: 0 }

const isUnseen = (letter: string): boolean =>
  letter === phraseEnd || /[\u00ad\u200b-\u200f\u2060\ufeff\p{M}]/u.test(letter)

function widthsOf(letter: string): Widths {
  const own = known.get(letter)
  if (own) return own
  if (isUnseen(letter)) return none
  if (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(letter))
    return full
  const [base = ''] = letter.normalize('NFKD')
  return known.get(base) ?? other
}

/** The widths of signs below 128, by their codes: nearly all letters of most decks. */
const asciiWidths = (kind: keyof Widths): readonly number[] =>
  Array.from({ length: 128 }, (_, code) => known.get(String.fromCharCode(code))?.[kind] ?? 0)
const ascii = { regular: asciiWidths('regular'), bold: asciiWidths('bold') }

/** By the codes of a letter and of the next one, how much closer the two stand. */
const nearBehind: readonly (Uint8Array | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const next = closer[String.fromCharCode(code)]
  return next && Uint8Array.from({ length: 128 }, (_width, other) => next[String.fromCharCode(other)] ?? 0)
})

/** Of the letters of a text, how many there are and their widths together, in hundredths of its size. */
function measured(text: string, weight: Weight): { readonly count: number; readonly hundredths: number } {
  const kind = weight === 600 ? 'bold' : 'regular'
  const widths = ascii[kind]
  let count = 0
  let hundredths = 0
  let near: Uint8Array | undefined
  for (let at = 0; at < text.length; count++) {
    const code = text.charCodeAt(at)
    const width = widths[code] ?? 0
    const letter = width > 0 ? '' : String.fromCodePoint(text.codePointAt(at) ?? 0)
    hundredths += width > 0 ? width : widthsOf(letter)[kind]
    if (near) hundredths -= near[code] ?? 0
    near = nearBehind[code]
    at += letter.length || 1
  }
  return { count, hundredths }
}

const widthOf = (text: string, size: number, weight: Weight = 400): number =>
  (measured(text, weight).hundredths * size) / 100

/** A text in tabular digits, by letters that are as wide as these: a 4, or an 8 where it is bold, and an I for the points among them. */
export const tabular = (text: string, weight: Weight = 400): string =>
  text.replace(/[.,](?=\d)/g, 'I').replace(/\d/g, weight === 600 ? '8' : '4')

/** Running text, unlike a name, ends a line behind any hyphen in a word. */
const withHyphenEnds = (text: string): string => text.replace(/(?<=\p{L}-)(?=\p{L})/gu, phraseEnd)

interface Setting {
  readonly width: number
  readonly size: number
  readonly weight?: Weight
  /** Between letters, in sizes: less than nothing where they stand closer. */
  readonly spacing?: number
}

/** Where a line of running text may end besides at blanks: behind a hyphen or dash in a word, at a soft one, between phrases. */
const wordEnd = new RegExp(`[^\\S\\u00a0\\u202f]+|[${phraseEnd}\\u00ad]|(?<=[‐–—/]|\\p{L}-)(?=\\S)`, 'u')

/** The first word that is wider than a line, in which it would be broken anywhere; none of scripts without blanks. */
export function wideWord(
  text: string,
  { width, size, weight = 400 }: Setting,
): { readonly word: string; readonly needed: number } | undefined {
  return text
    .split(wordEnd)
    .filter((word) => !isUnspaced(word))
    .map((word) => ({ word, needed: widthOf(word, size, weight) }))
    .find(({ needed }) => needed > width)
}

/** How many lines a text takes; a word that is wider than them is broken anywhere. */
export function linesIn(text: string, { width, size, weight = 400, spacing = 0 }: Setting): number {
  const own = (line: string): number => {
    const { count, hundredths } = measured(line, weight)
    return (hundredths * size) / 100 + count * spacing * size
  }
  const whole = own(text)
  if (whole <= width && text.trim() !== '') return 1 // most texts; the others are measured word by word
  return breakLines(withHyphenEnds(text), (line) => own(line) <= width)?.length ?? Math.ceil(whole / width)
}

/** Measures by the widths of the shipped font, for the compiler, which may read none: within two hundredths of what is set. */
export const estimatedTypesetter: Typesetter = {
  width: widthOf,
  wrap: (text, { width, size, weight }) => breakLines(text, (line) => widthOf(line, size, weight) <= width),
  draw: () => undefined,
}
