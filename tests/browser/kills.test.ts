import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markerName } from '../../src/build/output.ts'
import { tries } from '../long.ts'
import { seededRandom } from '../mutation/random.ts'
import { quarterdeck, runCommand, writeNewDeck } from './command-line.ts'

let root: string
let slide: string
let buildTime: number // ms, of one that nobody kills
const dist = (): string => join(root, 'dist')
const versions = ['First', 'Second'] as const
type Version = (typeof versions)[number]
const expected = new Map<Version, ReadonlyMap<string, string>>()

function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort()
  return new Map(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]))
}

const write = (version: Version): void =>
  writeFileSync(join(root, 'slides/010-cover.md'), slide.replace(/^title: .*$/m, `title: ${version} edition`))

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'quarterdeck-killed-'))
  writeNewDeck(root)
  slide = readFileSync(join(root, 'slides/010-cover.md'), 'utf8')
  for (const version of versions) {
    write(version)
    const start = performance.now()
    expect(await quarterdeck('build', '--root', root)).toMatchObject({ code: 0 })
    buildTime = performance.now() - start
    expected.set(version, filesIn(dist()))
  }
  expect(expected.get('First')).not.toEqual(expected.get('Second'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** When a build is killed: after a time, or with the n-th change of its output. */
type Moment = { readonly milliseconds: number } | { readonly changes: number }

function killBuild(moment: Moment): Promise<void> {
  const child = spawn(process.execPath, [...runCommand, 'build', '--root', root], {
    stdio: 'ignore',
  })
  const kill = (): void => void child.kill('SIGKILL')
  let changes = 0
  const watcher = watch(dist(), () => 'changes' in moment && ++changes >= moment.changes && kill())
  const timer = 'milliseconds' in moment ? setTimeout(kill, moment.milliseconds) : undefined
  return new Promise((ended) =>
    child.once('close', () => {
      watcher.close()
      clearTimeout(timer)
      ended()
    }),
  )
}

test('a build that is killed at any moment leaves the old output or the new one, and the next removes what it left', async () => {
  const random = seededRandom(7)
  for (let round = 0; round < tries(10, 100); round++) {
    write(versions[round % 2 === 0 ? 0 : 1])
    const changes = 1 + Math.floor(random() * 6)
    await killBuild(round % 4 < 2 ? { changes } : { milliseconds: random() * 1.2 * buildTime })
    const files = filesIn(dist())
    const page = files.get('index.html')
    const shown = versions.find((version) => expected.get(version)?.get('index.html') === page)
    expect(shown, 'the page is one of the two').toBeDefined()
    for (const [name, content] of expected.get(shown ?? 'First') ?? [])
      if (name !== markerName) expect(files.get(name), name).toBe(content)
  }
  write('Second')
  expect(await quarterdeck('build', '--root', root)).toMatchObject({ code: 0 })
  expect(filesIn(dist())).toEqual(expected.get('Second'))
  expect(readdirSync(root).filter((name) => name.startsWith('.dist'))).toEqual([])
}, 1_800_000)
