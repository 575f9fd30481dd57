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
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Bundled, isThreaded, startBundler } from './bundler.ts'
import type { Project } from './project.ts'
import { themeSheet, themeSheets } from './theme.ts'

/** What no slide changes: browser modules, styles, fonts, licences, and the document that is to be filled. */
export interface Shell {
  readonly folder: string
  readonly warnings: readonly string[] // the bundler's
}

/** A shell on its way. */
export interface Shelling {
  ready(): Promise<Shell>
  close(): Promise<unknown>
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

/** The command line's own bundle: its name tells the state of the engine's sources. */
const engineState = basename(dirname(fileURLToPath(import.meta.url)))

const day = 24 * 60 * 60 * 1000

/**
 * Whether a sheet imports nothing but sheets that are known, so that all of them can be watched. The bundler tells which
 * pictures and fonts it took; of an address that begins with "/" it asks public/ whether it is there.
 */
function isWatched(path: string, known: ReadonlySet<string>): boolean {
  const text = readFileSync(path, 'utf8')
  const imported = [...text.matchAll(/@import\s+(?:url\()?\s*["']?([^"')\s;]+)/g)]
  const found = imported.every(([, name = '']) => known.has(resolve(dirname(path), name)))
  return found && !/\(\s*["']?\//.test(text)
}

/** Where the shell of a project is kept; undefined where what it is made from cannot all be known. */
function storeOf(project: Project): Store | undefined {
  const { root, engine } = project
  const sheets = themeSheets(project)
  const own = root === engine ? [] : sheets.filter((path) => path.startsWith(root))
  const known = new Set(sheets.map((path) => resolve(path)))
  if (!isThreaded || own.some((path) => !isWatched(path, known))) return undefined
  const parts = [engineState, engine, themeSheet(project), process.env.NODE_ENV]
  const hash = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)
  return { folder: join(engine, 'node_modules', '.cache', 'quarterdeck'), name: `shell-${hash}` }
}

function stampOf(path: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  return stats ? `${stats.mtimeMs}:${stats.size}` : 'none'
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

/** Finds the shell of an earlier build, or starts to bundle one: where it can be kept, else into `out`. */
export function startShell(project: Project, out: string): Shelling {
  const store = storeOf(project)
  const kept = store && findKept(store)
  if (kept) return { ready: () => Promise.resolve(kept), close: () => Promise.resolve() }
  const since = Date.now()
  const folder = store && tempFolder(store)
  const bundler = startBundler({ project, out: folder ?? out })
  let isMade = false
  return {
    async ready() {
      const bundled = await bundler.finish()
      isMade = true
      if (store && folder !== undefined) keep(folder, store, { ...bundled, project, since })
      return { folder: folder ?? out, warnings: bundled.warnings }
    },
    async close() {
      await bundler.close()
      if (folder !== undefined && !isMade) rmSync(folder, { recursive: true, force: true })
    },
  }
}
