import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type BundleRequest, bundleDeck } from './bundle.ts'
import type { DeckPage } from './deck-page.ts'

// Beside the main thread, so that browser modules and styles are bundled while the deck compiles.
if (parentPort) {
  const request: BundleRequest = workerData
  const page: Promise<DeckPage> = once(parentPort, 'message').then(([message]) => message)
  parentPort.postMessage(await bundleDeck(request, () => page))
}
