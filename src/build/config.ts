import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { InlineConfig } from 'vite'
import type { Project } from '../project/project.ts'
import { sharedTheme } from '../project/theme.ts'
import { documentId } from './address.ts'
import { type DeckSource, quarterdeck } from './plugin.ts'

const font = '@fontsource-variable/inter'

/** The engine's copy of a package, for style sheets of decks that have no packages of their own. */
const packageFolder = (name: string, engine: string): string =>
  dirname(createRequire(join(engine, 'package.json')).resolve(`${name}/package.json`))

/** Vite's settings for a deck; `out` is where a build goes. */
export function deckConfig(project: Project, out: string, source: DeckSource): InlineConfig {
  const { root, engine } = project
  const fontFolder = packageFolder(font, engine)
  const theme = sharedTheme(root).folder
  return {
    root: engine, // the same for every deck, so that packages are prepared once
    configFile: false,
    base: './',
    appType: 'custom',
    publicDir: join(root, 'public'),
    envDir: false,
    css: { postcss: {} }, // what may stand in folders above is none of the deck's
    plugins: [quarterdeck(project, source)],
    resolve: { alias: { [font]: fontFolder } },
    // Everything the browser modules import is known from the first: nothing found late may reload the page.
    optimizeDeps: { entries: [join(engine, 'src', 'browser', 'main.ts')] },
    server: { fs: { allow: [root, engine, fontFolder, ...(theme === undefined ? [] : [theme])] } },
    build: {
      outDir: out,
      emptyOutDir: true,
      copyPublicDir: false, // which would publish what is hidden in it, and what a link in it leads to
      target: 'es2022',
      assetsInlineLimit: 0, // data: addresses of fonts and scripts would break the content policy
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        input: documentId(project),
        checks: { pluginTimings: false }, // `npx vite build` waits in a hook for the deck
        output: { comments: false },
      },
    },
  }
}
