import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatDiagnostic } from '../../src/compiler/code-frame.ts'
import type { SheetCell, SourceFile } from '../../src/model/source-file.ts'
import { boundDeck } from '../../src/project/tie.ts'
import { tieOut } from '../../src/tieout/tie-out.ts'
import { needsRoundingNote } from '../../src/tieout/words/rounding-notes.ts'
import { compile } from '../compile.ts'
import { type BuiltPage, buildPage, readDeck } from './_decks.ts'

const root = join(import.meta.dirname, '../..')
const guide = readFileSync(join(root, 'docs/authoring.md'), 'utf8')
const templates = readDeck(root).filter(({ path }) => path.startsWith('templates/'))
/** A made-up company with every metric that the page names. */
const data = readDeck(join(import.meta.dirname, 'authoring'))

const sections = new Map(
  guide.split(/^## /m).map((part): [string, string] => [part.slice(0, part.indexOf('\n')).trim(), part]),
)
const fences = (section: string): readonly string[] =>
  [...(sections.get(section) ?? '').matchAll(/^(`{3,})(\w+)\n([\s\S]*?)^\1$/gm)].map(([, , , text = '']) => text)

function build(files: readonly SourceFile[]): BuiltPage {
  return buildPage([...templates, ...data, ...files], { edition: 'presenter' })
}

function slide(body: string, front = 'layout: everything\ntitle: Example'): SourceFile {
  return { kind: 'text', path: 'slides/010-example.md', text: `---\n${front}\n---\n${body}\n` }
}

/** A layout that takes whatever there is. */
const everything: readonly SourceFile[] = [
  { kind: 'text', path: 'templates/layouts/everything.hbs', text: '<h2>{{title}}</h2>{{body}}' },
  { kind: 'text', path: 'templates/layouts/everything.yaml', text: 'needs: {}' },
]

function expectSound(files: readonly SourceFile[]): NonNullable<BuiltPage['page']> {
  const { page, diagnostics } = build([...everything, ...files])
  const told = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((each) => formatDiagnostic(each, undefined))
  expect(told).toEqual([])
  if (!page) throw new Error('no deck')
  return page
}

describe('the example slide of the guide', () => {
  it('builds', () => {
    const [text = ''] = fences('Slides')
    const section: SourceFile = {
      kind: 'text',
      path: 'slides/100-results.md',
      text: '---\nlayout: section\ntitle: Results\nsection: results\n---\n',
    }
    const deck = expectSound([section, { kind: 'text', path: 'slides/160-revenues.md', text }])
    expect(deck.slides.map(({ id }) => id)).toEqual(['results', 'revenues'])
  })
})

describe('the settings of the guide', () => {
  const [config = ''] = fences('data/deck.yaml')
  const [metrics = ''] = fences('data/metrics.yaml')
  const [figures = ''] = fences('data/figures/*.csv and *.xlsx')

  it.each([
    ['data/deck.yaml', config],
    ['data/metrics.yaml', metrics],
    ['data/figures/guide.csv', figures],
  ])('%s is read without a finding about its form', (path, text) => {
    const { diagnostics } = build([{ kind: 'text', path, text }, slide('Text.'), ...everything])
    const form = ['invalid-yaml', 'unknown-key', 'missing-key', 'invalid-value', 'invalid-csv', 'unknown-column']
    const found = diagnostics.filter(({ code, place }) => place.path === path && form.includes(code))
    expect(found.map((each) => formatDiagnostic(each, text))).toEqual([])
  })
})

const rows = [...(sections.get('Placeholders') ?? '').matchAll(/^\| `(.*?)` \| (.*?) \|$/gm)]
const examples = rows
  .map(([, write = '', get = '']) => ({ write: write.replaceAll('\\|', '|'), get }))
  .filter(({ write }) => !write.startsWith('{{#'))

describe('the placeholders of the guide', () => {
  it.each(examples)('$write prints $get', ({ write, get }) => {
    const deck = expectSound([slide(write)])
    const [example] = deck.slides
    const printed = (example?.html ?? '')
      .replace(/<[^>]*>/g, '')
      .replace('Example', '')
      .trim()
    const expected = /^[A-Za-z ]*the number/.test(get) ? /\d/ : get.replace(/\s*\(.*$/, '').trim()
    if (typeof expected === 'string') expect(printed.replaceAll('&#39;', "'")).toBe(expected)
    else expect(printed).toMatch(expected)
  })

  it.each([
    '{{#if (has "revenue.total" "FY+1" scenario="target")}}there{{else}}not there{{/if}}',
    '{{#each (table "services") as |row|}}\n- {{row.name}}\n{{/each}}',
  ])('the block %s builds', (text) => {
    expectSound([slide(text)])
  })
})

const chartExamples = fences('Chart blocks')
const tableExamples = fences('Table blocks')
const tilesExamples = fences('Tiles blocks')

describe('the blocks of the guide', () => {
  it.each(chartExamples.flatMap((text) => variants(text)))('chart: %s', (text) => {
    const deck = expectSound([slide(`\`\`\`chart\n${text}\n\`\`\``)])
    expect(deck.slides[0]?.charts).toHaveLength(1)
  })

  it.each(tableExamples)('table: %s', (text) => {
    const deck = expectSound([slide(`\`\`\`table\n${text}\n\`\`\``)])
    expect(deck.slides[0]?.html.match(/<figure class="table"/g)).toHaveLength(1)
  })

  it.each(tilesExamples)('tiles: %s', (text) => {
    const deck = expectSound([slide(`\`\`\`tiles\n${text}\n\`\`\``)])
    expect(deck.slides[0]?.html).toContain('class="tile-value"')
  })
})

/** The first example lists all keys of several types at once; it is built for the types that take each. */
function variants(text: string): readonly string[] {
  if (!/^type: stacked-column +#/.test(text)) return [text]
  const own = (...keys: readonly string[]): string =>
    text
      .split('\n')
      .map((line) => line.replace(/ +#.*$/, '').replace(/ +\|.*$/, ''))
      .filter((line) => keys.includes(line.split(':')[0] ?? ''))
      .join('\n')
  const common = ['title', 'periods', 'unit', 'decimals', 'highlight', 'labels', 'notes']
  return [
    `type: stacked-column\nseries: [revenue.recurring, revenue.one-time]\ntotals: revenue.total\nyoy: revenue.total\n${own(...common)}`,
    `type: column-line\nseries: [revenue.total]\n${own('ratio', ...common)}`,
    `type: column\nseries: [revenue.total]\n${own('differences', 'cagr', 'highlight', 'labels', 'notes')}\nperiods: FY05..FY08`,
  ]
}

describe('the layouts of the guide', () => {
  it('are those that are shipped', () => {
    const shipped = templates.flatMap(({ path }) => /^templates\/layouts\/(.*)\.hbs$/.exec(path)?.[1] ?? [])
    const named = [...(sections.get('Layouts') ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name)
    expect(shipped.filter((name) => !named.includes(name))).toEqual([])
  })
})

describe('the layout of the guide', () => {
  it('builds with what it needs', () => {
    const [contract = '', template = ''] = fences('Layouts')
    const own: readonly SourceFile[] = [
      { kind: 'text', path: 'templates/layouts/own.yaml', text: contract },
      { kind: 'text', path: 'templates/layouts/own.hbs', text: template },
    ]
    const body = '```chart\ntype: column\nseries: [revenue.total]\nperiods: [FY-1, FY]\n```\nThe lead.'
    const front = 'layout: own\ntitle: Example\nfields: {caption: Revenue in the year}'
    const deck = expectSound([...own, slide(body, front)])
    expect(deck.slides[0]?.html).toContain('<p>Revenue in the year</p>')
    expect(deck.slides[0]?.html).toContain('<p>The lead.</p>')
  })
})

/** The files that a section shows, each after a line with its name: a fence, or of a workbook the rows of a table. */
function filesIn(section: string): readonly SourceFile[] {
  const text = sections.get(section) ?? ''
  const texts = [...text.matchAll(/^`([\w/.-]+)`\n(`{3,})\w+\n([\s\S]*?)^\2$/gm)].map(
    ([, path = '', , content = '']): SourceFile => ({ kind: 'text', path, text: content }),
  )
  const books = [...text.matchAll(/^`([\w/.-]+\.xlsx)`\n\n((?:\|.*\n)+)/gm)].map(
    ([, path = '', table = '']): SourceFile => ({
      kind: 'workbook',
      path,
      sheets: [{ name: 'Sheet 1', rows: sheetOf(table) }],
    }),
  )
  return [...texts, ...books]
}

const sheetOf = (table: string): readonly (readonly SheetCell[])[] =>
  table
    .trim()
    .split('\n')
    .filter((line) => !line.startsWith('|--'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell): SheetCell => (/^[\d.]+$/.test(cell.trim()) ? { kind: 'number', text: cell.trim() } : cell.trim())),
    )

/** The deck of the first section with what another one changes in it. */
function deckOf(section: string, more: Readonly<Record<string, string>> = {}): Compiled {
  const own = filesIn(section)
  const isInBook = own.some(({ kind }) => kind === 'workbook')
  const first = filesIn('Your first results table').filter(({ path }) => !isInBook || !path.endsWith('.csv'))
  const files = new Map([...templates, ...first, ...own].map((file) => [file.path, file]))
  for (const [path, line] of Object.entries(more)) {
    const file = files.get(path)
    if (file?.kind === 'text') files.set(path, { ...file, text: `${file.text}${line}\n` })
  }
  const sources = [...files.values()]
  const { deck, evidence, diagnostics } = compile(sources, { edition: 'presenter', needsRoundingNote })
  const findings = deck && evidence ? tieOut(boundDeck({ deck, evidence }), { files: sources }).diagnostics : []
  const text = JSON.stringify(deck?.slides ?? [])
  return { told: [...diagnostics, ...findings].map(({ code, message }) => `${code} ${message}`), text }
}

interface Compiled {
  readonly told: readonly string[]
  readonly text: string
}

describe('the decks of the guide compile and tie out without a finding', () => {
  it.each([
    ['Your first results table', {}, ['8.5', '+6.1%', 'USD35.1 million']],
    ['Earnings per share', { 'data/deck.yaml': 'units: {shares: {}}' }, ['USD1.17 per share']],
    ['Weeks', {}, ['12 weeks ended October 3, 2020', '40 weeks ended October 3, 2020']],
    ['Two documents, one fact', {}, ['USD380.1 million', 'USD29.8 million']],
    ['From your workbook', {}, ['USD412.6 million', 'up 8.6% YoY']],
  ] as const)('%s', (section, more, shown) => {
    expect(filesIn(section).length).toBeGreaterThanOrEqual(2)
    const { told, text } = deckOf(section, more)
    expect(told).toEqual([])
    for (const part of shown) expect(text).toContain(part)
  })
})
