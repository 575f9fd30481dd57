import type { KeyObject } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { testCache } from '../../tests/kept.ts'
import { type Built, buildDeck } from '../build/build.ts'
import { openOutput } from '../build/output.ts'
import type { SiteFile } from './manifest.ts'
import { addDeck, type Published } from './publish.ts'
import { pathsIn, siteStyles } from './site-files.ts'

/** For tests of this folder: a deck that is built once and published often. */
export const engine = resolve(import.meta.dirname, '../..')

export const testBase = 'https://example.com/ir/'

export interface TestDeck {
  readonly folder: string // the built deck
  readonly build: Built
}

export const tempFolder = (name: string): string => mkdtempSync(join(tmpdir(), `quarterdeck-${name}-`))

export function writeFiles(folder: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), content)
  }
}

/** Builds a deck of these files as part of a site. */
export async function buildTestDeck(
  base: string,
  id: string,
  files: Readonly<Record<string, string>>,
): Promise<TestDeck> {
  const root = join(base, `deck-${id}`)
  writeFiles(root, files)
  const folder = join(base, `built-${id}`)
  const build = await buildDeck(
    { root, engine, edition: 'public', hosted: { address: `${testBase}${id}/` } },
    { out: folder, cache: testCache },
  )
  if (!build.built) throw new Error(JSON.stringify(build.diagnostics))
  return { folder, build }
}

interface PublishAs {
  readonly to: string
  readonly id: string
  readonly handouts?: readonly SiteFile[]
  readonly base?: string | null
  readonly date?: string
  readonly title?: string
  readonly key?: KeyObject
  readonly corrects?: string
}

/** Publishes a built deck under an id, with another date or title where they are given. */
export function publishBuilt(
  { folder: from, build }: TestDeck,
  published: PublishAs,
): Pick<Published, 'deck' | 'site'> {
  const { to, id, handouts = [], base = testBase, date, title, key, corrects } = published
  const { built, files } = build
  if (!built) throw new Error('no deck')
  const output = openOutput(to, 'site')
  try {
    const folder = join(output.made, 'decks', id)
    cpSync(from, folder, { recursive: true })
    const { deck } = built.disclosed
    const head = { ...deck.head, ...(date !== undefined && { date }), ...(title !== undefined && { title }) }
    const dated = { ...built, disclosed: { ...built.disclosed, deck: { ...deck, head } } }
    const styles = siteStyles(engine)
    return addDeck(output, { folder, id, built: dated, files, engine, styles, handouts, to, base, key, corrects })
  } finally {
    output.discard()
  }
}

/** Every file of a folder with its content, as text that keeps every byte. */
export const contentsOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(pathsIn(folder).map((path) => [path, readFileSync(join(folder, path), 'latin1')]))

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true })
