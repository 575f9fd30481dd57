import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { buildDeck } from '../../build/build.ts'
import { completeDeck } from '../deck-files.ts'
import {
  type DeckManifest,
  type ListedFile,
  manifestName,
  manifestText,
  parseManifest,
  type SiteFile,
} from '../manifest.ts'
import { withPrivateFolder } from '../private-folder.ts'
import { siteStyles } from '../site-files.ts'
import { type Rebuilt, rebuiltHandouts } from './rebuilt-handouts.ts'
import type { SiteReader } from './verify.ts'

interface Rebuild {
  readonly root: string // the deck's source
  readonly engine: string
  readonly cache: string
  readonly id: string // of the published deck
  readonly env: Readonly<Record<string, string | undefined>>
  readonly step?: ((name: string) => void) | undefined
}

const packedEnd = /\.(?:gz|br)$/

const isPacked = ({ path }: ListedFile): boolean => packedEnd.test(path)

/** What is packed is compared unpacked: another version of the packer makes other bytes of the same content. */
function unpacked(path: string, content: Buffer): Buffer | undefined {
  try {
    return path.endsWith('.gz') ? gunzipSync(content) : brotliDecompressSync(content)
  } catch {
    return undefined
  }
}

/** Hand-outs are no part of a build: those that were published stand beside the deck that is built again, and are made by themselves. */
async function publishedHandouts(reader: SiteReader, { id, handouts }: DeckManifest): Promise<readonly SiteFile[]> {
  const files = await Promise.all(handouts.map(async (path) => ({ path, content: await reader.read(`${id}/${path}`) })))
  return files.flatMap(({ path, content }) => (content ? [{ path, content }] : []))
}

/** Lines for what differs between two lists of files; of packed ones what is in them against the file beside. */
async function differences(
  published: DeckManifest,
  again: DeckManifest,
  { reader, folder }: { readonly reader: SiteReader; readonly folder: string },
): Promise<readonly string[]> {
  const { id } = published
  const hashes = new Map(again.files.map(({ path, sha256: hash }) => [path, hash]))
  const faults: string[] = []
  for (const file of published.files) {
    const { path, sha256: hash } = file
    const plain = isPacked(file) ? path.replace(packedEnd, '') : path
    const own = hashes.get(plain)
    const content = isPacked(file) && own !== undefined ? await reader.read(`${id}/${path}`) : undefined
    const isSame = content ? unpacked(path, content)?.equals(readFileSync(join(folder, plain))) : own === hash
    if (!isSame)
      faults.push(`invalid ${id}/${path}: ${own === undefined ? 'no rebuild makes it' : 'a rebuild makes other bytes'}`)
  }
  const listed = new Set(published.files.map(({ path }) => path))
  const missing = [...hashes.keys()].filter((path) => !listed.has(path))
  return [...faults, ...missing.map((path) => `missing ${id}/${path}: a rebuild makes it`)]
}

/** Builds a published deck again from its source, and says what comes out otherwise: a line each. */
export async function rebuildFaults(
  reader: SiteReader,
  { root, engine, cache, id, env, step }: Rebuild,
): Promise<Rebuilt> {
  const faulty = (...faults: readonly string[]): Rebuilt => ({ faults, unchecked: [] })
  const text = await reader.read(`${id}/${manifestName}`)
  const published: DeckManifest | undefined = text && parseManifest(text.toString('utf8'), 'deck')
  if (!published) return faulty(`unknown deck "${id}": the site has no manifest of it`)
  const { address } = published
  return withPrivateFolder(async (privateFolder) => {
    const folder = join(privateFolder, id)
    const project = { root, engine, edition: 'public', hosted: address === null ? {} : { address } } as const
    const { built, files } = await buildDeck(project, { out: folder, cache, step })
    if (!built) return faulty(`invalid deck in ${root}: it has errors, which "check" lists`)
    const handouts = await publishedHandouts(reader, published)
    const again = completeDeck({
      folder,
      id,
      built,
      files,
      engine,
      styles: siteStyles(engine),
      handouts,
      browser: published.browser,
    })
    const found = await differences(published, again, { reader, folder })
    if (published.engine !== again.engine)
      return faulty(`invalid engine ${again.engine}: ${id} was published with ${published.engine}`, ...found)
    if (published.data !== again.data)
      return faulty(`invalid data in ${root}: their digest is ${again.data}, of ${id} ${published.data}`, ...found)
    const unpackedFiles = published.files.filter((file) => !isPacked(file))
    const isOther = found.length === 0 && manifestText({ ...published, files: unpackedFiles }) !== manifestText(again)
    if (isOther) return faulty(`invalid ${id}/${manifestName}: a rebuild makes other bytes`)
    step?.('making hand-outs')
    const made = await rebuiltHandouts(reader, {
      ...{ root, engine, cache, env, published },
      folder: join(privateFolder, 'handouts'),
    })
    return { ...made, faults: [...found, ...made.faults] }
  })
}
