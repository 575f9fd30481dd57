import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { drawSvg } from '../charts/svg/svg.ts'
import { readPicture } from '../project/assets.ts'
import type { DrawRequest } from './draw.ts'

// Beside the main thread, so that charts are drawn while the rest of the deck compiles.
const folder: string = workerData
/** When the last chart is drawn, which ends the thread. */
export const warm = new Promise<void>((done) => {
  parentPort?.on('message', (request: DrawRequest | undefined) => {
    if (!request) {
      parentPort?.close()
      return done()
    }
    const { address, written, theme } = request
    const { model, size } = readPicture(written)
    writeFileSync(join(folder, address), drawSvg(model, theme, size))
    parentPort?.postMessage(address)
  })
})
