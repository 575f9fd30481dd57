import type { ChartTheme } from '../charts/theme.ts'
import { createCompileCache } from '../compiler/cache.ts'
import { compile } from '../compiler/compile.ts'
import type { Deck } from '../model/deck.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { SourceFile } from '../model/source-file.ts'
import { roundingTest } from '../tieout/rounding-notes.ts'
import { type AssetStore, assetStore, type Picture } from './assets.ts'
import type { PageState } from './patch.ts'
import type { Project } from './project.ts'
import { type SourceReader, sourceReader } from './read.ts'
import { chartThemeReader } from './theme.ts'

/** What came of compiling the files as they were. */
export interface Outcome {
  readonly files: readonly SourceFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** Undefined when a diagnostic is an error. */
  readonly built: BuiltDeck | undefined
}

export interface BuiltDeck extends PageState {
  readonly deck: Deck
  readonly html: string // inner HTML of <body>
  readonly assets: AssetStore
  readonly factsAddress: string
  /** Further files beside the page. */
  readonly further: readonly { readonly name: string; readonly content: string }[]
}

/** Compiles a project again and again, keeping what has not changed. */
export interface Session {
  readonly project: Project
  readonly reader: SourceReader
  compile(): Promise<Outcome>
}

const pageData = /<script type="application\/json" id="deck-data">([\s\S]*?)<\/script>/

/** The cards, found through the page's own data. */
function factsOf(page: string, assets: AssetStore): { readonly factsAddress: string; readonly facts: string } {
  const address: unknown = JSON.parse(page).facts
  if (typeof address !== 'string') return { factsAddress: '', facts: 'null' }
  return { factsAddress: address, facts: assets.read(address, () => '') ?? 'null' }
}

type AskPicture = (picture: Picture, theme: ChartTheme) => void

/** Starts a session; `base` is what addresses of charts and JSON begin with, `ask` hears of each chart when it is known. */
export function deckSession(project: Project, base: string, ask?: AskPicture): Session {
  const reader = sourceReader(project)
  const readTheme = chartThemeReader(project)
  const cache = createCompileCache()
  let store: { colors: string; assets: AssetStore } | undefined
  const storeFor = (theme: ChartTheme): AssetStore => {
    const colors = JSON.stringify(theme)
    if (store?.colors !== colors)
      store = { colors, assets: assetStore(base, theme, (picture) => ask?.(picture, theme)) }
    return store.assets
  }
  return {
    project,
    reader,
    async compile(): Promise<Outcome> {
      const { files, diagnostics: unread } = await reader.read()
      const assets = storeFor(readTheme())
      const { drawChart, assetUrl } = assets
      const { deck, diagnostics, page } = compile(files, {
        edition: project.edition,
        unread,
        drawChart,
        assetUrl,
        cache,
        roundingTest,
      })
      if (!deck || !page) return { files, diagnostics, built: undefined }
      const data = pageData.exec(page.html)?.[1] ?? 'null'
      const cards = factsOf(data, assets)
      const { title } = deck.config
      const built = { deck, html: page.html, assets, title, slides: deck.slides, page: data, ...cards, further: [] }
      return { files, diagnostics, built }
    },
  }
}
