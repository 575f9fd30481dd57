import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { en } from '../../src/language/en.ts'
import type { ChartModel } from '../../src/model/chart.ts'
import type { BoundDeck, Edition } from '../../src/model/deck.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { picturesOf } from '../../src/project/pictures.ts'
import { tickLines } from '../../src/tieout/report/figure-ticks.ts'
import { reportFiles } from '../../src/tieout/report/report-html.ts'
import { rules } from '../../src/tieout/rules.ts'
import { tieOut } from '../../src/tieout/tie-out.ts'
import { needsRoundingNote } from '../../src/tieout/words/rounding-notes.ts'
import { buildPage, goldenDeck } from '../golden/_decks.ts'
import { sample } from '../long.ts'
import { literalsOf, pseudoLanguage, pseudoTag } from './pseudo.ts'
import { strangersIn, stringsIn, visibleTexts } from './visible.ts'

const root = join(import.meta.dirname, '../..')
const decks = new Map<string, string>([
  ...['alba', 'kelpworks', 'lindqvist', 'tillman'].map((name): [string, string] => [
    name,
    join(root, 'tests/golden', name),
  ]),
  ['the reference deck', root],
])
const editions: readonly Edition[] = ['public', 'presenter']

const chartCodes = new Set(
  'id type fact mark axis drawn step scenario series kind labels legend sources panels tone'.split(' '),
)
const cardCodes = new Set(['status', 'inputs', 'url', 'ticks'])

/** Each text once: a deck says the same many times. */
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

/** A text without the codes of figures, which are English words as well. */
const wordsOf = (path: string, text: string): string =>
  path.startsWith('data/figures/')
    ? text.replace(/(?<=^|[,;])(?:published|derived|range|restated|actual|target)(?=[,;]|$)/gm, '')
    : text

/** The deck in the pseudo-language, and everything that its author wrote. */
function pseudoDeck(folder: string): { readonly files: readonly SourceFile[]; readonly written: string } {
  const files = goldenDeck(folder).map((file): SourceFile => {
    if (file.kind !== 'text' || file.path !== 'data/deck.yaml') return file
    return { ...file, text: file.text.replace(/^language: \S+/m, `language: ${pseudoTag}`) }
  })
  const texts = files.flatMap((file) =>
    file.kind === 'text' && !/\.(?:css|svg)$/.test(file.path) ? [wordsOf(file.path, file.text), file.path] : [],
  )
  return { files, written: texts.join('\n') }
}

function build(folder: string, edition: Edition) {
  const { files, written } = pseudoDeck(folder)
  const pictures = picturesOf(folder)
  const made = buildPage(files, { edition, needsRoundingNote, languages: [pseudoLanguage], pictures })
  const { evidence, page, assets } = made
  if (!made.deck || !evidence || !page) throw new Error(made.diagnostics.map(({ message }) => message).join('\n'))
  const deck: BoundDeck = { ...evidence, slides: made.deck.slides }
  const strangers = strangersIn({
    text: written,
    literals: literalsOf({ ...en, claims: undefined, commonWords: undefined }),
  })
  const charts: Readonly<Record<string, ChartModel>> = JSON.parse(assets.get('charts.json') ?? '')
  const cards: unknown = JSON.parse(assets.get('facts.json') ?? '')
  return { deck, files, html: page.html, charts, cards, strangers }
}

const all = [...decks].flatMap(([name, folder]) => editions.map((edition) => ({ name, folder, edition })))

describe.each([...sample(all.slice(0, -1), 3, 3), ...all.slice(-1)])(
  'in a language of brackets, $name ($edition)',
  ({ folder, edition }) => {
    const { deck, files, html, charts, cards, strangers } = build(folder, edition)

    test('the page says nothing of its own without them', () => {
      expect(distinct(visibleTexts(html)).flatMap(strangers)).toEqual([])
      expect(html).toContain('⟦')
    })

    test('nor do charts', () => {
      const texts = Object.values(charts)
        .flatMap(partsOf)
        .flatMap((part) => stringsIn(part, chartCodes))
      expect(distinct(texts).flatMap(strangers)).toEqual([])
    })

    test('nor do the cards of figures', () => {
      expect(distinct(stringsIn(cards, cardCodes)).flatMap(strangers)).toEqual([])
    })

    test('nor does the tie-out report', () => {
      const result = tieOut(deck, { files })
      const report = reportFiles(deck, result).find(({ name }) => name === 'tie-out.html')?.content ?? ''
      expect(distinct(visibleTexts(report)).flatMap(strangers)).toEqual([])
      const ticks = [...tickLines(result.findings, deck.config.language).values()].flat()
      expect(ticks.length).toBeGreaterThan(0)
      expect(distinct(ticks).flatMap(strangers)).toEqual([])
    })
  },
)

/** A chart, its series and panels: `series` is a list of them, or in an arrow a code. */
function partsOf(model: ChartModel): readonly unknown[] {
  return [model, ...model.series, ...(model.panels ?? []).flatMap(partsOf)]
}

test('English says of each rule what the rule itself says', () => {
  const titles = Object.fromEntries(rules.map(({ id, title }) => [id, title]))
  expect(en.report.rules).toMatchObject(titles)
})
