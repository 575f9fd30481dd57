import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathsIn } from '../deck-files.ts'
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
  }
}

/** A site on a server, each file asked for once. Throws where the server cannot be reached. */
export function serverReader(base: string): SiteReader {
  return {
    async read(path) {
      const address = new URL(path.split('/').map(encodeURIComponent).join('/'), base)
      const response = await fetch(address, { headers: { 'Accept-Encoding': 'identity' } })
      return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined
    },
    list: () => undefined,
  }
}
