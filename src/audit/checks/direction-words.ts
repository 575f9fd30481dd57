import { compare, magnitude, sign } from '../../model/rational.ts'
import { type CheckRule, failed, ticked } from '../check-input.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { lengthOf } from '../words/fiscal-calendar.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { subjectKey } from '../words/text-subject.ts'
import { measureKind } from '../words/vocabulary.ts'
import { isNeutral } from '../words/word-token.ts'
import { nameOf, printed } from '../words/wording.ts'

/** S1: "increased (down 3%)", "increased to X (down 3%)". */
function verbAgainstChange(
  statement: TextStatement,
  before: TextStatement | undefined,
  lexicon: Lexicon,
): TextStatement['verb'] {
  if (statement.verb) return statement.verb
  const isBeside =
    before?.kind === 'value' &&
    before.item === statement.item &&
    subjectKey(before.subject) === subjectKey(statement.subject) &&
    !statement.cell
  return isBeside && before.direction && !isNeutral(before.directionText, lexicon) ? before.direction : undefined
}

const isChange = ({ kind }: TextStatement): boolean => kind === 'growth' || kind === 'difference'

/** The first change after a verb must go its way; where several follow, one of them is enough. */
export const verbs: CheckRule = ({ statements, lexicon }) =>
  statements.flatMap((statement, index): readonly TextCheck[] => {
    const verb =
      isChange(statement) && statement.direction
        ? verbAgainstChange(statement, statements[index - 1], lexicon)
        : undefined
    if (!verb || statement.number.sign === 'minus') return []
    const run = statements
      .slice(index)
      .filter(
        (other, offset) =>
          offset < 3 &&
          other.item === statement.item &&
          isChange(other) &&
          other.period?.label === statement.period?.label,
      )
    const checked = {
      rule: 'S1',
      code: 'text-direction',
      parts: [statement] as const,
      arithmetic: `verb says ${verb}, figure says ${statement.directionText} ${printed(statement)}`,
    }
    if (run.some(({ direction }) => direction === verb)) return [ticked(checked)]
    return [
      failed({
        ...checked,
        severity: 'error',
        message: `invalid direction: the verb says ${verb}, the figure "${statement.directionText} ${printed(statement)}", for ${nameOf(statement)}`,
        hint: 'One of the two words is wrong.',
      }),
    ]
  })

/** S1: "up (3%)", "increased by -3%": a word and a sign that contradict each other. */
export const signs: CheckRule = ({ statements, lexicon }) =>
  statements.flatMap((statement) => {
    if (
      statement.number.sign !== 'minus' ||
      statement.direction !== 'up' ||
      !isChange(statement) ||
      isNeutral(statement.directionText, lexicon)
    )
      return []
    return [
      failed({
        rule: 'S1',
        code: 'text-direction',
        parts: [statement],
        severity: 'warning',
        arithmetic: `${statement.directionText} ${printed(statement)}`,
        message: `invalid direction: "${statement.directionText}" with the negative figure "${printed(statement)}"`,
        hint: 'Write the word or the sign, not both against each other.',
      }),
    ]
  })

/** S1: "increased from A to B" with B below A; "X compared to Y" likewise. */
export const fromTo: CheckRule = ({ statements }) =>
  statements.flatMap((statement, index) => {
    const next = statements[index + 1]
    const previous = statements[index - 1]
    const now = statement.isBase === 'from' ? next : statement.isBase === 'versus' ? previous : undefined
    const direction = statement.isBase === 'from' ? statement.direction : now?.direction
    if (now?.item !== statement.item || now.kind !== 'value' || now.isBase) return []
    if (
      !direction ||
      now.number.unit?.base !== statement.number.unit?.base ||
      subjectKey(now.subject) !== subjectKey(statement.subject)
    )
      return []
    const isTurned = sign(now.value) * sign(statement.value) < 0 // from a loss to a profit
    const order = isTurned
      ? compare(now.value, statement.value)
      : compare(magnitude(now.value), magnitude(statement.value))
    const checked = {
      rule: 'S1',
      code: 'text-direction',
      parts: [now, statement] as const,
      arithmetic: `${printed(statement)} → ${printed(now)}`,
    }
    if (order === 0 || order > 0 === (direction === 'up')) return [ticked(checked)]
    return [
      failed({
        ...checked,
        severity: 'error',
        message: `invalid direction: ${nameOf(now)} is said to go ${direction}, from "${printed(statement)}" to "${printed(now)}"`,
        hint: 'Either the word is wrong or the two figures have changed places.',
      }),
    ]
  })

/** What is wrong with the unit of a change, in a few words; undefined where nothing is. */
function unitFault(statement: TextStatement): { of: string; problem: string; hint: string } | undefined {
  const { kind, number, subject, whole, cell, direction } = statement
  const { measure } = subject
  const isRatio = measureKind(measure) === 'ratio' && measure !== 'ratio'
  if (kind === 'growth' && isRatio && !cell && direction !== undefined)
    return {
      of: 'ratio',
      problem: 'ambiguous',
      hint: 'A difference between two percentages is in points (1 point = 100 bps); per cent would mean a relative change.',
    }
  const isAmount =
    measureKind(measure) === 'flow' && measure !== 'gross-profit' && measure !== 'loss' && whole === undefined
  if (kind !== 'difference' || number.unit?.kind !== 'points' || !isAmount || cell) return undefined
  return { of: 'amount', problem: 'invalid', hint: 'Points are for ratios: an amount changes by per cent.' }
}

/** C5: a change of a ratio is in points; a change of an amount is not. */
export const points: CheckRule = ({ statements }) =>
  statements.flatMap((statement) => {
    const fault = unitFault(statement)
    if (!fault) return []
    const { of, problem, hint } = fault
    const change = `"${statement.directionText} ${printed(statement)}"`
    return [
      failed({
        rule: 'C5',
        code: 'text-points',
        parts: [statement],
        severity: 'warning',
        arithmetic: `change of ${of === 'ratio' ? 'a' : 'an'} ${of}: ${printed(statement)}`,
        message: `${problem} change: ${change} for the ${of} ${nameOf(statement)}`,
        hint,
      }),
    ]
  })

/** C8: a year has no quarter before it. */
export const comparisons: CheckRule = ({ statements }) =>
  statements.flatMap((statement) => {
    if (
      statement.comparison !== 'QoQ' ||
      lengthOf(statement.period) !== 12 ||
      statement.periodFrom !== 'own' ||
      statement.cell
    )
      return []
    if (sign(statement.value) === 0 || measureKind(statement.subject.measure) !== 'flow') return []
    return [
      failed({
        rule: 'C8',
        code: 'text-comparison',
        parts: [statement],
        severity: 'warning',
        arithmetic: `${printed(statement)} QoQ of a year`,
        message: `invalid comparison: "${printed(statement)} QoQ" for the year ${nameOf(statement)}`,
        hint: 'QoQ compares a quarter with the one before: name the quarter, or write YoY.',
      }),
    ]
  })
