import { type Interval, meets, sum } from '../../model/interval.ts'
import { add, compare, divide, magnitude, multiply, rational, sign, subtract, zero } from '../../model/rational.ts'
import { type CheckRule, failed, ticked } from '../check-input.ts'
import type { TextTable } from '../reading/table-statements.ts'
import { unitClass } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { rangeOf, widenedForTruncation } from '../words/statement-interval.ts'
import { inScaleOf, lostDigit, printed } from '../words/wording.ts'
import { type Cells, cellsOf, valueIn } from './change-columns.ts'

interface FootedTotal {
  readonly total: TextStatement
  readonly parts: readonly TextStatement[]
}

function footingOf(table: TextTable, row: number, column: number, cells: Cells): FootedTotal | undefined {
  const total = valueIn(cells(row, column))
  const parts: TextStatement[] = []
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

function checkFooting({ total, parts }: FootedTotal, isSure: boolean): TextCheck {
  const exact = parts.map(({ value }) => value).reduce(add, zero)
  const range = parts.map((part) => rangeOf(part)).reduce<Interval>(sum, { low: zero, high: zero })
  const gap = subtract(total.value, exact)
  const arithmetic = `${parts.map(printed).join(' + ')} = ${inScaleOf(exact, total)}, printed ${printed(total)}`
  const checked = { rule: 'F1', code: 'text-total', parts: [total, ...parts] as const, arithmetic }
  if (
    meets(widenedForTruncation(range, parts), rangeOf(total)) ||
    meets(range, widenedForTruncation(rangeOf(total), [total]))
  )
    return ticked(checked)
  const wanted = new Map<number, Interval>([[total.id, range]])
  return failed({
    ...checked,
    severity: isSure ? 'error' : 'warning',
    wanted,
    message: `invalid total: "${printed(total)}" at ${total.subject.text || 'total'}, its parts sum to ${inScaleOf(exact, total)}`,
    hint: totalHint(parts, gap, total),
  })
}

/** A guess at what went wrong, by the difference of a total and its parts. */
export function totalHint(parts: readonly TextStatement[], gap: TextStatement['value'], total: TextStatement): string {
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

/** The last row of a bridge: "GAAP loss … Non-GAAP income", "opening … closing balance". */
const isBridgeEnd = (row: TextTable['rows'][number], { rows }: TextTable, { words }: Lexicon): boolean =>
  row.index === rows.length - 1 &&
  rows.length >= 4 &&
  words.phrase('bridgeEnd').test(row.label) &&
  words.phrase('bridgeStart').test(rows[0]?.label ?? '')

/** F1: a total row against the rows above it, where the table itself shows that they are its parts. */
export const totalRows: CheckRule = (input) =>
  input.tables.flatMap((table) => {
    const cells = cellsOf(table, input.statements)
    const values = table.columns.filter(({ kind }) => kind === 'value')
    return table.rows
      .filter((row) => row.kind === 'value' && (row.isTotal || isBridgeEnd(row, table, input.lexicon)))
      .flatMap((row) => {
        const footings = values.flatMap(({ index }) => footingOf(table, row.index, index, cells) ?? [])
        const isPlain = input.lexicon.words.phrase('plainTotal').test(row.label.trim())
        const checks = footings.map((footing) => checkFooting(footing, isPlain || footings.length > 1))
        const passed = checks.filter(({ verdict }) => verdict === 'ticked').length
        return passed * 2 >= checks.length && passed > 0
          ? checks
          : isPlain
            ? checks.filter((_, index) => footings[index] && isNear(footings[index]))
            : []
      })
  })

const isNear = ({ total, parts }: FootedTotal): boolean => {
  const exact = parts.map(({ value }) => value).reduce(add, zero)
  return compare(multiply(magnitude(subtract(total.value, exact)), rational(4n)), magnitude(total.value)) < 0
}
