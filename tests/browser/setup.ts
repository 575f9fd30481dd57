import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { isLong } from '../long.ts'
import { launchChromium } from './chromium.ts'
import { engine, quarterdeck } from './command-line.ts'
import { shortDeck, wholeDeck } from './short-deck.ts'
import { serveFolder } from './static-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly browser: string // where tests connect to the one browser of the run
    readonly deck: string // address of the public edition
    readonly presenter: string // address of the presenter edition
    /** Of a part of the deck, for what needs one slide of each kind; the whole deck in a long run. */
    readonly short: string
    readonly shortPresenter: string
    readonly folders: Readonly<Record<'public' | 'presenter' | 'root' | 'short' | 'shortPresenter', string>>
  }
}

async function buildEdition(root: string, edition: 'public' | 'presenter', out: string): Promise<void> {
  const { code, err } = await quarterdeck('build', '--root', root, '--edition', edition, '--out', out)
  if (code !== 0) throw new Error(`the ${edition} edition of ${root} does not build:\n${err}`)
}

/** Builds both editions of the deck and of its short form once, serves them, and starts one browser for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const base = mkdtempSync(join(tmpdir(), 'quarterdeck-built-'))
  const part = (isLong ? wholeDeck : shortDeck)(join(base, 'deck'))
  const folders = {
    root: part, // what the short deck is built from
    public: join(base, 'dist'),
    presenter: join(base, 'dist-presenter'),
    short: join(base, 'short'),
    shortPresenter: join(base, 'short-presenter'),
  }
  await buildEdition(engine, 'public', folders.public) // the first prepares the engine, and bundles, for all others
  const [, , , running] = await Promise.all([
    buildEdition(engine, 'presenter', folders.presenter),
    buildEdition(part, 'public', folders.short),
    buildEdition(part, 'presenter', folders.shortPresenter),
    launchChromium(),
  ])
  const [deck, presenter, short, shortPresenter] = await Promise.all([
    serveFolder(folders.public),
    serveFolder(folders.presenter),
    serveFolder(folders.short),
    serveFolder(folders.shortPresenter),
  ])
  project.provide('browser', running.wsEndpoint())
  project.provide('deck', deck.address)
  project.provide('presenter', presenter.address)
  project.provide('short', short.address)
  project.provide('shortPresenter', shortPresenter.address)
  project.provide('folders', folders)
  return async () => {
    await running.close()
    await Promise.all([deck, presenter, short, shortPresenter].map((server) => server.close()))
    rmSync(base, { recursive: true, force: true })
  }
}
