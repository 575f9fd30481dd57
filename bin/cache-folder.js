import { createHash } from 'node:crypto'
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, sep } from 'node:path'

const name = 'quarterdeck'

/**
 * The outermost node_modules that the engine stands in, which is that of the project; a clone's own.
 * @param {string} engine
 */
function packagesFolder(engine) {
  const parts = engine.split(sep)
  const at = parts.indexOf('node_modules')
  return at < 0 ? join(engine, 'node_modules') : parts.slice(0, at + 1).join(sep)
}

/**
 * Makes a folder and says whether it can be written to.
 * @param {string} folder
 * @param {number} [mode]
 */
function isWritable(folder, mode) {
  try {
    mkdirSync(folder, { recursive: true, mode })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** @param {NodeJS.ProcessEnv} env */
function userFolder(env) {
  if (env.XDG_CACHE_HOME) return env.XDG_CACHE_HOME
  try {
    return join(homedir(), '.cache')
  } catch {
    return undefined // a user without a name, as in some containers
  }
}

/**
 * Where this engine keeps what it makes for itself: in the project's node_modules, else where the user keeps such
 * things, else in a folder for this run: one of a known name could be another user's.
 * @param {string} engine
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheFolder(engine, env) {
  const shared = join(packagesFolder(engine), '.cache', name)
  if (isWritable(shared)) return shared
  const user = userFolder(env)
  const own = user && join(user, name, createHash('sha256').update(engine).digest('hex').slice(0, 8))
  if (own && isWritable(own, 0o700)) return own
  const passing = mkdtempSync(join(tmpdir(), `${name}-`))
  process.once('exit', () => rmSync(passing, { recursive: true, force: true }))
  return passing
}
