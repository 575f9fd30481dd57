import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { buildDeck } from '../../build/build.ts'
import { completeDeck, siteStyles } from '../deck-files.ts'
import { type DeckManifest, manifestName, parseManifest, type SiteFile, sha256 } from '../manifest.ts'
import { packAssets } from '../packed-assets.ts'
import { withPrivateFolder } from '../private-folder.ts'
import type { SiteReader } from './verify.ts'

interface Rebuild {
  readonly root: string // the deck's source
  readonly engine: string
  readonly cache: string
  readonly id: string // of the published deck
  readonly step?: ((name: string) => void) | undefined
}

/** What is packed is compared unpacked: another version of the packer makes other bytes of the same content. */
function unpacked(path: string, content: Buffer): Buffer {
  if (path.endsWith('.gz')) return gunzipSync(content)
  return path.endsWith('.br') ? brotliDecompressSync(content) : content
}

/** Hand-outs are no part of a build: those that were published stand beside the deck that is built again. */
async function publishedHandouts(reader: SiteReader, { id, handouts }: DeckManifest): Promise<readonly SiteFile[]> {
  const files = await Promise.all(handouts.map(async (path) => ({ path, content: await reader.read(`${id}/${path}`) })))
  return files.flatMap(({ path, content }) => (content ? [{ path, content }] : []))
}

/** Lines for what differs between two lists of files; of packed ones what is in them. */
async function differences(
  published: DeckManifest,
  again: DeckManifest,
  { reader, folder }: { readonly reader: SiteReader; readonly folder: string },
): Promise<readonly string[]> {
  const { id } = published
  const hashes = new Map(again.files.map(({ path, sha256: hash }) => [path, hash]))
  const faults: string[] = []
  for (const { path, sha256: hash } of published.files) {
    const own = hashes.get(path)
    hashes.delete(path)
    if (own === hash) continue
    const content = /\.(?:gz|br)$/.test(path) && own !== undefined ? await reader.read(`${id}/${path}`) : undefined
    const isSame = content && unpacked(path, content).equals(unpacked(path, readFileSync(join(folder, path))))
    if (!isSame)
      faults.push(`invalid ${id}/${path}: ${own === undefined ? 'no rebuild makes it' : 'a rebuild makes other bytes'}`)
  }
  return [...faults, ...[...hashes.keys()].map((path) => `missing ${id}/${path}: a rebuild makes it`)]
}

/** Builds a published deck again from its source, and says what comes out otherwise: a line each. */
export async function rebuildFaults(
  reader: SiteReader,
  { root, engine, cache, id, step }: Rebuild,
): Promise<readonly string[]> {
  const text = await reader.read(`${id}/${manifestName}`)
  const published: DeckManifest | undefined = text && parseManifest(text.toString('utf8'), 'deck')
  if (!published) return [`unknown deck "${id}": the site has no manifest of it`]
  const { address } = published
  return withPrivateFolder(async (privateFolder) => {
    const folder = join(privateFolder, id)
    const project = { root, engine, edition: 'public', hosted: address === null ? {} : { address } } as const
    const { built, files } = await buildDeck(project, { out: folder, cache, step })
    if (!built) return [`invalid deck in ${root}: it has errors, which "check" lists`]
    packAssets(folder)
    const handouts = await publishedHandouts(reader, published)
    const again = completeDeck({ folder, id, built, files, engine, styles: siteStyles(engine), handouts })
    const found = await differences(published, again, { reader, folder })
    if (published.engine !== again.engine)
      return [`invalid engine ${again.engine}: ${id} was published with ${published.engine}`, ...found]
    if (published.data !== again.data)
      return [`invalid data in ${root}: their digest is ${again.data}, of ${id} ${published.data}`, ...found]
    const own = sha256(readFileSync(join(folder, manifestName)))
    const isOther = found.length === 0 && own !== sha256(text ?? '')
    const isPacked = isOther && published.files.some(({ path }) => /\.(?:gz|br)$/.test(path))
    return isOther && !isPacked ? [`invalid ${id}/${manifestName}: a rebuild makes other bytes`] : found
  })
}
