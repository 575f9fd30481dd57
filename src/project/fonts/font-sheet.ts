import type { FontFile, TextFace } from '../../format/letters/text-face.ts'

/** The family of the fonts that a deck names; those of the shipped font go on with its own. */
const named = 'Deck Scripts'
const shipped = 'Inter Variable'

/** A CSS list of families with the deck's own fonts behind the first: that one keeps every letter it has. */
export function withScripts(font: string, faces: readonly TextFace[]): string {
  const [, first = '', rest = ''] = /^\s*("[^"]*"|'[^']*'|[^,]+)\s*(.*)$/s.exec(font) ?? []
  return faces.some(({ kind }) => kind === 'named') ? `${first}, "${named}"${rest}` : font
}

/** A file as a page loads it, with the characters that it is loaded for. */
export interface SheetFace {
  readonly face: TextFace
  readonly file: FontFile
  readonly letters: string
  readonly address: string
}

const cssRange = (letters: string): string =>
  letters
    .split(' ')
    .map((range) => `U+${range}`)
    .join(', ')

function rule({ face, file, letters, address }: SheetFace): string {
  const weight = typeof file.weight === 'number' ? String(file.weight) : file.weight.join(' ')
  return [
    '@font-face {',
    `  font-family: "${face.kind === 'named' ? named : shipped}";`,
    '  font-style: normal;',
    `  font-weight: ${weight};`,
    '  font-display: swap;',
    `  src: url(${JSON.stringify(address)});`,
    `  unicode-range: ${cssRange(letters)};`,
    '}',
    '',
  ].join('\n')
}

/**
 * Lines end between phrases, which the build has marked (Korean: between words), and never where a sign forbids it. In the text
 * of another language a name stays whole.
 */
const lineRules = `html {
  word-break: keep-all;
  overflow-wrap: break-word;
}
html:is(:lang(ja), :lang(zh), :lang(ko)) {
  line-break: strict;
}
`

/** The style sheet of letters beyond Latin; it goes before what the theme says of the list of families. */
export function fontSheet(faces: readonly SheetFace[], font: string): string {
  const list = faces.some(({ face }) => face.kind === 'named')
    ? `html:root {\n  --qd-font: ${font};\n}\n${lineRules}`
    : ''
  return faces.map(rule).join('') + list
}
