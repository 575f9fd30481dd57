import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chartTypes } from '../../src/charts/chart-types.ts'
import { formatDiagnostic } from '../../src/compiler/code-frame.ts'
import { deckAsJson } from '../../src/export/deck-json.ts'
import { deckJson } from '../../src/export/deck-schema.ts'
import { chartsOf } from '../../src/model/deck.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { compile } from '../compile.ts'
import { picturesInExamples } from './_dark.ts'
import { readDeck } from './_decks.ts'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/examples.md'), 'utf8')
const templates = readDeck(root).filter(({ path }) => path.startsWith('templates/'))
const data = readDeck(join(import.meta.dirname, 'authoring'))

const charts = [...page.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text = '']) => text)
const slides = [...page.matchAll(/^````md\n([\s\S]*?)^````$/gm)].map(([, text = '']) => text)

const settingOf = (key: string, text: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(text)?.[1] ?? ''

/** The slide as the deck shows it, valid as data; any finding of the compiler fails. */
function build(text: string) {
  const file: SourceFile = { kind: 'text', path: 'slides/010-example.md', text }
  const { deck, diagnostics } = compile([...templates, ...data, file], {
    edition: 'presenter',
    pictures: new Set(picturesInExamples),
  })
  expect(diagnostics.map((each) => formatDiagnostic(each, text))).toEqual([])
  if (deck) expect(deckJson.safeParse(deckAsJson(deck, { places: true })).error).toBeUndefined()
  return deck?.slides[0]
}

describe('the charts of the examples', () => {
  it('are of every type', () => {
    expect(new Set(charts.map((text) => settingOf('type', text)))).toEqual(new Set(chartTypes.map(({ name }) => name)))
  })

  it.each(charts)('%s builds', (text) => {
    const slide = build(`---\nlayout: chart-and-points\ntitle: Example\n---\n\`\`\`chart\n${text}\`\`\`\nText.\n`)
    expect(slide && chartsOf(slide).map(({ chart }) => chart.type)).toEqual([settingOf('type', text)])
    expect(slide?.uses.length).toBeGreaterThan(0)
  })
})

describe('the slides of the examples', () => {
  it('are of every layout', () => {
    const shipped = templates.flatMap(({ path }) => /^templates\/layouts\/(.*)\.hbs$/.exec(path)?.[1] ?? [])
    const [plain] = page.split(/^## Classes$/m)
    const once = slides.filter((text) => plain?.includes(text)).map((text) => settingOf('layout', text))
    expect(once.sort()).toEqual(shipped.sort())
  })

  it('have classes that their layouts name', () => {
    const textOf = (layout: string): string =>
      readFileSync(join(root, 'templates/layouts', `${layout}.yaml`), 'utf8').split('\n')[0] ?? ''
    const unnamed = slides.flatMap((text) =>
      settingOf('class', text)
        .split(' ')
        .filter((name) => name !== '' && !new RegExp(`\\b${name}\\b`).test(textOf(settingOf('layout', text)))),
    )
    expect(unnamed).toEqual([])
  })

  it.each([
    ['cards', 'pictures large'],
    ['fact', 'picture'],
    ['fact', 'pictures'],
    ['connection', 'picture'],
    ['two-charts', 'whole'],
    ['lead', 'sentence'],
    ['one-chart', 'tall aligned'],
    ['diagram', 'layers'],
  ])('show %s with class %s, which the guide names', (layout, name) => {
    const shown = slides.filter((text) => settingOf('layout', text) === layout && settingOf('class', text) === name)
    expect(shown.length).toBeGreaterThan(0)
    const guide = readFileSync(join(root, 'docs/authoring.md'), 'utf8')
    for (const word of name.split(' ')) expect(guide).toContain(`\`${word}\``)
  })

  it('show plates on a base, and a section with a list', () => {
    const ofLayout = (layout: string): string =>
      slides.filter((text) => settingOf('layout', text) === layout).join('\n')
    expect(ofLayout('diagram')).toContain('## **Network**')
    expect(ofLayout('section')).toMatch(/^- /m)
  })

  it.each(slides)('%s builds', (text) => {
    expect(build(text)?.layout).toBe(settingOf('layout', text))
  })
})

it('the gallery shows each of them, with a picture that is there', () => {
  const gallery = readFileSync(join(root, 'docs/gallery.md'), 'utf8')
  for (const text of [...charts, ...slides]) expect(gallery).toContain(text)
  const pictures = [...gallery.matchAll(/\]\((gallery\/[^)]+)\)/g)].map(([, path = '']) => path)
  expect(pictures).toHaveLength(charts.length + slides.length)
  expect(pictures.filter((path) => !existsSync(join(root, 'docs', path)))).toEqual([])
})
