#!/usr/bin/env node
// Node before 22.18 cannot run TypeScript: the sources are bundled once into a cache that is keyed by their state.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import module from 'node:module'
import { basename, dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import pc from 'picocolors'
import { cacheFolder } from './cache-folder.js'
import { loadCommandLine } from './load-bundle.js'

const engine = dirname(dirname(fileURLToPath(import.meta.url)))
const cache = cacheFolder(engine, process.env)

/**
 * A hash over place, name, time and size of the files below some folders of the engine.
 * @param {readonly string[]} folders
 * @param {RegExp} names
 */
function stateOf(folders, names) {
  const hash = createHash('sha256')
    .update(readFileSync(join(engine, 'package.json')))
    .update(process.version)
  const files = folders
    .map((folder) => join(engine, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && names.test(entry.name) && !entry.name.endsWith('.test.ts'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
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
const isPackaged = existsSync(prebuilt) && !existsSync(join(engine, 'src', 'cli'))
const folder = isPackaged ? prebuilt : join(cache, `cli-${stateOf(['src', 'bin'], /\.[jt]s$/)}`)
if (!existsSync(folder)) {
  const { bundle } = await import('./bundle.js')
  if (process.stderr.isTTY) process.stderr.write('preparing the engine, once after each update …')
  await bundle(engine, folder)
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
}
const codes = isPackaged ? join(cache, `code-${stateOf(['bin/prebuilt'], /\.cjs$/)}`) : join(folder, 'code')
const { run } = loadCommandLine(folder, codes, process.argv[2] ?? '')
// A reader that has enough, as `… | head` does, ends the command without a word.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error) => {
    if ('code' in error && error.code === 'EPIPE') process.exit(141)
    throw error
  })
/**
 * Packs this engine into a folder. An installed one has been built; a clone builds what it packs, once after each update.
 * @param {string} into
 */
function packEngine(into) {
  const kept = join(cache, `packed-${stateOf(['src', 'templates', 'schemas', 'docs'], /./)}`)
  if (!existsSync(kept)) {
    const making = mkdtempSync(join(cache, 'packing-'))
    packInto(making)
    for (const old of readdirSync(cache).filter((name) => name.startsWith('packed-') && name !== basename(kept)))
      rmSync(join(cache, old), { recursive: true, force: true })
    try {
      renameSync(making, kept)
    } catch {
      rmSync(making, { recursive: true, force: true }) // another process was first
    }
  }
  const [archive = ''] = readdirSync(kept)
  copyFileSync(join(kept, archive), join(into, archive))
  return archive
}

/** @param {string} into */
function packInto(into) {
  const args = ['pack', '--silent', '--pack-destination', into, ...(isPackaged ? ['--ignore-scripts'] : [])]
  execFileSync('npm', args, {
    cwd: engine,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
}

/**
 * What takes a while is said on a terminal, in a line that goes again.
 * @param {string} step
 */
function progress(step) {
  process.stderr.write(step === '' ? '\r\x1b[K' : `\r\x1b[K${step} …`)
}

/**
 * Asks for a passphrase; what is typed is not shown.
 * @param {string} question
 * @returns {Promise<string>}
 */
function askSecret(question) {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  process.stderr.write(question)
  return new Promise((answered) => {
    lines.once('close', () => process.exit(130)) // Ctrl+C, or the end of the input
    lines.question('', (answer) => {
      lines.removeAllListeners('close').close()
      process.stderr.write('\n')
      answered(answer)
    })
  })
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
  ...(process.stdin.isTTY && process.stderr.isTTY ? { askSecret } : {}),
  ...(process.stderr.isTTY ? { progress } : {}),
}
process.exitCode = await run(process.argv.slice(2), world)
