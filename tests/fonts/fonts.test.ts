import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convert } from 'fontverter'
import { Blob, Face } from 'harfbuzzjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deckPage } from '../../src/build/deck-page.ts'
import { deckMeasure } from '../../src/charts/svg/measure.ts'
import { shippedLetters, shippedPart } from '../../src/format/letters/scripts.ts'
import { lettersOf } from '../../src/format/letters/text-face.ts'
import type { Project } from '../../src/project/project.ts'
import { deckSession } from '../../src/project/session.ts'
import { changed, textOf, writeDeck } from '../errors/_broken.ts'

const engine = join(import.meta.dirname, '../..')
const slidePath = 'slides/010-one.md'
const settings = textOf('data/deck.yaml')

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'quarterdeck-fonts-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

/** The letters of a font. */
async function letters(font: Buffer): Promise<ReadonlySet<number>> {
  return new Set(new Face(new Blob(Buffer.from(await convert(font, 'truetype')))).collectUnicodes())
}

/** A deck with one slide of that text, its fonts in fonts/ and in a package. */
function writeSmallDeck(text: string, fonts?: string, more = ''): Project {
  const deck = fonts === undefined ? settings : `${settings}fonts: ${fonts}\n${more}`
  writeDeck(root, changed({ [slidePath]: `---\nlayout: points\ntitle: One\n---\n${text}\n`, 'data/deck.yaml': deck }))
  mkdirSync(join(root, 'node_modules/letters/files'), { recursive: true })
  writeFileSync(join(root, 'node_modules/letters/package.json'), '{"name":"letters"}')
  for (const folder of ['fonts', 'node_modules/letters/files'])
    for (const name of ['Letters-Regular.woff2', 'Letters-Bold.woff2', 'OFL.txt'])
      cpSync(join(import.meta.dirname, name), join(root, folder, name))
  return { root, engine, edition: 'public' }
}

async function page(project: Project) {
  const session = deckSession(project, './assets/')
  const { sound, diagnostics } = await session.compile()
  return { diagnostics, page: sound && (await deckPage(session.render(sound), project)), sound }
}

const fontsOf = (files: readonly { readonly name: string; readonly content: string | Buffer }[]) =>
  files.filter(({ name }) => /fonts-.*\.css$|\.woff2$/.test(name))

describe('the letters of the shipped font', () => {
  it.each(['latin', 'vietnamese', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'] as const)(
    'are in its file, and nearly all of the file is listed: %s',
    async (part) => {
      const packages = createRequire(import.meta.url)
      const found = await letters(
        readFileSync(packages.resolve(`@fontsource-variable/inter/files/inter-${part}-wght-normal.woff2`)),
      )
      expect(lettersOf(shippedLetters(part)).filter((code) => !found.has(code))).toEqual([])
      expect([...found].filter((code) => code > 0x20 && shippedPart(code) === undefined).length).toBeLessThan(12)
    },
  )
})

describe('a page with letters beyond Latin', () => {
  it('is as it was where there are none', async () => {
    const { page: made } = await page(writeSmallDeck('Plain text, “quoted” – £3 △ → CO₂.'))
    expect(fontsOf(made?.files ?? [])).toEqual([])
    expect(made?.frame.fonts).toBeUndefined()
  })

  it.each([
    ['Czech', 'Příliš žluťoučký kůň', /^assets\/inter-latin-ext-wght-normal-[\w-]{10}\.woff2$/],
    ['Greek', 'Αποτελέσματα', /^assets\/inter-greek-wght-normal-[\w-]{10}\.woff2$/],
    ['Ukrainian', 'Європа', /^assets\/inter-cyrillic-wght-normal-[\w-]{10}\.woff2$/],
  ])('brings those of the shipped font along: %s', async (_, text, name) => {
    const { page: made, diagnostics } = await page(writeSmallDeck(text))
    expect(diagnostics).toEqual([])
    const [font, sheet] = fontsOf(made?.files ?? [])
    expect(font?.name).toMatch(name)
    expect(Buffer.byteLength(font?.content ?? '')).toBeLessThan(6000)
    const found = await letters(Buffer.from(font?.content ?? ''))
    const wanted = [...text].map((letter) => letter.codePointAt(0) ?? 0).filter((code) => code > 0xff)
    expect(wanted.filter((code) => !found.has(code))).toEqual([])
    expect(String(sheet?.content)).toContain('font-family: "Inter Variable"')
    expect(made?.frame.fonts).toBe(`./${sheet?.name}`)
  })

  it.each([
    ['files of the deck', '[fonts/Letters-Regular.woff2, fonts/Letters-Bold.woff2]'],
    ['a package', '[letters]'],
    ['a file of a package', '[letters/files/Letters-Regular.woff2]'],
  ])('brings along those of a font that the deck names: %s', async (_, fonts) => {
    const project = writeSmallDeck('東京の**売上高**は増収。', fonts, 'text-language: ja\n')
    const { page: made, diagnostics } = await page(project)
    expect(diagnostics).toEqual([])
    const found = fontsOf(made?.files ?? [])
    const sheet = String(found.at(-1)?.content)
    expect(sheet).toContain('font-weight: 400')
    expect(sheet.includes('font-weight: 700')).toBe(found.length === 3)
    expect(sheet).toMatch(/--qd-font: "Inter Variable", "Deck Scripts", Inter/)
    expect(sheet).toContain('line-break: strict')
    expect(made?.frame.language).toBe('ja')
    expect(made?.html).toContain('東京の<strong><wbr>売上高</strong>は<wbr>増収。')
    expect(made?.licences).toEqual([expect.stringContaining('SIL OPEN FONT LICENSE')])
    expect(await letters(Buffer.from(found[0]?.content ?? ''))).toEqual(
      new Set([...'東京の売上高は増収。'].map((one) => one.codePointAt(0))),
    )
    expect(fontsOf((await page(project)).page?.files ?? [])).toEqual(found)
  })

  it('is refused where a letter has no font, or the font is none', async () => {
    const at = async (text: string, fonts?: string) =>
      (await page(writeSmallDeck(text, fonts))).diagnostics.map(
        ({ message, place }) => `${message} ${place.path}:${place.line}:${place.column}`,
      )
    expect(await at('東京の名古屋')).toEqual([`missing font for "東京の名古屋" (Japanese) ${slidePath}:5:1`])
    expect(await at('東京の名古屋', '[letters]')).toContain(
      `missing font for "名古屋" (Chinese or Japanese) ${slidePath}:5:4`,
    )
    const hints = async (text: string) =>
      (await page(writeSmallDeck(text, '[letters]'))).diagnostics.map(({ hint }) => hint)
    expect(await hints('한국')).toEqual([expect.stringContaining('noto-sans-kr')])
    expect(await hints('ไทย')).toEqual([expect.stringContaining('noto-sans-thai')])
    expect((await at('東京', '[lettres]'))[0]).toMatch(/^unknown font "lettres" data\/deck\.yaml:\d+:9$/)
    expect((await at('東京', '[../outside.ttf]'))[0]).toMatch(/^unknown font "\.\.\/outside\.ttf"/)
    writeFileSync(join(root, 'fonts/none.ttf'), 'none')
    expect((await at('東京', '[fonts/none.ttf]'))[0]).toMatch(/^invalid font "fonts\/none\.ttf"/)
  })

  it('is measured with the font that it is set in', async () => {
    const { sound } = await page(writeSmallDeck('東京 Ž', '[letters]'))
    const measure = deckMeasure(sound?.assets.theme.faces)
    expect(measure('400 20px "Inter Variable"', '東京')).toBeCloseTo(40, 1)
    expect(measure('400 20px "Inter Variable"', '東京A')).toBeCloseTo(40 + measure('400 20px "Inter Variable"', 'A'), 1)
    expect(measure('400 20px "Inter Variable"', 'Ž')).toBeCloseTo(measure('400 20px "Inter Variable"', 'Z'), 1)
  })
})
