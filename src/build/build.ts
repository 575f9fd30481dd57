import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Project } from '../project/project.ts'
import { type BuiltDeck, deckSession, type Outcome } from '../project/session.ts'
import { tieDeck } from '../project/tie.ts'
import type { BundleRequest } from './bundle.ts'
import { type DeckPage, deckPage } from './deck-page.ts'
import { startDrawer } from './draw.ts'
import { builtAssets } from './once.ts'

/** Bundles what does not depend on the deck until the deck is there. */
interface Bundler {
  /** Completes the bundle; gives Vite's warnings. */
  finish(page: DeckPage): Promise<readonly string[]>
  close(): Promise<unknown>
}

const script = fileURLToPath(new URL('./bundle-worker.mjs', import.meta.url))

const bundleHere = (request: BundleRequest): Bundler => ({
  async finish(page) {
    const { bundleDeck } = await import('./bundle.ts')
    return bundleDeck(request, () => Promise.resolve(page))
  },
  close: () => Promise.resolve(),
})

/** Starts a bundler in a thread of its own, beside the compiler; without the command line's bundle, here. */
function startBundler(request: BundleRequest): Bundler {
  if (!existsSync(script)) return bundleHere(request)
  const worker = new Worker(script, { workerData: request })
  worker.unref()
  const finished = new Promise<readonly string[]>((done, failed) => {
    worker.once('message', done)
    worker.once('error', failed)
  })
  finished.catch(() => undefined) // told below, after the deck's own mistakes
  return {
    finish(page) {
      worker.ref()
      worker.postMessage(page)
      return finished
    },
    close: () => worker.terminate(),
  }
}

/** Whether a folder is there because another build put it there in the meantime. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')

/** Puts the new folder where the old one was; the old one comes back if that fails. */
function replaceFolder(made: string, out: string, tries = 5): void {
  const old = `${made}-old`
  const hadOld = existsSync(out)
  if (hadOld) renameSync(out, old)
  try {
    renameSync(made, out)
  } catch (error) {
    if (isTaken(error) && tries > 0) {
      rmSync(old, { recursive: true, force: true })
      replaceFolder(made, out, tries - 1)
      return
    }
    if (hadOld) renameSync(old, out)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
}

/** What came of a build. */
export interface Built extends Outcome {
  readonly built: BuiltDeck | undefined
  readonly warnings: readonly string[] // the bundler's
}

/** Nothing half done stays when somebody stops the build; gives what ends the watch. */
function removeWhenStopped(made: string): () => void {
  const stop = (signal: NodeJS.Signals): void => {
    rmSync(made, { recursive: true, force: true })
    process.exit(signal === 'SIGINT' ? 130 : 143)
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return () => process.off('SIGINT', stop).off('SIGTERM', stop)
}

/**
 * Builds a deck into `out`, wholly or not at all: while there are errors, whatever stood there stays. Three threads:
 * the deck is compiled and tied here, its charts are drawn as they become known, and browser modules are bundled beside.
 */
export async function buildDeck(project: Project, out: string): Promise<Built> {
  const made = join(dirname(out), `.${basename(out)}-${process.pid}`) // beside it: a rename within one disk
  mkdirSync(made, { recursive: true })
  const bundler = startBundler({ project, out: made })
  const forget = removeWhenStopped(made)
  const drawer = startDrawer()
  try {
    const session = deckSession(project, builtAssets, drawer.ask)
    const { outcome, built } = tieDeck(await session.compile(), session)
    if (!built) return { ...outcome, built, warnings: [] }
    await drawer.fill(built.assets)
    const warnings = await bundler.finish(deckPage(built, project))
    replaceFolder(made, out)
    return { ...outcome, built, warnings }
  } finally {
    drawer.close()
    await bundler.close()
    forget()
    rmSync(made, { recursive: true, force: true })
  }
}
