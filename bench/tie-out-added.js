// What the tie-out adds to a build: whole builds with and without it by turns, each in a process of its own.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleInto } from '../bin/bundle.js'
import { loadCommandLine } from '../bin/load-bundle.js'
import { engine, median } from './process.js'

const begin = 'const context = ruleContext(deck, options)'
const nothing = "return tieOutOf([], { figures: [], counts: { tied: 0, 'source-only': 0, untied: 0 } })"

/**
 * A command line whose tie-out looks at nothing.
 * @type {import('rolldown').Plugin}
 */
const withoutTieOut = {
  name: 'without-tie-out',
  transform: {
    filter: { id: /[\\/]tieout[\\/]tie-out\.ts$/ },
    handler(code) {
      if (!code.includes(begin)) throw new Error(`no "${begin}" in src/tieout/tie-out.ts`)
      return code.replace(begin, `${nothing}\n  ${begin}`)
    },
  },
}

/**
 * Builds a deck by the command line of a folder, as bin/quarterdeck.js does.
 * @param {string} folder
 * @param {string} root
 */
async function buildHere(folder, root) {
  const { run } = loadCommandLine(folder, join(folder, 'code'), 'build')
  /** @type {import('../src/cli/command.ts').World} */
  const world = {
    engine,
    cache: folder,
    cwd: root,
    env: process.env,
    print: () => undefined,
    printError: (text) => console.error(text),
    colors: false,
    interactive: false,
    packEngine: () => '',
  }
  process.exitCode = await run(['build', '--root', root, '--out', join(folder, 'dist')], world)
}

/**
 * Milliseconds of a build in a new process.
 * @param {string} folder
 * @param {string} root
 */
function timeBuild(folder, root) {
  const start = performance.now()
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), folder, root])
  if (child.status !== 0) throw new Error(child.stderr.toString())
  return performance.now() - start
}

/**
 * By how much the median of so many builds is longer than that of as many without the tie-out.
 * @param {string} root
 * @param {number} times
 */
export async function timeAddedByTieOut(root, times) {
  const packages = join(engine, 'node_modules', '.quarterdeck')
  mkdirSync(packages, { recursive: true })
  const folders = [mkdtempSync(join(packages, 'bench-')), mkdtempSync(join(packages, 'bench-'))]
  const [whole = '', bare = ''] = folders
  await bundleInto(engine, whole)
  await bundleInto(engine, bare, { plugins: [withoutTieOut] })
  for (const folder of [whole, bare, whole, bare]) timeBuild(folder, root) // keeps their shells and their code
  const pairs = Array.from({ length: times }, () => [timeBuild(whole, root), timeBuild(bare, root)])
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  const medianOf = (/** @type {0 | 1} */ which) => median(pairs.map((pair) => pair[which] ?? Number.NaN))
  return medianOf(0) - medianOf(1)
}

const [, own, folder, root] = process.argv
if (own === fileURLToPath(import.meta.url) && folder && root) await buildHere(folder, root)
