import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hiddenPart } from './pictures.ts'
import { sourceReader } from './read.ts'
import { copyFolder } from './walk.ts'

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
  test('gives every source by its path from the root, in order, and nothing of a site in the same folder', async () => {
    for (const path of ['slides/030-c.md', 'data/deck.yaml', 'fy24/slides/040-d.md'])
      write(`deck/site/${path}`, 'published')
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

  test.each([
    ['slides/030-log.md', 257 * 1024, 'unsupported size of "slides/030-log.md": 257 kB, and at most 256 kB are read'],
    [
      'data/figures/all.csv',
      17 * 2 ** 20,
      'unsupported size of "data/figures/all.csv": 17 MB, and at most 16 MB are read',
    ],
    ['data/results.xlsx', 200 * 2 ** 20, 'unsupported size of "data/results.xlsx": 200 MB, and at most 64 MB are read'],
  ])('refuses %s of %i bytes without reading it', async (path, bytes, message) => {
    write(`deck/${path}`, '')
    truncateSync(join(base, 'deck', path), bytes)
    const { files, diagnostics } = await sourceReader(project()).read()
    expect(diagnostics).toMatchObject([{ code: 'unsupported-size', severity: 'error', message, place: { path } }])
    expect(files.map((file) => file.path)).not.toContain(path)
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

  test('reads letters that are written in parts as the letters that they are', async () => {
    write('deck/slides/010-a.md', 'Umsa\u0308tze')
    const { files } = await sourceReader(project()).read()
    const [slide] = files.filter(({ path }) => path === 'slides/010-a.md')
    expect(slide?.kind === 'text' && slide.text).toBe('Ums\u00e4tze')
  })

  test.each([
    ['public/logo.svg', '/nowhere/logo.svg'],
    ['public/circle.png', 'circle.png'],
    ['slides/030-c.md', '../elsewhere.md'],
  ])('says that the link %s leads nowhere, and goes on', async (path, target) => {
    mkdirSync(dirname(join(base, 'deck', path)), { recursive: true })
    symlinkSync(target, join(base, 'deck', path))
    const { files, diagnostics } = await sourceReader(project()).read()
    expect(diagnostics).toMatchObject([{ code: 'missing-content', severity: 'error', place: { path } }])
    expect(files.length).toBeGreaterThan(5)
  })

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

  test.each(['data/figures/old.xls', 'data/figures/results.ods', 'slides/010-a.markdown'])(
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

  test('reads endings in any case', async () => {
    write('deck/data/figures/old.CSV', 'metric,unit')
    write('deck/slides/030-results.MD', 'c')
    const { files, diagnostics } = await sourceReader(project()).read()
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['data/figures/old.CSV', 'slides/030-results.MD']),
    )
    expect(diagnostics).toEqual([])
  })

  test('follows a linked folder inside the deck, and notices an edit at the target', async () => {
    write('deck/shared/2008/costs.csv', 'metric,unit')
    symlinkSync(join(base, 'deck/shared'), join(base, 'deck/data/figures/years'))
    const reader = sourceReader(project())
    const { files, diagnostics } = await reader.read()
    expect(files.map(({ path }) => path)).toContain('data/figures/years/2008/costs.csv')
    expect(diagnostics).toEqual([])
    write('deck/shared/2008/costs.csv', 'metric,unit,FY08')
    expect(reader.isStale()).toBe(true)
  })

  test.each([
    ['a folder elsewhere', 'data/figures/shared', 'elsewhere'],
    ['a file elsewhere', 'data/figures/more.csv', 'elsewhere/more.csv'],
    ['a published file elsewhere', 'public/logo.csv', 'elsewhere/more.csv'],
    ['a folder that holds it', 'data/figures/again', 'deck/data'],
  ])('warns of a link to %s, and does not follow it', async (_, path, target) => {
    write('elsewhere/more.csv', 'metric,unit')
    mkdirSync(dirname(join(base, 'deck', path)), { recursive: true })
    symlinkSync(join(base, target), join(base, 'deck', path))
    const { files, diagnostics } = await sourceReader(project()).read()
    expect(files).toHaveLength(6)
    expect(diagnostics).toMatchObject([{ code: 'unsupported-target', severity: 'warning', place: { path } }])
  })

  test('warns once of each hidden file and folder of public/, which a build leaves out, but for those that hosts ask for', async () => {
    for (const path of [
      '.env',
      '.ssh/id',
      '.ssh/id.pub',
      'img/.key',
      '.nojekyll',
      '.well-known/a.txt',
      '.DS_Store',
      'b.txt',
    ])
      write(`deck/public/${path}`, '')
    const { diagnostics } = await sourceReader(project()).read()
    expect(diagnostics.map(({ message }) => message)).toEqual(
      ['.env', '.ssh', 'img/.key'].map((name) => `unsupported hidden file "public/${name}": it is not published`),
    )
    const out = join(base, 'out')
    const has = (path: string): boolean => hiddenPart(path) === undefined
    copyFolder(join(base, 'deck/public'), out, { within: join(base, 'deck'), overwrites: true, has })
    const files = readdirSync(out, { recursive: true, encoding: 'utf8' })
    expect(files.sort()).toEqual(['.nojekyll', '.well-known', '.well-known/a.txt', 'b.txt'])
  })

  test('copies for a build what stands in the deck, links to it too, and nothing from elsewhere', () => {
    write('deck/public/img/logo.svg', 'logo')
    write('elsewhere/passwords.txt', 'secret')
    const link = (target: string, path: string): void =>
      symlinkSync(join(base, target), join(base, 'deck/public', path))
    link('deck/public/img/logo.svg', 'icon.svg')
    link('elsewhere/passwords.txt', 'img/passwords.txt')
    link('elsewhere', 'more')
    link('nowhere', 'gone.txt')
    const [root, out] = [join(base, 'deck'), join(base, 'out')]
    copyFolder(join(root, 'public'), out, { within: root, overwrites: true })
    expect(readdirSync(out, { recursive: true }).sort()).toEqual(['icon.svg', 'img', 'img/logo.svg'])
  })
})

describe('style sheets', () => {
  const sheet = (text: string) => {
    write('deck/templates/theme/own.css', text)
    write('deck/templates/theme/wave.svg', '<svg/>')
    write('deck/public/img/a b.png', '')
    return sourceReader(project()).read()
  }

  test.each([
    ['.cover {\n  background: url("missing.png");\n}', 'missing.png', 2, 20],
    ["@font-face { src: url('../fonts/Own.woff2') format('woff2') }", '../fonts/Own.woff2', 1, 24],
    ['a { mask: url(/img/c.svg?2#x) }', '/img/c.svg?2#x', 1, 15],
  ])('that name a file which nobody has are an error: %s', async (text, address, line, column) => {
    const { diagnostics } = await sheet(text)
    expect(diagnostics.map(({ code, place, message }) => ({ code, place, message }))).toEqual([
      {
        code: 'missing-picture',
        place: { path: 'templates/theme/own.css', line, column, length: address.length },
        message: `missing picture or font "${address}" of a style sheet`,
      },
    ])
  })

  test.each([
    'a { background: url(wave.svg#part), url("/img/a%20b.png"), url(data:image/png;base64,AA) }',
    'a { filter: url(#blur); /* background: url(old.png) */ }',
  ])('that name what is there are fine: %s', async (text) => {
    expect((await sheet(text)).diagnostics).toEqual([])
  })
})
