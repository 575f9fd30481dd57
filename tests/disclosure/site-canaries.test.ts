import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { databookFiles } from '../../src/handouts/databook-files.ts'
import { pptxFiles } from '../../src/handouts/pptx-files.ts'
import { unzipped } from '../../src/project/workbook/zip.ts'
import {
  buildTestDeck,
  contentsOf,
  engine,
  publishBuilt,
  removeFolder,
  type TestDeck,
  tempFolder,
} from '../../src/site/fixtures.ts'
import type { SiteFile } from '../../src/site/manifest.ts'
import { packAssets } from '../../src/site/packed-assets.ts'
import { canaries, canaryDeck, spelled } from './_canary-deck.ts'

let base: string
let bytes: ReadonlyMap<string, string>

/** The data book and the presentation of the public edition, as `handouts` makes them. */
async function handoutsOf({ build }: TestDeck, root: string): Promise<readonly SiteFile[]> {
  const { built, files } = build
  if (!built) throw new Error('no deck')
  const options = {
    id: 'fy24',
    date: '2025-05-14',
    project: { root, engine, edition: 'public' as const },
    progress: () => undefined,
  }
  const made = [...databookFiles(built, { ...options, files }), ...(await pptxFiles(built, options))]
  return made.map(({ name, content }): SiteFile => ({ path: `downloads/${name}`, content: Buffer.from(content) }))
}

/** What is in a file: of archives and packed files what they hold, of archives in these too. */
function contentsIn(path: string, content: Buffer): readonly (readonly [string, string])[] {
  const plain = [path, content.toString('latin1')] as const
  if (path.endsWith('.gz')) return [plain, ...contentsIn(path.slice(0, -3), gunzipSync(content))]
  if (path.endsWith('.br')) return [plain, ...contentsIn(path.slice(0, -3), brotliDecompressSync(content))]
  if (!/\.(?:xlsx|pptx|zip)$/.test(path)) return [plain]
  const members = [...unzipped(content)]
  return [plain, ...members.flatMap(([name, member]) => contentsIn(`${path}!${name}`, member))]
}

const unpackedContents = (folder: string): ReadonlyMap<string, string> =>
  new Map([...contentsOf(folder)].flatMap(([path, text]) => contentsIn(path, Buffer.from(text, 'latin1'))))

test('the hand-outs of the site are read as far as what they hold', () => {
  const printed = [...bytes].filter(([, text]) => text.includes('Operating income')).map(([path]) => path)
  for (const part of [/\.xlsx!xl\//, /\.pptx!ppt\/slides\//, /\.pptx!ppt\/embeddings\/[^!]+\.xlsx!xl\//])
    expect(
      [...bytes.keys()].some((path) => part.test(path)),
      String(part),
    ).toBe(true)
  expect(printed.some((path) => path.includes('.pptx!'))).toBe(true)
  expect(printed.some((path) => path.includes('.xlsx!'))).toBe(true)
})

beforeAll(async () => {
  base = tempFolder('canary-user-name')
  const deck = await buildTestDeck(base, 'fy24', canaryDeck)
  packAssets(deck.folder)
  publishBuilt(deck, { to: `${base}/site`, id: 'fy24', handouts: await handoutsOf(deck, `${base}/deck-fy24`) })
  publishBuilt(deck, { to: `${base}/site`, id: 'fy24-c1', corrects: 'fy24', title: 'Corrected' })
  bytes = unpackedContents(`${base}/site`)
}, 120_000)
afterAll(() => removeFolder(base))

test.each(Object.entries(canaries))('no byte of a site holds the %s', (_, canary) => {
  const found = [...bytes].filter(([path, text]) =>
    spelled(canary).some((one) => text.includes(one) || path.includes(one)),
  )
  expect(found.map(([path]) => path)).toEqual([])
})

test('no byte of a site tells of the machine that published it, of drafts or of sources of its code', () => {
  const told = [base, process.cwd(), 'canary-user-name', 'sourceMappingURL', 'class="draft-mark"', '.ts"']
  const found = [...bytes].filter(([, text]) => told.some((one) => text.includes(one)))
  expect(found.map(([path]) => path)).toEqual([])
  expect([...bytes.keys()].filter((path) => /\.(?:map|md|yaml|ts)$/.test(path))).toEqual([])
  expect(bytes.size).toBeGreaterThan(80)
})
