import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { OutputBundle, PluginContext } from 'rolldown'
import type { Project } from '../project/project.ts'
import type { DeckPage } from './deck-page.ts'

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
function licenceTexts(files: readonly string[]): string {
  const folders = new Set(files.flatMap((file) => packageFolder(file) ?? []))
  const texts = [...folders]
    .filter((path) => existsSync(join(path, 'package.json')))
    .sort()
    .map(licenceOf)
  return `${['This deck carries parts of the following works.', ...texts].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`
}

/** Files on disk that went into a bundle: modules, fonts, pictures. */
export function bundledFiles(bundle: OutputBundle, { engine }: Project): string[] {
  return Object.values(bundle).flatMap((output) =>
    output.type === 'chunk' ? output.moduleIds : output.originalFileNames.map((name) => resolve(engine, name)),
  )
}

/** Writes licences, and the charts, JSON and icon of a deck, into the bundle. */
export function emitDeck(
  context: Pick<PluginContext, 'emitFile'>,
  files: readonly string[],
  page: DeckPage | undefined,
): void {
  const emit = (fileName: string, source: string): void => void context.emitFile({ type: 'asset', fileName, source })
  for (const { name, content } of page?.files ?? []) emit(name, content)
  emit('licenses.txt', licenceTexts(files))
}
