import { spanOf } from '../../format/fiscal.ts'
import { type Interval, meets, sum } from '../../model/interval.ts'
import type { Calendar, Period } from '../../model/period.ts'
import { add, compare, magnitude, sign, subtract, zero } from '../../model/rational.ts'
import { type CheckInput, type CheckRule, failed, ticked } from '../check-input.ts'
import { unitClass } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { endOf, labelOf, lengthOf, startOf } from '../words/fiscal-calendar.ts'
import { rangeOf, widenedForTruncation } from '../words/statement-interval.ts'
import { measureKind } from '../words/vocabulary.ts'
import { differenceHint, inScaleOf, lineOf, nameOf, printed } from '../words/wording.ts'

/** Flows that no sum over time fits: averages and figures per share. */
const notAdditive = new Set(['eps', 'arpu'])
/** Flows that cannot be negative: a year is never less than one of its quarters. */
/** Taxes and the like turn their sign from quarter to quarter. */
const turnsSign: ReadonlySet<string> = new Set([
  'effective-tax-rate',
  'deferred-tax',
  'income-tax',
  'pretax-income',
  'minority-interest',
  'equity-method',
  'interest',
  'cash-exchange',
])

const oneSigned = new Set([
  'revenue',
  'cost-of-revenue',
  'sga',
  'rnd',
  'depreciation',
  'personnel-cost',
  'capex',
  'orders',
  'dps',
])

function isFlow(statement: TextStatement): boolean {
  const { measure } = statement.subject
  const kind = measureKind(measure)
  return (
    statement.kind === 'value' &&
    kind === 'flow' &&
    !notAdditive.has(measure ?? '') &&
    unitClass(statement) !== 'percent' &&
    unitClass(statement) !== 'points'
  )
}

/** The ways in which a span is cut: a year into quarters, or halves; a half into quarters. */
function cuts(period: Period, calendar: Calendar): readonly (readonly Period[])[] {
  if (period.kind === 'instant') return []
  const { start, months } = period
  const parts = (length: number): readonly Period[] =>
    Array.from({ length: months / length }, (_, index) => spanOf(start + index * length, length, calendar))
  if (months === 12) return [parts(3), parts(6), [spanOf(start, 9, calendar), spanOf(start + 9, 3, calendar)]]
  return months === 6 || months === 9 ? [parts(3)] : []
}

function checkSum(total: TextStatement, parts: readonly TextStatement[]): TextCheck {
  const exact = parts.map(({ value }) => value).reduce(add, zero)
  const range = parts.map((part) => rangeOf(part)).reduce<Interval>(sum, { low: zero, high: zero })
  const arithmetic = `${parts.map(printed).join(' + ')} = ${inScaleOf(exact, total)}, printed ${printed(total)} (${[...new Set(parts.map(lineOf))].join(', ')})`
  const checked = { rule: 'F4', code: 'text-periods', parts: [total, ...parts] as const, arithmetic }
  if (meets(widenedForTruncation(range, parts), rangeOf(total))) return ticked(checked)
  const turned = meets(
    widenedForTruncation(range, parts),
    rangeOf({ ...total, value: { n: -total.value.n, d: total.value.d } }),
  )
  const hint = turned
    ? 'The size agrees, the sign does not: an income is called a loss, or a loss an income.'
    : `The difference is ${inScaleOf(magnitude(subtract(total.value, exact)), total)}.`
  const known = total.periodFrom === 'own' && parts.every(({ periodFrom }) => periodFrom === 'own')
  const name = nameOf(total)
  const message = turned
    ? `invalid sign: ${name} "${printed(total)}" against its parts over time`
    : `invalid total over time: ${name} is "${printed(total)}", its parts sum to ${inScaleOf(exact, total)}`
  return failed({ ...checked, severity: known ? 'error' : 'warning', message, hint })
}

/** The parts of a row come before the same figures elsewhere. */
function partsOf(
  total: TextStatement,
  spans: readonly Period[],
  { facts, statements }: CheckInput,
): readonly TextStatement[] {
  const found = spans.map((part) => facts.level(total.subject, part, total.scenario, unitClass(total)))
  const table = found.find((part) => part?.cell)?.cell
  return found.flatMap((part) => {
    if (!part || part.cell || !table) return part ?? []
    const beside = statements.find(
      (other) =>
        other.cell?.table === table.table &&
        other.cell.row === table.row &&
        other.kind === 'value' &&
        other.period?.label === part.period?.label,
    )
    return beside && unitClass(beside) === unitClass(part) ? beside : part
  })
}

/** F4: quarters sum to halves and years. */
export const timeSums: CheckRule = (input) =>
  input.facts.levels.filter(isFlow).flatMap((total) => {
    const span = total.period
    if (!span || sign(total.value) === 0) return []
    return cuts(span, input.calendar).flatMap((spans) => {
      const parts = partsOf(total, spans, input)
      return parts.length === spans.length ? [checkSum(total, parts)] : []
    })
  })

/** Whether a statement is of the same flow as another, in a part of its period. */
function isPartOf(part: TextStatement, year: TextStatement): boolean {
  const [inner, outer] = [part.period, year.period]
  const isInside =
    inner !== undefined &&
    outer !== undefined &&
    lengthOf(inner) >= 3 &&
    lengthOf(inner) < lengthOf(outer) &&
    startOf(inner) >= startOf(outer) &&
    endOf(inner) <= endOf(outer)
  const { measure, entity, sign: turn } = part.subject
  const isSame = measure === year.subject.measure && entity === year.subject.entity && part.scenario === year.scenario
  if (!isInside || !isFlow(part) || !isSame || unitClass(part) !== unitClass(year)) return false
  return sign(part.value) === sign(year.value) || turn !== year.subject.sign
}

function compareWithPart(year: TextStatement, part: TextStatement): TextCheck | undefined {
  const label = ({ period }: TextStatement): string => (period ? labelOf(period) : '')
  const checked = {
    rule: 'F4b',
    code: 'text-periods',
    parts: [year, part] as const,
    arithmetic: `${label(year)} ${printed(year)} against ${label(part)} ${printed(part)} (${lineOf(part)})`,
  }
  const slack = add(year.number.ulp, part.number.ulp)
  if (compare(magnitude(part.value), add(magnitude(year.value), slack)) <= 0) return ticked(checked)
  const measure = year.subject.measure ?? ''
  if (turnsSign.has(measure)) return undefined
  const always = oneSigned.has(measure)
  const swapped = 'a digit may be lost, or the two may have changed places.'
  const reason = always
    ? `A ${swapped.slice(2)}`
    : `Possible only if other parts of the period had the opposite sign; ${swapped}`
  return failed({
    ...checked,
    severity: always ? 'error' : 'warning',
    message: `invalid period: ${nameOf(year)} "${printed(year)}" is smaller than its own part ${nameOf(part)} "${printed(part)}"`,
    hint: differenceHint(year, part) || reason,
  })
}

/** F4b: a year cannot be smaller than one of its own parts, for flows of one sign. */
export const yearAgainstParts: CheckRule = (input) =>
  input.facts.levels
    .filter((year) => isFlow(year) && [12, 6].includes(lengthOf(year.period)))
    .flatMap((year) => {
      const parts = input.facts.levels.filter((part) => isPartOf(part, year))
      return parts.flatMap((part) => compareWithPart(year, part) ?? [])
    })
