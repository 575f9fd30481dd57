// Runs the bundle of the command line. V8 translates a function when it is first called, which is a sixth of a short
// run: what it made of them is kept by an earlier run of the same command, as Node does itself from 22 on for whole modules.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'

/** @typedef {{exports: any, script: Script, isNew: boolean}} Loaded */

/**
 * The code that is kept of each file; a file of another V8, or half of one, holds none that V8 would take.
 * @param {string | undefined} file
 * @returns {ReadonlyMap<string, Buffer>}
 */
function readKept(file) {
  /** @type {Map<string, Buffer>} */
  const kept = new Map()
  if (file === undefined) return kept
  try {
    const bytes = readFileSync(file)
    let at = 4 + bytes.readUInt32LE(0)
    for (const [name, size] of JSON.parse(bytes.toString('utf8', 4, at))) {
      kept.set(name, bytes.subarray(at, at + size))
      at += size
    }
  } catch {
    kept.clear() // nothing kept yet
  }
  return kept
}

/**
 * Writes the code of the files at once, and removes what other states of the engine left beside its folder.
 * @param {string} file
 * @param {ReadonlyMap<string, Loaded>} loaded
 */
function writeKept(file, loaded) {
  const parts = [...loaded].map(([name, { script }]) => /** @type {const} */ ([name, script.createCachedData()]))
  const names = Buffer.from(JSON.stringify(parts.map(([name, { length }]) => [name, length])))
  const head = Buffer.alloc(4)
  head.writeUInt32LE(names.length)
  const folder = dirname(file)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, Buffer.concat([head, names, ...parts.map(([, code]) => code)]))
    renameSync(`${file}.${process.pid}`, file)
    for (const old of readdirSync(dirname(folder)).filter(
      (name) => name.startsWith('code-') && name !== basename(folder),
    ))
      rmSync(join(dirname(folder), old), { recursive: true, force: true })
  } catch {
    // nowhere to keep it: the next run translates again
  }
}

/** Code that was kept does not know any more where it came from, and so may not import. @param {string} specifier */
const importModule = (specifier) => import(specifier)

/**
 * Loads an entry of a bundle of CommonJS files that stand in one folder. `keep` keeps what has been translated by then,
 * unless all of it came from what was kept.
 * @param {string} folder
 * @param {string} entry its file's name
 * @param {string} [kept] the file that translated code is kept in; nothing is kept without
 */
function loadBundle(folder, entry, kept) {
  const codes = readKept(kept)
  /** @type {Map<string, Loaded>} */
  const loaded = new Map()
  const requireOther = createRequire(join(folder, entry))
  /** @param {string} name */
  const load = (name) => {
    const known = loaded.get(name)
    if (known) return known.exports
    const filename = join(folder, name)
    const cachedData = codes.get(name)
    const script = new Script(
      `(function (exports, require, module, __filename, importModule) {${readFileSync(filename, 'utf8')}\n})`,
      {
        filename,
        ...(cachedData && { cachedData }),
      },
    )
    const module = { exports: {}, script, isNew: !cachedData || script.cachedDataRejected === true }
    loaded.set(name, module)
    script.runInThisContext()(module.exports, requireAny, module, filename, importModule)
    return module.exports
  }
  /** @param {string} id */
  const requireAny = (id) => (id.startsWith('./') ? load(id.slice(2)) : requireOther(id))
  const keep = () => {
    if (kept !== undefined && [...loaded.values()].some(({ isNew }) => isNew)) writeKept(kept, loaded)
  }
  return { exports: load(entry), keep }
}

const thread = 'quarterdeck-code'

/**
 * Loads the command line. What this run translated is kept when it ends well, or when a server is stopped.
 * @param {string} folder
 * @param {string} codes a folder for translated code, of this state of the engine
 * @param {string} command
 * @returns {any}
 */
export function loadCommandLine(folder, codes, command) {
  // A build is over before most optimised code has paid for its making, and so is what a server does before its first page and
  // after a save. Later Nodes have no such flag.
  if (Number(process.versions.node.split('.')[0]) < 22) setFlagsFromString('--interrupt-budget=1500000')
  // The words of a language are long expressions that search the whole text of a deck: translating them first for V8's interpreter is in vain.
  setFlagsFromString('--no-regexp-tier-up')
  const place = join(codes, /^[a-z]+$/.test(command) ? command : 'other')
  const entry = readdirSync(folder).find((name) => /^main-.*\.cjs$/.test(name)) ?? 'main.cjs'
  setEnvironmentData(thread, place)
  const { exports, keep } = loadBundle(folder, entry, `${place}.bin`)
  process.once('exit', (code) => (code === 0 || code > 128) && keep())
  return exports
}

/**
 * Loads what a thread runs; it says by its promise `warm` when it has done once what it is for.
 * @param {string} folder
 * @param {string} entry
 */
export function startThread(folder, entry) {
  const place = getEnvironmentData(thread)
  const kept = typeof place === 'string' ? `${place}-${entry.replace(/-[^-]*$/, '')}.bin` : undefined
  const { exports, keep } = loadBundle(folder, entry, kept)
  exports.warm?.then(keep) // a thread that fails says so to the one that started it
}
