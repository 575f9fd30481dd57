import { join } from 'node:path'
import type { ViteDevServer } from 'vite'
import { pagePatch } from '../project/patch.ts'
import { publicFolder } from '../project/pictures.ts'
import type { Project } from '../project/project.ts'
import { inputFolders } from '../project/read.ts'
import { deckError, reportText, terminal } from '../project/report.ts'
import { type BuiltDeck, deckSession, type Session } from '../project/session.ts'
import { wholeFonts } from './dev-fonts.ts'
import { type DevState, nextState } from './dev-state.ts'
import { tieWhenQuiet } from './dev-tie.ts'
import { deckMiddleware, devAssets } from './middleware.ts'
import { coalesce, watchFolders } from './watch.ts'

/** A last look, should a file have been read half written. */
const settleTime = 80 // ms

/** Tells every open page what changed; the page patches itself and is never reloaded, unless it had no deck to show. */
function publish(server: ViteDevServer, before: DevState, after: DevState): void {
  const { logger } = server.config
  const { ws } = server
  const wasBroken = before.outcome !== undefined && !before.outcome.sound
  const { outcome, good } = after
  if (!outcome) return
  const report = reportText(outcome, terminal)
  if (report) logger.error(report, { timestamp: true })
  if (!before.good) {
    ws.send({ type: 'full-reload' })
    return
  }
  if (!outcome.sound || !good) {
    ws.send('deck:error', deckError(outcome))
    return
  }
  const fonts = wholeFonts(good.assets.theme)?.address
  if (fonts !== undefined && fonts !== wholeFonts(before.good.assets.theme)?.address)
    ws.send('deck:fonts', { address: fonts })
  const patch = pagePatch(before.good, good)
  if (patch) ws.send('deck:patch', patch)
  if (wasBroken) ws.send('deck:clear', {})
  if (patch) logger.info(`patched ${patch.slides.map(({ id }) => id).join(', ') || 'page'}`, { timestamp: true })
}

/** Serves the deck and keeps open pages up to date with its sources. */
async function serveDeck(server: ViteDevServer, session: Session): Promise<void> {
  const { root, engine } = session.project
  let state: DevState = { outcome: undefined, good: undefined, revision: 0 }
  const pages = new Map<number, BuiltDeck>()
  const update = coalesce(async () => {
    const before = state
    state = nextState(state, await session.compile(), session)
    if (state.good) pages.set(state.revision, state.good)
    pages.delete(state.revision - 50)
    if (before.outcome) publish(server, before, state)
    tie.soon()
  })
  const tie = tieWhenQuiet(server, session, () => state)
  const folders = [...[...inputFolders, publicFolder].map((folder) => join(root, folder)), join(engine, 'templates')]
  const unwatch = watchFolders(root, folders, () => {
    void update()
    setTimeout(() => session.reader.isStale() && void update(), settleTime).unref()
  })
  server.httpServer?.once('close', unwatch)
  server.ws.on('deck:ready', ({ revision }: { revision?: unknown }, client) => {
    const shown = typeof revision === 'number' ? pages.get(revision) : undefined
    const patch = shown && state.good ? pagePatch(shown, state.good) : undefined
    const fonts = shown && state.good && wholeFonts(state.good.assets.theme)?.address
    if (fonts) client.send('deck:fonts', { address: fonts })
    if (patch) client.send('deck:patch', patch)
    const facts = tie.facts()
    if (facts) client.send('deck:patch', facts)
    const errors = state.outcome && !state.outcome.sound ? deckError(state.outcome) : tie.errors()
    if (errors) client.send('deck:error', errors)
  })
  const first = update().then(() => {
    const report = state.outcome && reportText(state.outcome, terminal)
    if (report) server.config.logger.error(report, { timestamp: true })
  })
  server.middlewares.use(deckMiddleware(server, session, () => first.then(() => state)))
}

/** Serves a project from the start. */
export const serveProject = (server: ViteDevServer, project: Project): Promise<void> =>
  serveDeck(server, deckSession(project, devAssets))
