import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Output, openOutput } from '../../build/output.ts'
import { sealedNames } from '../../model/hosted/sealed.ts'
import { SiteError, sha256 } from '../manifest.ts'
import { placeDeck, readChangingSite, type SiteWriter } from '../place/place.ts'
import { writeFiles } from '../site-files.ts'
import { baseOfDeck, embargoFolder } from '../site-paths.ts'
import type { ApprovedDeck } from './approved.ts'
import { leftFiles } from './folder-files.ts'

export interface Releasing extends SiteWriter {
  readonly approved: ApprovedDeck
  /** Name of the embargoed folder that is to lead to the deck. */
  readonly folder?: string | undefined
}

/** Reads back what stands at the public address. */
function compareHashes({ to, approved: { manifest } }: Releasing): void {
  for (const { path, sha256: hash } of manifest.files)
    if (sha256(readFileSync(join(to, manifest.id, path))) !== hash)
      throw new SiteError(`invalid ${manifest.id}/${path}: it was not written as it was approved`)
}

/** Makes the embargoed folder lead to the deck. The sealed file goes last: until then the same command does all of this again. */
function leaveRedirect(output: Output, { to, folder, approved, language }: Releasing): void {
  if (folder === undefined) return
  const made = join(output.made, embargoFolder)
  const own = join(to, embargoFolder, folder)
  const files = leftFiles(approved.manifest, language.site.moved)
  writeFiles(made, files)
  for (const { path } of files) {
    mkdirSync(dirname(join(own, path)), { recursive: true })
    renameSync(join(made, path), join(own, path))
  }
  for (const name of [sealedNames.worker, sealedNames.form, sealedNames.style, sealedNames.blob])
    rmSync(join(own, name), { force: true })
}

/**
 * Puts approved bytes at their public address as one publication, has the record written, and leaves a redirect at the embargoed
 * address. Gives what `record` says. Killed between any two changes of the disk the site is whole, and the same again completes it.
 */
export function placeReleased(releasing: Releasing, record: () => string): string {
  const { to, engine, key, language, approved } = releasing
  const { id, address } = approved.manifest
  const output = openOutput(to, 'site')
  try {
    writeFiles(join(output.made, 'decks', id), approved.files)
    const { base: known } = readChangingSite(to, key)
    const base = known ?? (address === null ? undefined : baseOfDeck(address, id)) ?? null
    placeDeck(output, { to, engine, language, key, base, deck: approved.manifest })
    compareHashes(releasing)
    const said = record()
    leaveRedirect(output, releasing)
    return said
  } finally {
    output.discard()
  }
}
