import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pictureFiles } from '../../src/handouts/pictures.ts'
import { printingWith } from '../../src/handouts/printing.ts'
import { builtDeck } from './_built-deck.ts'
import { quarterdeck, writeNewDeck } from './command-line.ts'
import { connectedBrowser } from './deck-page.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-pictures-'))
const deck = join(base, 'deck')
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex')
afterAll(() => rmSync(base, { recursive: true, force: true }))

const out = join(base, 'small')
let manifest: { browser: string; files: { name: string; sha256: string }[] }

beforeAll(async () => {
  writeNewDeck(deck)
  const { code, err } = await quarterdeck('pictures', '--root', deck, '--out', out, '--dpi', '48')
  expect(`${code} ${err}`).toMatch(/^0/)
  manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
})

test('every slide is a PNG and a WebP, every chart a PNG, an SVG and a CSV, by their ids', () => {
  const names = manifest.files.map(({ name }) => name)
  const of = (folder: string, ending: string): readonly string[] =>
    names
      .filter((name) => name.startsWith(`${folder}/`) && name.endsWith(`.${ending}`))
      .map((name) => name.replace(/\.\w+$/, ''))
  expect(of('slides', 'png').length).toBeGreaterThan(2)
  expect(of('slides', 'webp')).toEqual(of('slides', 'png'))
  expect(of('charts', 'png').length).toBeGreaterThan(0)
  for (const ending of ['svg', 'csv']) expect(of('charts', ending)).toEqual(of('charts', 'png'))
  expect(manifest.browser).toMatch(/^Chromium \d+\./)
})

const firstSlide = /^slides\/.*\.png$/
const sizeOf = (file: Buffer): readonly number[] => [file.readUInt32BE(16), file.readUInt32BE(20)]

test('pictures hold pixels and colours, and nothing about who made them when', () => {
  const chunksOf = (png: Buffer): readonly string[] => {
    const names: string[] = []
    for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
      names.push(png.toString('latin1', at + 4, at + 8))
    return names
  }
  const pictures = manifest.files.filter((file) => /\.(?:png|webp)$/.test(file.name))
  const about = pictures.flatMap(({ name }) => {
    const content = readFileSync(join(out, name))
    const found = name.endsWith('.png')
      ? chunksOf(content).filter((chunk) => !['IHDR', 'sRGB', 'sBIT', 'PLTE', 'tRNS', 'IDAT', 'IEND'].includes(chunk))
      : ['EXIF', 'XMP '].filter((chunk) => content.includes(chunk))
    return found.map((chunk) => [name, chunk])
  })
  expect(about).toEqual([])
})

test('pictures are as large as asked, and the same each time', async () => {
  const name = manifest.files.find((file) => firstSlide.test(file.name))?.name ?? ''
  expect(sizeOf(readFileSync(join(out, name)))).toEqual([960, 540])
  const { making } = await builtDeck(deck, base)
  const printing = printingWith(await connectedBrowser())
  const [one, again] = [await pictureFiles(making, printing), await pictureFiles(making, printing)]
  const [large] = one.filter((file) => firstSlide.test(file.name))
  expect(sizeOf(large?.content ?? Buffer.alloc(24))).toEqual([1920, 1080])
  expect(one.length).toBeGreaterThan(4)
  expect(again.map(({ name: own, content }) => [own, sha256(content)])).toEqual(
    one.map(({ name: own, content }) => [own, sha256(content)]),
  )
})

test('a chart’s CSV has the numbers as printed, its SVG real text', () => {
  const [csv] = manifest.files.filter(({ name }) => name.endsWith('.csv'))
  const name = csv?.name.replace('.csv', '') ?? ''
  const rows = readFileSync(join(out, `${name}.csv`), 'utf8').split('\n')
  expect(rows.length).toBeGreaterThan(3)
  expect(readFileSync(join(out, `${name}.svg`), 'utf8')).toContain('<text')
})

test('pictures of all slides are on the page for paper, however far down they stand', async () => {
  const far = mkdtempSync(join(base, 'far-'))
  writeNewDeck(far)
  mkdirSync(join(far, 'public'), { recursive: true })
  for (let number = 10; number < 40; number += 1) {
    const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${number} 10"><path fill="#c00" d="M0 0h${number}v10H0z"/></svg>`
    writeFileSync(join(far, 'public', `far-${number}.svg`), drawing)
    const body = `---\nlayout: points\ntitle: Far down\n---\n![a drawing](far-${number}.svg)\n\nWords beside it\n`
    writeFileSync(join(far, 'slides', `9${number}-far-${number}.md`), body)
  }
  const { making } = await builtDeck(far, base)
  const page = await printingWith(await connectedBrowser()).open(making, '?print-pdf')
  await page.waitForSelector('html[data-ready][data-parts]', { state: 'attached' })
  const widths = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('img[alt="a drawing"]')].map((image) => image.naturalWidth > 0),
  )
  await page.context().close()
  expect(widths).toEqual(Array.from({ length: 30 }, () => true))
})
