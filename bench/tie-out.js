// The time of the tie-out in a new process, right after the compilation; all its code runs for the first time.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundleApi } from '../bin/bundle.js'
import { engine, isOnce, median } from './process.js'

/**
 * Files below a folder of a deck, by their path from its root.
 * @param {string} root
 * @param {string} folder
 * @param {RegExp} names
 */
const filesIn = (root, folder, names) =>
  !existsSync(join(root, folder))
    ? []
    : readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && names.test(entry.name))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)))

/**
 * Milliseconds of the tie-out of one edition of a deck.
 * @param {string} root
 * @param {string} library
 */
async function timeHere(root, library) {
  const { compile, tieOut } = await import(pathToFileURL(library).href)
  const texts = [...['slides', 'data'].map((folder) => [root, folder]), [engine, 'templates']]
  const files = texts.flatMap(([from = '', folder = '']) =>
    filesIn(from, folder, /\.(?:md|yaml|csv|hbs)$/).map((path) => ({
      kind: 'text',
      path,
      text: readFileSync(join(from, path), 'utf8'),
    })),
  )
  const pictures = new Set(filesIn(root, 'public', /./).map((path) => relative('public', path)))
  const { deck, evidence, diagnostics } = compile(files, { edition: 'public', pictures, fonts: { has: () => true } })
  if (!deck || !evidence) throw new Error(diagnostics[0]?.message)
  const start = performance.now()
  tieOut({ deck, evidence })
  return performance.now() - start
}

/**
 * Median of so many new processes for each of some decks.
 * @param {readonly string[]} roots
 * @param {number} times
 */
export async function tieOutTimes(roots, times) {
  const packages = join(engine, 'node_modules', '.quarterdeck')
  mkdirSync(packages, { recursive: true })
  const folder = mkdtempSync(join(packages, 'bench-'))
  await bundleApi(engine, folder)
  const found = roots.map((root) =>
    median(
      Array.from({ length: isOnce ? 1 : times }, () => {
        const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), root, join(folder, 'index.mjs')])
        if (child.status !== 0) throw new Error(child.stderr.toString())
        return Number(child.stdout.toString())
      }),
    ),
  )
  rmSync(folder, { recursive: true, force: true })
  return found
}

const [, own, root, library] = process.argv
if (own === fileURLToPath(import.meta.url) && root && library) console.log(await timeHere(root, library))
