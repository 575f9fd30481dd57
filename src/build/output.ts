import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { isWithin } from '../project/walk.ts'

/** In a folder that builds fill: which of its files are theirs. Nothing else there is ever changed or removed. */
export const markerName = '.quarterdeck-output.json'

/** What fills a folder: one build, which replaces the one before, or a site, to which decks are added. */
export type OutputKind = 'build' | 'site'

const makers: Readonly<Record<OutputKind, string>> = { build: 'quarterdeck build', site: 'quarterdeck site' }

interface Marker {
  readonly kind: OutputKind
  readonly files: readonly string[]
}

/** What a folder may hold before its first build: a checkout of a branch for hosted pages is empty otherwise. */
const keptNames = new Set(['.git', '.nojekyll', 'CNAME'])

/** A folder that cannot be built into; printed without a stack. */
export class OutputError extends Error {}

const isPlainPath = (path: unknown): path is string =>
  typeof path === 'string' && path !== '' && !path.split('/').some((part) => part === '..' || part === '')

/** What fills a folder, and the files that it put there; undefined for a folder of somebody else. */
function readMarker(folder: string): Marker | undefined {
  try {
    const marker: unknown = JSON.parse(readFileSync(join(folder, markerName), 'utf8'))
    if (typeof marker !== 'object' || marker === null || !('files' in marker)) return undefined
    const { files } = marker
    const kind = 'made by' in marker && marker['made by'] === makers.site ? 'site' : 'build'
    return Array.isArray(files) && files.every(isPlainPath) ? { kind, files } : undefined
  } catch {
    return undefined
  }
}

const listedFiles = (folder: string): readonly string[] => readMarker(folder)?.files ?? []

const markerText = (files: Iterable<string>, kind: OutputKind): string =>
  `${JSON.stringify({ 'made by': makers[kind], files: [...new Set(files)].sort() }, null, 1)}\n`

/** Every file below a folder, by its path in it with "/", sorted. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** Where a path leads, through links in any part of it, also when nothing is there yet. */
export function realTarget(path: string): string {
  const stats = lstatSync(path, { throwIfNoEntry: false })
  if (stats?.isSymbolicLink()) return realTarget(resolve(dirname(path), readlinkSync(path)))
  const parent = dirname(path)
  return parent === path ? path : join(realTarget(parent), basename(path))
}

/** Why nothing may be built into a folder, or undefined: it holds what no build made. */
export function outputFault(out: string, kind: OutputKind = 'build'): string | undefined {
  const stats = statSync(out, { throwIfNoEntry: false })
  if (!stats) return undefined
  if (!stats.isDirectory()) return 'there is a file of that name'
  const marker = readMarker(out)
  if (marker?.kind === kind) return undefined
  if (marker) return marker.kind === 'site' ? 'it is a site of published decks' : 'it holds a build, and no site'
  const foreign = readdirSync(out).filter((name) => !keptNames.has(name) && !isStage(name, realTarget(out)))
  if (foreign.length === 0) return undefined
  const [first = ''] = foreign.sort()
  const rest = foreign.length === 1 ? '' : ` and ${foreign.length - 1} more`
  return `it holds what no build put there (${first}${rest}); take an empty folder, or remove it yourself`
}

const stageName = (out: string, end: string): string => `.${basename(out)}-${end}`
const isStage = (name: string, out: string): boolean =>
  name.startsWith(stageName(out, '')) && /^(\d+|lock)$/.test(name.slice(stageName(out, '').length))

function isAlive(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes what killed builds left. */
function removeStages(folder: string, out: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).filter((entry) => isStage(entry, out))) {
    const owner = Number(name.slice(stageName(out, '').length)) // not a number: the lock, which is looked after where it is taken
    if (owner > 0 && !isAlive(owner)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** A folder beside `out`, or in it where `out` is a disk of its own: what is made there is then moved, not copied. */
function makeStage(out: string): string {
  const parent = dirname(out)
  mkdirSync(parent, { recursive: true })
  const isDisk = existsSync(out) && statSync(out).dev !== statSync(parent).dev
  removeStages(parent, out)
  removeStages(out, out)
  const stage = join(isDisk ? out : parent, stageName(out, String(process.pid)))
  rmSync(stage, { recursive: true, force: true })
  try {
    mkdirSync(join(stage, 'deck'), { recursive: true })
    writeFileSync(join(stage, '.gitignore'), '*\n') // should the build be killed
  } catch (error) {
    rmSync(stage, { recursive: true, force: true }) // on a full disk a folder may come and no file
    throw error
  }
  return stage
}

const sleep = (milliseconds: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)

/** Runs while no other build changes the same folder; one that was killed holds nobody up. */
function alone(out: string, stage: string, run: () => void): void {
  const lock = join(dirname(stage), `.${basename(out)}-lock`)
  for (let tries = 0; ; tries++) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
      const holder = Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' }))
      if (tries > 1000) throw new OutputError(`another build (process ${holder}) is writing ${basename(out)}/`)
      if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true })
      else sleep(10)
    }
  }
  try {
    run()
  } finally {
    rmSync(lock, { force: true })
  }
}

const isSame = (a: string, b: string): boolean => existsSync(b) && readFileSync(a).equals(readFileSync(b))

/** The folders that hold a file, the nearest first. */
const ancestors = (file: string): string[] => {
  const folder = dirname(file)
  return folder === '.' ? [] : [folder, ...ancestors(folder)]
}

/** What stands where a file of the new build goes and is nobody's to replace. */
function foreignFile(made: string, out: string, { next, ours }: Files): string | undefined {
  return next.find((file) => {
    const target = join(out, file)
    const folder = dirname(target)
    const blocking = ancestors(file).find(
      (above) => existsSync(join(out, above)) && !statSync(join(out, above)).isDirectory(),
    )
    if (blocking !== undefined) return !ours.has(blocking)
    if (existsSync(folder) && !isWithin(folder, out)) return true // a link out of the folder
    if (!lstatSync(target, { throwIfNoEntry: false }) || ours.has(file)) return false
    return statSync(target).isDirectory()
      ? filesOf(target).some((below) => !ours.has(`${file}/${below}`))
      : !isSame(join(made, file), target)
  })
}

interface Files {
  readonly next: readonly string[] // of the new build
  readonly ours: ReadonlySet<string> // of earlier ones
}

/** Removes a file and the folders that it leaves empty; nothing where a link in its path leads out of the folder. */
function removeFile(out: string, file: string): void {
  if (!isWithin(join(out, dirname(file)), out)) return
  rmSync(join(out, file), { force: true })
  try {
    for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) rmdirSync(join(out, folder))
  } catch {
    // something else is in it, or it is gone
  }
}

/** What only older builds had: first what stands where the new one has a folder or a file of that name. */
function outdatedFiles({ next, ours }: Files): {
  readonly inTheWay: readonly string[]
  readonly others: readonly string[]
} {
  const names = new Set(next)
  const folders = new Set(next.flatMap(ancestors))
  const outdated = [...ours].filter((file) => !names.has(file))
  const isInTheWay = (file: string): boolean => folders.has(file) || ancestors(file).some((above) => names.has(above))
  return { inTheWay: outdated.filter(isInTheWay), others: outdated.filter((file) => !isInTheWay(file)) }
}

/** The document comes last: until then the old one stands, with all that it refers to. */
const lastFile = 'index.html'

/** Files that are placed together, and which of the files of earlier steps go then: all that are not among them when absent. */
export interface Step {
  readonly made: string // folder
  readonly removes?: (file: string) => boolean
}

/** Throws before anything is placed where a file would take the place of somebody else's. */
function refuseForeign({ made }: Step, out: string): void {
  const foreign = foreignFile(made, out, { next: filesOf(made), ours: new Set(listedFiles(out)) })
  if (foreign !== undefined)
    throw new OutputError(
      `invalid ${join(basename(out), foreign)}: no build put it there; remove it, or take another folder`,
    )
}

/**
 * Moves a finished build into its folder, file by file. What is named by its content comes first, the document last, and
 * what only older builds had goes after it; so the folder is whole whenever the process is killed.
 */
function placeFiles({ made, removes = () => true }: Step, out: string, kind: OutputKind): void {
  const next = filesOf(made)
  const ours = new Set(listedFiles(out))
  const writeMarker = (listed: Iterable<string>): void => {
    writeFileSync(join(made, markerName), markerText(listed, kind))
    renameSync(join(made, markerName), join(out, markerName))
  }
  writeMarker([...ours, ...next])
  const { inTheWay, others } = outdatedFiles({ next, ours: new Set([...ours].filter(removes)) })
  for (const file of inTheWay) removeFile(out, file)
  const isNew = (file: string): boolean => !existsSync(join(out, file))
  const order = [...next.filter(isNew), ...next.filter((file) => !isNew(file))]
  for (const file of [...order.filter((each) => each !== lastFile), ...order.filter((each) => each === lastFile)]) {
    if (isSame(join(made, file), join(out, file))) continue
    mkdirSync(join(out, dirname(file)), { recursive: true })
    renameSync(join(made, file), join(out, file))
  }
  for (const file of others) removeFile(out, file)
  const gone = new Set([...inTheWay, ...others])
  writeMarker([...next, ...[...ours].filter((file) => !gone.has(file) && !next.includes(file))])
}

/** A build on its way into a folder. */
export interface Output {
  /** Where it is made; nothing of `out` is touched before `place`. */
  readonly made: string
  place(): void
  /** Asks for steps when nobody else changes the folder, and places one after the other; each folder is within `made`. */
  placeSteps(steps: () => readonly Step[]): void
  /** Removes what is left; safe to call twice. */
  discard(): void
}

/** Opens a folder for a build. Throws an `OutputError` where `outputFault` finds one. */
export function openOutput(path: string, kind: OutputKind = 'build'): Output {
  const out = realTarget(path)
  const fault = outputFault(out, kind)
  if (fault !== undefined) throw new OutputError(`invalid folder ${path}: ${fault}`)
  const stage = makeStage(out)
  const made = join(stage, 'deck')
  const placeSteps = (steps: () => readonly Step[]): void => {
    mkdirSync(out, { recursive: true })
    alone(out, stage, () => {
      const all = steps()
      for (const step of all) refuseForeign(step, out)
      for (const step of all) placeFiles(step, out, kind)
    })
  }
  return {
    made,
    place: () => placeSteps(() => [{ made }]),
    placeSteps,
    discard: () => rmSync(stage, { recursive: true, force: true }),
  }
}
