import { meets } from '../../model/interval.ts'
import { compare, magnitude, multiply, type Rational, rational, sign } from '../../model/rational.ts'
import { type CheckInput, type CheckRule, failed, ticked } from '../check-input.ts'
import { statedFactKey } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { labelOf } from '../words/fiscal-calendar.ts'
import { amountOf, amountRange, holdsSomehow } from '../words/statement-interval.ts'
import { measureKind } from '../words/vocabulary.ts'
import { differenceHint, lineOf, nameOf, printed } from '../words/wording.ts'

const vague = new Set(['cost', 'loss', 'margin', 'ratio', 'count'])

/** A statement whose subject is too general to be the same as another of the same name. */
function isVague(statement: TextStatement): boolean {
  const { measure, entity } = statement.subject
  if (measure === undefined && entity.split(' ').length < 2 && !statement.cell) return true
  if (entity === '' && (measure === undefined || vague.has(measure))) return true
  const percent = statement.kind === 'value' && statement.number.unit?.kind === 'percent'
  return percent && measureKind(measure) !== 'ratio' && measure !== undefined
}

const within = (a: Rational, b: Rational, factor: bigint): boolean => {
  const [x, y] = [magnitude(a), magnitude(b)]
  return compare(x, multiply(y, rational(factor))) <= 0 && compare(y, multiply(x, rational(factor))) <= 0
}

/** Statements of one fact, the finest first: it is what the others must agree with. */
const byPrecision = (a: TextStatement, b: TextStatement): number =>
  compare(a.number.ulp, b.number.ulp) || a.place.line - b.place.line

/** Equal precision needs equal digits; else the intervals must meet. */
const agree = (a: TextStatement, b: TextStatement): boolean =>
  compare(a.number.ulp, b.number.ulp) === 0
    ? compare(amountOf(a), amountOf(b)) === 0
    : holdsSomehow((rounding) => meets(amountRange(a, rounding), amountRange(b, rounding)))

function compareTwo(reference: TextStatement, other: TextStatement): TextCheck | undefined {
  const isChange = other.kind === 'growth' || other.kind === 'difference'
  if (other.item === reference.item && !other.cell) return undefined
  const rule = isChange && sign(reference.value) !== sign(other.value) ? 'S1' : 'S3'
  const checked = {
    rule,
    code: rule === 'S1' ? 'text-direction' : 'text-duplicate',
    parts: [other, reference] as const,
    arithmetic: `${printed(other)} (${lineOf(other)}) against ${printed(reference)} (${lineOf(reference)})`,
  }
  if (agree(reference, other)) return ticked(checked)
  const sure =
    other.periodFrom !== 'heading' && reference.periodFrom !== 'heading' && other.subject.measure !== undefined
  const near = within(reference.value, other.value, 2n)
  const hint = differenceHint(other, reference)
  if (!near && hint === '' && !isChange && !(sure && within(reference.value, other.value, 20n))) return undefined
  const name = nameOf(other)
  const what = isChange ? `${other.comparison ?? ''} change of ${name}`.trim() : name
  return failed({
    ...checked,
    severity: sure ? 'error' : 'warning',
    message: `invalid duplicate: ${what} is "${signed(other)}" here and "${signed(reference)}" on line ${reference.place.line}`,
    hint: hint || 'The two cannot be roundings of one figure: check which one the source has.',
  })
}

const signed = (statement: TextStatement): string =>
  statement.direction && (statement.kind === 'growth' || statement.kind === 'difference')
    ? `${statement.directionText} ${printed(statement)}`
    : printed(statement)

/** A change elsewhere with the same digits: the one that a doubtful statement may mean. */
function twinOf(statement: TextStatement, input: CheckInput): TextStatement | undefined {
  return input.statements.find(
    (other) =>
      other !== statement &&
      !other.doubtful &&
      other.kind === 'growth' &&
      other.item !== statement.item &&
      other.subject.measure === statement.subject.measure &&
      other.subject.entity === statement.subject.entity &&
      compare(magnitude(other.value), magnitude(statement.value)) === 0,
  )
}

/** S3: two changes of one kind in one line, "FY08: down 72.6% YoY, up 2.2% YoY": a period is missing. */
export const missingPeriods: CheckRule = (input) =>
  input.statements.flatMap((statement) => {
    if (!statement.doubtful || statement.cell) return []
    const key = statedFactKey(statement)
    const reference = input.statements.find(
      (other) => other !== statement && other.item === statement.item && statedFactKey(other) === key,
    )
    if (!reference) return []
    const twin = twinOf(statement, input)
    const turned = twin && sign(twin.value) !== sign(statement.value)
    const where = twin
      ? `${twin.period ? labelOf(twin.period) : 'Another period'} has "${printed(twin)}" on ${lineOf(twin)}`
      : ''
    const hint = twin
      ? `${where}${turned ? ': the same digits with the other sign; the period is missing and the direction wrong.' : ': the period is missing.'}`
      : 'One of them belongs to another period, or to another subject: write which.'
    return [
      failed({
        rule: turned ? 'S1' : 'S3',
        code: turned ? 'text-direction' : 'text-period',
        parts: [statement, reference],
        severity: turned ? 'error' : 'warning',
        arithmetic: `${signed(reference)} (${lineOf(reference)}) and ${signed(statement)} (${lineOf(statement)})`,
        message: `ambiguous period: ${nameOf(statement)} has two changes of the same kind, "${signed(reference)}" and "${signed(statement)}"`,
        hint,
      }),
    ]
  })

/** S3: the same fact stated twice must be one figure; also S1 where the directions differ. */
export const duplicates: CheckRule = ({ facts }) =>
  [...facts.groups.values()].flatMap((group) => {
    const usable = group.filter(
      (statement) => !isVague(statement) && !(statement.isBase && statement.periodFrom !== 'own'),
    )
    const [reference, ...rest] = [...usable].sort(byPrecision)
    if (!reference) return []
    const seen = new Set<string>()
    return rest.flatMap((other) => {
      const check = compareTwo(reference, other)
      const key = `${other.place.line}:${printed(other)}`
      if (!check || (check.verdict === 'failed' && seen.has(key))) return []
      seen.add(key)
      return [check]
    })
  })
