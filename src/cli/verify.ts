import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Rebuilt } from '../site/check/rebuilt-handouts.ts'
import type { SiteReader } from '../site/check/verify.ts'
import type { SealedDeck } from '../site/embargo/withdraw-sealed.ts'
import { type Call, type Command, text, UsageError, type World } from './command.ts'

/** What a rebuild makes otherwise, where one is asked for. */
async function rebuildOf(call: Call, world: World, reader: SiteReader): Promise<Rebuilt> {
  const id = text(call, 'rebuild')
  if (id === undefined) return { faults: [], unchecked: [] }
  const { rebuildFaults } = await import('../site/check/rebuild.ts')
  const { engine, cache, env, progress } = world
  return rebuildFaults(reader, { root: call.root, engine, cache, env, id, step: progress })
}

/** What is wrong around the sealed decks of a site on disk, and where they lie: nothing at an address tells that. */
async function sealedIn(
  to: string,
  engine: string,
): Promise<{ readonly sealed: readonly SealedDeck[]; readonly faults: readonly string[] }> {
  const { sealedDecks } = await import('../site/embargo/withdraw-sealed.ts')
  const { sealedFaults } = await import('../site/embargo/sealed-faults.ts')
  return { sealed: sealedDecks(to), faults: await sealedFaults(to, engine) }
}

/** Checks a published site. */
export const verify: Command = {
  summary: 'check every file of a published site against its manifest, and every link',
  example: 'verify ../site',
  takes: ['SITE'],
  options: {
    key: { value: 'PEM', summary: 'the public key that the site must be signed with' },
    'without-headers': { summary: 'for a host that sends none of yours, as GitHub Pages and plain buckets' },
    rebuild: {
      value: 'ID',
      summary: 'build that deck again from its source, the folder of --root, and compare all bytes',
    },
    json: {
      summary: 'print what was found as JSON: {faults, unchecked, decks, files, links, sealed, isUnderWay, isSigned}',
    },
  },
  async run(call, world) {
    const { cwd, print, printError, progress } = world
    const [place] = call.positionals
    if (place === undefined) throw new UsageError('missing SITE, a folder or an address')
    const [{ verifySite }, { folderReader, serverReader }, { readPublicKey }, { baseAddress }, { SiteError }] =
      await Promise.all([
        import('../site/check/verify.ts'),
        import('../site/check/readers.ts'),
        import('../site/keys.ts'),
        import('../site/site-paths.ts'),
        import('../site/manifest.ts'),
      ])
    const address = baseAddress(place)
    const folder = resolve(cwd, place)
    if (address === undefined && !existsSync(folder)) throw new UsageError(`missing folder ${folder}`)
    const key = text(call, 'key')
    try {
      const options = key === undefined ? {} : { key: readPublicKey(resolve(cwd, key)) }
      const reader = address === undefined ? folderReader(folder) : serverReader(address)
      progress?.('reading every file')
      const site = await verifySite(reader, { ...options, withoutHeaders: call.flags['without-headers'] === true })
      const rebuilt = await rebuildOf(call, world, reader).finally(() => progress?.(''))
      const { sealed, ...around } =
        address === undefined ? await sealedIn(folder, world.engine) : { sealed: [], faults: [] }
      const { unchecked } = rebuilt
      const verified = { ...site, sealed, unchecked, faults: [...site.faults, ...around.faults, ...rebuilt.faults] }
      const { faults, decks, files, links, isUnderWay, isSigned } = verified
      if (call.flags.json === true) {
        print(JSON.stringify(verified, null, 2))
        return faults.length === 0 ? 0 : 1
      }
      for (const fault of faults) print(fault)
      for (const line of unchecked) printError(line)
      if (isUnderWay) printError('a publication was cut short: publish again, which completes it')
      const signed = isSigned ? (key === undefined ? ', signed (--key checks by whom)' : ', signed with the key') : ''
      if (faults.length === 0)
        print(`${decks} deck${decks === 1 ? '' : 's'}, ${files} files, ${links} links: as published${signed}`)
      for (const { path, since, mebibytes } of sealed)
        print(`under embargo since ${since}: ${path}, ${mebibytes} MiB, what is sealed is checked by release`)
      return faults.length === 0 ? 0 : 1
    } catch (error) {
      if (!(error instanceof SiteError || error instanceof TypeError)) throw error
      printError(error instanceof SiteError ? error.message : `missing site ${place}: the server does not answer`)
      return 1
    }
  },
}
