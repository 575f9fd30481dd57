import { join } from 'node:path'
import type { Plugin } from 'vite'
import { documentId, entryId, themeId } from './address.ts'
import { serveDeck } from './dev.ts'
import { emitDeck } from './emit.ts'
import { pageFrame } from './frame.ts'
import { devAssets } from './middleware.ts'
import { compileOnce } from './once.ts'
import { contentPolicy, emptyDocument, fillDocument } from './page.ts'
import type { Project } from './project.ts'
import { type BuiltDeck, deckSession } from './session.ts'
import { themeSheet } from './theme.ts'

/** In development Vite asks for a linked style sheet as "…?direct". */
const isTheme = (id: string): boolean => id.replace(/\?.*$/, '') === themeId

/** Compiles the deck and hands it to Vite; while building, `deck` is awaited only when the bundle is done. */
export function quarterdeck(project: Project, deck: () => Promise<BuiltDeck> = compileOnce(project)): Plugin {
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
        if (server) return html
        const { deck: made, html: body } = await deck()
        return fillDocument(html, { ...pageFrame(made.config, project.root), policy: contentPolicy }, body)
      },
    },
    async generateBundle(_options, bundle) {
      await emitDeck(this, bundle, { project, built: await deck() })
    },
    configureServer: (server) => serveDeck(server, deckSession(project, devAssets)),
  }
}
