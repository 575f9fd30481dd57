import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatDiagnostic } from '../../src/compiler/code-frame.ts'
import { createCompileMemory } from '../../src/compiler/compile.ts'
import { createRenderMemory } from '../../src/compiler/render/page-html.ts'
import { type Block, plainText, textsIn } from '../../src/model/content.ts'
import { type Edition, type TableModel, type TableRow, tablesOf, titleOf } from '../../src/model/deck.ts'
import { textRunsOf } from '../../src/tieout/words/text-runs.ts'
import { anyLetter, buildPage, goldenDeck, readDeck } from './_decks.ts'
import { longestLine, readableHtml } from './_readable.ts'

/** Decks of made-up companies: other calendars, units, number styles and layouts than the reference deck's. */
const decks = ['aarvo', 'alba', 'kelpworks', 'lindqvist', 'morgental', 'nagasaka', 'tillman']
const editions: readonly Edition[] = ['presenter', 'public']

const textOf = (blocks: readonly Block[]): string =>
  textsIn(blocks)
    .map(({ runs }) => plainText(runs))
    .join('\n')

const rowsOf = ({ rows }: TableModel): unknown =>
  rows.map(({ label, kind, indent, cells }: TableRow) => {
    const figures = cells.map(({ runs }) => {
      const figure = runs.find((run) => run.kind === 'figure')
      return { text: plainText(runs), use: figure?.use ?? null, fact: figure?.fact ?? null }
    })
    return { label: plainText(label), total: kind === 'total', indent, cells: figures }
  })

describe.each(decks)('the deck of %s', (name) => {
  const folder = join(import.meta.dirname, name)
  const files = goldenDeck(folder)
  const expected = (file: string): string => join(folder, 'expected', file)

  it.each(editions)('comes out as expected in the %s edition', async (edition) => {
    const { page, deck, evidence, diagnostics, assets } = buildPage(files, { edition, fonts: anyLetter })
    expect(deck).toBeDefined()
    const told = diagnostics.map((each) => formatDiagnostic(each, undefined)).join('\n')
    await expect(told).toMatchFileSnapshot(expected(`${edition}.diagnostics.txt`))
    const words = JSON.stringify(evidence?.config.language.page)
    await expect(readableHtml(`${page?.html.replace(words, '"…"')}`)).toMatchFileSnapshot(expected(`${edition}.html`)) // the same in every deck
    const claims = deck?.slides.map((slide) => {
      const { id, section, uses, sources } = slide
      const lines = textRunsOf(slide).map(({ place, region, parts }) => [
        `${place.line}:${place.column} ${region}`,
        ...parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))),
      ])
      const printed = uses.map(
        (use) =>
          `${use.place.line}:${use.place.column} ${use.key} ${use.fact} ${use.text} = ${use.displayed} ${use.displayUnit}`,
      )
      const [title, notes, tables] = [titleOf(slide), textOf(slide.notes), tablesOf(slide).map(rowsOf)]
      return { id, title, section, sources, notes, lines, printed, tables }
    })
    await expect(`${JSON.stringify(claims, null, 2)}\n`).toMatchFileSnapshot(expected(`${edition}.json`))
    const cards: unknown = JSON.parse(assets.get('facts.json') ?? '{}')
    await expect(`${JSON.stringify(cards, null, 2)}\n`).toMatchFileSnapshot(expected(`${edition}.facts.json`))
  })

  it('is the same, byte for byte, when compiled twice, with or without a cache', () => {
    const kept = {
      edition: 'presenter',
      fonts: anyLetter,
      memory: createCompileMemory(),
      render: createRenderMemory(),
    } as const
    const pages = [
      buildPage(files, kept),
      buildPage(files, kept),
      buildPage(files, { edition: 'presenter', fonts: anyLetter, memory: createCompileMemory() }),
    ]
    expect(new Set(pages.map(({ page }) => page?.html)).size).toBe(1)
  })

  it('shows neither notes nor hidden slides nor comments in the public edition', () => {
    const { page, deck, assets } = buildPage(files, { edition: 'public', fonts: anyLetter })
    expect(deck).toBeDefined()
    const everything = [page?.html, ...assets.keys(), ...assets.values(), JSON.stringify(deck)].join('\n')
    for (const secret of ['Welcome', 'slowly', 'Nobody', 'nobody', 'secret', 'Hidden', 'class="notes"', '<!--'])
      expect(everything).not.toContain(secret)
  })
})

describe('the expected files', () => {
  const files = decks.flatMap((name) => {
    const folder = join(import.meta.dirname, name, 'expected')
    return readdirSync(folder).map((file) => join(folder, file))
  })

  it.each(files.map((file) => file.slice(import.meta.dirname.length + 1)))('%s can be read line by line', (file) => {
    const lines = readFileSync(join(import.meta.dirname, file), 'utf8').split('\n')
    // A text of JSON cannot be broken either.
    const isOneText = (line: string): boolean => /^ *(?:"(?:[^"\\]|\\.)*": )?"(?:[^"\\]|\\.)*",?$/.test(line)
    // One attribute, such as what is said of a chart, cannot be broken without changing it.
    const isOneAttribute = (line: string): boolean => /^ *[\w-]+="[^"]*"[ />]*$/.test(line) && line.length <= 300
    expect(lines.filter((line) => line.length > longestLine && !isOneAttribute(line) && !isOneText(line))).toEqual([])
  })
})

describe('what makes a page readable', () => {
  it('changes nothing but white space where it has no meaning', () => {
    const page = buildPage(readDeck(join(import.meta.dirname, 'lindqvist')), { edition: 'presenter' }).page?.html ?? ''
    const bare = (html: string): string => html.replace(/\s+/g, '')
    expect(bare(readableHtml(page))).toBe(bare(page))
  })

  it('keeps the spaces between words and figures', () => {
    const html = '<ul><li><b>a</b> <i>b</i><i>c</i></li>\n<li>d</li></ul>'
    expect(readableHtml(html)).toBe('<ul>\n  <li><b>a</b> <i>b</i><i>c</i></li>\n  <li>d</li>\n</ul>\n')
  })
})
