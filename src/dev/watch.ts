import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

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

function folderAndBelow(folder: string): string[] {
  if (!existsSync(folder)) return []
  const below = readdirSync(folder, { recursive: true, withFileTypes: true })
  return [folder, ...below.filter((entry) => entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name))]
}

/**
 * Watches folders and what is below them from the moment it returns, so that no save is missed; folders that come later
 * are watched once `root`, their parent, reports them. Says that something changed, not what. Returns what ends it.
 */
export function watchFolders(root: string, folders: readonly string[], changed: () => void): () => void {
  const watchers = new Map<string, FSWatcher>()
  const drop = (folder: string): void => {
    watchers.get(folder)?.close()
    watchers.delete(folder)
  }
  const add = (folder: string, listener: () => void): void => {
    if (watchers.has(folder)) return
    const watcher = watch(folder, listener)
    watcher.on('error', () => drop(folder)) // the folder is gone
    watchers.set(folder, watcher)
  }
  const rescan = (): void => {
    scan()
    changed()
  }
  const scan = (): void => {
    const present = new Set(folders.flatMap(folderAndBelow))
    for (const folder of watchers.keys()) if (folder !== root && !present.has(folder)) drop(folder)
    for (const folder of present) add(folder, rescan)
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
