import { parentPort, workerData } from 'node:worker_threads'
import { type BundleRequest, bundleShell } from './bundle.ts'

// Beside the main thread, so that browser modules and styles are bundled while the deck compiles.
const request: BundleRequest = workerData
/** When all is bundled. */
export const warm = bundleShell(request).then((bundled) => parentPort?.postMessage(bundled))
