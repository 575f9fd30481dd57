import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'node_modules/'

/** The package a file belongs to: its folder, or undefined for the deck's and the engine's own files. */
function packageFolder(file: string): string | undefined {
  const path = file.replaceAll('\\', '/')
  const at = path.lastIndexOf(folder)
  if (at < 0) return undefined
  const start = at + folder.length
  const parts = path.slice(start).split('/')
  return path.slice(0, start) + parts.slice(0, path[start] === '@' ? 2 : 1).join('/')
}

function licenceOf(path: string): string {
  const { name, version, license }: Record<string, unknown> = JSON.parse(
    readFileSync(join(path, 'package.json'), 'utf8'),
  )
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry))
  const text = file ? readFileSync(join(path, file), 'utf8').trim() : ''
  return `${String(name)} ${String(version)} (${String(license)})\n\n${text}`
}

/** The licences of every package that one of these files comes from, in order of their folders. */
export function licenceTexts(files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => packageFolder(file) ?? []))
  const texts = [...folders]
    .filter((path) => existsSync(join(path, 'package.json')))
    .sort()
    .map(licenceOf)
  return `${['This deck carries parts of the following works.', ...texts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}
