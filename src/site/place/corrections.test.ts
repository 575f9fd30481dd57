import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openOutput } from '../../build/output.ts'
import { newDeck } from '../../cli/new.ts'
import { en } from '../../language/en.ts'
import { folderReader } from '../check/readers.ts'
import { verifySite } from '../check/verify.ts'
import {
  buildTestDeck,
  contentsOf,
  engine,
  publishBuilt,
  removeFolder,
  type TestDeck,
  tempFolder,
} from '../fixtures.ts'
import { manifestName, manifestText, readSite, sha256 } from '../manifest.ts'
import { withNotice, withoutNotice } from '../pages/notice.ts'
import { correctionOf } from './corrections.ts'
import { siteSteps } from './place.ts'
import { withdraw } from './withdraw.ts'

let base: string
let to: string
let deck: TestDeck

beforeAll(async () => {
  base = tempFolder('corrections')
  deck = await buildTestDeck(base, 'fy24', newDeck)
}, 120_000)
afterAll(() => removeFolder(base))
beforeEach(() => {
  to = join(base, 'site')
  rmSync(to, { recursive: true, force: true })
})

const faults = async (): Promise<readonly string[]> => (await verifySite(folderReader(to))).faults
const read = (path: string): string => readFileSync(join(to, path), 'utf8')
const change = (path: string, edit: (text: string) => string): void => writeFileSync(join(to, path), edit(read(path)))

/** Publishes the next correction, which says something else. */
function correct(title: string): string {
  const { id, corrects } = correctionOf(readSite(to), 'fy24')
  publishBuilt(deck, { to, id, corrects, title })
  return id
}

function withdrawn(id: string, reason: string): string | undefined {
  const output = openOutput(to, 'site')
  try {
    return withdraw(output, { to, engine, language: en, id, reason })
  } finally {
    output.discard()
  }
}

describe('a correction', () => {
  test('puts a notice on the pages of the old version and changes nothing else of it; undone, it is the first version', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    const before = contentsOf(join(to, 'fy24'))
    expect(correctionOf(readSite(to), 'fy24')).toEqual({ id: 'fy24-c1', corrects: 'fy24' })
    correct('Results, corrected')
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
    correct('Results, corrected')
    expect(correctionOf(readSite(to), 'fy24')).toEqual({ id: 'fy24-c2', corrects: 'fy24-c1' })
    expect(() => correctionOf(readSite(to), 'fy23')).toThrow('unknown deck "fy23"')
  })

  test('of nothing is refused, also of another correction', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    const again = { id: 'fy24-c2', corrects: 'fy24-c1', title: 'Results, corrected' }
    const built = await buildTestDeck(base, 'fy24-c1', newDeck) // its QR code is of the new address
    for (const one of [deck, built])
      expect(() => publishBuilt(one, { to, id: 'fy24-c1', corrects: 'fy24' })).toThrow(
        'invalid --correct: fy24 is the same deck already',
      )
    correct('Results, corrected')
    const before = contentsOf(to)
    expect(() => publishBuilt(deck, { to, ...again })).toThrow('fy24-c2 would correct nothing')
    expect(contentsOf(to)).toEqual(before)
    const handouts = [{ path: 'downloads/more.html', content: '<body>\nmore</body>' }]
    publishBuilt(deck, { to, ...again, handouts }) // hand-outs that are added later are a correction
    correct('Results, corrected twice')
    expect(read('fy24-c2/downloads/more.html')).toBe('<body>\nmore</body>') // as people took it home
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
    correct('Results, corrected')
    const [page, index] = ['fy24/results/index.html', 'index.html']
    for (const path of [page, index]) writeFileSync(join(to, path), first.get(path) ?? '', 'latin1')
    const hash = (path: string): string => sha256(Buffer.from(first.get(path) ?? '', 'latin1'))
    const site = readSite(to)
    const files = site.files.map((file) => (file.path === index ? { ...file, was: [hash(index)] } : file))
    writeFileSync(join(to, manifestName), manifestText({ ...site, files }))
    expect(await verifySite(folderReader(to))).toMatchObject({ faults: [], isUnderWay: true })
    expect(correct('Results, corrected')).toBe('fy24-c2') // the same command again: nothing to correct, but to complete
    expect(await verifySite(folderReader(to))).toMatchObject({ faults: [], isUnderWay: false, decks: 2 })
    writeFileSync(join(to, page), first.get(page) ?? '', 'latin1')
    writeFileSync(join(to, manifestName), manifestText({ ...site, files }))
    publishBuilt(deck, { to, id: 'fy25', date: '2026-05-14' })
    expect(await verifySite(folderReader(to))).toMatchObject({ faults: [], isUnderWay: false })
    expect(read(page)).toContain('class="qd-notice"')
  })
})

describe('a deck that is withdrawn', () => {
  test('leaves its reason on each of its pages and nothing else, and in the feed', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    publishBuilt(deck, { to, id: 'fy25', date: '2026-05-14' })
    expect(withdrawn('fy25', 'Audit <adjourned>')).toBeUndefined()
    const left = [...contentsOf(join(to, 'fy25')).keys()]
    expect(left.filter((path) => !path.endsWith('index.html'))).toEqual(['manifest.json'])
    expect(read('fy25/revenue/index.html')).toContain('The reason: Audit &lt;adjourned&gt;')
    expect(read('latest/index.html')).toContain('url=../fy24/')
    expect(read('feed.xml')).toMatch(/<id>[^<]+fy25\/#withdrawn<\/id>\n<title>Withdrawn: Results/)
    expect(read('feed.xml')).toContain('Audit &lt;adjourned&gt;</summary>')
    expect(read('sitemap.xml')).not.toContain('fy25')
    expect(await faults()).toEqual([])
  })

  test('keeps its reason: the same changes nothing, another one is refused', () => {
    publishBuilt(deck, { to, id: 'fy24' })
    withdrawn('fy24', 'Audit adjourned')
    const before = contentsOf(to)
    withdrawn('fy24', 'Audit adjourned')
    expect(() => withdrawn('fy24', 'A better one')).toThrow('its pages give the reason "Audit adjourned", which stays')
    expect(contentsOf(to)).toEqual(before)
  })

  test('as a correction gives the version before back its place; without any version latest/ leads to the list', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    correct('Results, corrected')
    const first = read('fy24-c1/revenue/index.html')
    correct('Results, corrected twice')
    const noticed = read('fy24-c1/revenue/index.html')
    expect(withdrawn('fy24-c2', 'Wrong table')).toBe('fy24-c1')
    const page = read('fy24-c1/revenue/index.html')
    expect(withoutNotice(page)).toBe(first)
    expect(page).toContain('this version stands')
    expect(page).toContain('<a href="../../fy24-c2/revenue/">Why it was withdrawn</a>')
    const [canonical = ''] = /<link rel="canonical"[^>]*>/.exec(first) ?? []
    expect([page, noticed].map((one) => one.includes(canonical))).toEqual([true, false])
    expect(read('latest/revenue/index.html')).toContain('url=../../fy24-c1/revenue/')
    expect(read('index.html')).toContain('href="fy24-c1/"')
    expect(read('feed.xml')).toContain('<title>Corrected: Results, corrected</title>')
    expect(await faults()).toEqual([])
    expect(correctionOf(readSite(to), 'fy24')).toEqual({ id: 'fy24-c3', corrects: 'fy24-c1' })
    withdrawn('fy24-c1', 'Wrong too')
    expect(read('fy24/index.html')).toContain('this version stands')
    withdrawn('fy24', 'All wrong')
    expect(read('latest/revenue/index.html')).toContain('url=../../"')
    expect(read('_redirects')).toContain('/ir/latest/* /ir/ 302')
    expect(await faults()).toEqual([])
    expect(() => correctionOf(readSite(to), 'fy24')).toThrow('the deck is withdrawn')
  })

  test('that had a notice, cut short between its pages, is a whole site that the next run completes', async () => {
    publishBuilt(deck, { to, id: 'fy24' })
    correct('Results, corrected')
    correct('Results, corrected twice')
    const output = openOutput(to, 'site')
    const site = readSite(to)
    const decks = site.decks.map((one) => (one.id === 'fy24-c2' ? { ...one, withdrawn: { reason: 'x' } } : one))
    const steps = siteSteps(output, { before: site, after: { ...site, decks } }, { to, engine, language: en })
    const underWay = readFileSync(join(steps[1]?.made ?? '', manifestName))
    output.discard()
    writeFileSync(join(to, manifestName), underWay)
    expect(await verifySite(folderReader(to))).toMatchObject({ faults: [], isUnderWay: true })
    withdrawn('fy24-c2', 'x')
    expect(await verifySite(folderReader(to))).toMatchObject({ faults: [], isUnderWay: false })
    expect(read('fy24-c1/index.html')).toContain('this version stands')
  })
})
