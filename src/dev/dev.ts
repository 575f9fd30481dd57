import type { ViteDevServer } from 'vite'
import type { Project } from '../project/project.ts'
import { type DeckThread, startDeck } from './deck-thread.ts'
import type { ThreadData } from './messages.ts'
import { deckMiddleware } from './middleware.ts'

/** Serves the deck that `deck` compiles, and keeps open pages up to date with its sources. */
export function serveProject(server: ViteDevServer, { root, engine }: Project, deck: DeckThread): void {
  const { logger } = server.config
  const { ws } = server
  deck.hear((notice) => {
    if (notice.kind === 'send') ws.send(notice.message[0], notice.message[1])
    else if (notice.kind === 'reload') ws.send({ type: 'full-reload' })
    else logger[notice.level](notice.text, { timestamp: true })
  })
  ws.on('deck:ready', async (data: unknown, client) => {
    const revision = typeof data === 'object' && data !== null && 'revision' in data ? data.revision : undefined
    const answer = await deck.ask({ kind: 'missed', revision: typeof revision === 'number' ? revision : undefined })
    if (answer.kind === 'missed') for (const [name, data] of answer.messages) client.send(name, data)
  })
  server.httpServer?.once('close', deck.close)
  server.middlewares.use(deckMiddleware(server, { root, engine, cache: server.config.cacheDir }, deck))
}

/** Compiles a project and serves it, for a server that somebody else has started. */
export const serveFromStart = (server: ViteDevServer, data: ThreadData): void =>
  serveProject(server, data, startDeck(data))
