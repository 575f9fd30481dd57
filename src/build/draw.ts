import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ChartTheme } from '../charts/colors/theme.ts'
import type { AssetStore, Picture } from '../project/assets.ts'

export interface DrawRequest extends Picture {
  readonly theme: ChartTheme
}

/** Draws charts as they are asked for. */
export interface Drawer {
  /** Whether the chart will be drawn to its file; else `fill` draws it into the store. */
  ask(picture: Picture, theme: ChartTheme): boolean
  /** Ends when everything asked for is drawn. */
  fill(store: AssetStore): Promise<void>
  /** Ends the thread: as soon as it can where everything is drawn, at once where it is not. */
  close(): Promise<unknown>
}

const script = fileURLToPath(new URL('./draw-worker.mjs', import.meta.url))

/** Of a chart nothing is left when it is drawn: a small heap for what is young is collected as cheaply, and takes less. */
const resourceLimits = { maxYoungGenerationSizeMb: 12 }

/** Draws into the store, in this thread. */
export const drawHere: Drawer = {
  ask: () => false,
  async fill(store) {
    const { drawSvg } = await import('../charts/svg/svg.ts')
    for (const address of store.addresses()) store.read(address, drawSvg)
  },
  close: () => Promise.resolve(),
}

/** Starts a drawer in a thread of its own, which writes into `folder` while the deck compiles; without the command line's bundle, here. */
export function startDrawer(folder: string): Drawer {
  if (!existsSync(script)) return drawHere
  const worker = new Worker(script, { workerData: folder, resourceLimits })
  worker.unref()
  const failure = new Promise<never>((_, failed) => worker.once('error', failed))
  failure.catch(() => undefined) // reported when the drawings are wanted
  let asked = 0
  let drawn = 0
  let ended: Promise<unknown> | undefined
  const all = (): Promise<void> =>
    new Promise((done) => {
      const look = (): void => (drawn === asked ? done() : void worker.once('message', look))
      look()
    })
  worker.on('message', () => void drawn++)
  return {
    ask(picture, theme) {
      asked++
      worker.postMessage({ ...picture, theme } satisfies DrawRequest)
      return true
    },
    async fill() {
      worker.ref()
      await Promise.race([all(), failure])
      ended = new Promise((done) => worker.once('exit', done))
      worker.postMessage(undefined)
    },
    close: () => ended ?? worker.terminate(),
  }
}
