import { sealedNames } from '../../model/hosted/sealed.ts'
import { answerOf } from './answers.ts'
import { ask, type Held, keyIn, type LeftMessage, type LookMessage, type Opening } from './messages.ts'
import { keyOf, type OpenedFiles, openFile } from './opened.ts'

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void
}

interface FetchEvent extends LastingEvent {
  readonly request: Request
  readonly clientId: string
  readonly resultingClientId: string
  respondWith(answer: Promise<Response>): void
}

interface Client {
  readonly id: string
  postMessage(message: unknown, ports?: Transferable[]): void
}

/** What a service worker has: the types of a window and of a worker cannot stand in one program. */
interface WorkerScope {
  readonly registration: { readonly scope: string; unregister(): Promise<boolean> }
  readonly clients: { matchAll(options: { readonly type: 'window' }): Promise<readonly Client[]> }
  skipWaiting(): Promise<void>
  addEventListener(name: 'install', listen: (event: LastingEvent) => void): void
  addEventListener(name: 'fetch', listen: (event: FetchEvent) => void): void
  addEventListener(name: 'message', listen: (event: MessageEvent<unknown> & LastingEvent) => void): void
}

declare const self: WorkerScope

interface Opened {
  readonly key: Uint8Array<ArrayBuffer>
  readonly files: OpenedFiles
}

/** What was opened, until the browser ends the worker: it is written nowhere. */
const memory: { opened?: Opened | undefined; opening?: Promise<void> | undefined; isGone?: true } = {}

const folder = new URL(self.registration.scope)
const outside: ReadonlySet<string> = new Set(Object.values(sealedNames))

const pathOf = ({ url }: Request): string => decodeURIComponent(new URL(url).pathname.slice(folder.pathname.length))

/** What servers say of a file that they no longer have; buckets that tell nobody what they hold say 403. */
const gone: ReadonlySet<number> = new Set([403, 404, 410])

const askServer = (options: RequestInit): Promise<Response | undefined> =>
  fetch(new URL(sealedNames.blob, folder), options).catch(() => undefined)

/** After a release or a withdrawal nothing here is answered from memory any more, and every page asks the server itself. */
async function leave(): Promise<void> {
  memory.isGone = true
  memory.opened = undefined
  void self.registration.unregister()
  const message: LeftMessage = 'gone'
  for (const page of await self.clients.matchAll({ type: 'window' })) page.postMessage(message)
}

/** Leaves once the server has the sealed file no longer; a server that is away or slow leaves readers with what they have. */
async function leaveIfGone(): Promise<void> {
  const first = { headers: { Range: 'bytes=0-0' }, cache: 'no-store', signal: AbortSignal.timeout(3000) } as const
  const response = await askServer(first)
  void response?.body?.cancel().catch(() => undefined)
  if (response && gone.has(response.status)) await leave()
}

async function openWith(
  keyFor: (file: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Promise<Opening> {
  const response = await askServer({ cache: 'no-cache' })
  if (response && gone.has(response.status)) {
    await leave()
    return 'gone'
  }
  const file = response?.ok ? await response.arrayBuffer().catch(() => undefined) : undefined
  const bytes = file && new Uint8Array(file)
  const key = bytes && (await keyFor(bytes))
  if (!bytes || !key) return 'unreachable'
  const files = await openFile(bytes, key)
  if (!files) return 'wrong'
  memory.opened = { key, files }
  return 'opened'
}

/** After its end and new start a worker asks the pages that are open; without any of them the passphrase is wanted again. */
async function openAgain(except: string): Promise<void> {
  const others = (await self.clients.matchAll({ type: 'window' })).filter(({ id }) => id !== except)
  const keys = await Promise.all(others.map(async (client) => keyIn(await ask(client, { wants: 'key' }, 2000))))
  const key = keys.find((one) => one !== undefined)
  if (key) await openWith(() => Promise.resolve(key))
}

async function answer({ request, resultingClientId }: FetchEvent): Promise<Response> {
  if (request.mode === 'navigate') await leaveIfGone()
  if (!memory.opened && !memory.isGone) {
    memory.opening ??= openAgain(resultingClientId).finally(() => {
      memory.opening = undefined
    })
    await memory.opening
  }
  const path = pathOf(request)
  if (memory.opened) return answerOf(memory.opened.files, folder.pathname, path)
  if (memory.isGone || request.mode !== 'navigate' || path === '' || path === 'index.html') return fetch(request)
  const [slide = ''] = path.split('/') // the deck knows its slides by "#/…" too, once it is open
  return Response.redirect(`${folder.href}#/${slide}`)
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))

self.addEventListener('fetch', (event) => {
  const isOurs = event.request.method === 'GET' && event.request.url.startsWith(folder.href)
  const path = isOurs ? pathOf(event.request) : ''
  // The form and what holds the key are asked for by pages that cannot answer yet.
  if (isOurs && !memory.isGone && !outside.has(path)) event.respondWith(answer(event))
})

self.addEventListener('message', (event) => {
  const { data } = event
  const [port] = event.ports
  if (data === ('look' satisfies LookMessage)) event.waitUntil(leaveIfGone())
  if (!port || typeof data !== 'object' || data === null) return
  if ('wants' in data) port.postMessage({ key: memory.opened?.key } satisfies Held)
  else if ('open' in data && typeof data.open === 'string') {
    const secret = data.open
    event.waitUntil(openWith((file) => keyOf(file, secret)).then((opening) => port.postMessage(opening)))
  }
})
