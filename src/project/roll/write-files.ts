import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A file before and after a change; without `before` it is new. */
export interface FileChange {
  readonly path: string // from the deck's folder
  readonly before: string | undefined
  readonly after: string
}

const temporary = (path: string): string => `${path}.${process.pid}.new`

/**
 * Writes all files of a change: each whole into a temporary file beside it first, and only when all are there is one after the
 * other put in place. What fails before that leaves every file as it was; a failure of the disk is thrown.
 */
export function writeFiles(root: string, changes: readonly FileChange[]): void {
  const paths = changes.map(({ path }) => join(root, path))
  try {
    for (const [at, { before, after }] of changes.entries()) {
      const path = paths[at] ?? ''
      const mode = existsSync(path) ? { mode: statSync(path).mode } : {}
      if (before !== undefined && readFileSync(path, 'utf8') !== before)
        throw new Error(`${changes[at]?.path}: somebody else changed it meanwhile; nothing written`)
      writeFileSync(temporary(path), after, mode)
    }
    for (const path of paths) renameSync(temporary(path), path)
  } finally {
    for (const path of paths) rmSync(temporary(path), { force: true })
  }
}
