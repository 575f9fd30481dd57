import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatDiagnostic } from '../../src/compiler/code-frame.ts'
import { createCompileMemory } from '../../src/compiler/compile.ts'
import { createRenderMemory } from '../../src/compiler/render/page.ts'
import { type Block, plainText, textsIn } from '../../src/model/content.ts'
import { type Edition, type TableModel, type TableRow, tablesOf, titleOf } from '../../src/model/deck.ts'
import { textRunsOf } from '../../src/tieout/words/text-runs.ts'
import { buildPage, readDeck } from './_decks.ts'

/** Decks of made-up companies: other calendars, units, number styles and layouts than the reference deck's. */
const decks = ['alba', 'kelpworks', 'lindqvist']
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
  const files = readDeck(folder)
  const expected = (file: string): string => join(folder, 'expected', file)

  it.each(editions)('comes out as expected in the %s edition', async (edition) => {
    const { page, deck, evidence, diagnostics, assets } = buildPage(files, { edition })
    expect(deck).toBeDefined()
    const told = diagnostics.map((each) => formatDiagnostic(each, undefined)).join('\n')
    await expect(told).toMatchFileSnapshot(expected(`${edition}.diagnostics.txt`))
    const words = JSON.stringify(evidence?.config.language.page)
    await expect(`${page?.html.replace(words, '"…"')}\n`).toMatchFileSnapshot(expected(`${edition}.html`)) // the same in every deck
    const claims = deck?.slides.map((slide) => {
      const { id, section, uses, sources } = slide
      const lines = textRunsOf(slide).map(
        (run) => `${run.place.line}:${run.place.column} ${run.region} ${JSON.stringify(run.parts)}`,
      )
      const printed = uses.map(
        (use) =>
          `${use.place.line}:${use.place.column} ${use.key} ${use.fact} ${use.text} = ${use.displayed} ${use.displayUnit}`,
      )
      const [title, notes, tables] = [titleOf(slide), textOf(slide.notes), tablesOf(slide).map(rowsOf)]
      return { id, title, section, sources, notes, lines, printed, tables }
    })
    await expect(`${JSON.stringify(claims, null, 1)}\n`).toMatchFileSnapshot(expected(`${edition}.json`))
    const cards: unknown = JSON.parse(assets.get('facts.json') ?? '{}')
    await expect(`${JSON.stringify(cards, null, 1)}\n`).toMatchFileSnapshot(expected(`${edition}.facts.json`))
  })

  it('is the same, byte for byte, when compiled twice, with or without a cache', () => {
    const kept = { edition: 'presenter', memory: createCompileMemory(), render: createRenderMemory() } as const
    const pages = [buildPage(files, kept), buildPage(files, kept), buildPage(files, { edition: 'presenter' })]
    expect(new Set(pages.map(({ page }) => page?.html)).size).toBe(1)
  })

  it('shows neither notes nor hidden slides nor comments in the public edition', () => {
    const { page, deck, assets } = buildPage(files, { edition: 'public' })
    expect(deck).toBeDefined()
    const everything = [page?.html, ...assets.keys(), ...assets.values(), JSON.stringify(deck)].join('\n')
    for (const secret of ['Welcome', 'slowly', 'Nobody', 'nobody', 'secret', 'Hidden', 'class="notes"', '<!--'])
      expect(everything).not.toContain(secret)
  })
})
