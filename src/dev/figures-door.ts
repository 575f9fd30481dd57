import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, type FSWatcher, readdirSync, readFileSync, statSync, watch } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { basename, dirname, join, resolve } from 'node:path'
import type { FiguresTable } from '../model/page-data.ts'
import type { LiveImport } from '../project/import/live-import.ts'
import { stackOf } from './messages.ts'

/** Where open pages send finance files to, and what they agreed to. */
export const figuresDoor = '/@quarterdeck/figures/'

/** Larger than any workbook of figures. */
const mostBytes = 32_000_000

/** Names of the machine itself; a page under any other name, such as one that a foreign server points here, is nobody's. */
const ownNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

type Request = Pick<IncomingMessage, 'headers' | 'method' | 'socket'>

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (/^(?:::ffff:)?127\.\d+\.\d+\.\d+$/.test(address) || address === '::1')

/** Whether a request comes from this machine and names it as its host. */
export function isFromHere({ headers, socket }: Pick<Request, 'headers' | 'socket'>): boolean {
  const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(headers.host ?? '') ?? []
  const isOwnPort = port === undefined || Number(port) === socket.localPort
  return isLoopback(socket.remoteAddress) && ownNames.includes(name) && isOwnPort
}

const isToken = (given: unknown, token: string): boolean => {
  const [a, b] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Whether a request may write: from this machine, from a page of this server, with the token of its start. */
export function mayEnter(request: Request, token: string): boolean {
  const { headers, method } = request
  return (
    method === 'POST' &&
    isFromHere(request) &&
    headers.origin === `http://${headers.host}` &&
    headers['content-type'] === 'application/octet-stream' && // no form of another page sends it
    isToken(headers['x-quarterdeck-token'], token)
  )
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += part.length
    if (size > mostBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.statusCode = status
  response.setHeader('Content-Type', 'application/json')
  response.setHeader('Cache-Control', 'no-store')
  response.end(JSON.stringify(value))
}

/** The door for figures of one server. */
export interface FiguresDoor {
  /** What pages that are served to this machine are given. */
  readonly token: string
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  /** Whether somebody has shown the token. */
  isKnown(given: unknown): boolean
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : stackOf(error))

/** Opens it with a token of its own. What it refuses has the status 403 and no reason. */
export function openDoor(load: () => Promise<LiveImport>): FiguresDoor {
  const token = randomBytes(24).toString('base64url')
  return {
    token,
    isKnown: (given) => isToken(given, token),
    async handle(request, response) {
      if (!mayEnter(request, token)) return answer(response, 403, {})
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
      const content = await bodyOf(request)
      if (!content) return answer(response, 413, { error: 'the file is too large' })
      const live = await load()
      try {
        if (pathname === `${figuresDoor}read`) {
          const name = basename(searchParams.get('name') ?? '')
          return answer(response, 200, await live.read({ name, content }))
        }
        if (pathname !== `${figuresDoor}write`) return answer(response, 404, {})
        await live.write(Number(searchParams.get('id')), searchParams.get('why') ?? undefined)
        return answer(response, 200, {})
      } catch (error) {
        return answer(response, 409, { error: textOf(error) })
      }
    },
  }
}

/** A spreadsheet program writes a file in several steps. */
const settleTime = 60 // ms

interface Watching {
  readonly root: string
  readonly load: () => Promise<LiveImport>
  readonly show: (table: FiguresTable) => void
  readonly failed: (text: string) => void
}

/** Watches the files that the mapping names: a save shows its table. Returns what ends it; `again` is called after saves in the deck. */
export function watchWorkbooks({ root, load, show, failed }: Watching): {
  readonly again: () => Promise<void>
  readonly end: () => void
} {
  const watchers = new Map<string, FSWatcher>()
  const waiting = new Map<string, NodeJS.Timeout>()
  let patterns: readonly string[] = []
  const start = Date.now()
  const read = async (path: string): Promise<void> => {
    waiting.delete(path)
    try {
      if (existsSync(path)) show(await (await load()).read({ name: basename(path), content: readFileSync(path) }))
    } catch (error) {
      failed(textOf(error))
    }
  }
  const saved = async (folder: string, name: string): Promise<void> => {
    const { isFor } = await import('../project/import/import.ts')
    const isNamed = patterns.some((pattern) => resolve(root, dirname(pattern)) === folder && isFor(pattern, name))
    if (!isNamed || name.startsWith('~$')) return
    const path = join(folder, name)
    clearTimeout(waiting.get(path))
    waiting.set(path, setTimeout(() => void read(path), settleTime).unref())
  }
  const end = (): void => {
    for (const watcher of watchers.values()) watcher.close()
    for (const timer of waiting.values()) clearTimeout(timer)
    watchers.clear()
  }
  return {
    end,
    async again() {
      if (!existsSync(join(root, 'data/import.yaml'))) return end()
      patterns = await (await load()).patterns()
      const folders = new Set(
        patterns.map((pattern) => resolve(root, dirname(pattern))).filter((folder) => existsSync(folder)),
      )
      for (const [folder, watcher] of watchers) if (!folders.has(folder) && watchers.delete(folder)) watcher.close()
      for (const folder of folders) {
        if (watchers.has(folder)) continue
        const watcher = watch(folder, (_, name) => name !== null && void saved(folder, name))
        watcher.on('error', () => watchers.delete(folder)) // the folder is gone
        watchers.set(folder, watcher)
        for (const name of readdirSync(folder)) // what was saved while the folder was not watched yet
          if ((statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0) >= start) void saved(folder, name)
      }
    },
  }
}
