import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { engine } from '../browser/command-line.ts'

const { cacheFolder }: { cacheFolder: (engine: string, env: NodeJS.ProcessEnv) => string } = await import(
  pathToFileURL(join(engine, 'bin/cache-folder.js')).href
)

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-cache-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** An engine whose packages nobody can add to, whoever asks: a file stands where its folder would. */
function sealedEngine(name: string): string {
  mkdirSync(join(base, name), { recursive: true })
  writeFileSync(join(base, name, 'node_modules'), '')
  return join(base, name)
}

test('what the engine makes for itself stands in the packages of the project', () => {
  const project = join(base, 'project')
  const own = cacheFolder(join(project, 'node_modules', 'quarterdeck'), {})
  expect(own).toBe(join(project, 'node_modules', '.cache', 'quarterdeck'))
})

test('where these cannot be written to it stands where the user keeps such things, apart for each engine', () => {
  const env = { XDG_CACHE_HOME: join(base, 'user') }
  const [one, two] = ['one', 'two'].map((name) => cacheFolder(sealedEngine(name), env))
  expect(one).toContain(join(base, 'user', 'quarterdeck'))
  expect(two).toContain(join(base, 'user', 'quarterdeck'))
  expect(one).not.toBe(two)
})

test('where neither can, each run has a folder of its own', () => {
  const taken = join(base, 'taken')
  writeFileSync(taken, '')
  chmodSync(taken, 0o400)
  const [one, two] = [1, 2].map(() => cacheFolder(sealedEngine('three'), { XDG_CACHE_HOME: taken }))
  for (const folder of [one, two]) expect(folder).toContain(join(tmpdir(), 'quarterdeck-'))
  expect(one).not.toBe(two)
})
