import {
  add,
  compare,
  magnitude,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../model/rational.ts'
import { type Interval, meets, sum } from '../../tieout/interval.ts'
import { type CheckInput, type CheckRule, failed, ticked } from '../check-input.ts'
import { periodKey, unitClass } from '../facts.ts'
import { rangeOf } from '../interval-of.ts'
import type { Check, Statement } from '../model.ts'
import { contentWords, subjectKey } from '../subject.ts'
import { inScaleOf, lineOf, nameOf, printed } from '../wording.ts'
import { growthOfParts, swappedDigits } from './part-growth.ts'
import { plusRounding } from './sums.ts'
import { footingHint } from './tables.ts'

const isAmount = (statement: Statement): boolean =>
  statement.kind === 'value' &&
  statement.number.hedge === undefined &&
  !statement.isBase &&
  statement.number.unit?.kind !== 'percent' &&
  statement.number.unit?.kind !== 'points'

function checkSum(
  total: Statement,
  parts: readonly Statement[],
  input: CheckInput,
  severity: 'error' | 'warning',
): Check {
  const exact = parts.map(({ value }) => value).reduce(add, zero)
  const range = parts.map((part) => rangeOf(part)).reduce<Interval>(sum, { low: zero, high: zero })
  const arithmetic = `${parts.map(printed).join(' + ')} = ${inScaleOf(magnitude(exact), total)}, total ${printed(total)} (${lineOf(total)})`
  const verdict = { rule: 'F1', code: 'text-breakdown', arithmetic }
  const [first = total] = parts
  if (meets(plusRounding(range, parts), rangeOf(total)) || meets(range, plusRounding(rangeOf(total), [total])))
    return ticked({ ...verdict, parts: [total, ...parts] })
  const gap = subtract(total.value, exact)
  const hint = footingHint(parts, gap, total)
  const suspect = parts.find((part) => hint.includes(`"${printed(part)}"`)) ?? first
  const rest = parts.filter((part) => part !== suspect)
  return failed({
    ...verdict,
    parts: [suspect, ...rest, total],
    severity,
    message: `invalid breakdown: the parts of ${nameOf(total, input.calendar)} sum to ${inScaleOf(magnitude(exact), total)}, the total is "${printed(total)}" on line ${total.place.line}`,
    hint,
  })
}

const isWithin = (total: Statement, parts: readonly Statement[], percent: bigint): boolean => {
  const gap = magnitude(subtract(total.value, parts.map(({ value }) => value).reduce(add, zero)))
  return compare(multiply(gap, rational(100n)), multiply(magnitude(total.value), rational(percent))) <= 0
}

/** Statements that may be parts of one whole: one measure, period, scenario and unit, in one place of the text. */
function lists(input: CheckInput, placeOf: (statement: Statement) => string): readonly (readonly Statement[])[] {
  const groups = new Map<string, Statement[]>()
  for (const statement of input.statements.filter(isAmount)) {
    const when = periodKey(statement.subject, statement.period)
    if (statement.cell || when === undefined) continue
    const key = [
      placeOf(statement),
      statement.subject.measure ?? '',
      when,
      statement.scenario,
      unitClass(statement) === 'count' ? currencyNear(statement, input) : unitClass(statement),
    ].join('/')
    const group = groups.get(key) ?? []
    if (!group.some((other) => other.subject.entity === statement.subject.entity))
      groups.set(key, [...group, statement])
  }
  return [...groups.values()]
}

/** "4Q08 : 37 million" among amounts in a currency is one of them. */
function currencyNear(statement: Statement, { statements }: CheckInput): string {
  if (statement.number.exponent === 0) return 'count'
  const near = statements.find((other) => other.item === statement.item && other.number.unit?.kind === 'currency')
  return near ? unitClass(near) : 'count'
}

const countIn = (entity: string): number => Number(/(?:^| )([2-9])(?: |$)/.exec(entity)?.[1] ?? 0)

/** "Operating loss from 4 new subsidiaries" against a list of four operating losses. */
const countedTotals: CheckRule = (input) =>
  lists(input, ({ slide }) => `slide ${slide}`).flatMap((group) => {
    const named = group.filter(({ subject }) => countIn(subject.entity) === 0 && subject.entity !== '')
    const [first] = named
    if (!first || named.length < 2) return []
    const totals = input.facts.levels.filter(
      (level) =>
        countIn(level.subject.entity) === named.length &&
        level.subject.measure === first.subject.measure &&
        level.subject.measure !== undefined &&
        level.scenario === first.scenario &&
        periodKey(level.subject, level.period) === periodKey(first.subject, first.period),
    )
    return totals
      .filter((total) => unitClass(total) === unitClass(first))
      .map((total) => checkSum(total, named, input, 'error'))
  })

/** A line's amount against the amounts of the lines under it. */
const children: CheckRule = (input) => {
  const { items } = input.document
  return lists(input, ({ item }) => `under ${items[item]?.parent ?? 'none'}`).flatMap((parts) => {
    const [first] = parts
    const parent = first && items[first.item]?.parent
    if (!first || parent === undefined || parts.length < 2) return []
    const total = input.statements.find(
      (statement) =>
        statement.item === parent &&
        isAmount(statement) &&
        statement.subject.measure === first.subject.measure &&
        periodKey(statement.subject, statement.period) === periodKey(first.subject, first.period) &&
        unitClass(statement) === unitClass(first),
    )
    if (!total || subjectKey(total.subject) === subjectKey(first.subject)) return []
    const check = checkSum(total, parts, input, 'warning')
    return check.verdict === 'ticked' || isWithin(total, parts, 12n) ? [check] : []
  })
}

/** Sibling lines of one measure against its total anywhere: reported only when they nearly meet. */
const siblings: CheckRule = (input) =>
  lists(input, ({ item, slide }) => `${slide} under ${input.document.items[item]?.parent ?? 'none'}`).flatMap(
    (group) => {
      const parts = group.filter(({ subject }) => subject.entity !== '')
      const [first] = parts
      if (!first || parts.length < 2 || first.subject.measure === undefined) return []
      const total = input.facts.level({ ...first.subject, entity: '' }, first.period, first.scenario, unitClass(first))
      if (!total) return []
      const check = checkSum(total, parts, input, 'warning')
      if (check.verdict === 'ticked') return [check, ...growthOfParts(total, parts, input)]
      const hint = swappedDigits(total, parts)
      return hint !== undefined ? [{ ...check, hint }] : isWithin(total, parts, 2n) ? [check] : []
    },
  )

/** Runs of neighbouring lines with one amount each: notes to a line of the slide's table. */
export function noteRuns({ statements, document }: CheckInput): readonly (readonly Statement[])[] {
  const runs: Statement[][] = []
  let last: { line: number; item: number } | undefined
  for (const item of document.items) {
    const own = statements.filter(
      (statement) => statement.item === item.id && isAmount(statement) && statement.number.unit?.kind === 'currency',
    )
    const line = item.segments[0]?.line ?? 0
    const [only] = own
    if (own.length !== 1 || !only) {
      last = undefined
      continue
    }
    if (last && last.line + 1 >= line) runs.at(-1)?.push(only)
    else runs.push([only])
    last = { line: item.segments.at(-1)?.line ?? line, item: item.id }
  }
  return runs.filter((run) => run.length >= 2)
}

/** An amount without its scale, as its neighbours have it. */
export function scaledLike(statement: Statement, run: readonly Statement[]): Statement {
  const exponent = run.find(({ number }) => number.exponent > 0)?.number.exponent
  if (exponent === undefined || statement.number.exponent !== 0) return statement
  const factor: Rational = powerOfTen(exponent)
  return {
    ...statement,
    value: multiply(statement.value, factor),
    number: {
      ...statement.number,
      value: multiply(statement.number.value, factor),
      ulp: multiply(statement.number.ulp, factor),
    },
  }
}

/** Notes under a table against the line that they explain: ticked when they meet, reported when they nearly do. */
const notes: CheckRule = (input) =>
  noteRuns(input).flatMap((run) => {
    const parts = run.map((part) => scaledLike(part, run))
    const [first] = parts
    const candidates = input.statements.filter(
      (other) =>
        first &&
        other.cell &&
        other.kind === 'value' &&
        other.slide === first.slide &&
        unitClass(other) === unitClass(first),
    )
    const met = candidates
      .map((total) => ({ total, check: checkSum(total, parts, input, 'warning') }))
      .find(({ check }) => check.verdict === 'ticked')
    if (met) return [met.check]
    const near = candidates.find(
      (total) => isWithin(total, parts, 1n) && parts.some(({ subject }) => shareWord(subject.text, total.subject.text)),
    )
    return near ? [checkSum(near, parts, input, 'warning')] : []
  })

const shareWord = (a: string, b: string): boolean => {
  const words = new Set(contentWords(b))
  return contentWords(a).some((word) => words.has(word) && word.length > 4)
}

/** F1 in prose: a total and its parts. */
export const breakdowns: CheckRule = (input) => [
  ...countedTotals(input),
  ...children(input),
  ...siblings(input),
  ...notes(input),
]
