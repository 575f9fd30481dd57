import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Edition } from '../model/deck.ts'
import { fileDigest } from '../project/record/digest.ts'

/** A hand-out on its way: its path below the folder. */
export interface HandoutFile {
  readonly name: string
  readonly content: Buffer
  /** Of one from an earlier run: the digest of what the deck said then. */
  readonly deck?: string | undefined
}

interface ListedFile {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** Digest of the data and slides that it was made of: no site publishes it with another state of the deck. */
  readonly deck: string | undefined
}

/** manifest.json: what lies beside it. */
export interface Manifest {
  readonly version: 1
  readonly id: string
  readonly edition: Edition
  /** What printed the PDF and took the pictures: another build may draw them otherwise. Null where none did. */
  readonly browser: string | null
  readonly files: readonly ListedFile[]
}

const listed = ({ name, content, deck }: HandoutFile): ListedFile => ({
  name,
  bytes: content.length,
  sha256: fileDigest(content),
  deck,
})

export function manifestOf(
  files: readonly HandoutFile[],
  head: Pick<Manifest, 'id' | 'edition' | 'browser'>,
): Manifest {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : 1))
  return { version: 1, ...head, files: sorted.map(listed) }
}

/** What an earlier run left in a folder for the same deck and edition, without what is made anew. */
export function keptFiles(
  folder: string,
  { id, edition, isMade }: Pick<Manifest, 'id' | 'edition'> & { readonly isMade: (name: string) => boolean },
): { readonly files: readonly HandoutFile[]; readonly browser: string | null } {
  try {
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    if (manifest.id !== id || manifest.edition !== edition) return { files: [], browser: null }
    const files = manifest.files
      .filter(({ name }) => !isMade(name))
      .map(({ name, deck }) => ({ name, deck, content: readFileSync(join(folder, name)) }))
    return { files, browser: manifest.browser }
  } catch {
    return { files: [], browser: null } // none yet, or not all of them
  }
}
