/** Runs one at a time; calls during a run share the one run that follows it. */
export function coalesce(run: () => Promise<void>): () => Promise<void> {
  let tail: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined
  return () => {
    waiting ??= tail.then(() => {
      waiting = undefined
      return run()
    })
    tail = waiting.catch(() => undefined)
    return waiting
  }
}
