import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
}

/** The policy a careful bank's server sends. */
export const strictPolicy = "default-src 'self'; style-src 'self'; img-src 'self' data:"

export interface StaticServer {
  readonly address: string
  close(): Promise<void>
}

/** What is served beside a folder's own files, for drivers that cannot listen to the page. */
export interface Beside {
  readonly head: string // put into the head of its document
  readonly files: Readonly<Record<string, string>> // by their paths
}

const packed = new Map<string, Buffer>()

/** The same content is packed once; that of a path may change while it is served. */
function compressed(content: Buffer): Buffer {
  const key = createHash('sha256').update(content).digest('hex')
  const known = packed.get(key)
  if (known) return known
  const made = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  packed.set(key, made)
  return made
}

/** Serves a folder under /deck/ as a plain web server would: any sub-path, strict policy, compressed text. */
export async function serveFolder(folder: string, beside?: Beside): Promise<StaticServer> {
  const read = async (path: string): Promise<Buffer> => {
    const own = beside?.files[path]
    if (own !== undefined) return Buffer.from(own)
    const content = await readFile(join(folder, path))
    if (!beside || path !== '/index.html') return content
    return Buffer.from(content.toString('utf8').replace('<head>', () => `<head>${beside.head}`))
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = normalize(pathname.replace(/^\/deck\//, '/')).replace(/\/$/, '/index.html')
    try {
      const content = await read(path)
      const type = types[extname(path)] ?? 'application/octet-stream'
      const canPack = /text|json|svg/.test(type) && /\bbr\b/.test(String(request.headers['accept-encoding']))
      response.setHeader('Content-Type', type)
      response.setHeader('Content-Security-Policy', strictPolicy)
      if (canPack) response.setHeader('Content-Encoding', 'br')
      response.end(canPack ? compressed(content) : content)
    } catch {
      response.statusCode = 404
      response.end('not found')
    }
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  return {
    address: `http://127.0.0.1:${port}/deck/`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections()
        server.close(() => closed())
      }),
  }
}
