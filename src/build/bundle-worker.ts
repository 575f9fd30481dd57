import { parentPort, workerData } from 'node:worker_threads'
import { type BundleRequest, bundleShell } from './bundle.ts'

// Beside the main thread, so that browser modules and styles are bundled while the deck compiles.
if (parentPort) {
  const request: BundleRequest = workerData
  parentPort.postMessage(await bundleShell(request))
}
