import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSheets } from './workbook.ts'

test('a sheet is read as the text it shows: short digits, days, nothing for empty cells', async () => {
  const [sheet] = await readSheets(join(import.meta.dirname, 'workbook.test.xlsx'))
  expect(sheet?.name).toBe('Results')
  expect(sheet?.rows.map((row) => row.join('|').replace(/\|+$/, ''))).toEqual([
    'metric|unit|FY24|note',
    'revenue.total|USD mn|69.7',
    'income.operating|USD mn|-16328|2025-05-14',
  ])
})

test('a sheet is read with the digits that its number formats show', async () => {
  const sheets = await readSheets(join(import.meta.dirname, 'workbook-formats.test.xlsx'))
  expect(sheets.map(({ name }) => name)).toEqual(['Results', 'Rates & more'])
  expect(sheets.flatMap(({ rows }) => rows.map((row) => row.join('|')))).toEqual([
    'metric|unit|2024-03-31|FY24',
    'revenue.total|USD mn|73.0|69.7',
    'metric|unit|measure|FY24',
    'revenue.total|%|yoy|6.9%',
  ])
})
