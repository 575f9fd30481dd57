import { spawn } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'rolldown'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDeck } from '../../src/cli/new.ts'
import { sealedNames } from '../../src/model/hosted/sealed.ts'
import { folderReader } from '../../src/site/check/readers.ts'
import { verifySite } from '../../src/site/check/verify.ts'
import {
  buildTestDeck,
  contentsOf,
  engine,
  publishBuilt,
  removeFolder,
  tempFolder,
  testBase,
  writeFiles,
} from '../../src/site/fixtures.ts'
import { readSite } from '../../src/site/manifest.ts'
import { tries } from '../long.ts'
import { seededRandom } from '../mutation/random.ts'
import { type Placing, place } from './placing.ts'

const base = tempFolder('site-kills')
const script = join(base, 'placing.mjs') // placing.ts for a process of its own
const published = join(base, 'published') // a site with one deck
const embargoed = join(base, 'embargoed') // the same with another deck under embargo
const decks = join(base, 'decks') // finished decks, to be placed
const embargoFolder = '0123456789abcdef0123456789abcdef'

beforeAll(async () => {
  const deck = await buildTestDeck(base, 'fy24', newDeck)
  publishBuilt(deck, { to: published, id: 'first' })
  for (const id of ['second', 'third']) publishBuilt(deck, { to: decks, id, title: `The ${id}` })
  cpSync(published, embargoed, { recursive: true })
  const sealed = ['index.html', ...Object.values(sealedNames)].map((name) => [`e/${embargoFolder}/${name}`, 'sealed'])
  writeFiles(embargoed, Object.fromEntries(sealed))
  await build({
    input: resolve(import.meta.dirname, 'placing.ts'),
    platform: 'node',
    external: (id) => !/^[./]/.test(id),
    logLevel: 'silent',
    output: { file: script, format: 'esm', codeSplitting: false },
  })
}, 120_000)
afterAll(() => removeFolder(base))

const request = (command: Placing['command'], to: string, id = 'second'): Placing => ({
  ...{ command, to, engine, base: testBase },
  deck: join(decks, id),
  record: join(base, 'published.csv'),
})

interface Ended {
  readonly signal: string | null
  readonly code: number | null
  readonly said: string
}

/** Runs in a process of its own, which is killed after so many changes of the disk; 0: not at all. */
function placedApart(placing: Placing, changes: number): Promise<Ended> {
  const child = spawn(process.execPath, [script, JSON.stringify(placing), String(changes)])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
  return new Promise((ended) => child.once('close', (code, signal) => ended({ code, signal, said })))
}

function copied(command: Placing['command'], name: string): string {
  const to = join(base, name)
  cpSync(command === 'release' ? embargoed : published, to, { recursive: true })
  return to
}

/** What a run leaves that nobody kills, and how often it changes the disk. */
async function wholeRun(command: Placing['command']): Promise<{ site: ReadonlyMap<string, string>; changes: number }> {
  const to = copied(command, 'site')
  const { code, said } = await placedApart(request(command, to), 0)
  expect(code, said).toBe(0)
  const site = contentsOf(to)
  rmSync(to, { recursive: true })
  return { site, changes: Number(said) }
}

/** What is below the site's own list of files; that list and its time are no part of what anybody reads. */
const files = (to: string): ReadonlyMap<string, string> =>
  new Map([...contentsOf(to)].filter(([path]) => !path.startsWith('.')))

function expectReleased(to: string): void {
  const own = join(to, 'e', embargoFolder)
  expect(readFileSync(join(own, 'index.html'), 'utf8')).toContain('href="../../second/"')
  expect(existsSync(join(own, sealedNames.blob))).toBe(false)
  expect(readFileSync(join(base, 'published.csv'), 'utf8')).toBe('published')
}

test.each([
  ['publish', tries(3, 30)],
  ['correct', tries(3, 30)],
  ['release', tries(3, 30)],
  ['withdraw', tries(1, 10)],
] as const)(
  '%s that is killed leaves a whole site, at %i moments, which the next run completes to the same',
  async (command, rounds) => {
    const random = seededRandom(11)
    const { site: whole, changes } = await wholeRun(command)
    for (let round = 0; round < rounds; round++) {
      const to = copied(command, 'site')
      const before = files(to)
      const moment = 1 + Math.floor(random() * changes)
      const { signal, said } = await placedApart(request(command, to), moment)
      expect(signal, said).toBe('SIGKILL')
      const { faults, isUnderWay } = await verifySite(folderReader(to))
      expect(faults, `change ${moment} of ${changes}`).toEqual([])
      const isOld = readSite(to).decks.every(({ id, withdrawn }) => id === 'first' && !withdrawn)
      const now = files(to)
      if (isOld && !isUnderWay) for (const [path, text] of before) expect(now.get(path), path).toBe(text)
      place(request(command, to))
      expect(await verifySite(folderReader(to))).toMatchObject({ faults: [], isUnderWay: false })
      expect(files(to)).toEqual(new Map([...whole].filter(([path]) => !path.startsWith('.'))))
      if (command === 'release') expectReleased(to)
      expect(readdirSync(base).filter((entry) => entry.startsWith('.site'))).toEqual([])
      rmSync(to, { recursive: true })
    }
  },
  tries(120_000, 1_200_000),
)

test('two that publish at once are both there', async () => {
  const to = copied('publish', 'raced')
  const ended = await Promise.all(['second', 'third'].map((id) => placedApart(request('publish', to, id), 0)))
  expect(ended).toMatchObject([{ code: 0 }, { code: 0 }])
  expect(
    readSite(to)
      .decks.map(({ id }) => id)
      .sort(),
  ).toEqual(['first', 'second', 'third'])
  expect(await verifySite(folderReader(to))).toMatchObject({ faults: [], isUnderWay: false })
})
