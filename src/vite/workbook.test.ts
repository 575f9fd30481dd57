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
