import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { newDeck } from '../cli/new.ts'
import { sourceReader } from './read.ts'
import { ownClasses, sharedTheme, themeSheet } from './theme.ts'

const engine = join(import.meta.dirname, '..', '..')
const layout = { 'layouts/quote.yaml': 'needs: {title: true}\n', 'layouts/quote.hbs': '<h2>{{title}}</h2>\n' }

let base: string
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'shared-theme-'))
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, folder, path)), { recursive: true })
    writeFileSync(join(base, folder, path), text)
  }
}

/** A deck that names a theme; the paths and texts of what it reads, and how it is styled. */
async function deckWith(theme: string, files: Readonly<Record<string, string>> = {}) {
  const root = join(base, 'deck')
  write('deck', { ...newDeck, 'data/deck.yaml': `${newDeck['data/deck.yaml'] ?? ''}theme: "${theme}"\n`, ...files })
  const sources = await sourceReader({ root, engine, edition: 'public' }).read()
  const text = (path: string): string => {
    const file = sources.files.find((one) => one.path === path)
    return file?.kind === 'text' ? file.text : ''
  }
  return { text, sheet: themeSheet({ root, engine }), codes: sources.diagnostics.map(({ code }) => code) }
}

describe('a theme that decks share', () => {
  test('gives layouts and style sheets from a folder, over the shipped ones and under those of the deck', async () => {
    write('house', { ...layout, 'layouts/points.hbs': 'house', 'brand.css': ':root {}', 'notes.yaml': 'a: 1' })
    const { text, sheet, codes } = await deckWith('../house', {
      'templates/own.css': ':root {}',
      'templates/layouts/quote.hbs': 'own',
    })
    expect(codes).toEqual([])
    expect(text('templates/layouts/points.hbs')).toBe('house')
    expect(text('templates/layouts/quote.hbs')).toBe('own')
    expect(text('templates/layouts/quote.yaml')).toContain('needs')
    expect(text('templates/notes.yaml')).toBe('')
    const order = ['theme/index.css', 'house/brand.css', 'templates/own.css'].map((name) => sheet.indexOf(name))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order.every((at) => at >= 0)).toBe(true)
  })

  test('names classes that slides may have, as the deck itself does', async () => {
    const sheet = '/* .said { } */ .boxed > p { background: url("a.png"); &.wide { margin: .5em } }'
    await deckWith('../house', { 'templates/own.css': sheet })
    write('house', { 'brand.css': '.reveal section.framed { color: red }' })
    expect([...ownClasses({ root: join(base, 'deck'), engine })].sort()).toEqual(['boxed', 'framed', 'reveal', 'wide'])
    expect([...ownClasses({ root: engine, engine })]).toEqual([])
  })

  test('may be a package, whose templates folder it is', async () => {
    write('deck/node_modules/@house/look', {
      'package.json': '{"name": "@house/look", "version": "1.0.0"}',
      ...Object.fromEntries(Object.entries(layout).map(([path, text]) => [`templates/${path}`, text])),
    })
    const { text, codes } = await deckWith('@house/look')
    expect(codes).toEqual([])
    expect(text('templates/layouts/quote.hbs')).toContain('<h2>')
  })

  test.each(['../nowhere', 'not-installed'])('that is not there (%s) is an error at its line', async (theme) => {
    expect((await deckWith(theme)).codes).toEqual(['missing-theme'])
    expect(sharedTheme(join(base, 'deck')).diagnostics[0]?.place).toMatchObject({ path: 'data/deck.yaml', column: 8 })
  })
})
