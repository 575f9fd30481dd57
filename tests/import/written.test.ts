import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileData } from '../../src/compiler/compile.ts'
import { digitsOf, isSameFigure } from '../../src/format/numbers/figure-digits.ts'
import { compare, parseDecimal, powerOfTen } from '../../src/model/rational.ts'
import type { SourceFile } from '../../src/model/source-file.ts'
import { checkWorkbook } from '../../src/project/import/check-workbook.ts'
import {
  type FinanceFile,
  ImportError,
  importChanges,
  openedDeck,
  prepareImport,
} from '../../src/project/import/import.ts'
import { importText, tableLines } from '../../src/project/import/import-table.ts'
import { tries } from '../long.ts'
import { book, day, deckFiles, sheet } from './_layouts.ts'

const mapping = `- file: q*.xlsx
  blocks:
    - {sheet: Income, labels: A, heads: 1, unit: USD mn, lines: {Net sales: sales, Tools: sales.tools, Profit: {metric: profit, optional: true}, Margin: {metric: margin, unit: "%", optional: true}}}
    - {sheet: Balance, labels: A, heads: 1, unit: USD k, lines: {Cash: {metric: cash, optional: true}}}
`
const n = (number: string, format = '0.0') => ({ number, format })

const quarter = (sales = '431.7', before = '412.3'): FinanceFile =>
  book(
    'q1.xlsx',
    sheet('Income', [
      ['', 'Q1 FY24', 'Q1 FY23'],
      ['Net sales', n(sales), n(before)],
      ['Tools', n('295.4'), n('280.1')],
      ['Profit', n('18.9'), ''],
    ]),
    sheet('Balance', [
      ['', day('2024-03-31')],
      ['Cash', n('91412', '#,##0')],
    ]),
  )

const texts = (files: readonly SourceFile[]): Readonly<Record<string, string>> =>
  Object.fromEntries(files.flatMap((file) => (file.kind === 'text' ? [[file.path, file.text]] : [])))

async function written(files: readonly SourceFile[], file: FinanceFile, note?: string): Promise<readonly SourceFile[]> {
  const deck = openedDeck('/deck', files)
  const changes = importChanges(deck, await prepareImport(deck, file), note)
  const made = { ...texts(files), ...Object.fromEntries(changes.map(({ path, after }) => [path, after])) }
  return Object.entries(made).map(([path, text]) => ({ kind: 'text', path, text }))
}

describe('an import', () => {
  test('fills the rows that a roll made, and says of each value where it stands', async () => {
    const after = texts(await written(deckFiles(mapping), quarter()))
    expect(after['data/figures/income.csv']).toBe(`metric,unit,Q1 FY23,Q4 FY23,Q1 FY24,source,at
sales,USD mn,412.3,455.1,,R23,Page 3
sales.tools,USD mn,280.1,301.9,,R23,Page 3
sales.parts,USD mn,132.2,153.2,,R23,Page 3
cost,USD mn,251.6,270.4,,R23,Page 3
profit,USD mn,-12.4,31.8,,R23,Page 3
margin,%,-3.0,7.0,,R23,Page 3
sales,USD mn,,,431.7,Q1FY24,Q1 FY24: q1.xlsx Income!B2
sales.tools,USD mn,,,295.4,Q1FY24,Q1 FY24: q1.xlsx Income!B3
profit,USD mn,,,18.9,Q1FY24,Q1 FY24: q1.xlsx Income!B4
`)
    expect(after['data/figures/balance.csv']).toBe(
      'metric,unit,2023-12-31,2024-03-31,source,at\ncash,USD mn,88.2,,R23,Page 5\ndebt,USD mn,140.5,,R23,Page 5\nstaff,persons,1204,,R23,Page 6\ncash,USD mn,,91.412,Q1FY24,2024-03-31: q1.xlsx Balance!B2\n',
    )
    expect(after['data/sources.yaml']).toMatch(
      /^Q1FY24: \{title: "Results, first quarter", date: 2024-05-02, workbooks: \{"q1\.xlsx": [0-9a-f]{64}\}\}$/m,
    )
  })

  test('gives each figure its own cell as its place', async () => {
    const data = compileData(await written(deckFiles(mapping), quarter()))?.data
    const sales = data?.figures.find(({ metric, period }) => metric === 'sales' && period.label === 'Q1 FY24')
    expect(sales?.sources).toEqual([{ document: 'Q1FY24', at: 'q1.xlsx Income!B2' }])
    expect(data?.documents.get('Q1FY24')?.workbooks?.get('q1.xlsx')).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is nothing new the second time, and a correction of the same document is written over', async () => {
    const once = await written(deckFiles(mapping), quarter())
    const again = await prepareImport(openedDeck('/deck', once), quarter())
    expect(tableLines(again)).toEqual([])
    const corrected = await prepareImport(openedDeck('/deck', once), quarter('431.9'))
    expect(tableLines(corrected).map(({ kind, before, after, at }) => [kind, before, after, at])).toEqual([
      ['changed', '431.7 USD mn', '431.9 USD mn', 'q1.xlsx Income!B2'],
    ])
    expect(texts(await written(once, quarter('431.9')))['data/figures/income.csv']).toContain(
      'sales,USD mn,,,431.9,Q1FY24,',
    )
  })

  test('a figure that changed in an old column is a vintage: refused until somebody says why', async () => {
    const files = deckFiles(mapping, {
      'data/figures/income.csv':
        'metric,unit,status,Q1 FY23,Q1 FY24,source,at,note\nsales,USD mn,,412.3,,R23,Page 3,\nsales.tools,USD mn,,280.1,,R23,Page 3,\n',
    })
    const deck = openedDeck('/deck', files)
    const prepared = await prepareImport(deck, quarter('431.7', '411.8'))
    expect(importText(prepared).split('\n')[1]).toMatch(
      /^restated +sales +Q1 FY23 +412\.3 USD mn +411\.8 USD mn +q1\.xlsx Income!C2 +Q1FY24$/,
    )
    expect(() => importChanges(deck, prepared, undefined)).toThrow(ImportError)
    const after = await written(files, quarter('431.7', '411.8'), 'Lease income moved to other income')
    const sales = compileData(after)?.data.figures.find(
      ({ metric, period }) => metric === 'sales' && period.label === 'Q1 FY23',
    )
    expect([sales?.status, sales?.note, sales?.earlier?.length]).toEqual([
      'restated',
      'Lease income moved to other income',
      1,
    ])
  })

  test('a number that somebody typed for the document moves to a row that says where it stands', async () => {
    const typed =
      'metric,unit,Q1 FY23,Q1 FY24,source,at\nsales,USD mn,412.3,431.5,Q1FY24,Page 2\nsales.tools,USD mn,280.1,295.4,Q1FY24,Page 2\n'
    const after = texts(await written(deckFiles(mapping, { 'data/figures/income.csv': typed }), quarter()))
    expect(after['data/figures/income.csv']?.split('\n').slice(1)).toEqual([
      'sales,USD mn,412.3,,Q1FY24,Page 2',
      'sales.tools,USD mn,280.1,295.4,Q1FY24,Page 2',
      'sales,USD mn,,431.7,Q1FY24,Q1 FY24: q1.xlsx Income!B2',
      '',
    ])
  })

  test('writes all or nothing: one bad cell, and no file changes', async () => {
    const bad = book(
      'q1.xlsx',
      sheet('Income', [
        ['', 'Q1 FY24'],
        ['Net sales', n('431.7')],
        ['Tools', 'tbc'],
      ]),
      sheet('Balance', [
        ['', day('2024-03-31')],
        ['Cash', 5],
      ]),
    )
    const deck = openedDeck('/deck', deckFiles(mapping))
    const prepared = await prepareImport(deck, bad)
    expect(() => importChanges(deck, prepared, undefined)).toThrow(/nothing written: 1 mistake in the file/)
  })

  test('two cells that state one figure differently are refused', async () => {
    const twice = `${mapping.replace('Tools: sales.tools', 'Tools: sales.tools, Sales again: sales')}`
    const file = book(
      'q1.xlsx',
      sheet('Income', [
        ['', 'Q1 FY24'],
        ['Net sales', n('431.7')],
        ['Tools', n('295.4')],
        ['Sales again', n('431.8')],
      ]),
      sheet('Balance', [
        ['', day('2024-03-31')],
        ['Cash', 5],
      ]),
    )
    const deck = openedDeck('/deck', deckFiles(twice))
    const prepared = await prepareImport(deck, file)
    expect(() => importChanges(deck, prepared, undefined)).toThrow(
      'nothing written: q1.xlsx Income!B2 and q1.xlsx Income!B4 state sales Q1 FY24 differently',
    )
  })
})

test.each([
  ['a metric that is not there', 'Net sales: sale', 'unknown-metric'],
  ['a unit of something else', 'Net sales: staff', 'invalid-unit'],
  ['a unit that is none', 'Net sales: {metric: sales, unit: USD zillion}', 'unknown-unit'],
  ['a sign that is none', 'Net sales: {metric: sales, sign: 2}', 'invalid-value'],
  ['a key that is misspelt', 'Net sales: {metric: sales, sing: -1}', 'unknown-key'],
])('%s is a mistake of data/import.yaml at its place', (_, line, code) => {
  const own = `- file: a.csv\n  blocks: [{labels: A, heads: 1, unit: USD mn, lines: {${line}}}]\n`
  const found = compileData(deckFiles(own))?.diagnostics.map((one) => [one.code, one.place.path, one.place.line])
  expect(found).toEqual([[code, 'data/import.yaml', 2]])
})

test('an entry without blocks and tags is a mistake', () => {
  expect(compileData(deckFiles('- file: a.csv\n'))?.diagnostics.map(({ code }) => code)).toEqual(['missing-key'])
})

test('a check against the workbook names each cell that no longer agrees', async () => {
  const once = openedDeck('/deck', await written(deckFiles(mapping), quarter()))
  expect(await checkWorkbook(once, quarter())).toEqual({
    text: 'q1.xlsx is the file that was imported: 4 of 4 cells agree',
    agrees: true,
  })
  expect(await checkWorkbook(once, quarter('431.8'))).toEqual({
    text: 'q1.xlsx is another file than was imported: 3 of 4 cells agree\nq1.xlsx Income!B2: sales Q1 FY24 is 431.7 USD mn in the deck and 431.8 USD mn in the file',
    agrees: false,
  })
  expect((await checkWorkbook(once, book('other.xlsx'))).agrees).toBe(false)
})

/** A number with its decimals, as a sheet shows it. */
const numbers = fc
  .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, decimals]) => {
    const text = String(Math.abs(digits)).padStart(decimals + 1, '0')
    const whole = decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`
    return { text: `${digits < 0 ? '-' : ''}${whole}`, decimals }
  })

test('what our own writer writes is imported with the same value and precision', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(numbers, { minLength: 1, maxLength: 6 }), async (list) => {
      const ids = list.map((_, index) => `m${index}`)
      const metrics = `metrics:\n${ids.map((id) => `  ${id}: {label: ${id}, unit: USD mn, kind: flow, polarity: more}\n`).join('')}`
      const own = `- {file: own.xlsx, blocks: [{labels: A, heads: 1, unit: USD mn, lines: {${ids.map((id) => `${id}: ${id}`).join(', ')}}}]}\n`
      const files = deckFiles(own, {
        'data/metrics.yaml': metrics,
        'data/figures/income.csv': 'metric,unit,Q1 FY23,source,at\n',
        'data/figures/balance.csv': 'metric,unit,2023-12-31,source\n',
      })
      const format = (decimals: number): string => (decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`)
      const file = book(
        'own.xlsx',
        sheet('S', [
          ['', 'Q1 FY24'],
          ...list.map(({ text, decimals }, index) => [ids[index] ?? '', n(text, format(decimals))]),
        ]),
      )
      const data = compileData(await written(files, file))?.data
      for (const [index, { text, decimals }] of list.entries()) {
        const figure = data?.figures.find(({ metric }) => metric === `m${index}`)
        const value = parseDecimal(text)?.value
        expect(figure && value && figure.value && compare(figure.value, value)).toBe(0)
        expect(figure && compare(figure.ulp, powerOfTen(-decimals))).toBe(0)
        expect(figure && isSameFigure(figure, figure) && digitsOf(figure, '.')).toBe(text.replace(/^-(?=[0.]+$)/, ''))
      }
    }),
    { numRuns: tries(25, 500), seed: 2009 },
  )
})
