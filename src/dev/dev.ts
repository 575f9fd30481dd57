import type { ViteDevServer, WebSocketClient } from 'vite'
import type { FiguresTable } from '../model/page-data.ts'
import type { LiveImport } from '../project/import/live-import.ts'
import type { Project } from '../project/project.ts'
import { type DeckThread, startDeck } from './deck-thread.ts'
import { openDoor, watchWorkbooks } from './figures-door.ts'
import type { ThreadData } from './messages.ts'
import { deckMiddleware } from './middleware.ts'

/** Serves the deck that `deck` compiles, and keeps open pages up to date with its sources. */
export function serveProject(server: ViteDevServer, { root, engine }: Project, deck: DeckThread): void {
  const { logger } = server.config
  const { ws } = server
  let live: LiveImport | undefined
  const load = async (): Promise<LiveImport> => {
    live ??= (await import('../project/import/live-import.ts')).liveImport({ root, engine })
    return live
  }
  const door = openDoor(load)
  const readers = new Set<WebSocketClient>() // pages that have shown the token; no page of the network has it
  let unseen: FiguresTable | undefined // while no page is open
  const workbooks = watchWorkbooks({
    ...{ root, load },
    show: (table) => {
      for (const client of readers) if (!ws.clients.has(client)) readers.delete(client)
      for (const client of readers) client.send('deck:figures', table)
      unseen = readers.size === 0 ? table : undefined
    },
    failed: (text) => logger.warn(text, { timestamp: true }),
  })
  void workbooks.again()
  ws.on('deck:figures-ready', (data: unknown, client) => {
    const token = typeof data === 'object' && data !== null && 'token' in data ? data.token : undefined
    if (!door.isKnown(token)) return
    readers.add(client)
    if (unseen) client.send('deck:figures', unseen)
    unseen = undefined
  })
  deck.hear((notice) => {
    if (notice.kind === 'send') void workbooks.again()
    if (notice.kind === 'send') ws.send(notice.message[0], notice.message[1])
    else if (notice.kind === 'reload') ws.send({ type: 'full-reload' })
    else logger[notice.level](notice.text, { timestamp: true })
  })
  ws.on('deck:ready', async (data: unknown, client) => {
    const revision = typeof data === 'object' && data !== null && 'revision' in data ? data.revision : undefined
    const answer = await deck.ask({ kind: 'missed', revision: typeof revision === 'number' ? revision : undefined })
    if (answer.kind === 'missed') for (const [name, data] of answer.messages) client.send(name, data)
  })
  server.httpServer?.once('close', () => {
    deck.close()
    workbooks.end()
  })
  server.middlewares.use(deckMiddleware(server, { root, engine, cache: server.config.cacheDir }, { deck, door }))
}

/** Compiles a project and serves it, for a server that somebody else has started. */
export const serveFromStart = (server: ViteDevServer, data: ThreadData): void =>
  serveProject(server, data, startDeck(data))
