import { copyFileSync, type Dirent, existsSync, mkdirSync, readdirSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'

/** What a folder holds, with what links in it lead to. */
export interface Walk {
  readonly files: readonly string[]
  /** All folders with these files or the targets of linked ones, to watch. */
  readonly folders: readonly string[]
  /** Links that lead out of where they may lead, or back to a folder that holds them: not followed. */
  readonly unfollowed: readonly string[]
}

/** Where a path really is; undefined when it leads nowhere. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path) // one call of the system, not one a folder
  } catch {
    return undefined
  }
}

/** The stamp of what is not there, as where a link leads to nothing or to itself. */
export const noStamp = 'none'

/** Changes with a file's time and size. */
export function stampOf(path: string): string {
  try {
    const { mtimeMs, size } = statSync(path)
    return `${mtimeMs}:${size}`
  } catch {
    return noStamp // what reads it says what is wrong
  }
}

/** Whether a stamp is that of a file without content. */
export const isEmptyStamp = (stamp: string): boolean => stamp.endsWith(':0')

/** Whether something really stands in a folder, whatever links lead to either. */
export function isWithin(path: string, folder: string): boolean {
  const [real, top] = [realPath(path), realPath(folder)]
  return real !== undefined && top !== undefined && (real === top || real.startsWith(top + sep))
}

interface Place {
  readonly path: string
  readonly within: string | undefined
  /** Real paths of the folders that hold it, itself the last. */
  readonly holders: readonly string[]
}

const only = (part: Partial<Walk>): Walk => ({ files: [], folders: [], unfollowed: [], ...part })

function joinWalks(walks: readonly Walk[]): Walk {
  return {
    files: walks.flatMap(({ files }) => files),
    folders: walks.flatMap(({ folders }) => folders),
    unfollowed: walks.flatMap(({ unfollowed }) => unfollowed),
  }
}

function walkEntry(entry: Dirent, at: Place): Walk {
  const path = join(at.path, entry.name)
  if (entry.isFile()) return only({ files: [path] })
  if (entry.isDirectory()) return walkPlace({ ...at, path, holders: [...at.holders, realPath(path) ?? path] })
  if (!entry.isSymbolicLink()) return only({})
  const real = realPath(path)
  if (real === undefined) return only({ files: [path] }) // reading it says what is wrong
  if (at.within !== undefined && !isWithin(real, at.within)) return only({ unfollowed: [path] })
  if (!statSync(real).isDirectory()) return only({ files: [path], folders: [dirname(real)] })
  const isCircle = at.holders.some((holder) => holder === real)
  return isCircle ? only({ unfollowed: [path] }) : walkPlace({ ...at, path, holders: [...at.holders, real] })
}

function walkPlace(at: Place): Walk {
  const below = readdirSync(at.path, { withFileTypes: true }).map((entry) => walkEntry(entry, at))
  return joinWalks([only({ folders: [at.path] }), ...below])
}

/** Everything in and below a folder. With `within`, links are followed only to what stands in that folder. */
export function walkFolder(path: string, within?: string): Walk {
  if (!existsSync(path)) return only({})
  if (within !== undefined && !isWithin(path, within)) return only({ unfollowed: [path] })
  return walkPlace({ path, within, holders: [realPath(path) ?? path] })
}

/** Copies the files of a folder, but nothing that a link in it finds outside `within`. */
export function copyFolder(
  from: string,
  to: string,
  {
    within,
    overwrites,
    has = () => true,
  }: {
    readonly within: string
    readonly overwrites: boolean
    /** Which paths below `from`, with "/", are copied; all when absent. */
    readonly has?: (path: string) => boolean
  },
): void {
  for (const file of walkFolder(from, within).files) {
    const path = relative(from, file)
    const copy = join(to, path)
    if (!has(path.split(sep).join('/')) || !existsSync(file) || (!overwrites && existsSync(copy))) continue
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(file, copy)
  }
}

/** Line and column of a character of a text, both from 1. */
export function placeInText(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}
