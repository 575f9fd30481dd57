import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ChartTheme } from '../../charts/colors/theme.ts'
import { type FontFile, lettersOf, rangesOf, type TextFace } from '../../format/letters/text-face.ts'
import { fontSheet, type SheetFace } from './font-sheet.ts'

/** What a page needs for its letters beyond Latin. */
export interface FontAssets {
  /** Address of the style sheet; undefined where the page has none of these letters. */
  readonly sheet: string | undefined
  readonly files: readonly { readonly name: string; readonly content: string | Buffer }[]
  readonly licences: readonly string[]
}

const nameWithHash = (name: string, content: string | Buffer): string =>
  name.replace(/(\.\w+)$/, `-${createHash('sha256').update(content).digest('base64url').slice(0, 10)}$1`)

/** Weights that a theme prints; what else a variable font holds is left out. */
export const printed: Weights = { min: 400, max: 700 }

export interface Weights {
  readonly min: number
  readonly max: number
}

/** A font with the letters of a text alone, and of a variable one these weights; the same bytes from the same font and letters. */
export async function cutFont(font: Buffer, letters: string, weights?: Weights): Promise<Buffer> {
  const { default: subsetFont } = await import('subset-font')
  const axes = weights === undefined ? {} : { variationAxes: { wght: weights } }
  return subsetFont(font, letters, { targetFormat: 'woff2', ...axes })
}

function subset({ path, weight }: FontFile, letters: readonly number[]): Promise<Buffer> {
  const axis =
    typeof weight === 'number'
      ? undefined
      : { min: Math.max(printed.min, weight[0]), max: Math.min(printed.max, weight[1]) }
  return cutFont(readFileSync(path), String.fromCodePoint(...letters), axis && axis.min < axis.max ? axis : undefined)
}

interface Used {
  readonly face: TextFace
  readonly letters: readonly number[]
}

/** The faces that have some of a text's characters, each with those that no face before it has. */
function usedFaces(faces: readonly TextFace[], text: string): readonly Used[] {
  const open = new Set([...new Set(text.match(/[^\0-\u00ff]/gu))].map((character) => character.codePointAt(0) ?? 0))
  return faces.flatMap((face) => {
    const letters = lettersOf(face.letters).filter((code) => open.delete(code))
    return letters.length > 0 ? [{ face, letters }] : []
  })
}

/** The file of the licence that lies beside a font, or at the top of its package. */
function licenceFile({ path }: FontFile): string {
  const found = [dirname(path), dirname(dirname(path))].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /^(?:licen[cs]e|ofl)/i.test(file))
      .map((file) => join(folder, file)),
  )
  return found[0] ?? ''
}

/** The licences of fonts, each once, under the names of those that it is for. */
function licencesOf(files: readonly FontFile[]): readonly string[] {
  const names = new Map<string, readonly string[]>()
  for (const file of files) names.set(licenceFile(file), [...(names.get(licenceFile(file)) ?? []), file.name])
  return [...names].map(([path, fonts]) =>
    [fonts.join('\n'), path === '' ? '' : readFileSync(path, 'utf8').trim()].filter(Boolean).join('\n\n'),
  )
}

/** Cuts the faces down to the letters of a page's text; `base` is where the page finds its assets. */
export async function subsetFonts(
  text: () => string,
  { faces = [], font }: Pick<ChartTheme, 'faces' | 'font'>,
  base: string,
): Promise<FontAssets> {
  const folder = base.replace(/^\.\//, '')
  const files: { name: string; content: string | Buffer }[] = []
  const sheetFaces: SheetFace[] = []
  const used = faces.length === 0 ? [] : usedFaces(faces, text()) // most decks need no more than the shipped letters
  for (const { face, letters } of used)
    for (const file of face.files) {
      const content = await subset(file, letters)
      const name = nameWithHash(
        basename(file.path)
          .replace(/\.\w+$/, '.woff2')
          .replace(/[^\w.-]/g, '-'),
        content,
      )
      files.push({ name: folder + name, content })
      sheetFaces.push({ face, file, letters: rangesOf(letters), address: `./${name}` })
    }
  if (files.length === 0) return { sheet: undefined, files, licences: [] }
  const css = fontSheet(sheetFaces, font)
  const name = nameWithHash('fonts.css', css)
  const named = used.flatMap(({ face }) => (face.kind === 'named' ? face.files : []))
  return {
    sheet: base + name,
    files: [...files, { name: folder + name, content: css }],
    licences: licencesOf(named),
  }
}
