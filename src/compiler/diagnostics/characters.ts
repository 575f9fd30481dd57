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

const named = (text: string, script: string | undefined): string =>
  `"${text}"${script === undefined ? '' : ` (${script})`}`

/** Text that no font of the deck has letters for. */
export const missingFont = (text: string, script: string | undefined, place: Place): Diagnostic => ({
  misses: [{ kind: 'font' }],
  ...error(
    'missing-font',
    `missing font for ${named(text, script)}`,
    script === 'emoji'
      ? 'write a word or a sign such as ▲ in its place, or name a font with emoji under fonts: in data/deck.yaml.'
      : 'name a font that has these letters in data/deck.yaml, as fonts: ["@fontsource/noto-sans-jp"] for an installed package or fonts: [fonts/name.otf] for a file of the deck.',
    place,
  ),
})

/** Text that runs from right to left. */
export const unsupportedScript = (text: string, script: string | undefined, place: Place): Diagnostic =>
  error(
    'unsupported-script',
    `unsupported right-to-left text ${named(text, script)}`,
    'write it in Latin letters: slides and charts are set from left to right.',
    place,
  )
