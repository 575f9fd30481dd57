import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Connect, ViteDevServer } from 'vite'
import { entryId } from '../build/address.ts'
import { emptyDocument, fillDocument } from '../build/page.ts'
import { findIcon, pageFrame, renderIcon } from '../build/page-head.ts'
import { escapeHtml } from '../format/html.ts'
import { reportText, terminal } from '../project/report.ts'
import type { Session } from '../project/session.ts'
import { isWithin } from '../project/walk.ts'
import { devFonts, wholeFonts } from './dev-fonts.ts'
import type { DevState } from './dev-state.ts'

const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  json: 'application/json',
  css: 'text/css',
  woff2: 'font/woff2',
}

/** Where a page in development finds its charts and JSON. */
export const devAssets = '/@quarterdeck/assets/'

const isDocument = (path: string): boolean => path === '/' || path === '/index.html'

async function renderPage(server: ViteDevServer, session: Session, state: DevState): Promise<string> {
  const { good, outcome, revision } = state
  if (!good) {
    const report = outcome ? reportText(outcome, terminal) : ''
    const page = `<!doctype html><html><head><title>Quarterdeck</title></head><body><pre>${escapeHtml(report)}</pre></body></html>`
    return server.transformIndexHtml('/', page) // with Vite's client, which reloads it once there is a deck
  }
  const document = await server.transformIndexHtml('/', emptyDocument(entryId))
  const frame = { ...pageFrame(good.deck.head, session.project.root), revision }
  const fonts = wholeFonts(good.assets.theme)
  return fillDocument(document, fonts ? { ...frame, fonts: fonts.address } : frame, good.html)
}

async function readAsset(path: string, state: DevState, root: string): Promise<string | Buffer | undefined> {
  const { good } = state
  if (!good) return undefined
  if (path.startsWith(devFonts)) return wholeFonts(good.assets.theme)?.read(path)
  if (path === '/favicon.svg') return findIcon(root) ? undefined : renderIcon(good.deck.head, good.assets.theme)
  if (!path.startsWith(devAssets)) return undefined
  const { drawSvg } = await import('../charts/svg/svg.ts')
  return good.assets.read(path, drawSvg)
}

/** A file that only a link out of the deck puts into public/: a build leaves it out, too. */
function isHiddenByLink(path: string, root: string): boolean {
  const file = join(root, 'public', path)
  return existsSync(file) && !isWithin(file, root)
}

/** Answers for the page and for what it refers to; everything else is Vite's. */
export function deckMiddleware(
  server: ViteDevServer,
  session: Session,
  ready: () => Promise<DevState>,
): Connect.NextHandleFunction {
  return async (request, response, next) => {
    const path = decodeURI((request.url ?? '/').replace(/[?#].*$/, ''))
    try {
      if (isDocument(path)) {
        const html = await renderPage(server, session, await ready())
        response.setHeader('Content-Type', 'text/html; charset=utf-8')
        return response.end(html)
      }
      if (isHiddenByLink(path, session.project.root)) {
        response.statusCode = 404
        return response.end()
      }
      if (path !== '/favicon.svg' && !path.startsWith(devAssets) && !path.startsWith(devFonts)) return next()
      const content = await readAsset(path, await ready(), session.project.root)
      if (content === undefined) return next()
      response.setHeader('Content-Type', types[path.slice(path.lastIndexOf('.') + 1)] ?? 'text/plain')
      response.setHeader('Cache-Control', 'max-age=31536000, immutable')
      return response.end(content)
    } catch (error) {
      return next(error)
    }
  }
}
