import { groupBy } from '../../format/group-by.ts'
import { type Interval, meets, ratio, sum } from '../../model/interval.ts'
import { add, compare, divide, magnitude, multiply, rational, sign, subtract, zero } from '../../model/rational.ts'
import { type CheckInput, type CheckRule, failed, ticked } from '../check-input.ts'
import { subjectPeriodKey, unitClass } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { fractionOf, rangeOf } from '../words/statement-interval.ts'
import { subjectKey } from '../words/text-subject.ts'
import { inScaleOf, nameOf, printed } from '../words/wording.ts'
import { checkSum, isAmount, isWithin } from './breakdown-sum.ts'
import { notes } from './note-runs.ts'

const one: Interval = { low: rational(1n), high: rational(1n) }

/** Neighbouring digits that changed places in one part, when putting them back makes the sum right. */
function swappedDigits(total: TextStatement, parts: readonly TextStatement[]): string | undefined {
  for (const part of parts) {
    const others = parts.filter((other) => other !== part).map(({ value }) => value)
    const wanted = divide(magnitude(subtract(total.value, others.reduce(add, zero))), part.number.ulp)
    const digits = divide(magnitude(part.value), part.number.ulp).n.toString()
    for (let at = 0; at + 1 < digits.length; at++) {
      const swapped = `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`
      const right = { n: BigInt(swapped), d: 1n }
      if (swapped === digits || compare(right, wanted) !== 0) continue
      const text = inScaleOf(multiply(right, part.number.ulp), part)
      return `With ${text} for "${printed(part)}" they meet: two digits may have changed places.`
    }
  }
  return undefined
}

const growthOf = (statement: TextStatement, input: CheckInput): TextStatement | undefined =>
  input.statements.find(
    (other) =>
      other.kind === 'growth' &&
      !other.doubtful &&
      other.number.hedge === undefined &&
      other.comparison === 'YoY' &&
      other.scenario === statement.scenario &&
      subjectKey(other.subject) === subjectKey(statement.subject) &&
      subjectPeriodKey(other.subject, other.period) === subjectPeriodKey(statement.subject, statement.period),
  )

const rateText = (rate: TextStatement): string =>
  `(1 ${sign(rate.value) < 0 ? '−' : '+'} ${printed(rate).replace(/^[-+(]+|\)$/g, '')})`

/** C2: parts that sum to a total, each with its growth, grew from bases that sum to the total's base. */
function growthOfParts(total: TextStatement, parts: readonly TextStatement[], input: CheckInput): readonly TextCheck[] {
  const [whole, ...pieces] = [total, ...parts].flatMap((statement) => {
    const rate = growthOf(statement, input)
    const base = rate && ratio(rangeOf(statement), sum(one, fractionOf(rate)))
    return rate && base ? [{ statement, rate, base }] : []
  })
  if (whole?.statement !== total || pieces.length !== parts.length) return []
  const together = pieces.map(({ base }) => base).reduce(sum)
  const show = ({ low, high }: Interval): string => `${inScaleOf(low, total)} to ${inScaleOf(high, total)}`
  const terms = pieces.map(({ statement, rate }) => `${printed(statement)} / ${rateText(rate)}`).join(' + ')
  const checked = {
    rule: 'C2',
    code: 'text-growth',
    parts: [whole.rate, ...pieces.map(({ rate }) => rate)] as const,
    arithmetic: `${terms} = ${show(together)}; ${printed(total)} / ${rateText(whole.rate)} = ${show(whole.base)}`,
  }
  if (meets(together, whole.base)) return [ticked(checked)]
  return [
    failed({
      ...checked,
      severity: 'warning',
      message: `invalid growth: the growth rates of the parts do not give that of ${nameOf(total)}, "${printed(whole.rate)}"`,
      hint: 'The parts sum to the total, so what they grew from must sum to what the total grew from: one of the rates, or its direction, is wrong.',
    }),
  ]
}

/** Statements that may be parts of one whole: one measure, period, scenario and unit, in one place of the text. */
function lists(
  input: CheckInput,
  placeOf: (statement: TextStatement) => string,
): readonly (readonly TextStatement[])[] {
  const listed = input.statements.filter(
    (statement) => isAmount(statement) && !statement.cell && periodOf(statement) !== undefined,
  )
  const groups = groupBy(listed, (statement) =>
    [
      placeOf(statement),
      statement.subject.measure ?? '',
      periodOf(statement),
      statement.scenario,
      unitClass(statement) === 'count' ? currencyNear(statement, input) : unitClass(statement),
    ].join('/'),
  )
  return [...groups.values()].map(firstOfEntities)
}

const periodOf = ({ subject, period }: TextStatement): string | undefined => subjectPeriodKey(subject, period)

/** Each entity once, as first stated. */
function firstOfEntities(group: readonly TextStatement[]): readonly TextStatement[] {
  const entities = new Map(group.toReversed().map((statement) => [statement.subject.entity, statement]))
  return group.filter((statement) => entities.get(statement.subject.entity) === statement)
}

/** "4Q08 : 37 million" among amounts in a currency is one of them. */
function currencyNear(statement: TextStatement, { statements }: CheckInput): string {
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
        subjectPeriodKey(level.subject, level.period) === subjectPeriodKey(first.subject, first.period),
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
        subjectPeriodKey(statement.subject, statement.period) === subjectPeriodKey(first.subject, first.period) &&
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
