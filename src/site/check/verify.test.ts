import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testCache } from '../../../tests/kept.ts'
import { openOutput } from '../../build/output.ts'
import { newDeck } from '../../cli/new.ts'
import { en } from '../../language/en.ts'
import { correctionOf } from '../corrections.ts'
import {
  buildTestDeck,
  contentsOf,
  engine,
  publishBuilt,
  removeFolder,
  type TestDeck,
  tempFolder,
  writeFiles,
} from '../fixtures.ts'
import { newKeys } from '../keys.ts'
import { type DeckManifest, manifestName, manifestText, readSite, sha256 } from '../manifest.ts'
import { packAssets } from '../packed-assets.ts'
import { withNotice, withoutNotice } from '../pages/notice.ts'
import { withdraw } from '../withdraw.ts'
import { folderReader } from './readers.ts'
import { rebuildFaults } from './rebuild.ts'
import { type VerifyOptions, verifySite } from './verify.ts'

let base: string
let to: string
let deck: TestDeck

beforeAll(async () => {
  base = tempFolder('verify')
  deck = await buildTestDeck(base, 'fy24', newDeck)
  packAssets(deck.folder)
}, 120_000)
afterAll(() => removeFolder(base))
beforeEach(() => {
  to = join(base, 'site')
  rmSync(to, { recursive: true, force: true })
})

const faults = async (options: VerifyOptions = {}): Promise<readonly string[]> =>
  (await verifySite(folderReader(to), options)).faults
const read = (path: string): string => readFileSync(join(to, path), 'utf8')
const change = (path: string, edit: (text: string) => string): void => writeFileSync(join(to, path), edit(read(path)))

describe('verify', () => {
  test('finds nothing in a site as it was published, with several decks', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    publishBuilt(deck, { to, id: 'fy25', date: '2026-05-14' })
    const verified = await verifySite(folderReader(to))
    expect(verified.faults).toEqual([])
    expect(verified).toMatchObject({ decks: 2, isUnderWay: false, isSigned: false })
    expect(verified.links).toBeGreaterThan(100)
  })

  test.each([
    ['fy24/figures.csv', 'invalid fy24/figures.csv: its bytes are not those that were published'],
    ['fy24/manifest.json', 'invalid fy24/manifest.json: its bytes'],
    ['index.html', 'invalid index.html: its bytes'],
  ])('finds that %s was changed', async (path, fault) => {
    publishBuilt(deck, { to, id: 'fy24' })
    change(path, (text) => `${text} `)
    expect((await faults())[0]).toContain(fault)
  })

  test('finds what is missing, what was added to a deck, and links that therefore lead nowhere', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    rmSync(join(to, 'fy24/results/index.html'))
    writeFiles(to, { 'fy24/notes.html': 'secret', CNAME: 'ir.example.com' })
    const found = await faults()
    expect(found).toContain('missing fy24/results/index.html: it was published')
    expect(found).toContain("unknown fy24/notes.html: the deck's manifest does not list it")
    expect(found).toContain('invalid link in fy24/revenue/index.html: "../results/" leads nowhere')
    expect(found.join('\n')).toContain(
      'invalid redirect in latest/results/index.html: fy24/results/index.html is not there',
    )
    expect(found.join('\n')).not.toContain('CNAME')
  })

  test('finds a redirect of hosts that leads nowhere', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    change('_redirects', (text) => text.replace('/ir/fy24/results/', '/ir/fy24/nothing/'))
    expect(await faults()).toEqual([
      'invalid _redirects: its bytes are not those that were published',
      'invalid redirect of /ir/latest/results/ in _redirects: /ir/fy24/nothing/ is not there',
    ])
  })

  test('says that nothing was published in a folder without a manifest', async () => {
    expect(await faults()).toEqual([`missing ${manifestName}: no site was published there`])
  })
})

describe('a rebuild', () => {
  const rebuilt = (id = 'fy24'): Promise<readonly string[]> =>
    rebuildFaults(folderReader(to), { root: join(base, 'deck-fy24'), engine, cache: testCache, id })

  test('of the source makes every byte again, packed files by what is in them; of another source it says what differs', async () => {
    publishBuilt(deck, { to, id: 'fy24', handouts: [{ path: 'downloads/deck.pdf', content: 'as made then' }] })
    const manifest: DeckManifest = JSON.parse(read('fy24/manifest.json'))
    const script = manifest.files.find(({ path }) => path.endsWith('.js.gz'))
    const packed = gzipSync(gunzipSync(readFileSync(join(to, 'fy24', script?.path ?? ''))), { level: 1 })
    expect(sha256(packed)).not.toBe(script?.sha256) // as another version of the packer would
    const files = manifest.files.map((file) => (file === script ? { ...file, sha256: sha256(packed) } : file))
    writeFiles(to, { [`fy24/${script?.path}`]: packed, 'fy24/manifest.json': manifestText({ ...manifest, files }) })
    expect(await rebuilt()).toEqual([])
    expect(await rebuilt('fy23')).toEqual(['unknown deck "fy23": the site has no manifest of it'])
    const cover = 'slides/010-cover.md'
    writeFiles(join(base, 'deck-fy24'), { [cover]: `${newDeck[cover]}`.replace('title: Results', 'title: Rosults') })
    const found = await rebuilt()
    writeFiles(join(base, 'deck-fy24'), newDeck)
    expect(found).toContain('invalid fy24/cover/index.html: a rebuild makes other bytes')
    expect(found.join('\n')).not.toContain('fy24/results/index.html')
  }, 60_000)
})

describe('a signed site', () => {
  const { privateKey, publicKey } = newKeys()
  const [key, open] = [createPrivateKey(privateKey), createPublicKey(publicKey)]

  test('is verified with its public key alone, and no longer when a hash in it is another', async () => {
    publishBuilt(deck, { to, id: 'fy24', key })
    expect(await faults({ key: open })).toEqual([])
    expect((await faults({ key: createPublicKey(newKeys().publicKey) }))[0]).toContain('invalid signature')
    change(manifestName, (text) => text.replace('"bytes": ', '"bytes":  ').replace('"title": "R', '"title": "r'))
    expect((await faults({ key: open }))[0]).toContain('invalid signature')
  })

  test('is changed only by somebody who signs it', async () => {
    publishBuilt(deck, { to, id: 'fy24', key })
    expect(() => publishBuilt(deck, { to, id: 'fy25' })).toThrow('missing --sign')
    publishBuilt(deck, { to, id: 'fy25', key })
    expect(await faults({ key: open })).toEqual([])
  })

  test('that bears no signature is not taken for signed', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    expect(await faults({ key: open })).toEqual([`missing signature: ${manifestName} bears none`])
  })
})

describe('a correction', () => {
  test('puts a notice on the pages of the old version and changes nothing else of it; undone, it is the first version', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    const before = contentsOf(join(to, 'fy24'))
    const { id, corrects } = correctionOf(readSite(to), 'fy24')
    expect([id, corrects]).toEqual(['fy24-c1', 'fy24'])
    publishBuilt(deck, { to, id, corrects })
    const after = contentsOf(join(to, 'fy24'))
    expect([...after.keys()]).toEqual([...before.keys()])
    for (const [path, text] of after) {
      if (path.endsWith('.html')) {
        expect(text, path).toContain('class="qd-notice"')
        const whole = Buffer.from(text, 'latin1').toString('utf8')
        expect(withoutNotice(whole), path).toBe(Buffer.from(before.get(path) ?? '', 'latin1').toString('utf8'))
      } else expect(text, path).toBe(before.get(path))
    }
    expect(read('fy24/revenue/index.html')).toContain(
      '<link rel="canonical" href="https://example.com/ir/fy24-c1/revenue/">',
    )
    expect(read('latest/index.html')).toContain('url=../fy24-c1/')
    expect(read('index.html')).not.toContain('href="fy24/"')
    expect(await faults()).toEqual([])
    change('fy24/revenue/index.html', (text) => text.replace('Revenue grew', 'Revenue fell'))
    expect(await faults()).not.toEqual([])
  })

  test('of a correction is the next one', () => {
    publishBuilt(deck, { to, id: 'fy24' })
    publishBuilt(deck, { to, ...correctionOf(readSite(to), 'fy24') })
    expect(correctionOf(readSite(to), 'fy24')).toEqual({ id: 'fy24-c2', corrects: 'fy24-c1' })
    expect(() => correctionOf(readSite(to), 'fy23')).toThrow('unknown deck "fy23"')
  })

  test.each(['https://example.com/?a=1&b=2', 'https://example.com/--x', 'https://example.com/"&quot;'])(
    'keeps the address %s in a notice that is taken away again',
    (address) => {
      const page = `<head>\n<link rel="canonical" href="${address.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">\n</head>\n<body>\n<p>a</p>`
      const noticed = withNotice(page, {
        text: 'Corrected',
        link: 'to',
        href: '../',
        canonical: 'https://example.com/c1/',
      })
      expect(noticed).not.toContain(`href="${address}"`)
      expect(withoutNotice(noticed)).toBe(page)
    },
  )
})

describe('a correction that was cut short', () => {
  test('is a whole site, and whatever is published next completes it', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    const first = contentsOf(to)
    publishBuilt(deck, { to, ...correctionOf(readSite(to), 'fy24') })
    const [page, index] = ['fy24/results/index.html', 'index.html']
    for (const path of [page, index]) writeFileSync(join(to, path), first.get(path) ?? '', 'latin1')
    const hash = (path: string): string => sha256(Buffer.from(first.get(path) ?? '', 'latin1'))
    const site = readSite(to)
    const files = site.files.map((file) => (file.path === index ? { ...file, was: hash(index) } : file))
    writeFileSync(join(to, manifestName), manifestText({ ...site, files }))
    expect(await verifySite(folderReader(to))).toMatchObject({ faults: [], isUnderWay: true })
    publishBuilt(deck, { to, id: 'fy25', date: '2026-05-14' })
    expect(await verifySite(folderReader(to))).toMatchObject({ faults: [], isUnderWay: false })
    expect(read(page)).toContain('class="qd-notice"')
  })
})

describe('a deck that is withdrawn', () => {
  test('leaves its reason on each of its pages and nothing else', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    publishBuilt(deck, { to, id: 'fy25', date: '2026-05-14' })
    const output = openOutput(to, 'site')
    withdraw(output, { to, engine, language: en, id: 'fy25', reason: 'Audit <adjourned>' })
    output.discard()
    const left = [...contentsOf(join(to, 'fy25')).keys()]
    expect(left.filter((path) => !path.endsWith('index.html'))).toEqual(['manifest.json'])
    expect(read('fy25/revenue/index.html')).toContain('The reason: Audit &lt;adjourned&gt;')
    expect(read('latest/index.html')).toContain('url=../fy24/')
    expect(read('feed.xml')).not.toContain('fy25')
    expect(await faults()).toEqual([])
  })
})
