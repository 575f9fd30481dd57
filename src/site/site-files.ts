import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { SiteFile } from './manifest.ts'

/** Writes files by their paths in a folder. */
export function writeFiles(folder: string, files: readonly SiteFile[]): void {
  for (const { path, content } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** Every file of a folder, by its path in it, sorted. */
export const pathsIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()

/** The text of the style sheet around the decks. */
export function siteStyles(engine: string): string {
  const path = join(engine, 'templates', 'site', 'site.css')
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}
