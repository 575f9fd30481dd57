import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin, PluginOption } from 'vite'
import { deckConfig } from '../build/config.ts'
import { compileOnce, placeOutput } from '../build/once.ts'
import { serveFromStart } from '../dev/dev.ts'
import type { Edition } from '../model/deck.ts'
import type { Project } from '../project/project.ts'

/** Where the package stands: above its bundle as above its sources. */
function packageFolder(file: string): string {
  const folder = dirname(file)
  return existsSync(join(folder, 'package.json')) || folder === dirname(folder) ? folder : packageFolder(folder)
}

interface DeckOptions {
  /** The deck's folder; the current one when absent. */
  readonly root?: string
  /** The public edition when absent. */
  readonly edition?: Edition
}

/**
 * A deck as a plugin, for a vite.config.ts of its own: `npx vite` serves it and `npx vite build` builds it, as "quarterdeck start"
 * and "quarterdeck build" do. It brings all of Vite's settings along.
 */
export function quarterdeck({ root = process.cwd(), edition = 'public' }: DeckOptions = {}): PluginOption[] {
  const folder = resolve(root)
  const project: Project = { root: folder, engine: packageFolder(fileURLToPath(import.meta.url)), edition }
  const { plugins = [], ...config } = deckConfig(project, join(folder, 'dist'), {
    page: compileOnce(project),
    serve: (server) => serveFromStart(server, { ...project, colors: process.stdout.isTTY }),
  })
  const settings: Plugin = {
    name: 'quarterdeck-settings',
    config: () => ({ ...config, cacheDir: join(folder, 'node_modules', '.vite') }),
  }
  return [settings, ...plugins, placeOutput(folder)]
}
