import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { testCache } from '../../../tests/kept.ts'
import { en } from '../../language/en.ts'
import { engine, testBase, writeFiles } from '../fixtures.ts'
import type { SiteFile } from '../manifest.ts'
import { type ApprovedDeck, openSealed } from './approved.ts'
import { type Embargoed, embargo } from './embargo.ts'
import type { Secret } from './sealed-blob.ts'

/** For tests: where a deck called fy24 goes. */
export const testPlace = { id: 'fy24', address: undefined, language: en, isSound: true }

export interface SealedSite {
  readonly root: string // the deck
  readonly to: string // the site
  readonly sealed: NonNullable<Embargoed['sealed']>
  readonly approved: ApprovedDeck
}

/** A deck of these files in a folder, under embargo in a site beside it. */
export async function sealedSite(
  base: string,
  files: Readonly<Record<string, string>>,
  { secret, handouts }: { readonly secret: Secret; readonly handouts: readonly SiteFile[] },
): Promise<SealedSite> {
  const [root, to, cache] = [join(base, 'deck'), join(base, 'site'), testCache]
  writeFiles(root, files)
  const request = { root, engine, cache, to, base: testBase, secret, random: randomBytes, handouts }
  const { sealed, build } = await embargo(request, testPlace)
  const opened = openSealed(to, secret.text)
  if (!sealed || !opened) throw new Error(JSON.stringify(build.diagnostics))
  return { root, to, sealed, approved: opened.approved }
}
