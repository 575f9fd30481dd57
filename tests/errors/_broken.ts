import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keptFolder, type SourceFile } from '../../src/model/source-file.ts'
import { readDeck } from '../golden/_decks.ts'

/** A workbook as the compiler takes it, its sheets as JSON. */
const sheetsOf = '.xlsx.json'

/** The sound deck that every broken one is made of. */
export const base = readDeck(join(import.meta.dirname, '_base'))

/** Each folder is named for a code, and holds what it changes in the sound deck of _base. */
export const codes = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
  .map(({ name }) => name)
  .sort()

/** The sound deck with other texts in place of some files; undefined takes a file out. */
export function changed(texts: Readonly<Record<string, string | undefined>>): readonly SourceFile[] {
  const files = new Map(base.map((file) => [file.path, file]))
  for (const [path, text] of Object.entries(texts)) {
    if (text === undefined) files.delete(path)
    else files.set(path, { kind: 'text', path, text })
  }
  return [...files.values()]
}

/** The text of a file of the sound deck. */
export function textOf(path: string): string {
  const file = base.find((one) => one.path === path)
  return file?.kind === 'text' ? file.text : ''
}

/** The smallest deck with a code. */
export function brokenDeck(code: string): readonly SourceFile[] {
  const folder = join(import.meta.dirname, code)
  const list = join(folder, 'remove.txt')
  const removed = existsSync(list) ? readFileSync(list, 'utf8').split('\n') : []
  const own = readDeck(folder).flatMap((file) => (file.kind === 'text' ? [file] : []))
  const texts = own
    .filter(({ path }) => !path.endsWith(sheetsOf) && !path.startsWith(keptFolder))
    .map(({ path, text }) => [path, text] as const)
  const workbooks = own
    .filter(({ path }) => path.endsWith(sheetsOf))
    .map(({ path, text }) => ({ kind: 'workbook', path: path.slice(0, -5), sheets: JSON.parse(text) }) as const)
  const kept = own
    .filter(({ path }) => path.startsWith(keptFolder))
    .map(({ path, text }) => ({ kind: 'kept', path, digest: text.trim() }) as const)
  const none = removed.map((path) => [path, undefined] as const)
  return [...changed({ ...Object.fromEntries(none), ...Object.fromEntries(texts) }), ...workbooks, ...kept]
}

/** Writes a deck where it can be read from disk. */
export function writeDeck(root: string, files: readonly SourceFile[]): void {
  for (const file of files) {
    if (file.kind !== 'text') continue
    const path = join(root, file.path)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, file.text)
  }
}
