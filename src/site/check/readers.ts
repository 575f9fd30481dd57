import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathsIn } from '../site-files.ts'
import type { SiteReader } from './verify.ts'

/** A site in a folder. */
export function folderReader(folder: string): SiteReader {
  const paths = existsSync(folder) ? pathsIn(folder) : []
  return {
    read: (path) => {
      const file = join(folder, path)
      const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true
      return Promise.resolve(isFile ? readFileSync(file) : undefined)
    },
    list: () => paths,
    headers: () => undefined,
    answerTo: () => Promise.resolve(undefined),
  }
}

/** A site on a server, each file asked for once. Throws where the server cannot be reached. */
export function serverReader(base: string): SiteReader {
  const sent = new Map<string, Headers>()
  return {
    async read(path) {
      const address = new URL(path.split('/').map(encodeURIComponent).join('/'), base)
      const response = await fetch(address, { headers: { 'Accept-Encoding': 'identity' } })
      sent.set(path, response.headers)
      return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined
    },
    list: () => undefined,
    headers: (path) => sent.get(path),
    async answerTo(path) {
      const response = await fetch(new URL(path, base))
      return { status: response.status, body: Buffer.from(await response.arrayBuffer()) }
    },
  }
}
