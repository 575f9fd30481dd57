import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { builtAssets } from '../../build/address.ts'
import { type Output, openOutput } from '../../build/output.ts'
import { parseApprovals } from '../../compiler/compile.ts'
import { sealedNames } from '../../model/hosted/sealed.ts'
import { publish } from '../../project/record/publish.ts'
import { deckSession } from '../../project/session.ts'
import { boundDeck, tieDeck } from '../../project/tie.ts'
import { writeFiles } from '../deck-files.ts'
import { SiteError, sha256 } from '../manifest.ts'
import { figuresJson, publishedFigures } from '../pages/figures.ts'
import { placeDeck, readChangingSite, type SiteWriter } from '../publish.ts'
import { baseOfDeck, embargoFolder } from '../site-paths.ts'
import type { ApprovedDeck } from './approved.ts'
import { leftFiles } from './folder-files.ts'

export interface ReleaseRequest extends SiteWriter {
  readonly root: string // the deck's folder, whose record is written
  readonly approved: ApprovedDeck
  /** The digest that is to be released. */
  readonly digest: string
  /** Name of the embargoed folder that is to lead to the deck. */
  readonly folder?: string | undefined
  readonly step?: ((name: string) => void) | undefined
}

export const approvalsPath = 'data/approvals.yaml'

/** Refuses what nobody approved: the digest asked for is the one of the bytes, and the deck's list of approvals has it. */
function refuseUnapproved({ root, approved, digest }: ReleaseRequest): void {
  if (approved.digest !== digest)
    throw new SiteError(`invalid --approved ${digest}: the deck has the digest ${approved.digest}`)
  const path = join(root, approvalsPath)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const { value: approvals, diagnostics } = parseApprovals({ path: approvalsPath, text })
  const [fault] = diagnostics
  if (fault) throw new SiteError(`${fault.place.path}:${fault.place.line}:${fault.place.column} ${fault.message}`)
  if (!approvals.some((approval) => approval.digest === digest))
    throw new SiteError(
      `missing approval of ${digest} in ${approvalsPath}: an entry with digest, who and when releases it`,
    )
}

/**
 * The deck of the folder, whose figures go into the record. Throws where it has errors, or prints other figures than the approved
 * one: the record would be of another deck.
 */
async function recordedDeck({ root, engine, approved }: ReleaseRequest): Promise<ReturnType<typeof boundDeck>> {
  const { address, id } = approved.manifest
  const hosted = address === null ? {} : { address }
  const session = deckSession({ root, engine, edition: 'public', hosted }, builtAssets, () => true)
  const { built } = tieDeck(await session.compile(), session)
  if (!built) throw new SiteError('invalid deck: its errors come first, as its figures go into data/published.csv')
  const { deck } = built.disclosed
  const own = figuresJson(deck.head, id, publishedFigures(deck, built.evidence))
  const released = approved.files.find(({ path }) => path === 'figures.json')?.content.toString()
  if (own !== released)
    throw new SiteError(
      "invalid deck: this folder does not print the figures of the approved one, so that data/published.csv would be wrong; go back to the deck's state of then",
    )
  return boundDeck(built)
}

/** Reads back what stands at the public address. */
function compareHashes({ to, approved: { manifest } }: ReleaseRequest): void {
  for (const { path, sha256: hash } of manifest.files)
    if (sha256(readFileSync(join(to, manifest.id, path))) !== hash)
      throw new SiteError(`invalid ${manifest.id}/${path}: it was not written as it was approved`)
}

/** Makes the embargoed folder lead to the deck. The sealed file goes last: until then the same command does all of this again. */
function leaveRedirect(output: Output, { to, folder, approved, language }: ReleaseRequest): void {
  if (folder === undefined) return
  const made = join(output.made, embargoFolder)
  const own = join(to, embargoFolder, folder)
  const files = leftFiles(approved.manifest, language.site.moved)
  writeFiles(made, files)
  for (const { path } of files) {
    mkdirSync(dirname(join(own, path)), { recursive: true })
    renameSync(join(made, path), join(own, path))
  }
  for (const name of [sealedNames.form, sealedNames.holder, sealedNames.style, sealedNames.blob])
    rmSync(join(own, name), { force: true })
}

/**
 * Puts approved bytes at their public address, as one publication, writes the record, and leaves a redirect at the embargoed one.
 * Gives what came of the record. Throws `SiteError`, with nothing written, for a deck that nobody approved.
 */
export async function release(request: ReleaseRequest): Promise<string> {
  const { to, root, engine, key, language, approved, step } = request
  refuseUnapproved(request)
  step?.('comparing figures')
  const recorded = await recordedDeck(request)
  const { id, address } = approved.manifest
  const output = openOutput(to, 'site')
  try {
    writeFiles(join(output.made, 'decks', id), approved.files)
    const { base: known } = readChangingSite(to, key)
    const base = known ?? (address === null ? undefined : baseOfDeck(address, id)) ?? null
    step?.('releasing')
    placeDeck(output, { to, engine, language, key, base, deck: approved.manifest })
    compareHashes(request)
    const record = publish(root, recorded)
    leaveRedirect(output, request)
    return record
  } finally {
    output.discard()
  }
}
