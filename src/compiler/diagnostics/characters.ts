import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Place } from '../../model/source-file.ts'
import { error } from './create.ts'

type Kind = readonly [matches: (code: number) => boolean, what: string, hint: string]

const isBetween =
  (from: number, to: number) =>
  (code: number): boolean =>
    code >= from && code <= to

/** What a character is, and what to write instead; the first that matches. */
const kinds: readonly Kind[] = [
  [isBetween(0, 0), '(NUL)', 'remove it: it shows nothing, and a file that holds many of them was not saved as UTF-8.'],
  [
    isBetween(0xb, 0xb),
    '(vertical tab, the soft line break of slide programs)',
    'write a space, or begin a new line, where it stands.',
  ],
  [isBetween(1, 0x9f), '(control character)', 'remove it: it shows nothing.'],
  [isBetween(0xd800, 0xdfff), '(half of a pair)', 'write the whole character, as it stands or as one escape.'],
  [
    (code) => isBetween(0xe000, 0xf8ff)(code) || (code >= 0xf0000 && (code & 0xfffe) !== 0xfffe),
    'of the private use area',
    'no font of the deck has it; write the character that is meant.',
  ],
  [() => true, '(no character)', 'remove it: it shows nothing.'],
]

/** A character that no text of a deck may hold, wherever it comes from. */
export const unsupportedCharacter = (code: number, place: Place): Diagnostic => {
  const [, what, hint] = kinds.find(([matches]) => matches(code)) ?? ([undefined, '', 'remove it.'] as const)
  return error(
    'unsupported-character',
    `unsupported character U+${code.toString(16).toUpperCase().padStart(4, '0')} ${what}`,
    hint,
    place,
  )
}

const scriptNames: readonly (readonly [string, RegExp])[] = [
  ['Japanese', /[\p{sc=Hiragana}\p{sc=Katakana}]/u],
  ['Korean', /\p{sc=Hangul}/u],
  [
    'Chinese or Japanese',
    /[\p{sc=Han}\p{sc=Bopomofo}\u3000-\u303f\u30fb\u30fc\u3200-\u33ff\ufe30-\ufe4f\uff01-\uffee]/u,
  ],
  ['emoji', /\p{Emoji_Presentation}|\ufe0f/u],
  ...'Arabic Hebrew Syriac Thaana Thai Lao Khmer Myanmar Tibetan Sinhala Devanagari Bengali Gujarati Gurmukhi Kannada Malayalam Oriya Tamil Telugu Armenian Georgian Ethiopic Cherokee Mongolian Latin Greek Cyrillic'
    .split(' ')
    .map((name) => [name, new RegExp(`\\p{sc=${name}}`, 'u')] as const),
]

/** What a reader calls the script of a text; undefined for the rarest. */
const scriptName = (text: string): string | undefined => scriptNames.find(([, pattern]) => pattern.test(text))?.[0]

/** Stretches of one script have one name. */
export const scriptOf = (text: string): string => scriptName(text) ?? ''

const mostShown = 12 // characters of a stretch in a message

function named(text: string): string {
  const letters = [...text]
  const shown = letters.length > mostShown ? `${letters.slice(0, mostShown).join('')}…` : text
  const script = scriptName(text)
  return `"${shown}"${script === undefined ? '' : ` (${script})`}`
}

/** Packages with the letters of a script, where it is not Japanese. */
const packages: Readonly<Record<string, RegExp>> = {
  'noto-sans-kr': /\p{sc=Hangul}/u,
  'noto-sans-thai': /\p{sc=Thai}/u,
  'noto-sans-devanagari': /\p{sc=Devanagari}/u,
  'noto-sans-bengali': /\p{sc=Bengali}/u,
  'noto-sans-tamil': /\p{sc=Tamil}/u,
  'noto-sans-armenian': /\p{sc=Armenian}/u,
  'noto-sans-georgian': /\p{sc=Georgian}/u,
  'noto-sans-tc': /\p{sc=Bopomofo}/u,
}

const packageFor = (text: string): string =>
  Object.entries(packages).find(([, script]) => script.test(text))?.[0] ?? 'noto-sans-jp'

/** Text all in characters that Chinese and Japanese share does not say which of them it is. */
const otherPackages = (text: string): string =>
  /\p{sc=Han}/u.test(text) && !/[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Bopomofo}]/u.test(text)
    ? ' (Chinese: noto-sans-tc or noto-sans-sc)'
    : ''

/** Text that no font of the deck has letters for. */
export const missingFont = (text: string, place: Place): Diagnostic => ({
  misses: [{ kind: 'font' }],
  ...error(
    'missing-font',
    `missing font for ${named(text)}`,
    scriptName(text) === 'emoji'
      ? 'write a word or a sign such as ▲ in its place, or name a font with emoji under fonts: in data/deck.yaml.'
      : `name a font that has these letters in data/deck.yaml, as fonts: ["@fontsource/${packageFor(text)}"]${otherPackages(text)} for a package that npm installed in the deck's folder, or fonts: [fonts/name.otf] for a file of the deck.`,
    place,
  ),
})

/** Text that runs from right to left. */
export const unsupportedScript = (text: string, place: Place): Diagnostic =>
  error(
    'unsupported-script',
    `unsupported right-to-left text ${named(text)}`,
    'write it in Latin letters: slides and charts are set from left to right.',
    place,
  )
