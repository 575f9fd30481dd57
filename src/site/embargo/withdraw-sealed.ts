import { existsSync, renameSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openOutput } from '../../build/output.ts'
import { sealedNames } from '../../model/hosted/sealed.ts'
import { SiteError } from '../manifest.ts'
import { embargoFolder } from '../site-paths.ts'
import { sealedFolders } from './approved.ts'

/** The name of the embargoed folder that an address or a path leads to, with or without its key. */
export const folderOf = (address: string): string => basename(address.replace(/#.*$/, '').replace(/\/+$/, ''))

/** A deck under embargo as far as it may be recognised from outside. */
export interface SealedDeck {
  readonly path: string // in the site, with "/" at its end
  readonly since: string // day on which it was written to this disk, ISO
  readonly mebibytes: number
}

/** Every deck that is under embargo in a site, the oldest first. */
export const sealedDecks = (to: string): readonly SealedDeck[] =>
  sealedFolders(to)
    .map((name) => {
      const { mtime, size } = statSync(join(to, embargoFolder, name, sealedNames.blob))
      return {
        path: `${embargoFolder}/${name}/`,
        since: mtime.toISOString().slice(0, 10),
        mebibytes: Math.round(size / 2 ** 20),
      }
    })
    .sort((a, b) => (a.since < b.since ? -1 : 1))

/** Takes an embargoed folder away, at once: nothing is at its address any more. Throws `SiteError` for one that is not there. */
export function withdrawSealed(to: string, address: string): string {
  const path = join(embargoFolder, folderOf(address))
  if (!existsSync(join(to, path, sealedNames.blob)))
    throw new SiteError(`unknown --withdraw ${address}: the site has no such embargoed folder; "verify" lists them`)
  const output = openOutput(to, 'site')
  try {
    renameSync(join(to, path), join(output.made, 'withdrawn'))
  } finally {
    output.discard()
  }
  return path
}
