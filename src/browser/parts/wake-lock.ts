import type { Part } from '../part.ts'

/** Event on the document: whether a speaker's window follows the deck. */
export const presenting = 'qd:presenting'

/**
 * The screen stays on while somebody presents: in full screen, or with the speaker's window. The browser drops the lock
 * when the page is out of sight, so it is asked for again on return. Browsers without it, and refusals, change nothing.
 */
export const wakeLock: Part = {
  id: 'wake-lock',
  init({ view, signal }) {
    if (view.kind !== 'deck' || !('wakeLock' in navigator)) return undefined
    let lock: WakeLockSentinel | undefined
    let isFollowed = false
    const update = async (): Promise<void> => {
      const isWanted = !signal.aborted && (isFollowed || document.fullscreenElement !== null)
      if (!isWanted) {
        await lock?.release()
        lock = undefined
      } else if (document.visibilityState === 'visible' && (lock === undefined || lock.released))
        lock = await navigator.wakeLock.request('screen')
    }
    let last: Promise<unknown> = Promise.resolve()
    const run = (): void => {
      last = last.then(update).catch(() => undefined) // one after the other: never two locks
    }
    document.addEventListener(
      presenting,
      (event) => {
        isFollowed = event instanceof CustomEvent && event.detail === true
        run()
      },
      { signal },
    )
    document.addEventListener('fullscreenchange', run, { signal })
    document.addEventListener('visibilitychange', run, { signal })
    return run
  },
}
