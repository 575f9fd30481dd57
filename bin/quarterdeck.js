#!/usr/bin/env node
// Node before 22.18 cannot run TypeScript: the sources are bundled once into a cache that is keyed by their state.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import module from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import pc from 'picocolors'

// A build is over before most optimised code has paid for its making; a server runs long enough.
if (process.argv[2] !== 'start') setFlagsFromString('--interrupt-budget=1500000')

const engine = dirname(dirname(fileURLToPath(import.meta.url)))
const source = join(engine, 'src')
const cache = join(engine, 'node_modules', '.cache', 'quarterdeck')

/** A hash over name, time and size of every source that the command line is made of. */
function stateOfSources() {
  const hash = createHash('sha256')
    .update(readFileSync(join(engine, 'package.json')))
    .update(process.version)
  const files = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  for (const file of files) {
    const { mtimeMs, size } = statSync(file)
    hash.update(`${file}\0${mtimeMs}\0${size}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}

async function bundle(folder) {
  const { build } = await import('rolldown')
  const making = `${folder}.${process.pid}`
  await build({
    input: {
      main: join(source, 'cli', 'main.ts'),
      'bundle-worker': join(source, 'build', 'bundle-worker.ts'),
      'draw-worker': join(source, 'build', 'draw-worker.ts'),
    },
    cwd: engine,
    platform: 'node',
    external: [/^node:/, /^(vite|rolldown|@napi-rs\/canvas|@fontsource-variable)(\/|$)/],
    resolve: { alias: { yaml: join(engine, 'node_modules', 'yaml', 'browser', 'index.js') } }, // Node's reads the environment at every token
    logLevel: 'warn',
    output: { dir: making, format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
  })
  const yesterday = Date.now() - 24 * 60 * 60 * 1000 // a younger one may still be running
  for (const old of readdirSync(cache).filter((name) => name.startsWith('cli-')))
    if (statSync(join(cache, old)).mtimeMs < yesterday) rmSync(join(cache, old), { recursive: true, force: true })
  try {
    renameSync(making, folder)
  } catch {
    rmSync(making, { recursive: true, force: true }) // another process was first
  }
}

module.enableCompileCache?.(join(cache, 'v8')) // from Node 22 on

const folder = join(cache, `cli-${stateOfSources()}`)
if (!existsSync(folder)) {
  mkdirSync(cache, { recursive: true })
  await bundle(folder)
}
const { run } = await import(pathToFileURL(join(folder, 'main.mjs')).href)
process.exitCode = await run(process.argv.slice(2), {
  engine,
  cwd: process.cwd(),
  env: process.env,
  print: (text) => console.log(text),
  printError: (text) => console.error(text),
  colors: pc.isColorSupported,
})
