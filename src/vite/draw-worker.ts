import { parentPort } from 'node:worker_threads'
import { drawSvg } from '../charts/svg.ts'
import type { DrawRequest } from './draw.ts'

// Beside the main thread, so that charts are drawn while the rules are applied and the page is bundled.
parentPort?.on('message', ({ pictures, theme }: DrawRequest) => {
  parentPort?.postMessage(pictures.map(({ address, model, size }) => [address, drawSvg(model, theme, size)]))
})
