import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newDeck } from '../cli/new.ts'
import { figuresSpec } from '../export/handout-schemas.ts'
import {
  buildTestDeck,
  contentsOf,
  publishBuilt,
  removeFolder,
  type TestDeck,
  tempFolder,
  testBase,
  writeFiles,
} from './fixtures.ts'
import { readSite, sha256 } from './manifest.ts'

let base: string
let to: string
let first: TestDeck
let second: TestDeck

const files = Object.fromEntries(Object.entries(newDeck).filter(([path]) => /^(?:data|slides)\//.test(path)))
const { 'slides/020-revenue.md': revenue = '', ...others } = files

beforeAll(async () => {
  base = tempFolder('publish')
  first = await buildTestDeck(base, 'fy24', files)
  second = await buildTestDeck(base, 'fy25', {
    ...others,
    'slides/020-sales.md': revenue.replace('title:', 'formerly: revenue\ntitle:'),
  })
}, 120_000)
afterAll(() => removeFolder(base))
beforeEach(() => {
  to = join(base, 'site')
  rmSync(to, { recursive: true, force: true })
})

const read = (path: string): string => readFileSync(join(to, path), 'utf8')
const publishFirst = (): unknown => publishBuilt(first, { to, id: 'fy24' })
const publishSecond = (): unknown =>
  publishBuilt(second, { to, id: 'fy25', date: '2026-05-14', title: 'Second results' })

describe('a site', () => {
  test('holds the deck, its pages, latest/, index, feed, site map and the page of what is not found', () => {
    publishFirst()
    for (const path of [
      'fy24/index.html',
      'fy24/revenue/index.html',
      'latest/index.html',
      'latest/revenue/index.html',
      '404.html',
    ])
      expect(existsSync(join(to, path)), path).toBe(true)
    expect(read('index.html')).toContain('<a href="fy24/">Results for the fiscal year</a>')
    expect(read('feed.xml')).toContain(`<id>${testBase}fy24/</id>`)
    expect(read('sitemap.xml')).toContain(`<loc>${testBase}fy24/revenue/</loc>`)
    expect(existsSync(join(to, 'robots.txt'))).toBe(false) // nobody looks for it below the root of a host
    expect(read('404.html')).toContain('href="/ir/"')
  })

  test('lists every file of a deck with its hash, and every file around the decks', () => {
    publishFirst()
    const deck = JSON.parse(read('fy24/manifest.json'))
    const own = [...contentsOf(join(to, 'fy24'))].filter(([path]) => path !== 'manifest.json')
    expect(deck.files.map(({ path }: { path: string }) => path)).toEqual(own.map(([path]) => path))
    for (const { path, sha256: hash } of deck.files) expect(sha256(readFileSync(join(to, 'fy24', path)))).toBe(hash)
    const site = readSite(to)
    expect(site.decks.map(({ id, manifest }) => [id, manifest])).toEqual([['fy24', sha256(read('fy24/manifest.json'))]])
    for (const file of site.files) {
      expect(file).not.toHaveProperty('was')
      expect(sha256(readFileSync(join(to, file.path)))).toBe(file.sha256)
    }
  })

  test('with a second deck leaves the first as it was, byte by byte, and leads to the newest by date', () => {
    publishFirst()
    const before = contentsOf(join(to, 'fy24'))
    publishSecond()
    expect(contentsOf(join(to, 'fy24'))).toEqual(before)
    expect(read('latest/index.html')).toContain('href="../fy25/"')
    publishBuilt(first, { to, id: 'fy23', date: '2024-05-14', title: 'Older' })
    expect(read('latest/index.html')).toContain('href="../fy25/"')
    const index = read('index.html')
    expect(['fy25/', 'fy24/', 'fy23/'].map((id) => index.indexOf(`href="${id}"`))).toEqual(
      ['fy25/', 'fy24/', 'fy23/'].map((id) => index.indexOf(`href="${id}"`)).sort((a, b) => a - b),
    )
  })

  test('leads from a slide that was renamed to the new name, and from one that is gone to the cover', () => {
    publishFirst()
    publishSecond()
    expect(read('latest/revenue/index.html')).toContain('url=../../fy25/sales/')
    expect(read('fy25/revenue/index.html')).toContain('url=../sales/')
    publishBuilt(first, { to, id: 'fy26', date: '2027-05-14' })
    expect(read('latest/sales/index.html')).toContain('url=../../fy26/"')
  })

  test('takes the same deck again and changes nothing, and refuses another of its id', () => {
    publishFirst()
    const before = contentsOf(to)
    publishFirst()
    expect(contentsOf(to)).toEqual(before)
    expect(() => publishBuilt(second, { to, id: 'fy24' })).toThrow('duplicate id "fy24"')
    expect(contentsOf(to)).toEqual(before)
  })

  test('keeps what others put there, and never fills a folder of somebody else', () => {
    publishFirst()
    writeFiles(to, { CNAME: 'ir.example.com', '.well-known/security.txt': 's' })
    publishSecond()
    expect(read('CNAME')).toBe('ir.example.com')
    const foreign = join(base, 'foreign')
    writeFiles(foreign, { 'thesis.txt': 'mine' })
    expect(() => publishBuilt(first, { to: foreign, id: 'fy24' })).toThrow('it holds what no build put there')
    writeFiles(to, { 'fy27/index.html': 'mine' })
    expect(() => publishBuilt(first, { to, id: 'fy27' })).toThrow('fy27/index.html')
    expect(read('fy27/index.html')).toBe('mine')
    expect(readSite(to).decks).toHaveLength(2)
  })

  test('without an address has no feed, site map nor canonical address, and says nothing absolute', async () => {
    publishBuilt(first, { to, id: 'fy24', base: null })
    expect(existsSync(join(to, 'feed.xml'))).toBe(false)
    expect(existsSync(join(to, 'sitemap.xml'))).toBe(false)
    expect(read('index.html')).not.toContain('canonical')
  })
})

describe('the page of a slide', () => {
  test('has title, description, text, drawing, picture and record without any script', () => {
    publishFirst()
    const page = read('fy24/revenue/index.html')
    expect(page).toMatch(/<title>Revenue grew [^<]+ – Results for the fiscal year – Example<\/title>/)
    expect(page).toContain(`<link rel="canonical" href="${testBase}fy24/revenue/">`)
    expect(page).toContain(`<meta property="og:image" content="${testBase}fy24/revenue/preview.png">`)
    expect(page).toMatch(/<meta name="description" content="Revenue by kind and quarter · /)
    expect(page).toContain('<svg class="chart-drawing"')
    expect(page).toContain('<data class="figure"')
    expect(page).not.toContain('src="./')
    const records = [...page.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)]
    expect(records.map(([, text = '']) => JSON.parse(text))).toMatchObject([
      { '@type': 'WebPage', url: `${testBase}fy24/revenue/` },
    ])
  })

  test('has frames for other sites: the slide, and its chart alone, which search engines leave out', () => {
    publishFirst()
    const frame = read('fy24/revenue/embed/index.html')
    expect(frame).toContain('<meta name="robots" content="noindex">')
    expect(frame).toContain('"facts":"../../assets/facts-')
    expect(read('fy24/revenue/embed/revenue-chart-1/index.html')).toContain(
      '<figure class="chart" id="revenue-chart-1"',
    )
    expect(read('fy24/results/embed/results-table-1/index.html')).toContain('<figure class="table"')
  })

  test('holds no figure that no slide prints: figures.csv has those of the slides, as printed', () => {
    publishFirst()
    const figures = read('fy24/figures.csv')
    expect(figures).toContain('revenue.services,Services')
    expect(figures.split('\n')[0]).toBe('metric,label,period,value,unit,status,source,slide,fact,number')
    expect(figures).not.toContain('12.6') // operating income of the quarter, which no slide prints
    expect(figuresSpec.parse(JSON.parse(read('fy24/figures.json'))).figures).toHaveLength(
      figures.trim().split('\n').length - 1,
    )
    expect(read('fy24/figures/revenue-chart-1.csv')).toContain('Q4 FY24')
  })
})
