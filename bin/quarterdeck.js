#!/usr/bin/env node
// Node before 22.18 cannot run TypeScript: the sources are bundled once into a cache that is keyed by their state.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import pc from 'picocolors'
import { cacheFolder } from './cache-folder.js'

// A build is over before most optimised code has paid for its making; a server runs long enough. Later Nodes have no such flag.
if (process.argv[2] !== 'start' && Number(process.versions.node.split('.')[0]) < 22)
  setFlagsFromString('--interrupt-budget=1500000')

const engine = dirname(dirname(fileURLToPath(import.meta.url)))
const cache = cacheFolder(engine, process.env)

/** A hash over place, name, time and size of every source that the command line is made of. */
function stateOfSources() {
  const hash = createHash('sha256')
    .update(readFileSync(join(engine, 'package.json')))
    .update(process.version)
  const files = [join(engine, 'src'), join(engine, 'bin')]
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.[jt]s$/.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of files) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${file}\0${mtimeMs}\0${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

if ('enableCompileCache' in module && typeof module.enableCompileCache === 'function')
  module.enableCompileCache(join(cache, 'v8')) // from Node 22 on

const prebuilt = join(engine, 'bin', 'prebuilt')
/** A clone may hold what it packed last; its sources are newer. */
const isPackaged = existsSync(join(prebuilt, 'main.mjs')) && !existsSync(join(engine, 'src', 'cli'))
const folder = isPackaged ? prebuilt : join(cache, `cli-${stateOfSources()}`)
if (!existsSync(folder)) {
  const { bundle } = await import('./bundle.js')
  if (process.stderr.isTTY) process.stderr.write('preparing the engine, once after each update …')
  await bundle(engine, folder)
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
}
const { run } = await import(pathToFileURL(join(folder, 'main.mjs')).href)
// A reader that has enough, as `… | head` does, ends the command without a word.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(141)
    throw error
  })
/**
 * Packs this engine into a folder. An installed one has been built; a clone builds what it packs.
 * @param {string} into
 */
function packEngine(into) {
  const args = ['pack', '--silent', '--pack-destination', into, ...(isPackaged ? ['--ignore-scripts'] : [])]
  const printed = execFileSync('npm', args, { cwd: engine, encoding: 'utf8', shell: process.platform === 'win32' })
  return printed.trim().split(/\r?\n/).at(-1) ?? ''
}

/**
 * What takes a while is said on a terminal, in a line that goes again.
 * @param {string} step
 */
function progress(step) {
  process.stderr.write(step === '' ? '\r\x1b[K' : `\r\x1b[K${step} …`)
}

/** @type {import('../src/cli/command.ts').World} */
const world = {
  engine,
  cache,
  cwd: process.cwd(),
  env: process.env,
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
  colors: pc.isColorSupported,
  interactive: process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env.CI,
  packEngine,
  ...(process.stderr.isTTY ? { progress } : {}),
}
process.exitCode = await run(process.argv.slice(2), world)
