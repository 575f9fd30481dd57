import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Plugin } from 'vite'
import { serveDeck } from './dev.ts'
import { emitDeck } from './emit.ts'
import { devEntry, devEntryId, documentId, entryId, hotId } from './entry.ts'
import { pageFrame } from './frame.ts'
import { devAssets } from './middleware.ts'
import { compileOnce } from './once.ts'
import { contentPolicy, emptyDocument, fillDocument } from './page.ts'
import type { Project } from './project.ts'
import { type BuiltDeck, deckSession } from './session.ts'

/** A style sheet of the deck's own stands in for the shipped one of the same path. */
function overlaidStyle(id: string, { root, engine }: Project): string | undefined {
  const path = relative(join(engine, 'templates'), id)
  const own = join(root, 'templates', path)
  return path.startsWith('..') || !existsSync(own) ? undefined : own
}

/** Compiles the deck and hands it to Vite; while building, `deck` is awaited only when the bundle is done. */
export function quarterdeck(project: Project, deck: () => Promise<BuiltDeck> = compileOnce(project)): Plugin {
  const document = documentId(project)
  const browser = join(project.engine, 'src', 'browser')
  return {
    name: 'quarterdeck',
    resolveId: {
      order: 'pre',
      filter: { id: [/^\/@quarterdeck\//, /index\.html$/, /\.css$/] },
      async handler(id, importer) {
        if (id === entryId) return join(browser, 'main.ts')
        if (id === hotId) return join(browser, 'hot.ts')
        if (id === document || id === devEntryId) return id
        if (!id.endsWith('.css') || !importer) return undefined
        const shipped = await this.resolve(id, importer, { skipSelf: true })
        return shipped ? (overlaidStyle(shipped.id, project) ?? shipped) : undefined
      },
    },
    load: {
      filter: { id: [/^\/@quarterdeck\//, /index\.html$/] },
      handler: (id) => (id === document ? emptyDocument(entryId) : id === devEntryId ? devEntry : undefined),
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { server }) {
        if (server) return html
        const { deck: made, html: body } = await deck()
        return fillDocument(html, { ...pageFrame(made.config, project.root), policy: contentPolicy }, body)
      },
    },
    async generateBundle() {
      await emitDeck(this, project, await deck())
    },
    configureServer: (server) => serveDeck(server, deckSession(project, devAssets)),
  }
}
