import { join } from 'node:path'
import { startDeck } from '../dev/deck-thread.ts'
import { stackOf } from '../dev/messages.ts'
import type { Edition } from '../model/deck.ts'
import type { Command } from './command.ts'
import { edition, freePort, portError } from './command.ts'

/** What a server that neighbours reach says of its edition. */
const warnings: Readonly<Record<Edition, string>> = {
  public: ': without notes and hidden slides',
  presenter: ': everybody on this network can read its notes and hidden slides',
}

/** Serves the deck and patches open pages on every save. */
export const start: Command = {
  usage: 'start [--port N] [--host] [--no-open]',
  summary: 'serve the deck and follow every save',
  options: {
    port: { type: 'string' },
    host: { type: 'boolean' },
    'no-open': { type: 'boolean' },
    edition: { type: 'string' },
  },
  positionals: 0,
  async run(call, { engine, cache, env, print, colors = false }) {
    const asked = await freePort(call)
    const isOpen = call.flags.host === true // to neighbours, who are no presenters
    const project = {
      ...{ root: call.root, engine, draft: 'while-open' as const },
      edition: edition(call, isOpen ? 'public' : 'presenter'),
    }
    const deck = startDeck({ ...project, colors })
    const [{ createServer }, { deckConfig }, { serveProject }] = await Promise.all([
      import('vite'),
      import('../build/config.ts'),
      import('../dev/dev.ts'),
    ])
    const config = deckConfig(project, 'dist', { serve: (server) => serveProject(server, project, deck) })
    const server = await createServer({
      ...config,
      cacheDir: join(cache, 'vite'),
      clearScreen: false,
      server: {
        ...config.server,
        open: !env.CI && call.flags['no-open'] !== true,
        ...(asked === undefined ? {} : { port: asked, strictPort: asked !== 0 }),
        ...(isOpen ? { host: true } : {}),
      },
    })
    try {
      await server.listen()
    } catch (error) {
      await server.close()
      deck.close()
      throw portError(error)
    }
    process.on('uncaughtException', (error) => server.config.logger.error(stackOf(error)))
    process.on('unhandledRejection', (error) => server.config.logger.error(stackOf(error)))
    server.printUrls()
    if (isOpen) print(`  the ${project.edition} edition${warnings[project.edition]}`)
    print(`  ready in ${Math.round(process.uptime() * 1000)} ms`)
    await new Promise<void>((closed) => server.httpServer?.once('close', closed))
    return 0
  },
}
