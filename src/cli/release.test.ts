import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { testCache } from '../../tests/kept.ts'
import { run } from './main.ts'
import { newDeck } from './new.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-release-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

/** A site with an embargoed folder, whose file opens by nothing. */
mkdirSync(join(base, 'deck/data'), { recursive: true })
mkdirSync(join(base, 'site/e/0f0f'), { recursive: true })
mkdirSync(join(base, 'presenter'))
mkdirSync(join(base, 'foreign'))
for (const [name, text] of [
  ['deck/own.txt', 'harbour violin seventeen maple orbit cactus lantern'],
  ['deck/data/deck.yaml', newDeck['data/deck.yaml'] ?? ''],
  ['presenter/manifest.json', '{"edition": "presenter", "files": []}'],
  ['foreign/index.html', 'somebody else'],
  ['weak.txt', 'password'],
  ['other.txt', '0123-4567-89ab-cdef-ghjk'],
  ['site/e/0f0f/content.bin', 'nothing'],
  ['site/.quarterdeck-output.json', '{"made by": "quarterdeck site", "files": []}'],
] as const)
  writeFileSync(join(base, name), text)

const at = (to: string): readonly string[] => ['--root', join(base, 'deck'), '--to', join(base, to)]

async function ran(...argv: readonly string[]): Promise<{ readonly code: number; readonly text: string }> {
  const lines: string[] = []
  const print = (text: string): void => void lines.push(text)
  const world = {
    engine: resolve(import.meta.dirname, '../..'),
    cache: testCache,
    cwd: base,
    env: {},
    print,
    printError: print,
  }
  const code = await run(argv, world)
  return { code, text: lines.join('\n') }
}

async function refused(...argv: readonly string[]): Promise<string> {
  const { code, text } = await ran(...argv)
  expect(code).not.toBe(0)
  return text
}

const digest = '0'.repeat(64)

test.each([
  [['site'], 'missing id'],
  [['site', '--id', 'Latest'], 'invalid id "Latest"'],
  [['site', '--id', 'latest'], 'invalid id "latest"'],
  [['site', '--id', 'x', '--handouts', 'presenter'], 'they are of the presenter edition'],
  [['site', '--id', 'x', '--base', 'ir.example.com'], 'invalid --base'],
  [['site', '--correct', 'nothing'], 'unknown deck "nothing"'],
  [['site', '--withdraw', 'nothing', '--reason', 'x'], 'unknown deck "nothing"'],
  [['site', '--withdraw', 'first'], 'missing --reason'],
  [['site', '--embargo', '--passphrase-file', 'weak.txt'], 'invalid passphrase: it has about 12 bits and 8 characters'],
  [
    ['site', '--embargo', '--passphrase-file', 'deck/own.txt'],
    "invalid passphrase file own.txt: keep it outside the deck's folder",
  ],
  [['site', '--embargo', '--passphrase-file', 'other.txt', '--fragment-key'], '--fragment-key makes a key of its own'],
  [['site', '--embargo', '--correct', 'fy24'], '--embargo publishes a new deck: leave out --correct'],
  [['site', '--fragment-key'], '--fragment-key belongs to --embargo'],
  [['release'], 'missing --approved'],
  [['release', '--approved', digest], 'missing --passphrase-file or --from'],
  [['release', '--approved', digest, '--from', 'site', '--passphrase-file', 'weak.txt'], '--from is the deck itself'],
  [
    ['release', '--approved', digest, '--address', 'none', '--passphrase-file', 'weak.txt'],
    '--address belongs to --from',
  ],
  [
    ['release', '--approved', digest, '--passphrase-file', 'other.txt'],
    'invalid passphrase: it opens no embargoed deck',
  ],
  [
    ['release', '--approved', digest, '--from', 'site'],
    'missing --address: with --from it says which embargoed address',
  ],
  [['site', '--withdraw', 'e/0e0e/'], 'unknown --withdraw e/0e0e/: the site has no such embargoed folder'],
  [['site', '--withdraw', 'e/../e/', '--json'], 'unknown --withdraw'],
  [['site', '--withdraw', 'e/0f0f/', '--reason', 'x'], '--reason belongs to a published deck'],
  [
    ['release', '--approved', digest, '--from', 'site', '--address', 'https://example.com/e/0e0e/'],
    'unknown --address',
  ],
  [
    ['release', '--approved', digest, '--from', 'site', '--address', 'https://example.com/e/0f0f/'],
    'missing manifest.json in',
  ],
])('%j is refused: %s', async (argv, message) => {
  expect(await refused(...argv, ...at('site'))).toContain(message)
  expect(readdirSync(join(base, 'site')).sort()).toEqual(['.quarterdeck-output.json', 'e'])
})

const listed = 'f'.repeat(64)
const released = JSON.stringify({ version: 1, kind: 'site', decks: [{ id: 'fy24', manifest: listed }], files: [] })

test.each([
  ['no deck is sealed any more', [], 0, 'in released/fy24/: nothing was changed'],
  ['another deck is sealed', ['e/0f0f/content.bin'], 0, 'in released/fy24/: nothing was changed'],
  [
    'its former address is named',
    ['e/0f0f/content.bin'],
    2,
    'no such embargoed folder; the deck of that digest is released already, in released/fy24/',
  ],
] as const)('a second release says where the deck is: %s', async (name, files, code, message) => {
  const site = join(base, 'released')
  rmSync(site, { recursive: true, force: true })
  cpSync(join(base, 'site/.quarterdeck-output.json'), join(site, '.quarterdeck-output.json'))
  for (const path of ['manifest.json', ...files]) {
    mkdirSync(dirname(join(site, path)), { recursive: true })
    writeFileSync(join(site, path), path === 'manifest.json' ? released : 'nothing')
  }
  const secret = name.startsWith('its')
    ? ['--from', 'site', '--address', 'e/0a0a/']
    : ['--passphrase-file', 'other.txt']
  const { code: exit, text } = await ran('release', '--approved', listed, ...secret, ...at('released'))
  expect([exit, text]).toEqual([code, expect.stringContaining(message)])
})

test('an embargoed folder is listed, and taken away by its address', async () => {
  const site = join(base, 'withdrawn')
  cpSync(join(base, 'site'), site, { recursive: true })
  const { code, text } = await ran('site', '--withdraw', 'https://example.com/ir/e/0f0f/#k=abc', ...at('withdrawn'))
  expect([code, text]).toEqual([0, 'withdrawn: nothing is at withdrawn/e/0f0f/ any more'])
  expect(readdirSync(join(site, 'e'))).toEqual([])
  const listed = await ran('verify', join(base, 'site'))
  expect(listed.text).toMatch(/under embargo since \d{4}-\d\d-\d\d: e\/0f0f\/, 0 MiB/)
})

test('a folder of somebody else is never filled, and a build fills no site', async () => {
  expect(await refused('site', '--id', 'x', ...at('foreign'))).toContain(
    'it holds what no build put there (index.html)',
  )
  const out = ['--out', join(base, 'site')]
  expect(await refused('build', '--root', join(base, 'deck'), ...out)).toContain('it is a site of published decks')
  expect(readdirSync(join(base, 'foreign'))).toEqual(['index.html'])
})
