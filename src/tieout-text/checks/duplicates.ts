import { compare, magnitude, multiply, type Rational, rational, sign } from '../../model/rational.ts'
import { meets } from '../../tieout/interval.ts'
import { type CheckRule, failed, ticked } from '../check-input.ts'
import type { TextCalendar } from '../fiscal-calendar.ts'
import { holdsSomehow, rangeOf } from '../interval-of.ts'
import type { Check, Statement } from '../model.ts'
import { measureKind } from '../vocabulary.ts'
import { differenceHint, lineOf, nameOf, printed } from '../wording.ts'

const vague = new Set(['cost', 'loss', 'margin', 'ratio', 'count'])

/** A statement whose subject is too general to be the same as another of the same name. */
function isVague(statement: Statement): boolean {
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
const byPrecision = (a: Statement, b: Statement): number =>
  compare(a.number.ulp, b.number.ulp) || a.place.line - b.place.line

function compareTwo(reference: Statement, other: Statement, calendar: TextCalendar): Check | undefined {
  const isChange = other.kind === 'growth' || other.kind === 'difference'
  const sameItem = other.item === reference.item && !other.cell
  if (sameItem && !(other.kind === 'growth' && other.direction && reference.direction)) return undefined
  const rule = isChange && sign(reference.value) !== sign(other.value) ? 'S1' : 'S3'
  const verdict = {
    rule,
    code: rule === 'S1' ? 'text-direction' : 'text-duplicate',
    parts: [other, reference] as const,
    arithmetic: `${printed(other)} (${lineOf(other)}) against ${printed(reference)} (${lineOf(reference)})`,
  }
  if (holdsSomehow((rounding) => meets(rangeOf(reference, rounding), rangeOf(other, rounding))))
    return sameItem ? undefined : ticked(verdict)
  const sure =
    other.periodFrom !== 'heading' && reference.periodFrom !== 'heading' && other.subject.measure !== undefined
  const near = within(reference.value, other.value, 2n)
  const hint = differenceHint(other, reference)
  if (!near && hint === '' && !isChange && !(sure && within(reference.value, other.value, 20n))) return undefined
  const name = nameOf(other, calendar)
  if (sameItem) {
    return failed({
      ...verdict,
      severity: 'warning',
      message: `ambiguous period: ${name} has two changes of the same kind, "${printed(reference)}" and "${printed(other)}"`,
      hint: 'One of them belongs to another period, or to another subject: write which.',
    })
  }
  const what = isChange ? `${other.comparison ?? ''} change of ${name}`.trim() : name
  return failed({
    ...verdict,
    severity: sure ? 'error' : 'warning',
    message: `invalid duplicate: ${what} is "${signed(other)}" here and "${signed(reference)}" on line ${reference.place.line}`,
    hint: hint || 'The two cannot be roundings of one figure: check which one the source has.',
  })
}

const signed = (statement: Statement): string =>
  statement.direction && (statement.kind === 'growth' || statement.kind === 'difference')
    ? `${statement.directionText} ${printed(statement)}`
    : printed(statement)

/** S3: the same fact stated twice must be one figure; also S1 where the directions differ. */
export const duplicates: CheckRule = ({ facts, calendar }) =>
  [...facts.groups.values()].flatMap((group) => {
    const usable = group.filter((statement) => !isVague(statement) && !statement.isBase)
    const [reference, ...rest] = [...usable].sort(byPrecision)
    if (!reference) return []
    const seen = new Set<string>()
    return rest.flatMap((other) => {
      const check = compareTwo(reference, other, calendar)
      const key = `${other.place.line}:${printed(other)}`
      if (!check || (check.verdict === 'failed' && seen.has(key))) return []
      seen.add(key)
      return [check]
    })
  })
