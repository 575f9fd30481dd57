import type { Lexicon } from './lexicon.ts'
import type { Subject } from './model.ts'
import { inherit, isEmpty, noSubject, parseSubject } from './subject.ts'
import type { Grid } from './table-grid.ts'
export interface TableRow {
  readonly index: number
  readonly label: string
  readonly line: number
  readonly subject: Subject
  /** What its numbers say: the measure itself, or its growth, or its share, when the row is one of the row above. */
  readonly kind: 'value' | 'growth' | 'share'
  readonly isTotal: boolean
  readonly indent: number
}

const growthRow =
  /^(?:%\s*)?(?:yoy|y\/y|y-o-y|qoq|growth|change|increase)\b[\s%()a-z]*$|\b(?:growth|yoy|y\/y)(?: rate| %| \(%\))?\s*$/i
const shareRow = /^(?:as )?(?:a )?%\s*of\b/i

function rowKind(label: string): TableRow['kind'] {
  if (growthRow.test(label)) return 'growth'
  return shareRow.test(label) ? 'share' : 'value'
}

export function readRows(grid: Grid, heading: Subject, lexicon: Lexicon): readonly TableRow[] {
  const rows: TableRow[] = []
  let group = heading
  for (const [index, cells] of grid.rows.entries()) {
    const label = cells[0]?.text.replace(/[*†‡]+$/, '') ?? ''
    const kind = rowKind(label)
    const own = parseSubject(kind === 'value' ? label : label.replace(growthRow, ' '), lexicon)
    const above = rows.findLast((row) => row.kind === 'value')
    const subject =
      kind !== 'value' && isEmpty(own)
        ? (above?.subject ?? noSubject)
        : inherit(own, own.measure === undefined ? group : { ...heading, measure: undefined })
    const isHeader = cells.length > 0 && cells.slice(1).every(({ text }) => text === '')
    if (isHeader) group = inherit(own, heading)
    rows.push({
      index,
      label,
      line: cells[0]?.line ?? 0,
      subject,
      kind,
      isTotal: /\btotals?\b|^sum\b|合計/i.test(label),
      indent: cells[0]?.column ?? 0,
    })
  }
  return withTotals(rows)
}

/** Rows without a measure of their own above "Total revenue" are revenue, too. */
function withTotals(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.map((row, index) => {
    if (row.subject.measure !== undefined || row.isTotal) return row
    const below = rows.slice(index + 1).find((other) => other.subject.measure !== undefined && other.kind === 'value')
    const { measure, sign } = below?.subject ?? noSubject
    return below?.isTotal && additive.has(measure ?? '') ? { ...row, subject: { ...row.subject, measure, sign } } : row
  })
}

const additive = new Set([
  'revenue',
  'cost-of-revenue',
  'cost',
  'orders',
  'backlog',
  'headcount',
  'gross-profit',
  'operating-income',
  'ebitda',
])
