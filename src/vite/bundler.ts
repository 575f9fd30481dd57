import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Bundled, BundleRequest } from './bundle.ts'

export type { Bundled }

/** Bundles what does not depend on the deck. */
export interface Bundler {
  finish(): Promise<Bundled>
  close(): Promise<unknown>
}

const script = fileURLToPath(new URL('./bundle-worker.mjs', import.meta.url))

/** Whether this is the command line's bundle, which has threads. */
export const isThreaded = existsSync(script)

const bundleHere = (request: BundleRequest): Bundler => ({
  async finish() {
    const { bundleShell } = await import('./bundle.ts')
    return bundleShell(request)
  },
  close: () => Promise.resolve(),
})

/** Starts a bundler in a thread of its own, beside the compiler; without the command line's bundle, here. */
export function startBundler(request: BundleRequest): Bundler {
  if (!isThreaded) return bundleHere(request)
  const worker = new Worker(script, { workerData: request })
  worker.unref()
  const finished = new Promise<Bundled>((done, failed) => {
    worker.once('message', done)
    worker.once('error', failed)
  })
  finished.catch(() => undefined) // told below, after the deck's own mistakes
  return {
    finish() {
      worker.ref()
      return finished
    },
    close: () => worker.terminate(),
  }
}
