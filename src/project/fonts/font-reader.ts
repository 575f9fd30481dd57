import { readFileSync, statSync } from 'node:fs'
import { invalidFont, unknownFont } from '../../compiler/diagnostics/files.ts'
import { type FontName, fontList } from '../../compiler/parse/settings/font-list.ts'
import { needsFont, type ShippedPart, shippedLetters, shippedPart } from '../../format/letters/scripts.ts'
import { type FontFile, type FontLetters, lettersOf, rangesOf, type TextFace } from '../../format/letters/text-face.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { once } from '../../model/memory.ts'
import { type SourceFile, sheetsOf } from '../../model/source-file.ts'
import type { Project } from '../project.ts'
import { type FileGroup, findFonts, type NamedFile, shippedFile } from './font-files.ts'

/** The fonts of a deck besides the shipped one's Latin. */
export interface DeckFonts {
  readonly letters: FontLetters // of fonts that the deck names
  readonly faces: readonly TextFace[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Finds the fonts that the texts of files need; `faces` is the same list as long as it says the same. */
export type FontReader = (files: readonly SourceFile[]) => Promise<DeckFonts>

const beyond = /[^\0-\u00ff]/gu

const textsOf = (file: SourceFile): readonly string[] =>
  file.kind === 'text'
    ? [file.path, file.text]
    : [
        file.path,
        ...sheetsOf(file).flatMap(({ rows }) =>
          rows.flat().map((cell) => (typeof cell === 'string' ? cell : cell.text)),
        ),
      ]

/** Characters of a file beyond Latin-1. */
const charactersOf = once(
  (file: SourceFile): ReadonlySet<number> =>
    new Set(
      textsOf(file).flatMap((text) => (text.match(beyond) ?? []).map((character) => character.codePointAt(0) ?? 0)),
    ),
)

interface ReadFont {
  readonly weight: FontFile['weight']
  readonly letters: string // as in a TextFace, without what the shipped font has
}

/** Reads what a font file has. Throws for what is no font. */
async function readFont(path: string): Promise<ReadFont> {
  const [{ convert }, { Blob, Face }] = await Promise.all([import('fontverter'), import('harfbuzzjs')])
  const font = Buffer.from(await convert(readFileSync(path), 'truetype')) // a copy: the next conversion writes over it
  const face = new Face(new Blob(font))
  const { wght } = face.getAxisInfos()
  const os2 = face.referenceTable('OS/2')
  const weight = os2 && os2.length > 5 ? new DataView(os2.buffer, os2.byteOffset).getUint16(4) : 400
  const codes = [...face.collectUnicodes()].filter((code) => code > 0xff && shippedPart(code) === undefined)
  return { weight: wght ? [wght.min, wght.max] : weight, letters: rangesOf(codes) }
}

/** Reads each font once, until the file changes, and one at a time. */
function fontCache(): (path: string) => Promise<ReadFont> {
  let tail: Promise<unknown> = Promise.resolve()
  const known = new Map<string, { readonly stamp: string; readonly font: Promise<ReadFont> }>()
  return (path) => {
    const { mtimeMs, size } = statSync(path)
    const stamp = `${mtimeMs}:${size}`
    const before = known.get(path)
    if (before?.stamp === stamp) return before.font
    const font = tail.then(() => readFont(path))
    tail = font.catch(() => undefined) // reported where it is awaited
    known.set(path, { stamp, font })
    return font
  }
}

/** Whether a part of a package may have one of the characters. */
function mayHave({ range }: FileGroup, wanted: ReadonlySet<number>): boolean {
  if (range === undefined) return true
  return lettersOf(range.replaceAll('U+', '').replaceAll(',', ' ')).some((code) => wanted.has(code))
}

/** A group of files as a face: their letters, each file with its weight. */
async function faceOf({ files }: FileGroup, read: (path: string) => Promise<ReadFont>): Promise<TextFace> {
  const fonts = await Promise.all(
    files.map(async ({ name, path }: NamedFile) => ({ name, path, ...(await read(path)) })),
  )
  const shared = fonts.map(({ letters }) => new Set(lettersOf(letters)))
  const [first, ...others] = shared
  return {
    kind: 'named',
    letters: rangesOf([...(first ?? [])].filter((code) => others.every((letters) => letters.has(code)))),
    files: fonts.map(({ name, path, weight }) => ({ name, path, weight })),
  }
}

/** The shipped font's parts that texts have letters of; its signs alone are no reason to load one. */
function shippedFaces(wanted: ReadonlySet<number>, engine: string): readonly TextFace[] {
  const parts = new Set<ShippedPart>()
  for (const code of wanted) {
    const part = needsFont(code) ? shippedPart(code) : undefined
    if (part) parts.add(part)
  }
  parts.delete('latin')
  return [...parts].sort().map((part) => {
    const { name, path } = shippedFile(part, engine)
    return { kind: 'shipped', letters: shippedLetters(part), files: [{ name, path, weight: [100, 900] }] }
  })
}

interface Named {
  readonly faces: readonly TextFace[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The named fonts' faces that have some of the characters; each takes what those before it have not. */
async function namedFaces(
  list: readonly FontName[],
  wanted: ReadonlySet<number>,
  { project, read }: { readonly project: Project; readonly read: (path: string) => Promise<ReadFont> },
): Promise<Named> {
  const open = new Set([...wanted].filter((code) => shippedPart(code) === undefined))
  const faces: TextFace[] = []
  const diagnostics: Diagnostic[] = []
  for (const { name, place, groups } of findFonts(list, project)) {
    if (groups === undefined) diagnostics.push(unknownFont(name, place))
    for (const group of groups ?? []) {
      if (open.size === 0 || !mayHave(group, open)) continue
      try {
        const face = await faceOf(group, read)
        const taken = lettersOf(face.letters).filter((code) => open.delete(code))
        if (taken.length > 0) faces.push(face)
      } catch (error) {
        diagnostics.push(invalidFont(name, error instanceof Error ? error.message : String(error), place))
      }
    }
  }
  return { faces, diagnostics }
}

const nothing: FontLetters = { has: () => false }

/** A reader that remembers what it read. */
export function fontReader(project: Project): FontReader {
  const read = fontCache()
  let known: { readonly key: string; readonly fonts: Pick<DeckFonts, 'faces' | 'letters'> } | undefined
  return async (files) => {
    const wanted = new Set(files.flatMap((file) => [...charactersOf(file)]))
    const list = fontList(files)
    const { faces: named, diagnostics } =
      list.length === 0 ? { faces: [], diagnostics: [] } : await namedFaces(list, wanted, { project, read })
    const faces = [...shippedFaces(wanted, project.engine), ...named]
    const key = JSON.stringify(faces)
    if (known?.key !== key) {
      const codes = new Set(named.flatMap(({ letters }) => lettersOf(letters)))
      known = { key, fonts: { faces, letters: named.length === 0 ? nothing : codes } }
    }
    return { ...known.fonts, diagnostics }
  }
}
