import { shiftPeriod } from '../../format/calendar.ts'
import { difference, growth, type Interval, meets, opposite, product, scale, sum } from '../../model/interval.ts'
import { compare, rational, sign, zero } from '../../model/rational.ts'
import { type CheckInput, type CheckRule, failed, ticked } from '../check-input.ts'
import { unitClass } from '../stated-facts.ts'
import type { TextCheck, TextStatement } from '../text-model.ts'
import { labelOf, startOf } from '../words/fiscal-calendar.ts'
import { fractionOf, holdsSomehow, rangeOf } from '../words/statement-interval.ts'
import { subjectKey } from '../words/text-subject.ts'
import { inScaleOf, lineOf, nameOf, plain, printed } from '../words/wording.ts'

const one: Interval = { low: rational(1n), high: rational(1n) }
const hundred = rational(100n)

/** Losses grow when they get larger: both levels negative are compared by size. */
export const bySize = (interval: Interval): Interval =>
  compare(interval.high, zero) < 0 ? opposite(interval) : interval

/** Growth that two levels allow, in per cent; undefined where there is no percentage. */
function growthRange(now: Interval, base: Interval): Interval | undefined {
  if (compare(now.high, zero) < 0 !== compare(base.high, zero) < 0) return undefined
  const fraction = growth(bySize(now), bySize(base))
  return fraction && scale(fraction, hundred)
}

export const rangeText = (range: Interval, decimals = 1): string =>
  `${plain(range.low, decimals)} to ${plain(range.high, decimals)}`

/** C2: a printed growth rate must lie in what the two levels allow. */
export function checkGrowth(
  rate: TextStatement,
  now: TextStatement,
  base: TextStatement,
  input: CheckInput,
): TextCheck | undefined {
  const possible = growthRange(rangeOf(now), rangeOf(base))
  if (!possible) return undefined
  const truncated = growthRange(rangeOf(now, 'truncate'), rangeOf(base, 'truncate'))
  const arithmetic = `${printed(now)} / ${printed(base)} − 1 = ${rangeText(possible)}%, printed ${plain(rate.value, 4)}% on ${lineOf(rate)} (${[...new Set([lineOf(now), lineOf(base)])].join(', ')})`
  const checked = { rule: 'C2', code: 'text-growth', parts: [rate, now, base] as const, arithmetic }
  if (meets(rangeOf(rate), possible) || (truncated && meets(rangeOf(rate, 'truncate'), truncated)))
    return ticked(checked)
  const factor = sum(one, fractionOf(rate))
  const wanted = new Map([[now.id, product(rangeOf(base), factor)]])
  return failed({
    ...checked,
    severity: severityOf([rate, now, base]),
    wanted,
    message: `invalid growth: "${printed(rate)}" for ${nameOf(now)}; ${printed(now)} from ${printed(base)} gives ${rangeText(possible)}%`,
    hint: growthHint(rate, now, possible, input),
  })
}

function growthHint(
  rate: TextStatement,
  now: TextStatement,
  possible: Interval,
  { facts, calendar }: CheckInput,
): string {
  if (meets(opposite(rangeOf(rate)), possible)) return 'The size is right, the sign is not.'
  if (rate.comparison !== 'YoY' && rate.comparison !== 'QoQ') return ''
  const months = rate.comparison === 'YoY' ? 3 : 12
  const before = now.period && shiftPeriod(now.period, -months, calendar)
  const other = before && facts.level(now.subject, before, now.scenario, unitClass(now))
  const alternative = other && growthRange(rangeOf(now), rangeOf(other))
  if (!other?.period || !alternative || !meets(rangeOf(rate), alternative)) return ''
  return `Against ${labelOf(other.period)} (${printed(other)}) it would be right: the comparison is ${rate.comparison === 'YoY' ? 'QoQ' : 'YoY'}.`
}

/** A value as a term: a loss that is called one by words has its minus. */
const term = (statement: TextStatement): string =>
  sign(statement.value) < 0 && statement.number.sign === 'none' ? `(−${printed(statement)})` : printed(statement)

/** C1: a printed difference must be that of the two levels. */
export function checkDifference(change: TextStatement, now: TextStatement, base: TextStatement): TextCheck | undefined {
  const possible = difference(rangeOf(now), rangeOf(base))
  const arithmetic = `${term(now)} − ${term(base)} = ${inScaleOf({ n: now.value.n * base.value.d - base.value.n * now.value.d, d: now.value.d * base.value.d }, change)}, printed ${printed(change)} (${lineOf(now)}, ${lineOf(base)})`
  const checked = { rule: 'C1', code: 'text-change', parts: [change, now, base] as const, arithmetic }
  if (
    holdsSomehow((rounding) =>
      meets(rangeOf(change, rounding), difference(rangeOf(now, rounding), rangeOf(base, rounding))),
    )
  )
    return ticked(checked)
  const turned = meets(opposite(rangeOf(change)), possible)
  const bare = turned && !change.cell && sign(change.value) >= 0 && change.number.sign === 'none' && !change.direction
  if (bare) return ticked(checked)
  const wanted = new Map([
    [change.id, possible],
    [now.id, sum(rangeOf(base), rangeOf(change))],
    [base.id, difference(rangeOf(now), rangeOf(change))],
  ])
  return failed({
    ...checked,
    severity: severityOf([change, now, base]),
    wanted,
    message: `invalid change: "${printed(change)}" for ${nameOf(now)}; ${arithmetic.split(', printed')[0]}`,
    hint: turned ? 'The size is right, the sign is not.' : '',
  })
}

export const severityOf = (parts: readonly TextStatement[]): 'error' | 'warning' =>
  parts.every(({ periodFrom, cell }) => periodFrom === 'own' || cell !== undefined) ? 'error' : 'warning'

/** A change beside the columns that it compares is checked with them; where periods are rows it stands beside one column. */
const isOfColumns = (change: TextStatement, now: TextStatement, before: TextStatement): boolean =>
  [change, now, before].every(({ cell }) => cell !== undefined && cell.table === change.cell?.table) &&
  now.cell?.column !== before.cell?.column

/** Changes in the text against levels stated anywhere, and the changes of tables against levels elsewhere. */
export const changes: CheckRule = (input) =>
  input.statements.flatMap((statement) => {
    const { kind, subject, period, base, scenario } = statement
    if (
      (kind !== 'growth' && kind !== 'difference') ||
      !period ||
      !base ||
      statement.number.hedge !== undefined ||
      statement.doubtful
    )
      return []
    const unit = kind === 'difference' ? unitClass(statement) : undefined
    const units =
      unit === undefined
        ? [...new Set(input.facts.levels.map(unitClass))].filter((name) => name !== 'percent' && name !== 'points')
        : [unit]
    return units.flatMap((name) => {
      const now = input.facts.level(subject, period, scenario, name)
      const before = input.facts.level(subject, base, 'actual', name)
      if (!now || !before || now === before || isOfColumns(statement, now, before)) return []
      return (
        (kind === 'growth' ? checkGrowth(statement, now, before, input) : checkDifference(statement, now, before)) ?? []
      )
    })
  })

/** The value that an older one beside it is compared with: "from A to B", "B compared to A". */
function partnerOf(
  base: TextStatement,
  index: number,
  statements: readonly TextStatement[],
): TextStatement | undefined {
  const isValue = (other: TextStatement): boolean =>
    other.item === base.item && other.kind === 'value' && unitClass(other) === unitClass(base)
  const older = base.isBase === 'versus' ? statements.slice(Math.max(0, index - 3), index).findLast(isValue) : undefined
  const now = base.isBase === 'from' ? statements[index + 1] : older
  const isLater = !now?.period || !base.period || startOf(base.period) < startOf(now.period)
  const fits = now !== undefined && isValue(now) && !now.isBase && !now.cell && isLater
  return fits && now.number.hedge === undefined && base.number.hedge === undefined ? now : undefined
}

/** Numbers of one clause need no period to belong together: what contradicts there is wrong. */
const certain = (check: TextCheck | undefined): readonly TextCheck[] =>
  check === undefined ? [] : [check.verdict === 'failed' ? { ...check, severity: 'error' } : check]

/** C1, C2 within a line: "from A to B, up 12%", "B compared to A (up 12%)". */
export const inlineChanges: CheckRule = (input) =>
  input.statements.flatMap((base, index) => {
    const now = partnerOf(base, index, input.statements)
    if (!now || subjectKey(now.subject) !== subjectKey(base.subject)) return []
    const beside = input.statements
      .slice(Math.max(0, index - 3), index + 4)
      .filter(
        (other) =>
          other.item === base.item &&
          (other.kind === 'growth' || other.kind === 'difference') &&
          subjectKey(other.subject) === subjectKey(now.subject) &&
          other.number.hedge === undefined &&
          !other.doubtful,
      )
    return beside.flatMap((change) => {
      const sameBase = !base.period || !change.base || startOf(base.period) === startOf(change.base)
      if (
        !sameBase ||
        change.comparison === 'QoQ' ||
        (change.kind === 'difference' && change.number.unit?.kind === 'points' && unitClass(now) !== 'percent')
      )
        return []
      if (change.kind === 'growth')
        return unitClass(now) === 'percent' ? [] : certain(checkGrowth(change, now, base, input))
      return certain(checkDifference(change, now, base))
    })
  })
