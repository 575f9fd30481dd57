import { basename, resolve } from 'node:path'
import type { Published } from '../site/publish.ts'
import { outFolderFault } from './build.ts'
import { type Call, type Command, engineFault, systemFault, text, UsageError, type World } from './command.ts'

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

async function printResult({ build, deck, site }: Published, to: string, world: World): Promise<void> {
  const { palette, reportText } = await import('../project/report.ts')
  const report = reportText(build, palette(world.colors))
  if (!deck || !site) world.printError(unchanged(to))
  if (report) world.printError(report)
  if (!deck || !site) return
  const { isAtRoot, robotsLines } = await import('../site/root-files.ts')
  world.print(
    `published ${deck.slides.length} slide${deck.slides.length === 1 ? '' : 's'} in ${basename(to)}/${deck.id}/`,
  )
  if (site.base === null)
    world.print('no address is known: no feed, site map and social tags; --base https://… gives it')
  else if (!isAtRoot(site.base))
    world.print(`for robots.txt at the root of ${new URL(site.base).host}:\n  ${robotsLines(site.base).join('\n  ')}`)
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
  },
  async run(call, world) {
    const to = siteFolder(call, world)
    const misplaced = engineFault(world.engine)
    if (misplaced !== undefined) {
      world.printError(`${misplaced}\n${unchanged(to)}`)
      return 1
    }
    const [{ publish }, { readDeckPlace }, { readHandouts }, { SiteError }] = await Promise.all([
      import('../site/publish.ts'),
      import('../site/deck-place.ts'),
      import('../site/downloads.ts'),
      import('../site/manifest.ts'),
    ])
    try {
      const handouts = text(call, 'handouts')
      const request = {
        ...{ root: call.root, engine: world.engine, cache: world.cache, to, step: world.progress },
        id: text(call, 'id'),
        base: text(call, 'base'),
        handouts: handouts === undefined ? [] : readHandouts(resolve(world.cwd, handouts)),
      }
      const published = await publish(request, readDeckPlace(call.root)).finally(() => world.progress?.(''))
      await printResult(published, to, world)
      return published.deck ? 0 : 1
    } catch (error) {
      const fault = error instanceof SiteError ? error.message : systemFault(error)
      if (fault === undefined) throw error
      world.printError(`${fault}\n${unchanged(to)}`)
      return 1
    }
  },
}
