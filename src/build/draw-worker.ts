import { parentPort } from 'node:worker_threads'
import { drawSvg } from '../charts/svg/svg.ts'
import { readPicture } from '../project/assets.ts'
import type { Drawn, DrawRequest } from './draw.ts'

// Beside the main thread, so that charts are drawn while the rest of the deck compiles.
parentPort?.on('message', ({ address, written, theme }: DrawRequest) => {
  const { model, size } = readPicture(written)
  parentPort?.postMessage([address, drawSvg(model, theme, size)] satisfies Drawn)
})
