import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** More bytes than most decks take. Below it nobody is short of memory, and looking for what is free costs a build time. */
const large = 320e6

/** Frees what nothing holds any more, where that may be much: V8 by itself would first take more from the system. */
export function freeMemory(): void {
  if (process.memoryUsage.rss() < large) return
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  setFlagsFromString('--no-expose-gc') // code is kept for the flags that it was made with
  collect()
  collect() // the first leaves its sweeping to other threads, which may be drawing
}
