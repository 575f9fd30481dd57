import { type Interval, meets, sum } from '../../model/interval.ts'
import { add, compare, magnitude, rational, zero } from '../../model/rational.ts'
import { type CheckInput, type CheckRule, failed } from '../check-input.ts'
import { unitClass } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import type { Lexicon } from '../words/lexicon.ts'
import { rangeOf } from '../words/statement-interval.ts'
import { nameOf, printed } from '../words/wording.ts'
import { noteRuns, scaledLike } from './note-runs.ts'

/** A table's line that the run's amounts sum to once they have one scale: it proves that the scale is missing. */
function totalWithScale(
  statement: TextStatement,
  run: readonly TextStatement[],
  { statements }: CheckInput,
): TextStatement | undefined {
  const parts = run.map((part) => scaledLike(part, run))
  const range = parts.map((part) => rangeOf(part)).reduce<Interval>(sum, { low: zero, high: zero })
  return statements.find(
    (other) =>
      other.cell &&
      other.slide === statement.slide &&
      other.kind === 'value' &&
      unitClass(other) === unitClass(statement) &&
      meets(rangeOf(other), range),
  )
}

const isBareAmount = ({ number, cell }: TextStatement, text: string, { words }: Lexicon): boolean =>
  !cell &&
  number.unit?.kind === 'currency' &&
  number.exponent === 0 &&
  !words.phrase('singleUnit').test(text) &&
  !/\.\d\d(?!\d)/.test(number.text) &&
  compare(magnitude(number.value), rational(100000n)) < 0

/** Whether amounts with a scale are near a statement, or its slide declares one. */
function hasScaleAround(statement: TextStatement, { statements, document }: CheckInput): boolean {
  const declared = document.items[statement.item]?.unit
  const isNear = ({ cell, number, slide, place }: TextStatement): boolean =>
    !cell &&
    number.exponent >= 3 &&
    number.unit?.kind === 'currency' &&
    slide === statement.slide &&
    Math.abs(place.line - statement.place.line) <= 3
  return (declared !== undefined && declared.exponent > 0) || statements.some(isNear)
}

/** S5: "JPY378" among amounts in millions. */
export const missingScale: CheckRule = (input) => {
  const runs = noteRuns(input)
  return input.statements.flatMap((statement) => {
    const text = input.document.items[statement.item]?.text ?? ''
    if (!isBareAmount(statement, text, input.lexicon) || !hasScaleAround(statement, input)) return []
    const run = runs.find((candidate) => candidate.includes(statement)) ?? []
    const total = totalWithScale(statement, run, input)
    const sum = `${run.map(printed).join(' + ')} = ${total ? printed(total) : ''} in the scale of the neighbours`
    const hint = total
      ? `With the scale of its neighbours the ${run.length} amounts sum to ${printed(total)} (${nameOf(total)}, line ${total.place.line}).`
      : 'Its neighbours are in thousands, millions or more: write the scale.'
    return [
      failed({
        rule: 'S5',
        code: 'text-unit',
        parts: [statement],
        severity: total ? 'error' : 'warning',
        arithmetic: total ? sum : printed(statement),
        message: `missing scale: "${printed(statement)}" stands among amounts with a scale`,
        hint,
      }),
    ]
  })
}

/** S5: "37 million" where the line's other amounts name their currency. */
export const missingCurrency: CheckRule = ({ statements }) =>
  statements.flatMap((statement): readonly TextCheck[] => {
    const { number, item, cell } = statement
    if (cell || number.unit !== undefined || number.exponent === 0 || statement.kind !== 'value') return []
    const other = statements.find(
      (candidate) =>
        candidate.item === item &&
        candidate.number.unit?.kind === 'currency' &&
        candidate.number.exponent === number.exponent,
    )
    if (!other) return []
    return [
      failed({
        rule: 'S5',
        code: 'text-unit',
        parts: [statement],
        severity: 'warning',
        arithmetic: `${printed(statement)} beside ${printed(other)}`,
        message: `missing currency: "${printed(statement)}" beside "${printed(other)}"`,
        hint: `Write ${other.number.unit?.base ?? ''} here too, or say what is counted.`,
      }),
    ]
  })

const sideFlows: ReadonlySet<string> = new Set(['cash-investing', 'cash-financing'])

/** S1: "net cash provided by" over details that are payments. */
export const providedBy: CheckRule = (input) =>
  input.document.headings.flatMap((heading) => {
    const { phrase } = input.lexicon.words
    const [outflow, inflow] = [phrase('outflow'), phrase('inflow')]
    const items = input.document.items.filter((item) => item.headings[0] === heading)
    const flow = input.statements.find(
      (statement) =>
        items.some(({ id }) => id === statement.item) &&
        sideFlows.has(statement.subject.measure ?? '') &&
        phrase('cashProvided').test(`${statement.subject.text} ${heading.text}`) &&
        !phrase('cashUsed').test(heading.text),
    )
    if (!flow || compare(flow.value, zero) <= 0) return []
    const details = input.statements.filter(
      (statement) =>
        statement !== flow &&
        statement.item !== flow.item &&
        items.some(({ id }) => id === statement.item) &&
        unitClass(statement) === unitClass(flow),
    )
    const side = (pattern: RegExp, not: RegExp): readonly TextStatement[] =>
      details.filter(
        ({ item }) =>
          pattern.test(input.document.items[item]?.text ?? '') &&
          !(not.test(input.document.items[item]?.text ?? '') && not === outflow),
      )
    const [paid, received] = [side(outflow, inflow), side(inflow, outflow)]
    const total = (list: readonly TextStatement[]): TextStatement['value'] =>
      list.map(({ value }) => magnitude(value)).reduce(add, zero)
    if (paid.length === 0 || compare(total(paid), total(received)) <= 0) return []
    const arithmetic = `paid: ${paid.map(printed).join(', ')}${received.length > 0 ? `; received: ${received.map(printed).join(', ')}` : ''}`
    return [
      failed({
        rule: 'S1',
        code: 'text-sign',
        parts: [flow, ...paid, ...received],
        severity: received.length === 0 ? 'error' : 'warning',
        arithmetic,
        message: `invalid sign: "${heading.text.replace(/\s*:\s*$/, '')}" is described as provided ("${printed(flow)}"), but what follows it are payments`,
        hint: 'An outflow is cash used: write "used in", or put the figure in parentheses.',
      }),
    ]
  })
