import { describe, expect, test } from 'vitest'
import { compile } from '../../tests/compile.ts'
import { base, changed, textOf } from '../../tests/errors/_broken.ts'
import { compareSpec } from '../export/compare-schema.ts'
import type { SourceFile } from '../model/source-file.ts'
import { type ComparedDeck, type Comparison, compareDecks, isIdentical } from './compare-decks.ts'
import { compareHtml } from './report-html.ts'
import { compareText } from './report-text.ts'

const metrics = `metrics:
  sales: {label: Sales, unit: USD mn, kind: flow, polarity: more}
  profit: {label: Profit, unit: USD mn, kind: flow, polarity: more}
`
const figures = (sales: string, guided: string, profit = '10'): string =>
  `metric,unit,scenario,Q1 2023,Q1 2024,2024,source\nsales,USD mn,,${sales},120,,S1\nsales,USD mn,guidance,,,${guided},S1\nprofit,USD mn,,${profit},12,,S1\n`
const slides: Readonly<Record<string, string>> = {
  'slides/010-one.md':
    '---\nlayout: points\ntitle: Sales grew to {{figure "sales" "Q"}}\n---\nAfter {{figure "sales" "Q-4"}} a year before.\n',
  'slides/020-two.md':
    '---\nlayout: points\ntitle: We expect more\n---\nSales of {{figure "sales" "FY" scenario="guidance"}}\n',
  'slides/030-three.md': '---\nlayout: points\ntitle: Profit\n---\nProfit was {{figure "profit" "Q"}}\n',
}

const sound: Readonly<Record<string, string | undefined>> = {
  'data/deck.yaml': textOf('data/deck.yaml'),
  'data/metrics.yaml': `scenarios: {guidance: {label: Guidance, kind: forecast}}\n${metrics}`,
  'data/sources.yaml': 'S1: {title: Release, date: 2024-05-01}\n',
  ...Object.fromEntries(
    base.filter(({ path }) => /^data\/(figures|tables)\/|^slides\//.test(path)).map(({ path }) => [path, undefined]),
  ),
  'data/figures/all.csv': figures('100', '500'),
  ...slides,
}

function deck(other: Readonly<Record<string, string | undefined>> = {}): ComparedDeck {
  const files: readonly SourceFile[] = changed({ ...sound, ...other })
  const { deck: made, evidence, diagnostics } = compile(files, { edition: 'presenter' })
  if (!made || !evidence) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  const names = [...evidence.data.metrics.values()].flatMap(({ id, formerly = [] }) =>
    formerly.map((old) => [old, id] as const),
  )
  return { deck: made, facts: evidence.facts, names: new Map(names), waivers: [], tied: [0, 4] }
}

const between = (other: Readonly<Record<string, string | undefined>>): Comparison => compareDecks(deck(), deck(other))

const pageOf = (other: Readonly<Record<string, string | undefined>> = {}): string => {
  const [old, next] = [deck(), deck(other)]
  return compareHtml(compareDecks(old, next), { old: old.deck, next: next.deck, hashOf: (text) => String(text.length) })
}

describe('two decks', () => {
  test('are a page of both slides side by side, all their lines, those that changed outlined', () => {
    const page = pageOf({
      'data/figures/all.csv': figures('101', '500'),
      'slides/010-one.md': slides['slides/010-one.md']?.replace('Sales grew', 'Sales rose'),
      'slides/040-four.md': '---\nlayout: points\ntitle: Four\n---\nText.\n',
    })
    expect(page).toContain(
      '<div class="line title changed" tabindex="-1" data-line="0" data-kind="wording"><div>Sales <del>grew</del> to USD120 million</div><div>Sales <ins>rose</ins> to USD120 million</div></div>',
    )
    expect(page).toMatch(/data-kinds="wording figures"><h3>1 → 1 one: changed/)
    expect(page).toMatch(
      /data-kinds="slides"><h3>– → 4 four: added<\/h3><div class="sides"><div class="line title changed"[^>]*><div><\/div>/,
    )
    expect(page.match(/class="slide"/g)).toHaveLength(2)
  })

  test.each<Readonly<Record<string, string | undefined>>>([
    {},
    { 'data/figures/all.csv': figures('101', '520'), 'slides/030-three.md': undefined },
  ])('are JSON by schemas/compare.schema.json', (other) => {
    const json: unknown = JSON.parse(JSON.stringify(between(other)))
    expect(compareSpec.parse(json)).toEqual(json)
  })

  test('that are the same are one line', () => {
    const same = between({})
    expect(isIdentical(same)).toBe(true)
    expect(compareText(same)).toBe('no change: Results, Q1 2024, 2024-05-01')
    expect(pageOf()).toContain('No change.')
  })

  test('restated comparatives come first, then guidance with its way', () => {
    const { figures: found } = between({ 'data/figures/all.csv': figures('101', '520') })
    expect(found.map(({ kind, fact, before, after, way }) => [kind, fact, before, after, way])).toEqual([
      ['restated', 'sales@Q1 2023', '100', '101', undefined].map((each) => each && expect.stringContaining(each)),
      ['guidance', 'sales@2024#guidance', '500', '520', 'raised'].map((each) => each && expect.stringContaining(each)),
    ])
    expect(found[0]?.slides).toEqual(['one'])
  })

  test.each([
    ['520', 'raised'],
    ['480', 'cut'],
  ])('guidance of %s is %s', (guided, way) => {
    expect(between({ 'data/figures/all.csv': figures('100', guided) }).figures[0]?.way).toBe(way)
  })

  test('words that differ are distinguished from figures that do', () => {
    const [first, ...more] = between({
      'data/figures/all.csv': figures('101', '500'),
      'slides/010-one.md': slides['slides/010-one.md']?.replace('Sales grew', 'Sales rose'),
    }).slides
    expect(more).toEqual([])
    expect(first?.wording.map(({ where, pieces }) => [where, pieces.filter(({ kind }) => kind !== 'same')])).toEqual([
      [
        'title',
        [
          { kind: 'gone', text: 'grew' },
          { kind: 'new', text: 'rose' },
        ],
      ],
    ])
    expect(first?.figures.map(({ where }) => where)).toEqual(['text'])
  })

  test('slides that came, went and moved', () => {
    const { slides: found } = between({
      'slides/010-one.md': undefined,
      'slides/040-one.md': slides['slides/010-one.md'],
      'slides/030-three.md': undefined,
      'slides/050-four.md': '---\nlayout: points\ntitle: Four\n---\nText.\n',
    })
    expect(found.map(({ slide, kind, isMoved }) => [slide, kind, isMoved])).toEqual([
      ['one', 'changed', true],
      ['four', 'added', false],
      ['three', 'gone', false],
    ])
  })

  test('a metric that was renamed is followed by its former name', () => {
    const rename = (text = ''): string =>
      text.replaceAll('"profit"', '"earnings"').replace('profit,USD', 'earnings,USD')
    const renamed = between({
      'data/metrics.yaml': sound['data/metrics.yaml']?.replace('profit: {', 'earnings: {formerly: [profit], '),
      'data/figures/all.csv': rename(figures('100', '500')),
      'slides/030-three.md': rename(slides['slides/030-three.md']),
    })
    expect(renamed.figures).toEqual([])
    expect(renamed.shown).toEqual({ new: 0, gone: 0 })
  })

  test('hostile words are words on the page', () => {
    const page = pageOf({
      'slides/020-two.md': '---\nlayout: points\ntitle: "[[<script>alert(1)</script>]]"\n---\nText.\n',
    })
    expect(page).not.toContain('<script>alert')
    expect(page).toContain('&lt;script&gt;')
  })
})
