import type { CheckInput, CheckRule } from '../check-input.ts'
import { periodKey, unitClass } from '../facts.ts'
import type { Statement } from '../model.ts'
import { subjectKey } from '../words/subject.ts'
import { checkSum, isAmount, isWithin } from './breakdown-sum.ts'

import { notes } from './note-runs.ts'
import { growthOfParts, swappedDigits } from './part-growth.ts'

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
      .map((total) => checkSum(total, named, 'error'))
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
    const check = checkSum(total, parts, 'warning')
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
      const check = checkSum(total, parts, 'warning')
      if (check.verdict === 'ticked') return [check, ...growthOfParts(total, parts, input)]
      const hint = swappedDigits(total, parts)
      return hint !== undefined ? [{ ...check, hint }] : isWithin(total, parts, 2n) ? [check] : []
    },
  )

/** F1 in prose: a total and its parts. */
export const breakdowns: CheckRule = (input) => [
  ...countedTotals(input),
  ...children(input),
  ...siblings(input),
  ...notes(input),
]
