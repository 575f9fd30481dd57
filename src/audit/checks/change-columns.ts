import { divide, multiply, rational, sign } from '../../model/rational.ts'

import { type CheckInput, type CheckRule, failedAt } from '../check-input.ts'
import type { TextTable } from '../reading/table-statements.ts'
import { unitClass } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { plain, printed } from '../words/wording.ts'
import { checkDifference, checkGrowth } from './changes.ts'

export type Cells = (row: number, column: number) => readonly TextStatement[]

export function cellsOf(table: TextTable, statements: readonly TextStatement[]): Cells {
  const byCell = new Map<string, TextStatement[]>()
  for (const statement of statements) {
    if (statement.cell?.table !== table.id) continue
    const key = `${statement.cell.row}/${statement.cell.column}`
    byCell.set(key, [...(byCell.get(key) ?? []), statement])
  }
  return (row, column) => byCell.get(`${row}/${column}`) ?? []
}

export const valueIn = (cells: readonly TextStatement[]): TextStatement | undefined =>
  cells.find(({ kind, doubtful }) => kind === 'value' && !doubtful)

function checkCell(
  change: TextStatement,
  now: TextStatement | undefined,
  base: TextStatement | undefined,
  input: CheckInput,
): TextCheck | undefined {
  if (!now || !base || unitClass(now) !== unitClass(base)) return undefined
  if (change.kind === 'growth') return unitClass(now) === 'percent' ? undefined : checkGrowth(change, now, base, input)
  const points = change.number.unit?.kind === 'points' || unitClass(now) === 'percent'
  return points || unitClass(change) === unitClass(now) || unitClass(change) === 'count'
    ? checkDifference(change, now, base)
    : undefined
}

/** The pair of value columns that a change column compares: the one for which most rows tick. */
function changeColumn(table: TextTable, column: number, cells: Cells, input: CheckInput): readonly TextCheck[] {
  const values = table.columns.filter(({ kind }) => kind === 'value').map(({ index }) => index)
  const candidates = values.flatMap((now) =>
    values
      .filter((base) => base !== now)
      .map((base) => {
        const checks = table.rows.flatMap((row) =>
          cells(row.index, column).flatMap(
            (change) => checkCell(change, valueIn(cells(row.index, now)), valueIn(cells(row.index, base)), input) ?? [],
          ),
        )
        const passed = checks.filter(({ verdict }) => verdict === 'ticked').length
        return {
          checks,
          passed,
          distance:
            Math.abs(column - now) +
            Math.abs(now - base) +
            (now > base ? 0.5 : 0) +
            (Math.max(now, base) > column ? 20 : 0),
        }
      }),
  )
  const best = candidates.sort((a, b) => b.passed - a.passed || a.distance - b.distance)[0]
  if (!best || best.checks.length === 0) return []
  const trusted = best.passed * 2 >= best.checks.length || values.length === 2
  return trusted && best.passed > 0 ? best.checks : []
}

/** C1, C2: the change columns of a table against its value columns. */
export const changeColumns: CheckRule = (input) =>
  input.tables.flatMap((table) => {
    const cells = cellsOf(table, input.statements)
    return table.columns
      .filter(({ kind }) => kind === 'change')
      .flatMap(({ index }) => changeColumn(table, index, cells, input))
  })

/** S6: a cell without the % sign of its column's shares, or with other decimals than its column. */
export const cellStyle: CheckRule = (input) =>
  input.tables.flatMap((table) => {
    const cells = cellsOf(table, input.statements)
    return table.columns
      .filter(({ mixed }) => mixed)
      .flatMap((column) =>
        table.rows.flatMap((row) => {
          const found = cells(row.index, column.index)
          const others = table.rows.filter((other) => other !== row).map((other) => cells(other.index, column.index))
          const withShare = others.filter((other) => other.some(({ kind }) => kind === 'share')).length
          const [share, value] = found
          if (!share || !value || found.some(({ kind }) => kind === 'share') || withShare < 2) return []
          const { line, column: at } = share.place
          return [
            failedAt(input, {
              rule: 'S6',
              code: 'text-style',
              severity: 'error',
              line,
              column: at,
              length: share.number.text.length,
              message: `invalid share: "${printed(share)}" has no % sign where its column has percentages of a whole`,
              arithmetic: shareText(row.index, column.index, value, table, cells),
              hint: `The cell reads "${printed(share)}" and "${printed(value)}": one may be a leftover of the other.`,
            }),
          ]
        }),
      )
  })

function shareText(_row: number, column: number, value: TextStatement, table: TextTable, cells: Cells): string {
  const revenue = table.rows
    .map(({ index }) => valueIn(cells(index, column)))
    .find((statement) => statement?.subject.measure === 'revenue' && statement.subject.entity === '')
  if (!revenue || sign(revenue.value) === 0) return ''
  return `${printed(value)} / ${printed(revenue)} = ${plain(multiply(divide(value.value, revenue.value), rational(100n)), 1)}%`
}
