import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compile, createCompileMemory } from '../../src/compiler/compile.ts'
import { createRenderMemory } from '../../src/compiler/render/page-html.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { picturesOf } from '../../src/project/pictures.ts'
import { isLong, sample } from '../long.ts'
import { buildPage, readDeck } from './_decks.ts'

type Edit = (files: readonly SourceFile[]) => readonly SourceFile[]

const deck = readDeck(join(import.meta.dirname, 'kelpworks'))

const replace =
  (path: string, from: string, to: string): Edit =>
  (files) =>
    files.map((file) => {
      if (file.kind !== 'text' || file.path !== path) return file
      if (!file.text.includes(from)) throw new Error(`no ${from} in ${path}`)
      return { ...file, text: file.text.replace(from, to) }
    })

const without =
  (path: string): Edit =>
  (files) =>
    files.filter((file) => file.path !== path)

/** One after the other, as a person saves. */
const edits: readonly (readonly [string, Edit])[] = [
  ['a word of a slide', replace('slides/040-sales.md', 'Lead with', 'Begin with')],
  ['a figure', replace('data/figures/income.csv', '"1,104.5"', '"1,204.5"')],
  ['the same figure back', replace('data/figures/income.csv', '"1,204.5"', '"1,104.5"')],
  ['a mistake', replace('slides/040-sales.md', '"sales.fresh" "Q"', '"sales.fres" "Q"')],
  ['its correction', replace('slides/040-sales.md', '"sales.fres" "Q"', '"sales.fresh" "Q"')],
  ['a layout', replace('templates/layouts/points.hbs', '<h2>', '<h2 class="x">')],
  ['a partial', replace('templates/partials/foot.hbs', 'Source:', 'From')],
  ['a broken layout', replace('templates/layouts/points.hbs', '{{title}}', '{{titel}}')],
  ['its repair', replace('templates/layouts/points.hbs', '{{titel}}', '{{title}}')],
  ['the title of a section', replace('slides/030-results.md', 'Results of', 'Numbers of')],
  ['a label', replace('data/metrics.yaml', 'Fresh kelp', 'Wet kelp')],
  ['the company', replace('data/deck.yaml', 'Kelpworks & Daughters', 'Kelpworks & Sons')],
  ['a slide taken out', without('slides/020-agenda.md')],
  ['a table of data', replace('data/tables/sites.csv', 'Skerry|One', 'Skerry')],
]

describe('a compilation that keeps what has not changed', () => {
  it.each(['public', 'presenter'] as const)('gives what a fresh one gives after every edit, %s edition', (edition) => {
    const memory = createCompileMemory()
    const render = createRenderMemory()
    let files = deck
    for (const [what, edit] of edits) {
      files = edit(files)
      const kept = buildPage(files, { edition, memory, render })
      const fresh = buildPage(files, { edition })
      expect(kept.page?.html, what).toBe(fresh.page?.html)
      expect(kept.diagnostics, what).toEqual(fresh.diagnostics)
      expect(kept.deck, what).toEqual(fresh.deck)
      expect([...(kept.evidence?.facts.keys() ?? [])], what).toEqual([...(fresh.evidence?.facts.keys() ?? [])])
    }
  })

  it('renders only the slides that show a figure which changed', () => {
    const memory = createCompileMemory()
    const before = compile(deck, { edition: 'public', memory }).deck?.slides ?? []
    const edited = replace('data/figures/farms.csv', '1,3,', '1,4,')(deck)
    const after = compile(edited, { edition: 'public', memory }).deck?.slides ?? []
    expect(after.filter((slide, index) => slide !== before[index]).map(({ id }) => id)).toEqual(['sales', 'tables'])
    const again = compile(replace('data/figures/income.csv', '199.5', '199.6')(edited), { edition: 'public', memory })
    expect(
      again.deck?.slides.flatMap(({ id }, index) => (again.deck?.slides[index] === after[index] ? [id] : [])),
    ).toEqual(['cover', 'agenda', 'results', 'tables'])
  })

  it('renders only the slide whose text changed', () => {
    const memory = createCompileMemory()
    const before = compile(deck, { edition: 'public', memory }).deck?.slides ?? []
    const [[, edit] = ['', (files: readonly SourceFile[]) => files]] = edits
    const after = compile(edit(deck), { edition: 'public', memory }).deck?.slides ?? []
    expect(after.filter((slide, index) => slide !== before[index]).map(({ id }) => id)).toEqual(['sales'])
  })

  it('gives what a fresh one gives after figures of every file have changed', () => {
    const memory = createCompileMemory()
    const root = join(import.meta.dirname, '../..')
    const reference = readDeck(root)
    const pictures = picturesOf(root)
    const render = createRenderMemory()
    compile(reference, { edition: 'presenter', memory, pictures })
    const figures = reference.filter((file) => file.path.startsWith('data/figures/'))
    const chosen = sample(figures, 5, 1)
    let built = 0
    for (const { path } of chosen) {
      const files = reference.map((file) =>
        file.kind === 'text' && file.path === path
          ? {
              ...file,
              text: file.text.replace(/,(\d+)(\d)(?=,)/, (_, head, last) => `,${head}${(Number(last) + 1) % 10}`),
            }
          : file,
      )
      const kept = buildPage(files, { edition: 'presenter', memory, render, pictures })
      const fresh = buildPage(files, { edition: 'presenter', pictures })
      if (fresh.page) built += 1
      expect(kept.page?.html === fresh.page?.html, path).toBe(true)
      expect(kept.diagnostics, path).toEqual(fresh.diagnostics)
      expect([...(kept.evidence?.facts ?? [])], path).toEqual([...(fresh.evidence?.facts ?? [])])
    }
    expect(figures.length).toBeGreaterThan(8)
    expect(built).toBeGreaterThan(isLong ? 8 : 3)
  })
})
