import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { BundleRequest } from './bundle.ts'
import type { DeckPage } from './deck-page.ts'

/** Bundles what does not depend on the deck until the deck is there. */
export interface Bundler {
  /** Completes the bundle; gives Vite's warnings. */
  finish(page: DeckPage): Promise<readonly string[]>
  close(): Promise<unknown>
}

const script = fileURLToPath(new URL('./bundle-worker.mjs', import.meta.url))

const bundleHere = (request: BundleRequest): Bundler => ({
  async finish(page) {
    const { bundleDeck } = await import('./bundle.ts')
    return bundleDeck(request, () => Promise.resolve(page))
  },
  close: () => Promise.resolve(),
})

/** Starts a bundler in a thread of its own, beside the compiler; without the command line's bundle, here. */
export function startBundler(request: BundleRequest): Bundler {
  if (!existsSync(script)) return bundleHere(request)
  const worker = new Worker(script, { workerData: request })
  worker.unref()
  const finished = new Promise<readonly string[]>((done, failed) => {
    worker.once('message', done)
    worker.once('error', failed)
  })
  finished.catch(() => undefined) // told below, after the deck's own mistakes
  return {
    finish(page) {
      worker.ref()
      worker.postMessage(page)
      return finished
    },
    close: () => worker.terminate(),
  }
}
