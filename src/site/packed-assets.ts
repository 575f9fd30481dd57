import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { assetsFolder } from '../build/address.ts'
import { pathsIn } from './site-files.ts'

/** Smaller ones fit into a packet as they are. */
const leastBytes = 1024

/** Beside each text of a built deck's assets the same packed, for servers that give packed files: pages change by notices, assets never. */
export function packAssets(folder: string): void {
  const own = join(folder, assetsFolder)
  for (const path of pathsIn(own).filter((name) => /\.(?:js|css|svg|json)$/.test(name))) {
    const content = readFileSync(join(own, path))
    if (content.length < leastBytes) continue
    writeFileSync(join(own, `${path}.gz`), gzipSync(content, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
    writeFileSync(join(own, `${path}.br`), brotliCompressSync(content, { params }))
  }
}
