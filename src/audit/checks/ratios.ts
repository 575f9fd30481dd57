import { type Interval, meets, product, ratio, scale } from '../../model/interval.ts'
import { compare, rational, sign, zero } from '../../model/rational.ts'
import { type CheckInput, type CheckRule, failed, ticked } from '../check-input.ts'
import { statedFactKey, unitClass, valueInCell, valuesInColumn } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { fractionOf, rangeOf } from '../words/statement-interval.ts'
import { subjectOfMeasure } from '../words/text-subject.ts'
import { lineOf, nameOf, printed } from '../words/wording.ts'
import { bySize, rangeText, severityOf } from './changes.ts'

export const hundred = rational(100n)

/** Ratios of the vocabulary: part and whole. */
export const ratioParts: Readonly<Record<string, readonly [string, string]>> = {
  'operating-margin': ['operating-income', 'revenue'],
  'gross-margin-ratio': ['gross-profit', 'revenue'],
  'ebitda-margin': ['ebitda', 'revenue'],
  'net-margin': ['net-income', 'revenue'],
  'equity-ratio': ['equity', 'total-assets'],
  'effective-tax-rate': ['income-tax', 'pretax-income'],
  'payout-ratio': ['dps', 'eps'],
}

interface RatioPair {
  readonly part: TextStatement
  readonly whole: TextStatement
}

export function checkRatio(
  printedRatio: TextStatement,
  { part, whole }: RatioPair,
  isShown: boolean,
): TextCheck | undefined {
  const isLoss = part.subject.sign === -1 && sign(printedRatio.value) > 0 // "a loss of 9% of revenue"
  const sized = (rounding: 'nearest' | 'truncate'): Interval =>
    isLoss ? bySize(rangeOf(part, rounding)) : rangeOf(part, rounding)
  const raw = ratio(sized('nearest'), rangeOf(whole))
  const possible = raw && scale(raw, hundred)
  const cut = ratio(sized('truncate'), rangeOf(whole, 'truncate'))
  if (!possible || compare(rangeOf(whole).low, zero) <= 0) return undefined
  const arithmetic = `${printed(part)} / ${printed(whole)} = ${rangeText(possible)}%, printed ${printed(printedRatio)} on ${lineOf(printedRatio)} (${[...new Set([lineOf(part), lineOf(whole)])].join(', ')})`
  const checked = { rule: 'C6', code: 'text-ratio', parts: [printedRatio, part, whole] as const, arithmetic }
  if (meets(rangeOf(printedRatio), possible) || (cut && meets(rangeOf(printedRatio, 'truncate'), scale(cut, hundred))))
    return ticked(checked)
  const wanted = new Map<number, Interval>([
    [part.id, product(rangeOf(whole), fractionOf(printedRatio))],
    [printedRatio.id, possible],
  ])
  const far =
    compare(possible.low, scale(rangeOf(printedRatio), rational(3n)).high) > 0 ||
    compare(scale(possible, rational(3n)).high, rangeOf(printedRatio).low) < 0
  if (far && !isShown) return undefined
  return failed({
    ...checked,
    severity: severityOf([printedRatio, part, whole]),
    wanted,
    message: `invalid ratio: "${printed(printedRatio)}" for ${nameOf(printedRatio)}; ${printed(part)} of ${printed(whole)} is ${rangeText(possible)}%`,
    hint: '',
  })
}

export const currencies = ({ facts }: Pick<CheckInput, 'facts'>): readonly string[] =>
  [...new Set(facts.levels.map(unitClass))].filter(
    (unit) => unit !== 'percent' && unit !== 'points' && unit !== 'count',
  )

/** C6: "% of revenues" beside a value, and shares in sentences. What the table itself gives comes before what stands elsewhere. */
export const shares: CheckRule = ({ statements, facts }) =>
  statements.flatMap((statement) => {
    const { whole, cell, period, scenario } = statement
    const beside = cell && valueInCell(cell, statements)
    if (statement.kind !== 'share' || (cell && !beside) || whole === undefined || statement.number.hedge !== undefined)
      return []
    const total = subjectOfMeasure(whole)
    const [below] = cell ? valuesInColumn(cell, total, statements) : []
    return currencies({ facts }).flatMap((unit) => {
      const part = beside ?? facts.level(statement.subject, period, scenario, unit)
      const all = below ?? facts.level(total, period, scenario, unit)
      return part && all && part !== all ? (checkRatio(statement, { part, whole: all }, cell !== undefined) ?? []) : []
    })
  })

/** One statement a fact and printed text; hedged and doubtful ones state nothing exact. */
function distinct(statements: readonly TextStatement[]): readonly TextStatement[] {
  const usable = statements.filter(
    ({ kind, number, doubtful }) => kind === 'value' && number.hedge === undefined && !doubtful,
  )
  return usable.filter(
    (statement, index) =>
      !usable
        .slice(0, index)
        .some(
          (other) => other.number.text === statement.number.text && statedFactKey(other) === statedFactKey(statement),
        ),
  )
}

/** C6: margins and other ratios of the vocabulary against the levels they are made of. */
export const margins: CheckRule = (input) =>
  distinct(input.statements).flatMap((statement) => {
    const definition = ratioParts[statement.subject.measure ?? '']
    if (!definition || statement.number.unit?.kind !== 'percent' || !statement.period) return []
    return currencies(input).flatMap((unit) => {
      const [part, whole] = definition.map((measure) =>
        input.facts.level(
          subjectOfMeasure(measure, statement.subject.entity),
          statement.period,
          statement.scenario,
          unit,
        ),
      )
      return part && whole ? (checkRatio(statement, { part, whole }, false) ?? []) : []
    })
  })
