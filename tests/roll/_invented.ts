import { isShifted, previousPeriod, shiftYears } from '../../src/format/calendar.ts'
import { fiscalYear, lastMonthOf, spanOf } from '../../src/format/fiscal.ts'
import type { DeckData } from '../../src/model/deck.ts'
import type { FactBook } from '../../src/model/fact-book.ts'
import type { Calendar, Period } from '../../src/model/period.ts'
import { add, compare, divide, multiply, negate, parseDecimal, type Rational, zero } from '../../src/model/rational.ts'

const [one, hundred] = ['1', '100'].map((text) => parseDecimal(text)?.value ?? zero)

/** A deck's data, and by how much flows are larger than they were. */
export interface Known {
  readonly data: DeckData
  readonly facts: FactBook
  readonly scale: Rational // of flows against what stood there last time
  /** Whether the year goes as the one before: by its seasons, and with the moves of its balances; else all goes on as it was last. */
  readonly moves: boolean
}

/** A figure that is stated exactly. */
export const valueAt = ({ facts }: Known, metric: string, period: Period): Rational | undefined =>
  facts.figure({ metric, period }).value ?? undefined

/** The last part of a span, and the span before it. */
function partsOf(period: Period, { config: { calendar } }: DeckData): readonly [Period, Period] | undefined {
  const part = calendar.subPeriods === 'quarters' ? 3 : 6
  if (period.kind !== 'span' || period.months <= part) return undefined
  const { start } = fiscalYear(lastMonthOf(period), calendar)
  return [spanOf(start, period.months - part, calendar), spanOf(period.start + period.months - part, part, calendar)]
}

/** An amount as it stands in the data, the middle of its range, or as its parts make it. */
function amountAt(known: Known, metric: string, period: Period): Rational | undefined {
  const { value, low, high } = known.facts.figure({ metric, period })
  if (value) return value
  if (low && high) return divide(add(low, high), add(one ?? zero, one ?? zero))
  const definition = known.data.metrics.get(metric)?.definition
  if (definition?.kind === 'difference') {
    const [a, b] = definition.of.map((part) => amountAt(known, part, period))
    if (a && b) return add(a, negate(b))
  }
  const [before, last] = (partsOf(period, known.data) ?? []).map((part) => amountAt(known, metric, part))
  return before && last && add(before, last)
}

/** A change as it follows from amounts, in per cent or points. */
export function changeAt(known: Known, metric: string, { measure, period }: Change): Rational | undefined {
  const { calendar } = known.data.config
  const against = measure.startsWith('qoq') ? previousPeriod(period, calendar) : shiftYears(period, -1, calendar)
  const [now, before] = [period, against].map((each) => amountAt(known, metric, each))
  if (!now || !before || compare(before, zero) === 0) return undefined
  const difference = add(now, negate(before))
  const isRatio = known.data.metrics.get(metric)?.unit.kind === 'percent'
  return isRatio ? difference : multiply(divide(difference, before), hundred ?? zero)
}

interface Change {
  readonly measure: string
  readonly period: Period
}

const isYearEnd = (period: Period, calendar: Calendar): boolean =>
  lastMonthOf(fiscalYear(lastMonthOf(period), calendar)) === lastMonthOf(period)

/** A balance that moves in this year as it did in the last, or from its last known day but one to its last. */
function continued(known: Known, metric: string, period: Period): Rational | undefined {
  const { calendar } = known.data.config
  const [last, before] = [1, 2].map((years) => valueAt(known, metric, shiftYears(period, -years, calendar)))
  const step = (now: Rational, then: Rational): Rational | undefined =>
    compare(then, zero) === 0 || compare(now, then) === 0 ? undefined : divide(multiply(now, now), then)
  if (last && before) return step(last, before)
  const values = known.data.figures
    .filter((each) => each.metric === metric && each.scenario === 'actual' && each.measure === 'value')
    .sort((a, b) => lastMonthOf(b.period) - lastMonthOf(a.period))
    .flatMap(({ value }) => (value ? [value] : []))
  const [newest] = values
  const older = values.find((value) => newest && compare(value, newest) !== 0)
  return newest && older && step(newest, older)
}

/** An invented figure: a ratio of what is known, the year so far as the sum of its parts, else what stood there last time. */
export function invented(known: Known, metric: string, period: Period): Rational | undefined {
  const { data } = known
  const { calendar } = data.config
  const item = data.metrics.get(metric)
  const { definition } = item ?? {}
  if (item && (definition?.kind === 'share' || (definition?.kind === 'ratio' && !definition.over))) {
    const [a, b] = definition.of.map((part) => valueAt(known, part, period))
    if (a && b && compare(b, zero) !== 0)
      return multiply(divide(a, b), (item.unit.kind === 'percent' ? hundred : one) ?? zero)
  }
  if (item?.kind === 'stock' && definition?.kind === 'sum') {
    const all = definition.of.map((part) => valueAt(known, part, period) ?? invented(known, part, period))
    if (all.every((each) => each !== undefined))
      return all.reduce((sum, each, at) => add(sum, definition.signs[at] === -1 ? negate(each) : each), zero)
  }
  const parts = partsOf(period, data)
  if (item?.kind === 'flow' && parts) {
    const [before, last] = parts
    const [a, b] = [valueAt(known, metric, before), valueAt(known, metric, last) ?? invented(known, metric, last)]
    if (a && b) return add(a, b)
  }
  const same = data.figures
    .filter(
      (one) =>
        one.metric === metric &&
        one.scenario === 'actual' &&
        one.measure === 'value' &&
        one.period.kind === period.kind,
    )
    .filter(
      (one) =>
        one.value && (period.kind === 'instant' || (one.period.kind === 'span' && one.period.months === period.months)),
    )
    .sort((a, b) => lastMonthOf(b.period) - lastMonthOf(a.period))
  const before = same.find((one) => known.moves && isShifted(one.period, 12, period)) ?? same[0]
  if (!before?.value) return undefined
  if (item?.kind === 'flow') return multiply(before.value, known.scale)
  return known.moves && isYearEnd(period, calendar) ? (continued(known, metric, period) ?? before.value) : before.value
}
