import type { CheckRule } from '../check-input.ts'
import { unitClass } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { checkRatio } from './ratios.ts'

/** C6: a column of shares against the value column and the total that most of its rows fit. */
export const shareColumns: CheckRule = (input) =>
  input.tables.flatMap((table) => {
    const cell = (row: number, column: number, kind: TextStatement['kind']): TextStatement | undefined =>
      input.statements.find(
        (other) =>
          other.cell?.table === table.id &&
          other.cell.row === row &&
          other.cell.column === column &&
          other.kind === kind &&
          !other.doubtful,
      )
    const values = table.columns.filter(({ kind }) => kind === 'value').map(({ index }) => index)
    const wholes = table.rows
      .filter(({ isTotal, subject }) => isTotal || (subject.measure === 'revenue' && subject.entity === ''))
      .map(({ index }) => index)
    return table.columns
      .filter(({ kind }) => kind === 'share')
      .flatMap((column) => {
        const options = values.flatMap((value) =>
          wholes.map((row) =>
            table.rows.flatMap(({ index }) => {
              const [shown, part, whole] = [
                cell(index, column.index, 'share'),
                cell(index, value, 'value'),
                cell(row, value, 'value'),
              ]
              return shown && part && whole && unitClass(part) === unitClass(whole)
                ? (checkRatio(shown, { part, whole }, true) ?? [])
                : []
            }),
          ),
        )
        const passed = (checks: readonly TextCheck[]): number =>
          checks.filter(({ verdict }) => verdict === 'ticked').length
        const best = [...options].sort((a, b) => passed(b) - passed(a))[0]
        return best && passed(best) * 2 > best.length ? best : []
      })
  })
