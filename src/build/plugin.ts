import { join } from 'node:path'
import type { Plugin, ViteDevServer } from 'vite'
import type { Project } from '../project/project.ts'
import { themeSheet } from '../project/theme.ts'
import { documentId, entryId, themeId } from './address.ts'
import type { DeckPage } from './deck-page.ts'
import { bundledFiles, emitDeck } from './emit.ts'
import { contentPolicy, emptyDocument, fillDocument } from './page.ts'

/** In development Vite asks for a linked style sheet as "…?direct". */
const isTheme = (id: string): boolean => id.replace(/\?.*$/, '') === themeId

/**
 * Where Vite gets the deck from: `page` is awaited by a build when all else is bundled, `serve` starts development.
 * `bundled` receives the files that went into a build.
 */
export interface DeckSource {
  readonly page?: () => Promise<DeckPage>
  readonly bundled?: (files: readonly string[]) => void
  readonly serve?: (server: ViteDevServer) => Promise<void>
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
    configureServer: (server) => serve?.(server),
  }
}
