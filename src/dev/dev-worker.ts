import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadData } from './messages.ts'
import { serveDeck } from './served-deck.ts'

// Beside the main thread, which loads Vite in the meantime and is never busy with a deck.
const data: ThreadData = workerData
/** When the page is made and can be asked for. */
export const warm = parentPort && serveDeck(data, parentPort).then(() => new Promise((later) => setTimeout(later, 20)))
