import { add, compare, divide, magnitude, multiply, rational, sign, subtract, zero } from '../../model/rational.ts'
import { type Interval, meets, sum } from '../../tieout/interval.ts'
import { type CheckInput, type CheckRule, failed, finding, ticked } from '../check-input.ts'
import { unitClass } from '../facts.ts'
import { rangeOf } from '../interval-of.ts'
import type { Check, Statement } from '../model.ts'
import type { TextTable } from '../table-statements.ts'
import { inScaleOf, lostDigit, plain, printed } from '../wording.ts'
import { checkDifference, checkGrowth } from './changes.ts'
import { plusRounding } from './sums.ts'

type Cells = (row: number, column: number) => readonly Statement[]

function cellsOf(table: TextTable, statements: readonly Statement[]): Cells {
  const byCell = new Map<string, Statement[]>()
  for (const statement of statements) {
    if (statement.cell?.table !== table.id) continue
    const key = `${statement.cell.row}/${statement.cell.column}`
    byCell.set(key, [...(byCell.get(key) ?? []), statement])
  }
  return (row, column) => byCell.get(`${row}/${column}`) ?? []
}

const valueIn = (cells: readonly Statement[]): Statement | undefined =>
  cells.find(({ kind, doubtful }) => kind === 'value' && !doubtful)

function checkCell(
  change: Statement,
  now: Statement | undefined,
  base: Statement | undefined,
  input: CheckInput,
): Check | undefined {
  if (!now || !base || unitClass(now) !== unitClass(base)) return undefined
  if (change.kind === 'growth') return unitClass(now) === 'percent' ? undefined : checkGrowth(change, now, base, input)
  const points = change.number.unit?.kind === 'points' || unitClass(now) === 'percent'
  return points || unitClass(change) === unitClass(now) || unitClass(change) === 'count'
    ? checkDifference(change, now, base, input)
    : undefined
}

/** The pair of value columns that a change column compares: the one for which most rows tick. */
function changeColumn(table: TextTable, column: number, cells: Cells, input: CheckInput): readonly Check[] {
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

interface Footing {
  readonly total: Statement
  readonly parts: readonly Statement[]
}

function footingOf(table: TextTable, row: number, column: number, cells: Cells): Footing | undefined {
  const total = valueIn(cells(row, column))
  const parts: Statement[] = []
  for (let above = row - 1; above >= 0; above--) {
    const model = table.rows[above]
    const value = valueIn(cells(above, column))
    if (model?.isTotal && value) break
    if (!value) {
      if (
        parts.length > 0 &&
        cells(above, column).length === 0 &&
        table.grid.rows[above]?.slice(1).every(({ text }) => text === '')
      )
        break
      continue
    }
    if (total && unitClass(value) !== unitClass(total)) continue
    parts.unshift(value)
  }
  return total && parts.length >= 2 ? { total, parts } : undefined
}

function checkFooting({ total, parts }: Footing, isSure: boolean): Check {
  const exact = parts.map(({ value }) => value).reduce(add, zero)
  const range = parts.map((part) => rangeOf(part)).reduce<Interval>(sum, { low: zero, high: zero })
  const gap = subtract(total.value, exact)
  const arithmetic = `${parts.map(printed).join(' + ')} = ${inScaleOf(exact, total)}, printed ${printed(total)}`
  const verdict = { rule: 'F1', code: 'text-total', parts: [total, ...parts] as const, arithmetic }
  if (meets(plusRounding(range, parts), rangeOf(total)) || meets(range, plusRounding(rangeOf(total), [total])))
    return ticked(verdict)
  const wanted = new Map<number, Interval>([[total.id, range]])
  return failed({
    ...verdict,
    severity: isSure ? 'error' : 'warning',
    wanted,
    message: `invalid total: "${printed(total)}" at ${total.subject.text || 'total'}, its parts sum to ${inScaleOf(exact, total)}`,
    hint: footingHint(parts, gap, total),
  })
}

/** What the difference of a total and its parts betrays. */
export function footingHint(parts: readonly Statement[], gap: Statement['value'], total: Statement): string {
  const size = magnitude(gap)
  const same = parts.find(({ value }) => compare(magnitude(value), size) === 0)
  if (same) return `The difference is ${printed(same)}: left out, or counted twice.`
  const double = parts.find(({ value }) => compare(multiply(magnitude(value), rational(2n)), size) === 0)
  if (double) return `The difference is twice ${printed(double)}: its sign may be wrong.`
  for (const part of parts) {
    const digits = lostDigit(part, gap)
    if (digits !== undefined && sign(gap) === sign(part.value))
      return `The difference is ${inScaleOf(size, total)}: "${printed(part)}" may have lost its last digit (${digits}).`
  }
  const units = divide(size, total.number.ulp)
  return units.d === 1n && units.n % 9n === 0n && units.n > 0n
    ? `The difference ${inScaleOf(size, total)} is divisible by 9: two digits may have changed places.`
    : `The difference is ${inScaleOf(size, total)}.`
}

/** F1: a total row against the rows above it, where the table itself shows that they are its parts. */
export const totalRows: CheckRule = (input) =>
  input.tables.flatMap((table) => {
    const cells = cellsOf(table, input.statements)
    const values = table.columns.filter(({ kind }) => kind === 'value')
    return table.rows
      .filter(({ isTotal, kind }) => isTotal && kind === 'value')
      .flatMap((row) => {
        const footings = values.flatMap(({ index }) => footingOf(table, row.index, index, cells) ?? [])
        const isPlain = /^(?:grand )?(?:total|sum|合計)$/i.test(row.label.trim())
        const checks = footings.map((footing) => checkFooting(footing, isPlain || footings.length > 1))
        const passed = checks.filter(({ verdict }) => verdict === 'ticked').length
        return passed * 2 >= checks.length && passed > 0
          ? checks
          : isPlain
            ? checks.filter((_, index) => footings[index] && isNear(footings[index]))
            : []
      })
  })

const isNear = ({ total, parts }: Footing): boolean => {
  const exact = parts.map(({ value }) => value).reduce(add, zero)
  return compare(multiply(magnitude(subtract(total.value, exact)), rational(4n)), magnitude(total.value)) < 0
}

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
            finding(input, {
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

function shareText(_row: number, column: number, value: Statement, table: TextTable, cells: Cells): string {
  const revenue = table.rows
    .map(({ index }) => valueIn(cells(index, column)))
    .find((statement) => statement?.subject.measure === 'revenue' && statement.subject.entity === '')
  if (!revenue || sign(revenue.value) === 0) return ''
  return `${printed(value)} / ${printed(revenue)} = ${plain(multiply(divide(value.value, revenue.value), rational(100n)), 1)}%`
}
