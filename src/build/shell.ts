import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Project } from '../project/project.ts'
import { themeSheet, themeSheets } from '../project/theme.ts'
import { stampOf } from '../project/walk.ts'
import type { Bundled, BundleRequest } from './bundle.ts'

/** What no slide changes: browser modules, styles, fonts, licences, and the document that is to be filled. */
export interface Shell {
  readonly folder: string
  readonly warnings: readonly string[] // the bundler's
}

/** A shell that is being made. */
export interface ShellRequest {
  ready(): Promise<Shell>
  close(): Promise<unknown>
}

/** Bundles what does not depend on the deck. */
interface Bundler {
  finish(): Promise<Bundled>
  close(): Promise<unknown>
}

const script = fileURLToPath(new URL('./bundle-worker.mjs', import.meta.url))

/** Whether this is the command line's bundle, which has threads. */
const isThreaded = existsSync(script)

const bundleHere = (request: BundleRequest): Bundler => ({
  async finish() {
    const { bundleShell } = await import('./bundle.ts')
    return bundleShell(request)
  },
  close: () => Promise.resolve(),
})

/** Starts a bundler in a thread of its own, beside the compiler; without the command line's bundle, here. */
function startBundler(request: BundleRequest): Bundler {
  if (!isThreaded) return bundleHere(request)
  const worker = new Worker(script, { workerData: request })
  worker.unref()
  const finished = new Promise<Bundled>((done, failed) => {
    worker.once('message', done)
    worker.once('error', failed)
  })
  finished.catch(() => undefined) // reported below, after the deck's own mistakes
  return {
    finish() {
      worker.ref()
      return finished
    },
    async close() {
      worker.ref()
      await finished.catch(() => undefined) // a bundler that is ended in its work prints a panic of its own
      await worker.terminate()
    },
  }
}

/** What is written beside a kept shell; it holds as long as every file that it was made from is the same. */
interface Kept {
  readonly folder: string // its name
  readonly warnings: readonly string[]
  readonly stamps: Readonly<Record<string, string>>
}

interface Store {
  readonly folder: string
  readonly name: string
}

/** The command line's own bundle: its name stands for the state of the engine's sources; that of others is good for their process. */
const engineState = isThreaded ? basename(dirname(fileURLToPath(import.meta.url))) : `process-${process.pid}`

const day = 24 * 60 * 60 * 1000

/**
 * Where the shell of a project is kept: nowhere for a deck with style sheets of its own, which may import anything, nor
 * without a folder to keep it in.
 */
function storeOf(project: Project, cache: string | undefined): Store | undefined {
  const { engine } = project
  const hasOwnStyle = themeSheets(project).length > themeSheets({ ...project, root: engine }).length
  if (cache === undefined || hasOwnStyle) return undefined
  const parts = [engineState, engine, themeSheet(project), process.env.NODE_ENV]
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
  return { folder: cache, name: `shell-${hash}` }
}

function findKept({ folder, name }: Store): Shell | undefined {
  try {
    const kept: Kept = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
    if (Object.entries(kept.stamps).some(([path, stamp]) => stampOf(path) !== stamp)) return undefined
    const now = new Date()
    utimesSync(join(folder, kept.folder), now, now) // in use: not to be dropped
    return { folder: join(folder, kept.folder), warnings: kept.warnings }
  } catch {
    return undefined // none yet, or half of one
  }
}

/** Keeps a shell, unless a file that it was made from changed meanwhile; drops what nobody used for a day. */
function keep(made: string, { folder, name }: Store, given: Bundled & { project: Project; since: number }): void {
  const { files, warnings, project, since } = given
  const packages = createRequire(join(project.engine, 'package.json'))
  const bundled = files.map((file) => file.replace(/\?.*$/, ''))
  const sources = new Set([...bundled, ...themeSheets(project), packages.resolve('vite/package.json')])
  const present = [...sources].filter((path) => existsSync(path)) // else virtual
  if (present.some((path) => statSync(path).mtimeMs >= since)) return
  const kept: Kept = {
    folder: basename(made),
    warnings,
    stamps: Object.fromEntries(present.map((path) => [path, stampOf(path)])),
  }
  const writing = join(folder, `${name}.${process.pid}`)
  writeFileSync(writing, JSON.stringify(kept))
  renameSync(writing, join(folder, `${name}.json`))
  for (const old of readdirSync(folder).filter((entry) => entry.startsWith('shell-')))
    if ((statSync(join(folder, old), { throwIfNoEntry: false })?.mtimeMs ?? since) < since - day)
      rmSync(join(folder, old), { recursive: true, force: true })
}

function tempFolder({ folder, name }: Store): string | undefined {
  try {
    mkdirSync(folder, { recursive: true })
    return mkdtempSync(join(folder, `${name}-`))
  } catch {
    return undefined // the engine may stand where nothing can be written
  }
}

/** Finds the shell of an earlier build in `cache`, or starts to bundle one: where it can be kept, else into `out`. */
export function startShell(project: Project, out: string, cache?: string): ShellRequest {
  const store = storeOf(project, cache)
  const kept = store && findKept(store)
  if (kept) return { ready: () => Promise.resolve(kept), close: () => Promise.resolve() }
  const since = Date.now()
  const folder = store && tempFolder(store)
  const bundler = startBundler({ project, out: folder ?? out })
  let isMade = false
  const ready = async (): Promise<Shell> => {
    const bundled = await bundler.finish()
    if (store && folder !== undefined && !isMade) keep(folder, store, { ...bundled, project, since })
    isMade = true
    return { folder: folder ?? out, warnings: bundled.warnings }
  }
  return {
    ready,
    /** What a deck with mistakes did not need is kept for the next build. */
    async close() {
      if (!isMade && isThreaded) await ready().catch(() => undefined)
      await bundler.close()
      if (folder !== undefined && !isMade) rmSync(folder, { recursive: true, force: true })
    },
  }
}
