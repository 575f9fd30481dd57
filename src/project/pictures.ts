import { existsSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The folder of a deck whose files are published as they are. */
export const publicFolder = 'public'

/** Files that a slide may show, as it names them: from public/, with "/". */
export function picturesOf(root: string): ReadonlySet<string> {
  const top = join(root, publicFolder)
  if (!existsSync(top)) return new Set()
  const entries = readdirSync(top, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ parentPath, name }) => join(parentPath, name))
  return new Set(files.map((file) => relative(top, file).split(sep).join('/')))
}
