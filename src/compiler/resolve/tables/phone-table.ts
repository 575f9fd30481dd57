import { plainText } from '../../../model/content.ts'
import type { TableColumn, TableModel } from '../../../model/deck.ts'
import { needsOf } from './table-size.ts'

/** What a phone held upright gives a table, of the 390 pixels of its screen; paddings and sizes are those of the theme's page. */
const phoneWidth = 350
const padding = 12
const leastLabel = 124
const canvasSize = 24
const pageSize = 15

/** Whether a table is wider than a phone: there each of its rows is a card, as half of its columns would be out of sight. */
export function isWiderThanPhone(table: TableModel): boolean {
  const needs = needsOf(table, { size: canvasSize, padding: 0.4 })
  const width = needs.reduce((all, { least }, index) => {
    const own = (least * pageSize) / canvasSize + padding
    return all + (index === 0 ? Math.max(own, leastLabel) : own)
  }, 0)
  return table.columns.length > 1 && width > phoneWidth
}

/** A column's name where its head is out of sight: what stands over it, then its own words. */
export const columnName = ({ head = [], label, sub = [] }: TableColumn): string =>
  [head, label, sub]
    .map((runs) => plainText(runs).trim())
    .filter((part) => part !== '')
    .join(' ')
