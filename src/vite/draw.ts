import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ChartTheme } from '../charts/theme.ts'
import type { AssetStore, Picture } from './assets.ts'

export interface DrawRequest {
  readonly pictures: readonly Picture[]
  readonly theme: ChartTheme
}

/** Draws every chart of a store that is not drawn yet. */
export interface Drawer {
  draw(store: AssetStore): Promise<void>
  close(): void
}

const script = fileURLToPath(new URL('./draw-worker.mjs', import.meta.url))

const drawHere: Drawer = {
  async draw(store) {
    const { drawSvg } = await import('../charts/svg.ts')
    for (const { address } of store.pictures()) store.read(address, drawSvg)
  },
  close: () => undefined,
}

/** Starts a drawer in a thread of its own, which loads while the deck compiles; without the command line's bundle, here. */
export function startDrawer(): Drawer {
  if (!existsSync(script)) return drawHere
  const worker = new Worker(script)
  worker.unref()
  return {
    draw(store) {
      worker.ref()
      return new Promise((done, failed) => {
        worker.once('error', failed)
        worker.once('message', (drawn: readonly (readonly [string, string])[]) => {
          for (const [address, svg] of drawn) store.fill(address, svg)
          done()
        })
        worker.postMessage({ pictures: store.pictures(), theme: store.theme } satisfies DrawRequest)
      })
    },
    close: () => void worker.terminate(),
  }
}
