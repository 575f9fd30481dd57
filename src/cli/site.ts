import type { KeyObject } from 'node:crypto'
import { basename, resolve } from 'node:path'
import type { SourceFile } from '../model/source-file.ts'
import type { Published } from '../site/publish.ts'
import { outFolderFault } from './build.ts'
import { type Call, type Command, engineFault, systemFault, text, UsageError, type World } from './command.ts'
import { keyFault } from './keys.ts'
import { embargoDeck, refuseEmbargoMixtures } from './site-embargo.ts'

/** The folder of the site, which is no part of the deck. */
export function siteFolder(call: Call, world: World): string {
  const to = text(call, 'to')
  if (to === undefined) throw new UsageError('missing --to, the folder of the site')
  const folder = resolve(world.cwd, to)
  const fault = outFolderFault(call.root, folder, 'site')
  if (fault !== undefined) throw new UsageError(fault.replace('--out', '--to'))
  return folder
}

const unchanged = (to: string): string => `nothing published: ${basename(to)}/ is as it was`

/** What was published, for scripts; without a deck nothing was. */
const jsonOf = ({ build, deck, site }: Published, to: string): unknown => ({
  to,
  base: site?.base ?? null,
  deck: deck ? { id: deck.id, slides: deck.slides.length, handouts: deck.handouts } : null,
  diagnostics: build.diagnostics,
})

async function printResult({ build, deck, site }: Published, to: string, world: World): Promise<void> {
  const { palette, reportText } = await import('../project/report.ts')
  const report = reportText(build, palette(world.colors))
  if (!deck || !site) world.printError(unchanged(to))
  if (report) world.printError(report)
  if (!deck || !site) return
  const { isAtRoot, robotsLines } = await import('../site/pages/root-files.ts')
  world.print(
    `published ${deck.slides.length} slide${deck.slides.length === 1 ? '' : 's'} in ${basename(to)}/${deck.id}/`,
  )
  if (site.base === null)
    world.print('no address is known: no feed, site map and social tags; --base https://… gives it')
  else if (!isAtRoot(site.base))
    world.print(`for robots.txt at the root of ${new URL(site.base).host}:\n  ${robotsLines(site.base).join('\n  ')}`)
}

function refuseMixtures(call: Call, world: World): void {
  const [id, correct, withdrawn, reason, sign] = ['id', 'correct', 'withdraw', 'reason', 'sign'].map((name) =>
    text(call, name),
  )
  if (id !== undefined && correct !== undefined)
    throw new UsageError('--correct names the correction itself: leave out --id')
  if (withdrawn !== undefined && (id ?? correct) !== undefined)
    throw new UsageError('--withdraw publishes nothing: leave out --id and --correct')
  const isSealed = withdrawn?.includes('/') === true
  if (isSealed && reason !== undefined)
    throw new UsageError('--reason belongs to a published deck: of one under embargo nothing is left')
  if (withdrawn !== undefined && !isSealed && (reason ?? '').trim() === '')
    throw new UsageError('missing --reason, which the notice gives')
  if (withdrawn === undefined && reason !== undefined) throw new UsageError('--reason belongs to --withdraw')
  const fault = sign === undefined ? undefined : keyFault(resolve(world.cwd, sign), call)
  if (fault !== undefined) throw new UsageError(fault)
}

interface Withdrawing {
  readonly call: Call
  readonly world: World
  readonly to: string
  readonly key: KeyObject | undefined
  readonly id: string
}

/** Takes a deck under embargo away. */
async function withdrawEmbargo({ call, world, to, id: address }: Withdrawing): Promise<number> {
  const { withdrawSealed } = await import('../site/embargo/withdraw-sealed.ts')
  const path = withdrawSealed(to, address)
  if (call.flags.json === true) world.print(JSON.stringify({ to, withdrawn: `${path}/` }, null, 2))
  else world.print(`withdrawn: nothing is at ${basename(to)}/${path}/ any more`)
  return 0
}

async function withdrawDeck({ call, world, to, key, id }: Withdrawing): Promise<number> {
  const [{ withdraw }, { openOutput }, { readDeckPlace }] = await Promise.all([
    import('../site/place/withdraw.ts'),
    import('../build/output.ts'),
    import('../site/deck-place.ts'),
  ])
  const output = openOutput(to, 'site')
  try {
    const { language } = readDeckPlace(call.root)
    const reason = text(call, 'reason') ?? ''
    const current = withdraw(output, { to, key, id, language, engine: world.engine, reason })
    if (call.flags.json === true) world.print(JSON.stringify({ to, withdrawn: id, current: current ?? null }, null, 2))
    else {
      world.print(`withdrawn: ${basename(to)}/${id}/ holds a notice alone`)
      if (current !== undefined)
        world.print(`${current} is the version that is read now; where it must not be either, withdraw it too`)
    }
  } finally {
    output.discard()
  }
  return 0
}

/** Publishes the deck in a site of static files. */
export const site: Command = {
  summary: 'publish the deck in a site: an address for each deck and each slide (docs/hosting.md)',
  example: 'site --to ../site --base https://example.com/ir/',
  takes: [],
  options: {
    to: { value: 'SITE', summary: 'the folder of the site; made where it is not there' },
    base: { value: 'URL', summary: 'the address of the site, once; instead of address: in data/deck.yaml' },
    id: { value: 'ID', summary: "the deck's name in the site, instead of id: in data/deck.yaml" },
    handouts: { value: 'DIR', summary: 'hand-outs of the public edition to offer with the deck' },
    sign: { value: 'PEM', summary: 'sign the manifest with this private key, see keys' },
    correct: { value: 'ID', summary: 'publish as a correction of that deck, whose pages say so' },
    withdraw: { value: 'ID', summary: 'leave only a notice where that deck was; of an embargoed e/… nothing' },
    reason: { value: 'TEXT', summary: 'why it is withdrawn, as the notice says' },
    embargo: {
      summary: 'publish it sealed at an address that nobody guesses; prints the passphrase once, see release',
    },
    'passphrase-file': {
      value: 'FILE',
      summary: 'a passphrase of your own for --embargo, as strong as one that is made',
    },
    'fragment-key': { summary: 'with --embargo: a key in the address instead of a passphrase' },
    json: { summary: 'print what was published and all findings as JSON' },
  },
  async run(call, world) {
    const to = siteFolder(call, world)
    refuseMixtures(call, world)
    refuseEmbargoMixtures(call)
    const misplaced = engineFault(world.engine)
    if (misplaced !== undefined) {
      world.printError(`${misplaced}\n${unchanged(to)}`)
      return 1
    }
    const [{ publish }, { readDeckPlace }, { readHandouts, refuseOtherDeck }, { SiteError }, { readPrivateKey }] =
      await Promise.all([
        import('../site/publish.ts'),
        import('../site/deck-place.ts'),
        import('../site/pages/downloads.ts'),
        import('../site/manifest.ts'),
        import('../site/keys.ts'),
      ])
    try {
      const sign = text(call, 'sign')
      const key = sign === undefined ? undefined : readPrivateKey(resolve(world.cwd, sign))
      const withdrawn = text(call, 'withdraw')
      if (withdrawn !== undefined)
        return await (withdrawn.includes('/') ? withdrawEmbargo : withdrawDeck)({ call, world, to, key, id: withdrawn })
      const given = text(call, 'handouts')
      const handouts = given === undefined ? undefined : readHandouts(resolve(world.cwd, given))
      const request = {
        ...{ root: call.root, engine: world.engine, cache: world.cache, to, step: world.progress },
        ...{ key, correct: text(call, 'correct') },
        id: text(call, 'id'),
        base: text(call, 'base'),
        ...(handouts && {
          handouts: handouts.files,
          browser: handouts.browser,
          checkHandouts: (files: readonly SourceFile[]) => refuseOtherDeck(handouts, files),
        }),
      }
      if (call.flags.embargo === true) return await embargoDeck(call, world, request)
      const published = await publish(request, readDeckPlace(call.root)).finally(() => world.progress?.(''))
      if (call.flags.json === true) world.print(JSON.stringify(jsonOf(published, to), null, 2))
      else await printResult(published, to, world)
      return published.deck ? 0 : 1
    } catch (error) {
      const fault = error instanceof SiteError ? error.message : systemFault(error)
      if (fault === undefined) throw error
      world.printError(`${fault}\n${unchanged(to)}`)
      return 1
    }
  },
}
