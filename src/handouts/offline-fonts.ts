import { posix } from 'node:path'
import { cutFont, printed, type Weights } from '../project/fonts/font-subsets.ts'

export interface Sheet {
  readonly path: string // beside the page
  readonly text: string
}

/** Latin letters that somebody may type stay, besides those of the page. */
const typed = String.fromCodePoint(...Array.from({ length: 0x100 - 0x20 }, (_, at) => at + 0x20))

/** From regular to bold, and what else style sheets ask for. */
function weightsOf(css: string): Weights {
  const asked = [...css.matchAll(/(?:\bfont|weight):\s*(\d{3})\b(?!\s+\d{3}\b)/g)].map(([, weight]) => Number(weight))
  return { min: Math.min(printed.min, ...asked), max: Math.max(printed.max, ...asked) }
}

/**
 * The variable fonts of style sheets that have more weights than these ask for, by their paths beside the page: with the letters of
 * a text and the weights that are asked for.
 */
export async function cutFonts(
  sheets: readonly Sheet[],
  text: string,
  read: (path: string) => Buffer | undefined,
): Promise<ReadonlyMap<string, Buffer>> {
  const weights = weightsOf(sheets.map((sheet) => sheet.text).join('\n'))
  const letters = [...new Set(typed + text)].join('')
  const cut = new Map<string, Buffer>()
  for (const { path, text: css } of sheets)
    for (const [face] of css.matchAll(/@font-face\s*\{[^}]*\}/g)) {
      const [, least, most] = /font-weight:\s*(\d+)\s+(\d+)/.exec(face) ?? []
      const [, address] = /url\(\s*["']?([^"')]+\.woff2)["']?\s*\)/.exec(face) ?? []
      if (address === undefined || !(Number(least) < weights.min || Number(most) > weights.max)) continue
      const file = posix.join(posix.dirname(path), decodeURIComponent(address))
      const font = read(file)
      const range = { min: Math.max(Number(least), weights.min), max: Math.min(Number(most), weights.max) }
      if (font !== undefined && range.min < range.max) cut.set(file, await cutFont(font, letters, range))
    }
  return cut
}
