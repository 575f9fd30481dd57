import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { ChartTheme } from '../charts/colors/theme.ts'
import type { AssetStore, Picture } from '../project/assets.ts'

export interface DrawRequest extends Picture {
  readonly theme: ChartTheme
}

/** Address and SVG. */
export type Drawn = readonly [string, string]

/** Draws charts as they are asked for. */
export interface Drawer {
  ask(picture: Picture, theme: ChartTheme): void
  /** Puts everything asked for into the store. */
  fill(store: AssetStore): Promise<void>
  close(): void
}

const script = fileURLToPath(new URL('./draw-worker.mjs', import.meta.url))

const drawHere: Drawer = {
  ask: () => undefined,
  async fill(store) {
    const { drawSvg } = await import('../charts/svg/svg.ts')
    for (const address of store.addresses()) store.read(address, drawSvg)
  },
  close: () => undefined,
}

/** Starts a drawer in a thread of its own, which draws while the deck compiles; without the command line's bundle, here. */
export function startDrawer(): Drawer {
  if (!existsSync(script)) return drawHere
  const worker = new Worker(script)
  worker.unref()
  const failure = new Promise<never>((_, failed) => worker.once('error', failed))
  failure.catch(() => undefined) // told when the drawings are wanted
  let asked = 0
  const drawn: Drawn[] = []
  const all = (): Promise<void> =>
    new Promise((done) => {
      const look = (): void => (drawn.length === asked ? done() : void worker.once('message', look))
      look()
    })
  worker.on('message', (one: Drawn) => void drawn.push(one))
  return {
    ask(picture, theme) {
      asked++
      worker.postMessage({ ...picture, theme } satisfies DrawRequest)
    },
    async fill(store) {
      worker.ref()
      await Promise.race([all(), failure])
      for (const [address, svg] of drawn) store.fill(address, svg)
    },
    close: () => void worker.terminate(),
  }
}
