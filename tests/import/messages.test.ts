import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { SourceFile } from '../../src/model/source-file.ts'
import { checkWorkbook } from '../../src/project/import/check-workbook.ts'
import { importChanges, openedDeck, prepareImport } from '../../src/project/import/import.ts'
import { importText } from '../../src/project/import/import-table.ts'
import { liveImport } from '../../src/project/import/live-import.ts'
import { book, csv, deckFiles, sheet } from './_layouts.ts'

const mapping = `- file: q*.*
  blocks:
    - {labels: A, heads: 1, unit: USD mn, lines: {Net sales: sales}}
`
const quarter = (...more: readonly (readonly (string | number)[])[]) =>
  book('q1.xlsx', sheet('Income', [['', 'Q1 FY24'], ['Net sales', 432], ...more]))

const withText = (files: readonly SourceFile[], path: string, text: string): readonly SourceFile[] =>
  files.map((file) => (file.kind === 'text' && file.path === path ? { ...file, text } : file))

test('data with mistakes are corrected first', () => {
  const files = withText(deckFiles(mapping), 'data/sources.yaml', 'R23: {title: Results, day: 2024-02-01}\n')
  expect(() => openedDeck('/deck', files)).toThrow(/^correct the data first: data\/sources\.yaml:1: /)
})

test.each([
  ['no workbook', 'q1.xlsx', /^invalid workbook q1\.xlsx: /],
  [
    'something else',
    'q1.pdf',
    'unsupported file q1.pdf: .xlsx, .csv, company facts in .json and filings in .htm, .html or .xhtml are read',
  ],
])('a file that is %s is refused', async (_, name, message) => {
  const deck = openedDeck('/deck', deckFiles(mapping))
  await expect(prepareImport(deck, { name, content: Buffer.from('words') })).rejects.toThrow(message)
})

test.each([
  ['q1.htm', '<html></html>', 'invalid filing: it is no inline XBRL document'],
  ['q1.json', '{}', 'invalid filing: it has no "facts"'],
  [
    'q1.json',
    JSON.stringify({ facts: { a: { B: { units: { USD: [{ val: 1 }] } } } } }),
    'invalid filing: a fact of a:B lacks its value, end, form, accession number or day of filing',
  ],
])('%s without what makes a filing is refused: %s', async (name, content, message) => {
  const deck = openedDeck('/deck', deckFiles('- file: q1.*\n  tags: {"a:B": sales}\n'))
  const { diagnostics } = await prepareImport(deck, { name, content: Buffer.from(content) })
  expect(diagnostics.map((one) => one.message)).toEqual([message])
})

test('rows that the mapping does not name are named', async () => {
  const deck = openedDeck('/deck', deckFiles(mapping))
  const text = importText(await prepareImport(deck, quarter(['Other income', 5])))
  expect(text).toContain('not in the mapping: "Other income" Income!A3')
})

test('of many such rows the first are named and the others counted', async () => {
  const deck = openedDeck('/deck', deckFiles(mapping))
  const rows = Array.from({ length: 23 }, (_, at) => [`Account ${at + 1}`, at])
  const text = importText(await prepareImport(deck, quarter(...rows)))
  expect(text).toMatch(/"Account 20" Income!A22, and 3 more$/)
})

test('figures need a file of documents', async () => {
  const deck = openedDeck('/deck', deckFiles(mapping))
  const prepared = await prepareImport(deck, quarter())
  const without = { ...deck, files: deck.files.filter(({ path }) => path !== 'data/sources.yaml') }
  expect(() => importChanges(without, prepared, undefined)).toThrow(/^missing data\/sources\.yaml: /)
})

test('what would leave a mistake in the data is not written', async () => {
  const deck = openedDeck('/deck', deckFiles(mapping))
  const prepared = await prepareImport(deck, quarter())
  const files = withText(
    deck.files,
    'data/figures/balance.csv',
    'metric,unit,2024-03-31,source,at\nnone,USD mn,1,R23,\n',
  )
  expect(() => importChanges({ ...deck, files }, prepared, undefined)).toThrow(
    /^nothing written: it would leave a mistake: data\/figures\/balance\.csv:2: /,
  )
})

test('a workbook that gave no figure, and one whose row is gone, are told apart', async () => {
  const deck = openedDeck('/deck', deckFiles(mapping))
  expect(await checkWorkbook(deck, quarter())).toEqual({
    text: 'no figure was imported from q1.xlsx',
    agrees: false,
  })
  const changes = importChanges(deck, await prepareImport(deck, quarter()), undefined)
  const files = changes.reduce((made, { path, after }) => withText(made, path, after), deck.files)
  const gone = book(
    'q1.xlsx',
    sheet('Income', [
      ['', 'Q1 FY24'],
      ['Sales', 432],
    ]),
  )
  expect((await checkWorkbook(openedDeck('/deck', files), gone)).text.split('\n')).toContain(
    'q1.xlsx Income!B2: sales Q1 FY24 is 432 USD mn in the deck, and the file has no such figure now',
  )
})

test('a table that was read again meanwhile is not written', async () => {
  const root = mkdtempSync(join(tmpdir(), 'quarterdeck-live-import-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const engine = resolve(import.meta.dirname, '../..')
  cpSync(join(engine, 'tests/golden/tillman/data'), join(root, 'data'), { recursive: true })
  writeFileSync(join(root, 'data/import.yaml'), mapping)
  const before = readFileSync(join(root, 'data/figures/q3.csv'), 'utf8')
  const live = liveImport({ root, engine })
  const file = csv(
    'q1.csv',
    ['Net sales;Q3 FY20', 'Net sales;2800.0'].map((line) => line.replaceAll(';', ',')),
  )
  const first = await live.read(file)
  await live.read(file)
  await expect(live.write(first.id, undefined)).rejects.toThrow('nothing written: the file was read again meanwhile')
  expect(readFileSync(join(root, 'data/figures/q3.csv'), 'utf8')).toBe(before)
})
