#!/usr/bin/env node
// Walks a browser engine if this machine has it: node tests/engines/run.js firefox|webkit [what vitest takes]
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

/**
 * A program by one of its names, on the search path.
 * @param {...string} names
 */
function findProgram(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(canRun)
}

/** @param {string} file */
function canRun(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** The small browser that comes with WebKitGTK, wherever a distribution puts it. */
function findMiniBrowser() {
  const bases = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/libexec', '/usr/lib']
  const folders = bases.filter(existsSync).flatMap((base) => readdirSync(base).map((name) => join(base, name)))
  return folders
    .filter((folder) => /\/webkit2?gtk-[^/]*$/.test(folder))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find(canRun)
}

/** @type {Readonly<Record<string, () => {binary: string | undefined, wanted: string}>>} */
const engines = {
  firefox: () => ({
    binary: process.env.FIREFOX ?? findProgram('firefox', 'firefox-esr'),
    wanted: 'firefox or firefox-esr, or FIREFOX=path',
  }),
  webkit: () => ({
    binary: findProgram('WebKitWebDriver') && findProgram('Xvfb') && findMiniBrowser(),
    wanted: 'WebKitWebDriver, MiniBrowser and Xvfb (Debian: webkit2gtk-driver, xvfb)',
  }),
}

const [name = '', ...rest] = process.argv.slice(2)
const found = engines[name]?.()
if (!found) {
  console.error(`unknown engine "${name}": ${Object.keys(engines).join(' or ')}`)
  process.exitCode = 2
} else if (found.binary === undefined) {
  console.log(`${name} is skipped: this machine has no ${found.wanted}`)
} else {
  const vitest = resolve(import.meta.dirname, '../../node_modules/vitest/vitest.mjs')
  const config = join(import.meta.dirname, 'vitest.config.ts')
  const env = { ...process.env, QUARTERDECK_ENGINE: name, QUARTERDECK_BINARY: found.binary }
  const { status } = spawnSync(process.execPath, [vitest, 'run', '--config', config, ...rest], { stdio: 'inherit', env })
  process.exitCode = status ?? 1
}
