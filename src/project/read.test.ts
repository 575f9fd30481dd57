import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sourceReader } from './read.ts'

let base: string
const write = (path: string, content: string | Buffer): void => {
  mkdirSync(dirname(join(base, path)), { recursive: true })
  writeFileSync(join(base, path), content)
}
const project = () => ({ root: join(base, 'deck'), engine: join(base, 'engine'), edition: 'public' as const })

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'quarterdeck-read-'))
  write('deck/slides/020-b.md', 'b')
  write('deck/slides/010-a.md', 'a')
  write('deck/data/deck.yaml', 'company: C')
  write('deck/data/figures/revenue.csv', 'metric,unit')
  write('engine/templates/layouts/cover.hbs', 'shipped')
  write('engine/templates/layouts/points.hbs', 'shipped')
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

describe('the reader', () => {
  test('gives every source by its path from the root, in order', async () => {
    const { files } = await sourceReader(project()).read()
    expect(files.map(({ path }) => path)).toEqual([
      'data/deck.yaml',
      'data/figures/revenue.csv',
      'slides/010-a.md',
      'slides/020-b.md',
      'templates/layouts/cover.hbs',
      'templates/layouts/points.hbs',
    ])
  })

  test("takes the deck's own template instead of the shipped one of the same path", async () => {
    write('deck/templates/layouts/cover.hbs', 'own')
    const { files } = await sourceReader(project()).read()
    const texts = files.filter(({ path }) => path.startsWith('templates/'))
    expect(texts.map((file) => file.kind === 'text' && file.text)).toEqual(['own', 'shipped'])
  })

  test.each(['slides/.010-a.md.swp', 'slides/notes.txt', 'data/~$figures.xlsx', 'slides/010-a.md~'])(
    'leaves out %s, which no author meant',
    async (path) => {
      write(`deck/${path}`, 'x')
      const { files } = await sourceReader(project()).read()
      expect(files.filter((file) => file.path === path)).toEqual([])
    },
  )

  test('gives the same object for a file that has not changed, and knows when one has', async () => {
    const reader = sourceReader(project())
    const before = await reader.read()
    expect(reader.isStale()).toBe(false)
    write('deck/slides/010-a.md', 'changed')
    expect(reader.isStale()).toBe(true)
    const after = await reader.read()
    expect(after.files.map((file, index) => file === before.files[index])).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
    ])
  })

  test('reports a file that is no workbook instead of throwing', async () => {
    write('deck/data/figures/broken.xlsx', 'not a zip')
    const { files, diagnostics } = await sourceReader(project()).read()
    expect(files).toHaveLength(6)
    expect(diagnostics).toMatchObject([{ code: 'invalid-workbook', place: { path: 'data/figures/broken.xlsx' } }])
  })

  test.each([
    ['Windows-1252', Buffer.from('metric,unit\na,Gr\xf6\xdfe', 'latin1'), { line: 2, column: 5 }],
    ['UTF-16', Buffer.from('\ufeffmetric,unit', 'utf16le'), { line: 1, column: 1 }],
  ])('says where a text in %s is not UTF-8, instead of guessing letters', async (_, content, at) => {
    write('deck/data/figures/umsatz.csv', content)
    const { files, diagnostics } = await sourceReader(project()).read()
    expect(files).toHaveLength(6)
    expect(diagnostics).toMatchObject([{ code: 'invalid-encoding', place: { path: 'data/figures/umsatz.csv', ...at } }])
  })

  test.each(['data/figures/old.xls', 'data/figures/RESULTS.CSV', 'slides/010-a.markdown'])(
    'warns of %s, which nothing reads',
    async (path) => {
      write(`deck/${path}`, 'x')
      const { diagnostics } = await sourceReader(project()).read()
      expect(diagnostics).toMatchObject([{ code: 'unsupported-file', severity: 'warning', place: { path } }])
    },
  )

  test('follows a link to a file, and reports one that leads nowhere', async () => {
    symlinkSync(join(base, 'deck/slides/010-a.md'), join(base, 'deck/slides/030-c.md'))
    symlinkSync(join(base, 'nowhere'), join(base, 'deck/slides/040-d.md'))
    const { files, diagnostics } = await sourceReader(project()).read()
    expect(files.map(({ path }) => path)).toContain('slides/030-c.md')
    expect(diagnostics).toMatchObject([{ code: 'missing-content', place: { path: 'slides/040-d.md' } }])
  })
})
