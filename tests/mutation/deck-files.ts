import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { SourceFile } from '../../src/model/source-file.ts'

const endings = /\.(?:md|yaml|csv|hbs)$/

/** The reference deck's texts: slides, data and templates, by path from the root. */
export function readDeck(root: string): readonly SourceFile[] {
  return ['slides', 'data', 'templates'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.test(entry.name))
      .map((entry): SourceFile => {
        const absolute = join(entry.parentPath, entry.name)
        return { kind: 'text', path: relative(root, absolute), text: readFileSync(absolute, 'utf8') }
      })
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  )
}
