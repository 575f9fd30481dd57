import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Name of the list of files: of a site at its root, of a deck in its folder. */
export const manifestName = 'manifest.json'

/** A file of a deck or a site on its way: its path there, with "/". */
export interface SiteFile {
  readonly path: string
  readonly content: string | Buffer
}

/** A file as a manifest lists it. */
export interface ListedFile {
  readonly path: string
  readonly bytes: number
  readonly sha256: string
}

/** A page of a published deck. */
export interface ListedSlide {
  readonly id: string
  readonly title: string
  readonly formerly?: readonly string[]
}

/** Of a deck: its files as they were published, which never change again. */
export interface DeckManifest {
  readonly version: 1
  readonly kind: 'deck'
  readonly id: string
  readonly title: string
  readonly company: string
  readonly date: string // ISO
  readonly dateText: string
  readonly language: string // BCP 47
  readonly address: string | null // of the deck itself
  readonly engine: string // version
  readonly data: string // digest of the deck's data
  readonly slides: readonly ListedSlide[]
  /** The present name of each name that a printed metric had before. */
  readonly renamed?: Readonly<Record<string, string>>
  readonly handouts: readonly string[] // paths in the deck's folder
  /** What printed the PDF and took the pictures among them. */
  readonly browser?: string
  readonly files: readonly ListedFile[]
}

/** A deck as the site's manifest tells of it. */
export interface PublishedDeck
  extends Pick<DeckManifest, 'id' | 'title' | 'company' | 'date' | 'dateText' | 'language' | 'slides' | 'renamed'> {
  readonly hasHandouts: boolean
  readonly manifest: string // SHA-256 of its own manifest
  /** The deck that this one corrects. */
  readonly corrects?: string
  readonly withdrawn?: { readonly reason: string }
  /** Its pages as they are since a notice was put on them; their first hashes are in the deck's own manifest. */
  readonly noticed?: readonly NoticedFile[]
}

/** A page with a notice; while a change is under way also as it was with an earlier one. */
export interface NoticedFile extends ListedFile {
  readonly was?: readonly string[]
}

/** A file around the decks; while a publication is under way also as it was before, null where it was not there. */
export interface RootFile {
  readonly path: string
  readonly sha256: string | null // null: it goes
  readonly was?: readonly (string | null)[]
}

/** Of a site: its decks, in the order in which they were published, and the files around them. */
export interface SiteManifest {
  readonly version: 1
  readonly kind: 'site'
  readonly base: string | null // address of the site, with "/" at its end
  readonly decks: readonly PublishedDeck[]
  readonly files: readonly RootFile[]
}

export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex')

export const listed = ({ path, content }: SiteFile): ListedFile => ({
  path,
  bytes: Buffer.byteLength(content),
  sha256: sha256(content),
})

/** A manifest as it stands in its file. */
export const manifestText = (manifest: object): string => `${JSON.stringify(manifest, null, 1)}\n`

/** A site that holds nothing yet. */
const emptySite: SiteManifest = { version: 1, kind: 'site', base: null, decks: [], files: [] }

/** Whether a run that changed the site was cut short: the next completes it. */
export const isUnderWay = ({ files }: Pick<SiteManifest, 'files'>): boolean =>
  files.some(({ was }) => was !== undefined)

/** A manifest that cannot be read; printed without a stack. */
export class SiteError extends Error {}

/** Reads a manifest's text. What it says is trusted as far as `verify` goes: it is our own file. */
export function parseManifest<Kind extends 'site' | 'deck'>(
  text: string,
  kind: Kind,
): (Kind extends 'site' ? SiteManifest : DeckManifest) | undefined {
  try {
    const manifest = JSON.parse(text)
    const isOurs = manifest?.version === 1 && manifest.kind === kind && Array.isArray(manifest.files)
    return isOurs ? manifest : undefined
  } catch {
    return undefined
  }
}

/** The manifest of a site on disk; one without decks where there is none. Throws `SiteError` for one that is not ours. */
export function readSite(folder: string): SiteManifest {
  let text: string
  try {
    text = readFileSync(join(folder, manifestName), 'utf8')
  } catch {
    return emptySite
  }
  const manifest = parseManifest(text, 'site')
  if (!manifest) throw new SiteError(`invalid ${manifestName} in ${folder}: no site was published there`)
  return manifest
}
