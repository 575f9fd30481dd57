import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseData } from '../../src/compiler/parse/data/deck-data.ts'
import { dataBook, databookCsv, databookFile, databookJson } from '../../src/export/databook/databook.ts'
import { databookSpec } from '../../src/export/handout-schemas.ts'
import type { Figure } from '../../src/model/figure.ts'
import { toExactText } from '../../src/model/rational.ts'
import type { SourceFile, TextFile } from '../../src/model/source-file.ts'
import { readSheets } from '../../src/project/workbook/workbook.ts'
import { zipReader } from '../../src/project/workbook/zip.ts'
import { engine } from '../boundaries/imports.ts'
import { goldenDeck, readDeck } from '../golden/_decks.ts'
import { sample } from '../long.ts'
import { bookInput, recalculated, writtenCells } from './_books.ts'

const golden = ['aarvo', 'alba', 'kelpworks', 'lindqvist', 'nagasaka', 'tillman']
const decks: readonly (readonly [string, () => readonly SourceFile[]])[] = [
  ['the deck beside the engine', () => readDeck(engine)],
  ...golden.map((name) => [name, () => goldenDeck(join(import.meta.dirname, '../golden', name))] as const),
]

const editions = ['public', 'presenter'] as const
const all = decks.flatMap(([name, files]) => editions.map((edition) => [name, edition, files] as const))
const cases = [...all.slice(0, editions.length), ...sample(all.slice(editions.length), 5, 7)]

/** A figure by all that a reader of the data takes from it; places of cells differ. */
const figureText = ({ metric, period, scenario, measure, value, low, high, ulp, unit, ...rest }: Figure): string =>
  JSON.stringify([
    ...[metric, period.label, scenario, measure, value && toExactText(value), toExactText(low), toExactText(high)],
    ...[toExactText(ulp), unit, rest.status, rest.qualifier, rest.formula, rest.note],
    [...rest.sources].map(({ document, at }) => `${document} ${at}`).sort(),
    rest.earlier?.map((older) => figureText(older)),
  ])

/** The files of a deck with the sheets of a book in the place of its figures. */
function withBook(files: readonly SourceFile[], book: Buffer): readonly SourceFile[] {
  const sheets = readSheets(book).filter(({ rows }) => rows[0]?.[0] === 'metric')
  const rest = files.filter(({ path }) => !path.startsWith('data/figures/'))
  return [...rest, { kind: 'workbook', path: 'data/figures/book.xlsx', sheets }]
}

describe.each(cases)('the data book of %s, %s', (_, edition, files) => {
  const input = bookInput(files(), edition)
  const book = dataBook(input)
  const file = databookFile(book)

  test('has formulas that come out at the deck’s own numbers', () => {
    const formulas = recalculated(file)
    expect(
      formulas.filter(({ value, result }) => Math.abs(value - result) > 1e-9 * Math.max(1, Math.abs(value))),
    ).toEqual([])
    for (const { formula, fact, value } of book.entries) {
      const own = input.facts.get(fact)?.value
      if (formula === undefined || edition === 'public' || !own || !value) continue
      expect(
        [1, 0.01].some(
          (factor) =>
            Math.abs((Number(own.n) / Number(own.d)) * factor - Number(value.n) / Number(value.d)) <
            1e-9 * Math.abs(Number(own.n)) + 1e-9,
        ),
      ).toBe(true)
    }
  })

  test('names its cells once each, as workbooks take names', () => {
    const { names, cells } = writtenCells(file)
    expect(new Set([...names.keys()].map((name) => name.toLowerCase())).size).toBe(book.workbook.names.length)
    expect([...names].filter(([, at]) => !cells.has(at))).toEqual([])
    expect(
      [...names.keys()].filter((name) => !/^[\p{L}_][\p{L}\p{N}._]*$/u.test(name) || /^[A-Z]{1,3}\d+$/i.test(name)),
    ).toEqual([])
  })

  test('is the same bytes from the same deck, and says nobody’s name', () => {
    expect(databookFile(dataBook(bookInput(files(), edition))).equals(file)).toBe(true)
    const core = zipReader(file)('docProps/core.xml')
    expect(core).toContain(`${input.deck.head.date}T00:00:00Z`)
    expect(core).not.toMatch(/creator|lastModifiedBy/)
  })

  test('is read again as what it was made from', () => {
    const again = parseData(withBook(files(), file))
    expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const read = again.value?.figures.map(figureText).sort() ?? []
    if (edition === 'presenter') expect(read).toEqual(input.data.figures.map(figureText).sort())
    else {
      const printed = new Map(book.entries.map((entry) => [`${entry.metric}@${entry.period}#${entry.scenario}`, entry]))
      for (const { metric, period, scenario } of again.value?.figures ?? [])
        expect(printed.has(`${metric}@${period.label}#${scenario}`)).toBe(true)
    }
  })

  test('stands in CSV and JSON as well, number by number', () => {
    const { numbers } = databookSpec.parse(JSON.parse(databookJson(book, input)))
    expect(numbers.length).toBe(book.entries.length)
    expect(databookCsv(book).split('\n')[0]).toContain('sheet,name,fact,metric')
    expect(databookCsv(book)).not.toMatch(/(^|,)=/m)
  })
})

const edited = (files: readonly SourceFile[], path: RegExp, edit: (text: string) => string): readonly SourceFile[] =>
  files.map((file) => (file.kind === 'text' && path.test(file.path) ? { ...file, text: edit(file.text) } : file))

const text = (path: string, content: string): TextFile => ({ kind: 'text', path, text: content })

const small = (more: readonly TextFile[] = []): readonly SourceFile[] => [
  ...goldenDeck(join(engine, 'tests/golden/alba')).filter(({ path }) => path.startsWith('templates/')),
  text(
    'data/deck.yaml',
    'company: Example\ntitle: Results\ndate: 2021-02-03\nreporting-period: FY20\ncalendar: {start-month: 1, style: us}\n',
  ),
  text('data/sources.yaml', 'R1: {title: Report}\nR2: {title: CANARY-DOCUMENT}\n'),
  text(
    'data/metrics.yaml',
    'metrics:\n  sales: {label: Sales, unit: USD mn, kind: flow, polarity: more}\n  secret: {label: CANARY-LABEL, unit: USD mn, kind: flow, polarity: more}\n',
  ),
  text(
    'data/figures/CANARY-FILE.csv',
    'metric,unit,FY20,FY19,source,at,note\nsales,USD mn,412.6173,380.1,R1,p. 1,CANARY-NOTE\nsecret,USD mn,98765.4,,R2,CANARY-PLACE,\n',
  ),
  text(
    'slides/010-results.md',
    '---\nlayout: points\ntitle: "=Sales {{growth "sales" "FY"}}"\n---\n- {{figure "sales" "FY" decimals=1}}\n\nNote: CANARY-NOTES\n',
  ),
  text(
    'slides/020-aside.md',
    '---\nlayout: points\ntitle: CANARY-ASIDE\nhidden: true\n---\n- {{figure "secret" "FY"}}\n',
  ),
  ...more,
]

describe('what a public data book gives away', () => {
  const parts = (file: Buffer): string => {
    const read = zipReader(file)
    const names = [...read('[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)].map(([, name = '']) => name)
    return [...names, '_rels/.rels', 'xl/_rels/workbook.xml.rels'].map(read).join('\n')
  }
  test('is what its slides print, and nothing else', () => {
    const input = bookInput(small(), 'public')
    const book = dataBook(input)
    const all = [parts(databookFile(book)), databookCsv(book), databookJson(book, input)].join('\n')
    expect(all).toContain('412.6')
    expect(all).not.toMatch(/CANARY|98765|412\.6173|380\.1/)
    expect(book.entries.filter(({ formula }) => formula !== undefined)).toEqual([]) // sales of FY19 is on no slide
  })
  test('is more in the presenter edition: all figures, with formulas over them', () => {
    const input = bookInput(small(), 'presenter')
    const book = dataBook(input, { header: ['fact', 'rule'], rows: [['=1+1', 'C1']], stamp: [['engine', 'x']] })
    const all = parts(databookFile(book))
    for (const word of ['CANARY-FILE', 'CANARY-NOTE', '98765.4', '412.6173']) expect(all).toContain(word)
    expect(book.entries.find(({ formula }) => formula)?.formula).toBe('sales_FY20 / sales_FY19 - 1')
    expect(all).toContain('quotePrefix="1"')
    expect(all).not.toMatch(/<f>1\+1/)
  })
  test('is not changed by what the tie-out says', () => {
    const input = bookInput(small(), 'public')
    const list = { header: ['CANARY'], rows: [], stamp: [] }
    expect(databookFile(dataBook(input, list)).equals(databookFile(dataBook(input)))).toBe(true)
  })
})

test('the text of a number has the decimals of its cell, those that are zero too', () => {
  const files = edited(small(), /CANARY-FILE/, (all) => all.replace('412.6173', '412.0'))
  for (const edition of editions) {
    const book = dataBook(bookInput(files, edition))
    const texts = book.entries.filter(({ metric, period }) => metric === 'sales' && period === 'FY20')
    expect([edition, [...new Set(texts.map((entry) => entry.text))]]).toEqual([
      edition,
      expect.arrayContaining(['412.0']),
    ])
    expect(zipReader(databookFile(book))('xl/styles.xml')).toContain('builtinId="0"')
  }
})

test('a label that begins like a formula is text in every form', () => {
  const files = edited(small(), /metrics\.yaml/, (all) => all.replace('label: Sales', 'label: "=Sales+1"'))
  const book = dataBook(bookInput(files, 'public'))
  expect(databookCsv(book)).toContain(",'=Sales+1,")
  expect(zipReader(databookFile(book))('xl/worksheets/sheet3.xml')).toMatch(/t="inlineStr"><is><t[^>]*>=Sales\+1</)
})
