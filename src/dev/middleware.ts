import type { ServerResponse } from 'node:http'
import type { Connect, ViteDevServer } from 'vite'
import { entryId } from '../build/address.ts'
import { emptyDocument, fillDocument } from '../build/page.ts'
import { escapeHtml } from '../format/html.ts'
import type { DeckThread } from './deck-thread.ts'
import { type FiguresDoor, figuresDoor, isFromHere } from './figures-door.ts'
import { devAssets, devFonts, devKept, type ServedPage } from './messages.ts'
import { isBackward, isServed, requestPath, type ServedFolders } from './served-addresses.ts'

const types: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  json: 'application/json',
  css: 'text/css',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  htm: 'text/html',
  html: 'text/html',
}

const typeOf = (path: string): string => types[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'text/plain'

const isDocument = (path: string): boolean => path === '/' || path === '/index.html'

async function renderPage(server: ViteDevServer, page: ServedPage, frame: Promise<string>): Promise<string> {
  if ('mistakes' in page) {
    const { mistakes } = page
    const text = `<!doctype html><html><head><title>Quarterdeck</title></head><body><pre>${escapeHtml(mistakes)}</pre></body></html>`
    return server.transformIndexHtml('/', text) // with Vite's client, which reloads it once there is a deck
  }
  return fillDocument(await frame, page.frame, page.html)
}

function refuse(response: ServerResponse, status: 400 | 404): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'text/plain; charset=utf-8')
  response.end(status === 400 ? 'bad request' : 'not found')
}

/** The page with what lets it through the door for figures; pages of the network have none. */
const withToken = (page: string, token: string): string =>
  page.replace('</head>', `<meta name="quarterdeck-door" content="${token}"></head>`)

/** Answers for the page and for what it refers to; everything else is Vite's. */
export function deckMiddleware(
  server: ViteDevServer,
  folders: ServedFolders,
  { deck, door }: { readonly deck: DeckThread; readonly door: FiguresDoor },
): Connect.NextHandleFunction {
  const frame = (): Promise<string> => server.transformIndexHtml('/', emptyDocument(entryId))
  let first: Promise<string> | undefined // made while the deck compiles: it takes Vite a while
  server.httpServer?.once('listening', () => {
    first = frame()
    first.catch(() => undefined) // whoever asks for the page hears of it
  })
  const nextFrame = (): Promise<string> => {
    const made = first ?? frame()
    first = undefined
    return made
  }
  return async (request, response, next) => {
    const path = requestPath(request.url ?? '/')
    if (path === undefined) return refuse(response, 400)
    if (isBackward(request.headers.range)) delete request.headers.range
    try {
      if (path.startsWith(figuresDoor)) return await door.handle(request, response)
      if (path.startsWith(devKept)) {
        const answer = await deck.ask({ kind: 'asset', path })
        if (answer.kind === 'asset' && answer.content !== undefined) {
          response.setHeader('Content-Type', typeOf(path))
          return response.end(answer.content)
        }
      }
      if (!isDocument(path) && path !== '/favicon.svg' && !path.startsWith(devAssets) && !path.startsWith(devFonts))
        return isServed(path, folders) ? next() : refuse(response, 404)
      const answer = await deck.ask(isDocument(path) ? { kind: 'page' } : { kind: 'asset', path })
      if (answer.kind === 'failed') return next(new Error(answer.error))
      if (answer.kind === 'page') {
        response.setHeader('Content-Type', 'text/html; charset=utf-8')
        const page = await renderPage(server, answer.page, nextFrame())
        return response.end(isFromHere(request) ? withToken(page, door.token) : page)
      }
      if (answer.kind !== 'asset' || answer.content === undefined)
        return path === '/favicon.svg' ? next() : refuse(response, 404)
      response.setHeader('Content-Type', typeOf(path))
      response.setHeader('Cache-Control', 'max-age=31536000, immutable')
      return response.end(answer.content)
    } catch (error) {
      return next(error)
    }
  }
}
