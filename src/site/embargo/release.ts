import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtAssets } from '../../build/address.ts'
import { parseApprovals } from '../../compiler/compile.ts'
import { publish } from '../../project/record/publish.ts'
import { deckSession } from '../../project/session.ts'
import { boundDeck, tieDeck } from '../../project/tie.ts'
import { SiteError } from '../manifest.ts'
import { figuresJson, publishedFigures } from '../pages/figures.ts'
import { placeReleased, type Releasing } from './released.ts'

export interface ReleaseRequest extends Releasing {
  readonly root: string // the deck's folder, whose record is written
  /** The digest that is to be released. */
  readonly digest: string
  readonly step?: ((name: string) => void) | undefined
}

export const approvalsPath = 'data/approvals.yaml'

/** Refuses what nobody approved: the digest asked for is the one of the bytes, and the deck's list of approvals has it. */
function refuseUnapproved({ root, approved, digest }: ReleaseRequest): void {
  if (approved.digest !== digest)
    throw new SiteError(
      `invalid --approved ${digest}: it is not the digest of this deck, which "site --embargo" printed when it was sealed`,
    )
  const path = join(root, approvalsPath)
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const { value: approvals, diagnostics } = parseApprovals({ path: approvalsPath, text })
  const [fault] = diagnostics
  if (fault) {
    const { path: file, line, column } = fault.place
    throw new SiteError(`${file}:${line}:${column} ${[fault.message, fault.hint].filter(Boolean).join('; ')}`)
  }
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

/**
 * Puts approved bytes at their public address, as one publication, writes the record, and leaves a redirect at the embargoed one.
 * Gives what came of the record. Throws `SiteError`, with nothing written, for a deck that nobody approved.
 */
export async function release(request: ReleaseRequest): Promise<string> {
  const { root, step } = request
  refuseUnapproved(request)
  step?.('comparing figures')
  const recorded = await recordedDeck(request)
  step?.('releasing')
  return placeReleased(request, () => publish(root, recorded, request.approved.manifest.id))
}
