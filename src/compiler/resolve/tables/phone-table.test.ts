import { expect, test } from 'vitest'
import { row, tieSmall } from '../../../../tests/tieout/small-deck.ts'
import { tablesOf } from '../../../model/deck.ts'
import { columnName, isWiderThanPhone } from './phone-table.ts'
import { sizeOfTable } from './table-size.ts'

const quarters = ['1Q08', '2Q08', '3Q08', '4Q08', '1Q09', '2Q09', '3Q09', '4Q09']

function tableOf(count: number, amount: string, more = '') {
  const columns = quarters.slice(0, count)
  const { deck } = tieSmall({
    columns: columns.join(','),
    reporting: '4Q09',
    rows: [row('revenue', columns.map(() => amount).join(','))],
    body: `\`\`\`table\nrows: [revenue]\ncolumns: [${columns.join(', ')}]\n${more}\`\`\``,
  })
  const [table] = deck.slides.flatMap(tablesOf)
  if (!table) throw new Error('no table')
  return table
}

test.each([
  [2, '10', false],
  [4, '10', false],
  [8, '10', true],
  [4, '123456', true],
  [2, '123456', false],
] as const)('a table of %i quarters of %s is wider than a phone: %s', (count, amount, expected) => {
  expect(isWiderThanPhone(tableOf(count, amount))).toBe(expected)
})

test('a column is named by what stands over it, its own words and what stands below them', () => {
  const text = (words: string) => [{ kind: 'text', text: words }] as const
  const column = { label: text('2Q'), kind: 'figure', emphasis: false } as const
  expect(columnName(column)).toBe('2Q')
  expect(columnName({ ...column, head: text('FY08'), sub: text('07/7–07/9') })).toBe('FY08 2Q 07/7–07/9')
})

test('the row that a table is about needs more width: its figures are larger', () => {
  const table = tableOf(4, '123456')
  const widthWith = (more: { kind: 'total' } | { highlight: true }) =>
    sizeOfTable({ ...table, rows: table.rows.map((one) => ({ ...one, ...more })) }, 1728, { size: 30, padding: 0.5 })
      .width
  expect(widthWith({ highlight: true })).toBeGreaterThan(widthWith({ kind: 'total' }) + 4 * 6 * 3)
})
