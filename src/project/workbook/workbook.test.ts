import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { SheetCell } from '../../model/source-file.ts'
import { formatById, numberFormat, plainNumber } from './number-format.ts'
import { readSheets } from './workbook.ts'

const textOf = (cell: SheetCell): string => (typeof cell === 'string' ? cell : cell.text)
const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, name))

describe('numberFormat', () => {
  it.each([
    ['73', '#,##0.0', '73.0'],
    ['69.7314', '0.0', '69.7'],
    ['0.0692', '0.0%', '6.9%'],
    ['-0.0692', '0.0%;[Red]-0.0%', '-6.9%'],
    ['0.14', '0%', '14%'],
    ['69731', '#,##0.0,', '69.7'],
    ['69731000', '#,##0,,', '70'],
    ['2176', '#,##0_);[Red]\\(#,##0\\)', '2176'],
    ['1206.5', '_-* #,##0.0\\ "€"_-;\\-* #,##0.0\\ "€"_-', '1206.5'],
    ['1206.5', '[$€-407] #,##0.00', '1206.50'],
    ['1.5', '0.0##', '1.5'],
    ['1.23456', '0.0##', '1.235'],
    ['0', '0.0', '0.0'],
    ['999.95', '0.0', '1000.0'],
    ['0.5', '# ?/?', '0.5'],
    ['12345', '0.00E+00', '12345'],
    ['69.7', 'General', '69.7'],
    ['69.7', '@', '69.7'],
    ['1500', '[>=1000]0,;0', '2'],
    ['500', '[>=1000]0,;0', '500'],
    ['-3', '0.0;-0.00;"nil"', '-3.00'],
  ])('shows %s in the format %s as %s', (stored, format, shown) => {
    expect(numberFormat(format).show(stored).digits).toBe(shown)
  })
})

describe('plainNumber', () => {
  it.each([
    ['69.700000000000003', '69.7'],
    ['1E-7', '0.0000001'],
    ['1.5E3', '1500'],
    ['1e22', '10000000000000000000000'],
  ])('reads %s as %s', (stored, digits) => {
    expect(plainNumber(stored)).toBe(digits)
  })
})

describe('formatById', () => {
  it("knows the workbook's own formats before Excel's", () => {
    const own = new Map([[164, '0.0%']])
    expect([164, 4, 0, 14].map((id) => formatById(id, own))).toEqual(['0.0%', '#,##0.00', undefined, 'yyyy-mm-dd'])
  })
})

test('a sheet is read as the text it shows: short digits, days, nothing for empty cells', () => {
  const [sheet] = readSheets(fixture('workbook.test.xlsx'))
  expect(sheet?.name).toBe('Results')
  expect(sheet?.rows.map((row) => row.map(textOf).join('|').replace(/\|+$/, ''))).toEqual([
    'metric|unit|FY24|note',
    'revenue.total|USD mn|69.7',
    'income.operating|USD mn|-16328|2025-05-14',
  ])
})

test('a sheet is read with the digits that its number formats show', () => {
  const sheets = readSheets(fixture('workbook-formats.test.xlsx'))
  expect(sheets.map(({ name }) => name)).toEqual(['Results', 'Rates & more'])
  expect(sheets.flatMap(({ rows }) => rows.map((row) => row.map(textOf).join('|')))).toEqual([
    'metric|unit|2024-03-31|FY24',
    'revenue.total|USD mn|73.0|69.7',
    'metric|unit|measure|FY24',
    'revenue.total|%|yoy|6.9%',
  ])
})
