import { difference, type Interval, intersect, meets, opposite, product, ratio, sum } from '../../model/interval.ts'
import { add, compare, divide, magnitude, multiply, rational, sign, zero } from '../../model/rational.ts'
import { type CheckRule, failed, ticked } from '../check-input.ts'
import { subjectPeriodKey, unitClass } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { fractionOf, rangeOf } from '../words/statement-interval.ts'
import { subjectKey } from '../words/text-subject.ts'
import { measureKind } from '../words/vocabulary.ts'
import { inScaleOf, lineOf, nameOf, printed } from '../words/wording.ts'

/** A difference and a growth rate of the same change: together they give the level. */
interface ChangePair {
  readonly difference: TextStatement
  readonly rate: TextStatement
}

const one: Interval = { low: rational(1n), high: rational(1n) }

function findPairs(statements: readonly TextStatement[]): readonly ChangePair[] {
  return statements.flatMap((rate, index) => {
    const before = statements[index - 1]
    if (rate.kind !== 'growth' || rate.cell || before?.kind !== 'difference' || before.item !== rate.item) return []
    const sameBase =
      (before.base === undefined && before.comparison === undefined) ||
      (before.base?.label === rate.base?.label && before.comparison === rate.comparison)
    const isPair =
      sameBase && before.number.unit?.kind !== 'points' && subjectKey(before.subject) === subjectKey(rate.subject)
    return isPair && before.number.hedge === undefined && rate.number.hedge === undefined
      ? [{ difference: before, rate }]
      : []
  })
}

/** level = d + d / g, for a growth of that sign. */
function levelOf({ difference: change, rate }: ChangePair, turned = false): Interval | undefined {
  const size = turned ? opposite(fractionOf(rate)) : fractionOf(rate)
  const base = ratio(rangeOf(change), size)
  return base && compare(base.low, zero) > 0 ? product(base, sum(one, size)) : undefined
}

const pairText = ({ difference: change, rate }: ChangePair): string =>
  `"${change.directionText} ${printed(change)}" and "${rate.directionText} ${printed(rate)}"`

/** S1: the direction of a difference and of its growth rate are one; another pair of the level shows which is wrong. */
function checkDirections(pair: ChangePair, others: readonly ChangePair[]): TextCheck {
  const { difference: change, rate } = pair
  const checked = {
    rule: 'S1',
    code: 'text-direction',
    parts: [rate, change] as const,
    arithmetic: `${change.directionText} ${printed(change)} against ${rate.directionText} ${printed(rate)}`,
  }
  if (sign(change.value) * sign(rate.value) >= 0) return ticked(checked)
  const [asRate, asChange] = [
    levelOf({ difference: { ...change, value: { n: -change.value.n, d: change.value.d } }, rate }),
    levelOf(pair, true),
  ]
  const agrees = (level: Interval | undefined): ChangePair | undefined =>
    others.find((other) => level && levelOf(other) && meets(level, levelOf(other) ?? level))
  const [rateFits, changeFits] = [agrees(asRate), agrees(asChange)]
  const fit =
    changeFits && !rateFits
      ? { word: rate.directionText, by: changeFits }
      : rateFits && !changeFits
        ? { word: change.directionText, by: rateFits }
        : undefined
  const hint = fit
    ? `"${fit.word}" is the wrong word: only so does the level agree with ${pairText(fit.by)} (${lineOf(fit.by.rate)}).`
    : 'One of the two words is wrong.'
  return failed({
    ...checked,
    severity: 'error',
    message: `invalid direction: ${pairText(pair)} for ${nameOf(rate)} contradict each other`,
    hint,
  })
}

/** Stocks have one level whatever they are compared with; flows only in one period. */
function sameLevel(a: TextStatement, b: TextStatement): boolean {
  if (a.slide !== b.slide || subjectKey(a.subject) !== subjectKey(b.subject) || unitClass(a) !== unitClass(b))
    return false
  if (a.period && b.period) return subjectPeriodKey(a.subject, a.period) === subjectPeriodKey(b.subject, b.period)
  return measureKind(a.subject.measure) === 'stock' && !a.period && !b.period
}

function compareLevels(a: ChangePair, b: ChangePair): TextCheck | undefined {
  const [x, y] = [levelOf(a), levelOf(b)]
  if (!x || !y || sign(a.difference.value) !== sign(a.rate.value) || sign(b.difference.value) !== sign(b.rate.value))
    return undefined
  const show = (level: Interval, like: TextStatement): string =>
    `${inScaleOf(level.low, like)} to ${inScaleOf(level.high, like)}`
  const arithmetic = `${pairText(a)} give a level of ${show(x, a.difference)}, ${pairText(b)} (${lineOf(b.rate)}) one of ${show(y, b.difference)}`
  const checked = {
    rule: 'C2',
    code: 'text-level',
    parts: [a.rate, a.difference, b.rate, b.difference] as const,
    arithmetic,
  }
  if (meets(x, y)) return ticked(checked)
  return failed({
    ...checked,
    severity: 'error',
    message: `invalid change: two changes of ${nameOf(a.rate)} imply different levels`,
    hint: 'Compute each level as difference / rate + difference; one of the four figures is wrong.',
  })
}

/** A level printed beside its difference and rate: d / (level − d) = g. */
function compareWithLevel(pair: ChangePair, level: TextStatement): TextCheck | undefined {
  const base = difference(rangeOf(level), rangeOf(pair.difference))
  const possible = ratio(rangeOf(pair.difference), base)
  if (!possible || compare(base.low, zero) <= 0) return undefined
  const middle = divide(
    pair.difference.value,
    add(level.value, { n: -pair.difference.value.n, d: pair.difference.value.d }),
  )
  const arithmetic = `${printed(pair.difference)} / (${printed(level)} − ${printed(pair.difference)}) = ${inScaleOf(multiply(magnitude(middle), rational(100n)), pair.rate)}%, printed ${printed(pair.rate)}`
  const checked = { rule: 'C2', code: 'text-growth', parts: [pair.rate, pair.difference, level] as const, arithmetic }
  if (intersect(possible, fractionOf(pair.rate))) return ticked(checked)
  return failed({
    ...checked,
    severity: 'warning',
    message: `invalid growth: "${printed(pair.rate)}" beside "${printed(pair.difference)}" for ${nameOf(level)}`,
    hint: 'Difference, rate and level do not belong together.',
  })
}

/** "Down JPY1,899 million (down 39.9%)": the pair's directions, its level against other pairs' and against the level printed. */
export const pairs: CheckRule = (input) => {
  const found = findPairs(input.statements)
  return found.flatMap((pair, index) => {
    const others = found.filter((other) => other !== pair && sameLevel(other.rate, pair.rate))
    const earlier = found.slice(0, index).filter((other) => others.includes(other))
    const level = input.facts.level(pair.rate.subject, pair.rate.period, pair.rate.scenario, unitClass(pair.difference))
    const checks = [checkDirections(pair, others), ...earlier.map((other) => compareLevels(pair, other))]
    const withLevel =
      level && sign(pair.difference.value) === sign(pair.rate.value) ? compareWithLevel(pair, level) : undefined
    return [...checks, withLevel].filter((check) => check !== undefined)
  })
}
