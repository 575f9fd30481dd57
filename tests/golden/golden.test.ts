import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCompileCache } from '../../src/compiler/cache.ts'
import { compile } from '../../src/compiler/compile.ts'
import { formatDiagnostic } from '../../src/compiler/frame.ts'
import type { Compilation, Edition } from '../../src/model/deck.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { readDeck } from './_decks.ts'

/** Decks of made-up companies: other calendars, units, number styles and layouts than the reference deck's. */
const decks = ['alba', 'kelpworks', 'lindqvist']
const editions: readonly Edition[] = ['presenter', 'public']

const drawChart = (): string => '<svg/>'

interface Built extends Compilation {
  readonly assets: ReadonlyMap<string, string>
}

function build(files: readonly SourceFile[], edition: Edition): Built {
  const assets = new Map<string, string>()
  const assetUrl = (name: string, content: string): string => {
    assets.set(name, content)
    return `assets/${name}`
  }
  return { ...compile(files, { edition, drawChart, assetUrl }), assets }
}

describe.each(decks)('the deck of %s', (name) => {
  const folder = join(import.meta.dirname, name)
  const files = readDeck(folder)
  const expected = (file: string): string => join(folder, 'expected', file)

  it.each(editions)('comes out as expected in the %s edition', async (edition) => {
    const { page, deck, diagnostics, assets } = build(files, edition)
    expect(deck).toBeDefined()
    const told = diagnostics.map((each) => formatDiagnostic(each, undefined)).join('\n')
    await expect(told).toMatchFileSnapshot(expected(`${edition}.diagnostics.txt`))
    const html = page?.html.replace(JSON.stringify(deck?.config.language.page), '"…"') // the same in every deck
    await expect(`${html}\n`).toMatchFileSnapshot(expected(`${edition}.html`))
    const claims = deck?.slides.map(({ id, title, section, uses, texts, sources, notes, tables }) => {
      const lines = texts.map(
        (run) => `${run.place.line}:${run.place.column} ${run.region} ${JSON.stringify(run.parts)}`,
      )
      const printed = uses.map(
        (use) =>
          `${use.place.line}:${use.place.column} ${use.key} ${use.fact} ${use.text} = ${use.displayed} ${use.displayUnit}`,
      )
      return { id, title, section, sources, notes, lines, printed, tables: tables.map(({ rows }) => rows) }
    })
    await expect(`${JSON.stringify(claims, null, 1)}\n`).toMatchFileSnapshot(expected(`${edition}.json`))
    const cards: unknown = JSON.parse(assets.get('facts.json') ?? '{}')
    await expect(`${JSON.stringify(cards, null, 1)}\n`).toMatchFileSnapshot(expected(`${edition}.facts.json`))
  })

  it('is the same, byte for byte, when compiled twice, with or without a cache', () => {
    const cache = createCompileCache()
    const options = { edition: 'presenter', drawChart, cache } as const
    const pages = [
      compile(files, options),
      compile(files, options),
      compile(files, { edition: 'presenter', drawChart }),
    ]
    expect(new Set(pages.map(({ page }) => page?.html)).size).toBe(1)
  })

  it('shows neither notes nor hidden slides nor comments in the public edition', () => {
    const { page, deck, assets } = build(files, 'public')
    expect(deck).toBeDefined()
    const everything = [
      page?.html,
      ...assets.keys(),
      ...assets.values(),
      JSON.stringify(deck?.slides.map((slide) => slide)),
    ].join('\n')
    for (const secret of ['Welcome', 'slowly', 'Nobody', 'nobody', 'secret', 'Hidden', 'class="notes"', '<!--'])
      expect(everything).not.toContain(secret)
  })
})
