import { join } from 'node:path'
import { renderUnicodeCompact } from 'uqr'
import type { CLIShortcut, ViteDevServer } from 'vite'
import { startDeck } from '../dev/deck-thread.ts'
import { stackOf } from '../dev/messages.ts'
import type { Edition } from '../model/deck.ts'
import type { Project } from '../project/project.ts'
import { check } from './check.ts'
import type { Call, Command, World } from './command.ts'
import { edition, engineFault, freePort, opensBrowser, portError, systemFault } from './command.ts'

/** What a server that neighbours reach says of its edition. */
const warnings: Readonly<Record<Edition, string>> = {
  public: ': without notes and hidden slides',
  presenter: ': everybody on this network can read its notes and hidden slides',
}

const other: Readonly<Record<Edition, Edition>> = { public: 'presenter', presenter: 'public' }

interface Serving {
  readonly port?: number | undefined
  readonly isOpen: boolean // to neighbours
  readonly opens: boolean // a browser
}

/** Serves an edition until its server is closed. */
async function serve(project: Project, { cache, colors = false }: World, serving: Serving): Promise<ViteDevServer> {
  const deck = startDeck({ ...project, colors })
  const [{ createServer }, { deckConfig }, { serveProject }] = await Promise.all([
    import('vite'),
    import('../build/config.ts'),
    import('../dev/dev.ts'),
  ])
  const config = deckConfig(project, 'dist', { serve: (server) => serveProject(server, project, deck) })
  const { port, isOpen, opens } = serving
  const server = await createServer({
    ...config,
    cacheDir: join(cache, 'vite'),
    clearScreen: false,
    server: {
      ...config.server,
      open: opens,
      ...(port === undefined ? {} : { port, strictPort: port !== 0 }),
      ...(isOpen ? { host: true } : {}),
    },
  })
  try {
    return await server.listen()
  } catch (error) {
    await server.close()
    deck.close()
    throw portError(error)
  }
}

/** What keys do, each with Enter behind it; Vite reads them, and has "o" and "q" itself. */
function keys(project: Project, call: Call, world: World, opens: boolean): CLIShortcut<ViteDevServer>[] {
  const beside = other[project.edition]
  let second: Promise<ViteDevServer> | undefined
  return [
    {
      key: 'e',
      description: `serve the ${beside} edition too, for this machine alone`,
      async action() {
        second ??= serve({ ...project, edition: beside }, world, { isOpen: false, opens })
        const server = await second
        world.print(`  the ${beside} edition:`)
        server.printUrls()
      },
    },
    {
      key: 'c',
      description: 'check the deck, as "check" does',
      async action() {
        await check.run({ ...call, positionals: [], flags: {} }, world)
      },
    },
    { key: 'r', description: '' }, // Vite would restart; every save is followed anyway
  ]
}

/** A phone beside the screen finds the deck by its camera. */
function printQr({ resolvedUrls }: ViteDevServer, { print }: World): void {
  const [address] = resolvedUrls?.network ?? []
  if (address === undefined) return
  print(renderUnicodeCompact(address, { ecc: 'L', border: 2 }).replace(/^/gm, '  '))
}

/** Serves the deck and patches open pages on every save. */
export const start: Command = {
  summary: 'serve the deck and follow every save',
  example: 'start --host',
  takes: [],
  options: {
    port: { value: 'N', summary: 'the port, instead of the first free one from 5173' },
    host: { summary: 'for this network too, with a code for phones: the public edition unless asked' },
    edition: { value: 'public|presenter', summary: 'the presenter edition unless asked' },
    'no-open': { summary: 'open no browser' },
  },
  async run(call, world) {
    const { engine, env, print, interactive = false } = world
    const misplaced = engineFault(engine)
    if (misplaced !== undefined) {
      world.printError(misplaced)
      return 1
    }
    const port = await freePort(call)
    const isOpen = call.flags.host === true // to neighbours, who are no presenters
    const project: Project = {
      ...{ root: call.root, engine, draft: 'while-open' },
      edition: edition(call, isOpen ? 'public' : 'presenter'),
    }
    world.progress?.('starting')
    const opens = opensBrowser(call, env)
    const server = await serve(project, world, { port, isOpen, opens }).finally(() => world.progress?.(''))
    const { logger } = server.config
    const tell = (error: unknown): void => logger.error(systemFault(error) ?? stackOf(error)) // e.g. no browser to open
    process.on('uncaughtException', tell).on('unhandledRejection', tell)
    server.printUrls()
    if (isOpen) print(`  the ${project.edition} edition${warnings[project.edition]}`)
    if (isOpen && interactive) printQr(server, world)
    print(`  ready in ${Math.round(process.uptime() * 1000)} ms`)
    if (interactive) {
      server.bindCLIShortcuts({ customShortcuts: keys(project, call, world, opens) })
      print(`  keys, with Enter: o open, e ${other[project.edition]} edition too, c check, q quit, h all`)
    }
    await new Promise<void>((closed) => server.httpServer?.once('close', closed))
    return 0
  },
}
