import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { OutputBundle, PluginContext } from 'rolldown'
import type { Plugin, ViteDevServer } from 'vite'
import { contentPolicy } from '../model/hosted/content-policy.ts'
import type { Project } from '../project/project.ts'
import { themeSheet } from '../project/theme.ts'
import { documentId, entryId, themeId } from './address.ts'
import type { DeckPage } from './deck-page.ts'
import { emptyDocument, fillDocument } from './page.ts'

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
  return joinLicences(['This deck carries parts of the following works.', ...texts])
}

/** The file of licences, beside the page. */
export const licencesName = 'licenses.txt'

export const joinLicences = (texts: readonly string[]): string => `${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`

/** Files on disk that went into a bundle: modules, fonts, pictures. */
function bundledFiles(bundle: OutputBundle, { engine }: Project): string[] {
  return Object.values(bundle).flatMap((output) =>
    output.type === 'chunk' ? output.moduleIds : output.originalFileNames.map((name) => resolve(engine, name)),
  )
}

/** Writes licences, and the charts, JSON and icon of a deck, into the bundle. */
function emitDeck(
  context: Pick<PluginContext, 'emitFile'>,
  files: readonly string[],
  page: DeckPage | undefined,
): void {
  const emit = (fileName: string, source: string | Buffer): void =>
    void context.emitFile({ type: 'asset', fileName, source })
  for (const { name, content } of page?.files ?? []) emit(name, content)
  emit(licencesName, joinLicences([licenceTexts(files).trimEnd(), ...(page?.licences ?? [])]))
}

/** In development Vite asks for a linked style sheet as "…?direct". */
const isTheme = (id: string): boolean => id.replace(/\?.*$/, '') === themeId

/**
 * Where Vite gets the deck from: `page` is awaited by a build when all else is bundled, `serve` starts development.
 * `bundled` receives the files that went into a build.
 */
export interface DeckSource {
  readonly page?: () => Promise<DeckPage>
  readonly bundled?: (files: readonly string[]) => void
  readonly serve?: (server: ViteDevServer) => void
}

/** Hands the deck to Vite. */
export function quarterdeck(project: Project, { page, bundled, serve }: DeckSource): Plugin {
  const document = documentId(project)
  return {
    name: 'quarterdeck',
    resolveId: {
      order: 'pre',
      filter: { id: [/^\/@quarterdeck\//, /index\.html$/] },
      handler(id) {
        if (id === entryId) return join(project.engine, 'src', 'browser', 'main.ts')
        return id === document || isTheme(id) ? id : undefined
      },
    },
    load: {
      filter: { id: [/^\/@quarterdeck\//, /index\.html$/] },
      handler(id) {
        if (id === document) return emptyDocument(entryId)
        return isTheme(id) ? themeSheet(project) : undefined
      },
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { server }) {
        if (server || !page) return html
        const { frame, html: body } = await page()
        return fillDocument(html, { ...frame, policy: contentPolicy }, body)
      },
    },
    async generateBundle(_options, bundle) {
      const files = bundledFiles(bundle, project)
      emitDeck(this, files, await page?.())
      bundled?.(files)
    },
    async writeBundle({ dir }, bundle) {
      const entry = Object.values(bundle).find((output) => output.type === 'chunk' && output.isEntry)
      if (dir === undefined || !entry) return
      const { writeForDisk } = await import('./single-script.ts')
      await writeForDisk(dir, entry.fileName)
    },
    configureServer: (server) => serve?.(server),
  }
}
