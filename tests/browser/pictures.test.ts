import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { quarterdeck, writeNewDeck } from './command-line.ts'

const base = mkdtempSync(join(tmpdir(), 'quarterdeck-pictures-'))
const deck = join(base, 'deck')
afterAll(() => rmSync(base, { recursive: true, force: true }))

const manifestIn = (folder: string): { browser: string; files: { name: string; sha256: string }[] } =>
  JSON.parse(readFileSync(join(base, folder, 'manifest.json'), 'utf8'))

beforeAll(async () => {
  writeNewDeck(deck)
  for (const [folder, dpi] of [
    ['one', '96'],
    ['again', '96'],
    ['small', '48'],
  ] as const) {
    const { code, err } = await quarterdeck('pictures', '--root', deck, '--out', join(base, folder), '--dpi', dpi)
    expect(`${code} ${err}`).toMatch(/^0/)
  }
})

test('every slide is a PNG and a WebP, every chart a PNG, an SVG and a CSV, by their ids', () => {
  const names = manifestIn('one').files.map(({ name }) => name)
  const of = (folder: string, ending: string): readonly string[] =>
    names
      .filter((name) => name.startsWith(`${folder}/`) && name.endsWith(`.${ending}`))
      .map((name) => name.replace(/\.\w+$/, ''))
  expect(of('slides', 'png').length).toBeGreaterThan(2)
  expect(of('slides', 'webp')).toEqual(of('slides', 'png'))
  expect(of('charts', 'png').length).toBeGreaterThan(0)
  for (const ending of ['svg', 'csv']) expect(of('charts', ending)).toEqual(of('charts', 'png'))
  expect(manifestIn('one').browser).toMatch(/^Chromium \d+\./)
})

test('pictures are as large as asked, and the same each time', () => {
  const size = (folder: string): readonly number[] => {
    const [first] = manifestIn(folder).files.filter(({ name }) => /^slides\/.*\.png$/.test(name))
    const file = readFileSync(join(base, folder, first?.name ?? ''))
    return [file.readUInt32BE(16), file.readUInt32BE(20)]
  }
  expect(size('one')).toEqual([1920, 1080])
  expect(size('small')).toEqual([960, 540])
  expect(manifestIn('again')).toEqual(manifestIn('one'))
})

test('a chart’s CSV has the numbers as printed, its SVG real text', () => {
  const [csv] = manifestIn('one').files.filter(({ name }) => name.endsWith('.csv'))
  const name = csv?.name.replace('.csv', '') ?? ''
  const rows = readFileSync(join(base, 'one', `${name}.csv`), 'utf8').split('\n')
  expect(rows.length).toBeGreaterThan(3)
  expect(readFileSync(join(base, 'one', `${name}.svg`), 'utf8')).toContain('<text')
})
