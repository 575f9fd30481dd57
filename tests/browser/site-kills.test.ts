import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newDeck } from '../../src/cli/new.ts'
import { folderReader } from '../../src/site/check/readers.ts'
import { verifySite } from '../../src/site/check/verify.ts'
import { newPassphrase } from '../../src/site/embargo/secret.ts'
import { contentsOf, writeFiles } from '../../src/site/fixtures.ts'
import { readSite } from '../../src/site/manifest.ts'
import { isLong } from '../long.ts'
import { seededRandom } from '../mutation/random.ts'
import { type Finished, quarterdeck, runCommand } from './command-line.ts'

let base: string
let deck: string
let corrected: string // the same deck with another title
let published: string // a site with one deck
let embargoed: string // the same with another deck under embargo
let releasing: readonly string[]
const commands = {
  publish: ['--id', 'second'],
  correct: ['--correct', 'first'],
  withdraw: ['--withdraw', 'first', '--reason', 'an error'],
} as const
const times = new Map<string, number>() // ms, of a run that nobody kills

const run = (name: string, to: string): Promise<Finished> => {
  const [command, args] = commandOf(name)
  return quarterdeck(command, '--root', rootOf(name), '--to', to, ...args)
}

const rootOf = (name: string): string => (name === 'correct' ? corrected : deck)

const commandOf = (name: string): readonly [command: string, args: readonly string[]] =>
  name === 'release'
    ? ['release', releasing]
    : ['site', Object.entries(commands).find(([one]) => one === name)?.[1] ?? []]

const site = (to: string, ...more: readonly string[]): Promise<Finished> =>
  quarterdeck('site', '--root', deck, '--to', to, ...more)

beforeAll(async () => {
  if (!isLong) return
  base = mkdtempSync(join(tmpdir(), 'quarterdeck-site-killed-'))
  deck = join(base, 'deck')
  published = join(base, 'published')
  corrected = join(base, 'corrected')
  writeFiles(deck, newDeck)
  const settings = newDeck['data/deck.yaml']?.replace('Results for', 'Corrected results for') ?? ''
  writeFiles(corrected, { ...newDeck, 'data/deck.yaml': settings })
  expect(await site(published, '--id', 'first', '--base', 'https://example.com/')).toMatchObject({ code: 0 })
  embargoed = join(base, 'embargoed')
  cpSync(published, embargoed, { recursive: true })
  const passphrase = join(base, 'passphrase.txt')
  writeFileSync(passphrase, newPassphrase(randomBytes))
  const { out, err } = await site(embargoed, '--id', 'second', '--embargo', '--passphrase-file', passphrase)
  const digest = /[0-9a-f]{64}/.exec(out)?.[0] ?? err
  writeFileSync(join(deck, 'data/approvals.yaml'), `- {digest: ${digest}, who: A. Counsel, when: 2025-05-14}\n`)
  releasing = ['--passphrase-file', passphrase, '--approved', digest]
}, 300_000)
afterAll(() => isLong && rmSync(base, { recursive: true, force: true }))

/** Kills a run after a time, or with the n-th change that it makes at the root of the site. */
function kill(name: string, to: string, moment: { readonly ms?: number; readonly changes?: number }): Promise<void> {
  const [command, args] = commandOf(name)
  const line = [...runCommand, command, '--root', rootOf(name), '--to', to, ...args]
  const child = spawn(process.execPath, line, { stdio: 'ignore' })
  let changes = 0
  const watcher = watch(to, () => ++changes === moment.changes && child.kill('SIGKILL'))
  const timer = moment.ms === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), moment.ms)
  return new Promise((ended) =>
    child.once('close', () => {
      watcher.close()
      clearTimeout(timer)
      ended()
    }),
  )
}

/** The deck is at its public address, and the embargoed one leads there. */
function expectReleased(to: string): void {
  expect(
    readSite(to)
      .decks.map(({ id }) => id)
      .filter((id) => id !== 'third'),
  ).toEqual(['first', 'second'])
  const [folder = ''] = readdirSync(join(to, 'e')).filter((name) => name !== 'index.html')
  expect(readFileSync(join(to, 'e', folder, 'index.html'), 'utf8')).toContain('href="../../second/"')
  expect(readFileSync(join(deck, 'data/published.csv'), 'utf8')).toContain('revenue.services@FY24')
}

/** Which command each of five rounds kills: a whole command at any time, where tests/kills tries each step of the writing. */
const rounds = ['publish', 'correct', 'release', 'withdraw', 'release'] as const

const sealedFile = (to: string): boolean =>
  readdirSync(join(to, 'e')).some((name) => existsSync(join(to, 'e', name, 'content.bin')))

test.skipIf(!isLong)(
  'publish, correct, withdraw and release that are killed leave a whole site, which the next run completes',
  async () => {
    const random = seededRandom(11)
    for (let round = 0; round < 100; round++) {
      const name = rounds[round % 5] ?? 'publish'
      const to = join(base, `site-${round}`)
      cpSync(name === 'release' ? embargoed : published, to, { recursive: true })
      const untouched = contentsOf(to)
      const ms = random() * 1.1 * (times.get(name) ?? 3000)
      await kill(name, to, round % 2 === 0 ? { changes: 1 + Math.floor(random() * 9) } : { ms })
      const { faults, isUnderWay } = await verifySite(folderReader(to))
      expect(faults, `${name}, round ${round}`).toEqual([])
      const isOld = readSite(to).decks.every(({ id, withdrawn }) => id === 'first' && !withdrawn)
      const now = contentsOf(to)
      if (isOld && !isUnderWay)
        for (const [path, text] of untouched) if (!path.startsWith('.')) expect(now.get(path), path).toBe(text)
      const start = performance.now()
      const isCorrected = name === 'correct' && !isOld && !isUnderWay
      const isDone = isCorrected || (name === 'release' && !sealedFile(to)) // it goes last
      const again = isDone ? await site(to, '--id', 'third') : await run(name, to) // any run clears what the killed one left
      if (!isDone) times.set(name, performance.now() - start)
      expect(again, again.err).toMatchObject({ code: 0 })
      if (name === 'release') expectReleased(to)
      expect(await verifySite(folderReader(to))).toMatchObject({ faults: [], isUnderWay: false })
      expect(readdirSync(base).filter((entry) => entry.startsWith('.site'))).toEqual([])
      rmSync(to, { recursive: true })
    }
  },
  3_600_000,
)
