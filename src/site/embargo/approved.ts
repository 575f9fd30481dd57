import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sealedNames } from '../../model/hosted/sealed.ts'
import {
  type DeckManifest,
  manifestName,
  parseManifest,
  readSite,
  SiteError,
  type SiteFile,
  sha256,
} from '../manifest.ts'
import { pathsIn } from '../site-files.ts'
import { embargoFolder, idFault } from '../site-paths.ts'
import { unseal } from './sealed-blob.ts'

/** A deck's public files as they were approved, each with the hash that its manifest lists. */
export interface ApprovedDeck {
  readonly manifest: DeckManifest
  /** SHA-256 of the manifest, and by it of every file. */
  readonly digest: string
  /** The manifest among them. */
  readonly files: readonly SiteFile[]
}

const isPlain = (path: string): boolean => path.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

/** Holds files against their own manifest. Throws `SiteError` where one is missing, added or another one; `from` says of what. */
export function approvedDeck(contents: ReadonlyMap<string, Buffer>, from: string): ApprovedDeck {
  const text = contents.get(manifestName)
  const manifest: DeckManifest | undefined = text && parseManifest(text.toString('utf8'), 'deck')
  if (!text || !manifest) throw new SiteError(`missing ${manifestName} in ${from}: no deck was published there`)
  const fault = idFault(manifest.id)
  if (fault !== undefined) throw new SiteError(`invalid id "${manifest.id}" in ${from}: ${fault}`)
  const hashes = new Map(manifest.files.map(({ path, sha256: hash }) => [path, hash]))
  for (const [path, hash] of hashes) {
    const content = contents.get(path)
    if (!isPlain(path) || !content) throw new SiteError(`missing ${path} in ${from}: its ${manifestName} lists it`)
    if (sha256(content) !== hash)
      throw new SiteError(`invalid ${path} in ${from}: its bytes are not those of ${manifestName}`)
  }
  const unlisted = [...contents.keys()].find((path) => path !== manifestName && !hashes.has(path))
  if (unlisted !== undefined)
    throw new SiteError(`unknown ${unlisted} in ${from}: its ${manifestName} does not list it`)
  const files = [...contents].map(([path, content]): SiteFile => ({ path, content }))
  return { manifest, digest: sha256(text), files }
}

/** The deck in a folder, as `site` writes one into a site: all its files and nothing else. */
export function readApproved(folder: string): ApprovedDeck {
  const paths = existsSync(folder) ? pathsIn(folder) : []
  return approvedDeck(new Map(paths.map((path) => [path, readFileSync(join(folder, path))])), folder)
}

/** The id under which the site has the deck of a digest; undefined where it has none. */
export const releasedId = (to: string, digest: string): string | undefined =>
  readSite(to).decks.find(({ manifest }) => manifest === digest)?.id

/** Names of the embargoed folders of a site that are sealed still. */
export function sealedFolders(to: string): readonly string[] {
  const folder = join(to, embargoFolder)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, sealedNames.blob)))
    .sort()
}

/** The embargoed folder that a secret opens, and what is in it; undefined where it opens none. */
export function openSealed(
  to: string,
  secret: string,
): { readonly name: string; readonly approved: ApprovedDeck } | undefined {
  for (const name of sealedFolders(to)) {
    const path = join(embargoFolder, name, sealedNames.blob)
    const files = unseal(readFileSync(join(to, path)), secret)
    if (files) return { name, approved: approvedDeck(files, path) }
  }
  return undefined
}
