import { basename, resolve } from 'node:path'
import type { ApprovedDeck } from '../site/embargo/approved.ts'
import { type Call, type Command, engineFault, systemFault, text, UsageError, type World } from './command.ts'
import { keyFault } from './keys.ts'
import { filedPassphrase } from './secrets.ts'
import { siteFolder } from './site.ts'

/** The site, and the digest that was approved. */
interface Asked {
  readonly to: string
  readonly digest: string
}

interface Released {
  readonly approved: ApprovedDeck
  /** Name of the embargoed folder that will lead to it. */
  readonly folder: string | undefined
}

/** The embargoed folder that a call names by its address or its name; undefined for "none". */
async function namedFolder(call: Call, to: string, digest: string): Promise<string | undefined> {
  const [{ releasedId, sealedFolders }, { folderOf }] = await Promise.all([
    import('../site/embargo/approved.ts'),
    import('../site/embargo/withdraw-sealed.ts'),
  ])
  const [asked, known] = [text(call, 'address'), sealedFolders(to)]
  if (asked === 'none') return undefined
  if (asked === undefined) {
    if (known.length === 0) return undefined
    throw new UsageError(
      `missing --address: with --from it says which embargoed address leads to the deck from now on (${known.map((name) => `e/${name}/`).join(', ')}), or none`,
    )
  }
  const name = folderOf(asked)
  if (known.includes(name)) return name
  const id = releasedId(to, digest)
  const released = id === undefined ? '' : `; ${releasedAlready(to, id)}`
  throw new UsageError(`unknown --address ${asked}: the site has no such embargoed folder${released}`)
}

const releasedAlready = (to: string, id: string): string =>
  `the deck of that digest is released already, in ${basename(to)}/${id}/`

/**
 * What is released: the deck of a folder, or what the passphrase opens; the id of a deck that was released before, whose sealed file
 * went as the last thing.
 */
async function releasedDeck(call: Call, { to, digest }: Asked, world: World): Promise<Released | string> {
  const [{ openSealed, readApproved, releasedId, sealedFolders }, { secretIn }, { SiteError }] = await Promise.all([
    import('../site/embargo/approved.ts'),
    import('../site/embargo/secret.ts'),
    import('../site/manifest.ts'),
  ])
  const from = text(call, 'from')
  if (from !== undefined)
    return { folder: await namedFolder(call, to, digest), approved: readApproved(resolve(world.cwd, from)) }
  const id = releasedId(to, digest)
  if (id !== undefined && sealedFolders(to).length === 0) return id
  const typed = filedPassphrase(call, world) ?? (await world.askSecret?.('passphrase, or the address with its key: '))
  if (typed === undefined) throw new UsageError('missing --passphrase-file or --from')
  world.progress?.('opening')
  const opened = openSealed(to, secretIn(typed))
  if (!opened && id !== undefined) return id
  if (!opened) throw new SiteError('invalid passphrase: it opens no embargoed deck of the site')
  return { folder: opened.name, approved: opened.approved }
}

/** Throws where a call says too little, or two things. */
function refuseUnclear(call: Call, world: World): string {
  const digest = text(call, 'approved')
  if (digest === undefined) throw new UsageError('missing --approved, the digest of the deck that was approved')
  if (text(call, 'from') !== undefined && text(call, 'passphrase-file') !== undefined)
    throw new UsageError('--from is the deck itself: leave out --passphrase-file')
  if (text(call, 'from') === undefined && text(call, 'address') !== undefined)
    throw new UsageError('--address belongs to --from: a passphrase finds the address')
  const sign = text(call, 'sign')
  const fault = sign === undefined ? undefined : keyFault(resolve(world.cwd, sign), call)
  if (fault !== undefined) throw new UsageError(fault)
  return digest
}

const refusalOf = (error: unknown): string => (error instanceof Error ? error.message : '')

async function releaseDeck(call: Call, world: World, digest: string): Promise<number> {
  const to = siteFolder(call, world)
  const [{ release: released }, { readDeckPlace }, { readPrivateKey }] = await Promise.all([
    import('../site/embargo/release.ts'),
    import('../site/deck-place.ts'),
    import('../site/keys.ts'),
  ])
  const sign = text(call, 'sign')
  const deck = await releasedDeck(call, { to, digest }, world)
  if (typeof deck === 'string') {
    world.progress?.('')
    world.print(`${releasedAlready(to, deck)}: nothing was changed`)
    return 0
  }
  const { approved, folder } = deck
  const record = await released({
    ...{ root: call.root, engine: world.engine, to, approved, digest, folder, step: world.progress },
    key: sign === undefined ? undefined : readPrivateKey(resolve(world.cwd, sign)),
    language: readDeckPlace(call.root).language,
  })
  world.progress?.('')
  const { slides, id } = approved.manifest
  world.print(`released ${slides.length} slide${slides.length === 1 ? '' : 's'} in ${basename(to)}/${id}/, as approved`)
  if (folder !== undefined) world.print('the embargoed address leads there')
  world.print(record)
  return 0
}

/** Publishes an embargoed deck as it was approved. */
export const release: Command = {
  summary: 'publish an embargoed deck: the approved bytes at their public address, in one step',
  example: 'release --to ../site --passphrase-file ../passphrase.txt --approved DIGEST',
  takes: [],
  options: {
    to: { value: 'SITE', summary: 'the folder of the site' },
    approved: { value: 'DIGEST', summary: 'the digest that was approved; data/approvals.yaml has it too' },
    'passphrase-file': { value: 'FILE', summary: 'what opens the embargoed deck; asked for on a terminal' },
    from: {
      value: 'DIR',
      summary: 'the approved deck itself: its folder in a site that nobody else sees; needs --address',
    },
    address: {
      value: 'URL',
      summary: 'with --from, needed where decks are under embargo: the address that leads to it from now on, or none',
    },
    sign: { value: 'PEM', summary: 'sign the manifest with this private key, see keys' },
  },
  async run(call, world) {
    const digest = refuseUnclear(call, world)
    const { SiteError } = await import('../site/manifest.ts')
    try {
      const misplaced = engineFault(world.engine)
      if (misplaced !== undefined) throw new SiteError(misplaced)
      return await releaseDeck(call, world, digest)
    } catch (error) {
      world.progress?.('')
      const fault = systemFault(error)
      if (fault === undefined && !(error instanceof SiteError)) throw error
      world.printError(fault === undefined ? refusalOf(error) : `${fault}\nrun it again: nothing is done twice`)
      return 1
    }
  },
}
