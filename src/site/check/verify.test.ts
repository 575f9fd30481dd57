import { createPrivateKey, createPublicKey } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { testCache } from '../../../tests/kept.ts'
import { newDeck } from '../../cli/new.ts'
import { deckId } from '../../export/deck-id.ts'
import { databookFiles } from '../../handouts/databook-files.ts'
import {
  buildTestDeck,
  engine,
  publishBuilt,
  removeFolder,
  type TestDeck,
  tempFolder,
  writeFiles,
} from '../fixtures.ts'
import { newKeys } from '../keys.ts'
import { type DeckManifest, manifestName, manifestText, type SiteFile, sha256 } from '../manifest.ts'
import { packAssets } from '../packed-assets.ts'
import { folderReader } from './readers.ts'
import { rebuildFaults } from './rebuild.ts'
import type { Rebuilt } from './rebuilt-handouts.ts'
import { type VerifyOptions, verifySite } from './verify.ts'

let base: string
let to: string
let deck: TestDeck

beforeAll(async () => {
  base = tempFolder('verify')
  deck = await buildTestDeck(base, 'fy24', newDeck)
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

  test('tells of a changed file once, and not of what leads to it', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    change('fy24/figures.csv', (text) => `${text} `)
    expect(await faults()).toEqual(['invalid fy24/figures.csv: its bytes are not those that were published'])
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
  const env = { CHROMIUM: '/nowhere' }
  const rebuilt = (id = 'fy24'): Promise<Rebuilt> =>
    rebuildFaults(folderReader(to), { root: join(base, 'deck-fy24'), engine, cache: testCache, id, env })
  /** The data book, one of its files changed, and a PDF that a browser printed. */
  const handouts = (changed: string): readonly SiteFile[] => {
    const { built, files } = deck.build
    if (!built) return []
    const project = { root: join(base, 'deck-fy24'), engine, edition: 'public' } as const
    const options = { id: deckId(built.evidence.config), date: built.disclosed.deck.head.date, project, files }
    const book = databookFiles(built, options).map(({ name, content }) => ({
      path: `downloads/${name}`,
      content: name.endsWith('.csv') ? `${content}${changed}` : content,
    }))
    return [...book, { path: 'downloads/deck.pdf', content: 'as printed' }]
  }

  test('of the source makes every byte again, packed files by what is in them; of another source it says what differs', async () => {
    packAssets(deck.folder)
    publishBuilt(deck, { to, id: 'fy24', handouts: handouts('') })
    const manifest: DeckManifest = JSON.parse(read('fy24/manifest.json'))
    const script = manifest.files.find(({ path }) => path.endsWith('.js.gz'))
    const packed = gzipSync(gunzipSync(readFileSync(join(to, 'fy24', script?.path ?? ''))), { level: 1 })
    expect(sha256(packed)).not.toBe(script?.sha256) // as another version of the packer would
    const files = manifest.files.map((file) => (file === script ? { ...file, sha256: sha256(packed) } : file))
    writeFiles(to, { [`fy24/${script?.path}`]: packed, 'fy24/manifest.json': manifestText({ ...manifest, files }) })
    const unchecked = ['not checked: fy24/downloads/deck.pdf, as there is no browser here']
    expect(await rebuilt()).toEqual({ faults: [], unchecked })
    expect(await rebuilt('fy23')).toEqual({
      faults: ['unknown deck "fy23": the site has no manifest of it'],
      unchecked: [],
    })
    rmSync(to, { recursive: true })
    publishBuilt(deck, { to, id: 'fy24', handouts: handouts('1') })
    expect((await rebuilt()).faults).toEqual([
      expect.stringMatching(/^invalid fy24\/downloads\/.*csv: a rebuild makes other bytes$/),
    ])
    const cover = 'slides/010-cover.md'
    writeFiles(join(base, 'deck-fy24'), { [cover]: `${newDeck[cover]}`.replace('title: Results', 'title: Rosults') })
    const { faults: found } = await rebuilt()
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

  test('that has no signature is not taken for signed', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    expect(await faults({ key: open })).toEqual([`missing signature: ${manifestName} has none`])
  })
})
