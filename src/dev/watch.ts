import { type FSWatcher, type WatchEventType, watch } from 'node:fs'
import { isWithin, walkFolder } from '../project/walk.ts'

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

/**
 * Watches folders, what is below them and what links in them lead to, from the moment it returns, so that no save is missed; folders that come later
 * are watched once `root`, their parent, reports them. Says that something changed, not what. Returns what ends it.
 */
export function watchFolders(root: string, folders: readonly string[], changed: () => void): () => void {
  const foldersOf = (folder: string): readonly string[] =>
    walkFolder(folder, isWithin(folder, root) ? root : undefined).folders
  const watchers = new Map<string, FSWatcher>()
  const drop = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  const add = (folder: string, listener: (event: WatchEventType) => void): void => {
    if (watchers.has(folder)) return
    const watcher = watch(folder, listener)
    watcher.on('error', () => drop(folder)) // the folder is gone
    watchers.set(folder, watcher)
  }
  /** Folders come and go with a "rename"; a file that is written to where it stands changes nothing else. */
  const follow = (event: WatchEventType): void => {
    if (event === 'rename') scan()
    changed()
  }
  const scan = (): void => {
    const present = new Set(folders.flatMap(foldersOf))
    for (const folder of watchers.keys()) if (folder !== root && !present.has(folder)) drop(folder)
    for (const folder of present) add(folder, follow)
  }
  add(root, () => {
    const before = watchers.size
    scan()
    if (watchers.size !== before) changed() // else something beside the sources, like dist/
  })
  scan()
  return () => {
    for (const folder of [...watchers.keys()]) drop(folder)
  }
}
