import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '../../src/model/source-file.ts'

/** The text files of a deck's folder, as the compiler takes them. */
export function readDeck(root: string): readonly SourceFile[] {
  return ['data', 'slides', 'templates'].flatMap((folder) => {
    const path = join(root, folder)
    if (!existsSync(path)) return []
    const found = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    return found
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file): SourceFile => {
        const relative = file.slice(root.length + 1).replaceAll('\\', '/')
        return { kind: 'text', path: relative, text: readFileSync(file, 'utf8') }
      })
  })
}
