import { parentPort, workerData } from 'node:worker_threads'
import type { ThreadData } from './messages.ts'
import { serveDeck } from './served-deck.ts'

// Beside the main thread, which loads Vite in the meantime and is never busy with a deck.
const data: ThreadData = workerData
if (parentPort) serveDeck(data, parentPort)
