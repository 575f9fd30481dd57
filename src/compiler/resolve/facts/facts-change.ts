import { comparatorWord, endOf, formatPeriod } from '../../../format/calendar.ts'
import { comparedPeriod } from '../../../format/comparison.ts'
import { fiscalYear, lastMonthOf } from '../../../format/fiscal.ts'
import { defaultDecimals } from '../../../format/numbers/decimals.ts'
import { present } from '../../../format/present.ts'
import { percent, points } from '../../../format/units.ts'
import { fill } from '../../../language/fill.ts'
import type { DeckConfig } from '../../../model/deck.ts'
import { type Comparator, changeId, type Fact, figureId } from '../../../model/fact.ts'
import type { ChangeQuestion, FigureQuestion } from '../../../model/fact-book.ts'
import type { Figure, Measure } from '../../../model/figure.ts'
import { difference, type Interval, point, ratio, scale } from '../../../model/interval.ts'
import { type Period, periodKey } from '../../../model/period.ts'
import {
  add,
  compare,
  divide,
  multiply,
  negate,
  type Rational,
  rational,
  round,
  sign,
  subtract,
} from '../../../model/rational.ts'
import type { Unit } from '../../../model/unit.ts'
import { scenarioInSentence } from '../deck-context.ts'
import { baseIn, type FactContext, unitOf } from './facts-context.ts'
import { addUp, type Operand, operandOf } from './facts-operands.ts'
import { absenceOf, absentFact, computedFact, type Identity, publishedFact } from './facts-outcome.ts'

const hundred = rational(100n)
const one = rational(1n)

/** Percentages, and ratios without a currency, change in points or in their own unit (294 bps by 20 bps): never in per cent. */
function changesInUnit(unit: Unit): Unit | undefined {
  if (unit.kind === 'percent') return points
  return unit.kind === 'points' || unit.base === 'x' ? unit : undefined
}

/** Whether a question that names no scenario to compare with would have the same base. */
function isUsualBase(context: FactContext, question: ChangeQuestion, base: Required<FigureQuestion>): boolean {
  const { metric, period, scenario } = question
  const usual = baseIn(context, { metric, period, vs: base.period, ...(scenario === undefined ? {} : { scenario }) })
  return usual.scenario === base.scenario
}

/** What stands after the change: another scenario is always named, another period where no standard word fits. */
function comparatorOf(context: FactContext, question: ChangeQuestion, base: Required<FigureQuestion>): Comparator {
  const { config } = context.data
  const { period, scenario } = base
  const own = question.scenario ?? 'actual'
  const isSamePeriod = periodKey(period) === periodKey(question.period)
  const comparator = { period, scenario, base: figureId(base) }
  if (isSamePeriod ? scenario === own : isUsualBase(context, question, base))
    return { ...comparator, word: comparatorWord(question.period, period, config) }
  const label = scenarioInSentence(context.data, scenario)
  const { comparedToScenario, scenarioOf } = config.language.changes
  const named = isSamePeriod ? label : fill(scenarioOf, { period: formatPeriod(period, config), scenario: label })
  return { ...comparator, word: fill(comparedToScenario, { scenario: named }) }
}

/**
 * Published changes say what they compare with: the year before, the quarter (or half) before, or a period by name. They
 * name no scenario, so that they answer only for the usual one.
 */
function publishedChange(
  context: FactContext,
  question: ChangeQuestion,
  asked: { readonly base: Required<FigureQuestion>; readonly suffixes: readonly ('' | '-difference')[] },
): Figure | undefined {
  const { calendar } = context.data.config
  const { metric, scenario = 'actual' } = question
  const { base } = asked
  if (!isUsualBase(context, question, base)) return undefined
  const isStock = context.data.metrics.get(metric)?.kind === 'stock'
  const stated = (period: Period): Period => (isStock && period.kind === 'span' ? endOf(period) : period)
  const [period, vs] = [stated(question.period), stated(base.period)]
  const step = calendar.subPeriods === 'quarters' ? 3 : 6
  const isSubPeriod = period.kind === 'instant' || period.months === step
  const ways = (['yoy', 'qoq'] as const).filter((way) => {
    const compared = comparedPeriod(way, period, calendar)
    return compared && periodKey(compared) === periodKey(vs) && (way === 'yoy' || isSubPeriod)
  })
  const measures = asked.suffixes.flatMap((suffix): readonly Measure[] => [
    ...ways.map((way): Measure => `${way}${suffix}`),
    `${suffix === '' ? 'change' : 'difference'} from ${vs.label}`,
  ])
  for (const measure of measures) {
    const found = context.figures.find({ metric, period: question.period, scenario, measure })
    if (found) return found
  }
  return undefined
}

/** The value as the deck prints it, where printed changes are computed from printed values. */
function displayedOperand(context: FactContext, fact: Fact, unit: Unit): Operand | undefined {
  const operand = operandOf(fact, unit)
  if (!operand || context.data.config.numbers.changesFrom === 'unrounded' || fact.value === null) return operand
  const rounded = round(fact.value, defaultDecimals(fact, fact.unit, context.data.metrics.get(fact.metric)))
  return operandOf({ ...fact, value: rounded, low: rounded, high: rounded }, unit)
}

/** Per cent by which `now` exceeds `base`; undefined when that means nothing: a base at or below zero, a changed sign. */
function growthOf(now: Operand, base: Operand): Operand | undefined {
  if (sign(base.low) <= 0 || (now.value ? sign(now.value) : sign(now.low)) < 0) return undefined
  const corners = ratio(now, base)
  if (!corners) return undefined
  const inPercent = (interval: Interval): Interval => scale(difference(interval, point(one)), hundred)
  const value = now.value && base.value && multiply(subtract(divide(now.value, base.value), one), hundred)
  return { ...inPercent(corners), value, ulp: null }
}

interface Change {
  readonly identity: Identity
  readonly now: Fact
  readonly before: Fact
}

/** The coarser scale of the two, so that a difference shows no digits that one of them has not. */
function commonUnit(unit: Unit, { now, before }: Change): Unit {
  const exponent = Math.max(now.unit.exponent, before.unit.exponent)
  return unit.kind === 'points' ? unit : { ...unit, exponent }
}

function differenceFact(context: FactContext, change: Change, metricUnit: Unit): Fact {
  const { identity, now, before } = change
  const inputs = [now, before]
  const absence = absenceOf(inputs)
  const unit = commonUnit(changesInUnit(metricUnit) ?? metricUnit, change)
  const [a, b] = [displayedOperand(context, now, unit), displayedOperand(context, before, unit)]
  const outcome =
    a &&
    b &&
    addUp([
      { operand: a, sign: 1 },
      { operand: b, sign: -1 },
    ])
  if (absence !== undefined || !outcome) return absentFact(identity, absence ?? 'missing', { unit, inputs })
  return computedFact(context, identity, { unit, inputs, formula: `${now.id} - ${before.id}`, outcome })
}

/** The magnitude of an expense that is stored negative. */
const turned = ({ value, low, high, ulp }: Operand): Operand => ({
  value: value && negate(value),
  low: negate(high),
  high: negate(low),
  ulp,
})

function growthFact(context: FactContext, { identity, now, before }: Change, metricUnit: Unit): Fact {
  const inputs = [now, before]
  const absence = absenceOf(inputs)
  if (absence !== undefined) return absentFact(identity, absence, { unit: percent, inputs })
  const [a, b] = [displayedOperand(context, now, metricUnit), displayedOperand(context, before, metricUnit)]
  const isExpense = context.data.metrics.get(identity.metric)?.polarity === 'less'
  const outcome =
    a && b && (isExpense && a.high.n < 0n && b.high.n < 0n ? growthOf(turned(a), turned(b)) : growthOf(a, b))
  const bound = rational(BigInt(context.data.config.numbers.growthBound))
  if (!outcome || compare(outcome.value ?? outcome.low, bound) > 0)
    return absentFact(identity, 'not-meaningful', { unit: percent, inputs })
  return computedFact(context, identity, { unit: percent, inputs, formula: `${now.id} / ${before.id} - 1`, outcome })
}

/** Fiscal years of 53 weeks on one side of the comparison only, as the note that it then needs. */
function longYearNote({ calendar, language }: DeckConfig, periods: readonly [Period, Period]): string | undefined {
  const [now, before] = periods.map((period) => {
    if (period.kind === 'instant') return undefined
    const last = lastMonthOf(period)
    const year = fiscalYear(last, calendar)
    return last === lastMonthOf(year) && calendar.longYears.includes(year.label) ? year.label : undefined
  })
  const long = now === undefined ? before : before === undefined ? now : undefined
  return long === undefined ? undefined : fill(language.facts.longYear, { year: long })
}

/** Growth as it would be with as many weeks, from a published or computed rate. */
function weeklyGrowth(context: FactContext, fact: Fact, weeks: readonly [now: number, before: number]): string {
  if (fact.value === null || fact.unit.kind !== 'percent') return ''
  const factor = rational(BigInt(weeks[1]), BigInt(weeks[0]))
  const rate = (growth: Rational): Rational => subtract(multiply(add(growth, hundred), factor), hundred)
  const weekly: Fact = { ...fact, value: rate(fact.value), ulp: null }
  const { config, metrics } = context.data
  const { text } = present(weekly, metrics.get(fact.metric), { comparator: false, decimals: 1 }, config)
  return `: ${fill(config.language.facts.perWeek, { change: text })}`
}

/** Periods of unlike numbers of weeks, as the note that a comparison of them needs. */
function weeksNote(context: FactContext, fact: Fact, before: Period): string | undefined {
  const { config } = context.data
  const { period } = fact
  if (period.kind !== 'span' || before.kind !== 'span') return undefined
  const [weeks, baseWeeks] = [period.days?.weeks, before.days?.weeks]
  if (weeks === undefined || baseWeeks === undefined || weeks === baseWeeks) return undefined
  const names = { period: formatPeriod(period, config), base: formatPeriod(before, config) }
  const lengths = fill(config.language.facts.weeksDiffer, { ...names, weeks, baseWeeks })
  const isFlow = context.data.metrics.get(fact.metric)?.kind === 'flow'
  return `${lengths}${isFlow && fact.kind === 'growth' ? weeklyGrowth(context, fact, [weeks, baseWeeks]) : ''}`
}

/** Growth in per cent (points for percentages), or the change in the metric's own unit. */
export function changeFact(context: FactContext, kind: 'growth' | 'difference', question: ChangeQuestion): Fact {
  const base = baseIn(context, question)
  const fact = comparedFact(context, { kind, question, base })
  const note =
    weeksNote(context, fact, base.period) ?? longYearNote(context.data.config, [question.period, base.period])
  if (note === undefined || context.data.metrics.get(question.metric)?.kind === 'stock') return fact
  return { ...fact, note: fact.note === undefined ? note : `${fact.note}; ${note}` }
}

interface Comparison {
  readonly kind: 'growth' | 'difference'
  readonly question: ChangeQuestion
  readonly base: Required<FigureQuestion>
}

function comparedFact(context: FactContext, { kind, question, base }: Comparison): Fact {
  const { metric, period, scenario = 'actual' } = question
  const unit = unitOf(context.data, metric)
  const comparator = comparatorOf(context, question, base)
  const identity: Identity = { id: changeId(kind, question, base), kind, metric, period, scenario, comparator }
  const inUnit = changesInUnit(unit)
  const suffixes = inUnit
    ? (['', '-difference'] as const)
    : kind === 'growth'
      ? ([''] as const)
      : (['-difference'] as const)
  const published = publishedChange(context, question, { base, suffixes })
  if (published) return publishedFact(identity, published)
  const change = { identity, now: context.figure({ metric, period, scenario }), before: context.figure(base) }
  return kind === 'difference' || inUnit ? differenceFact(context, change, unit) : growthFact(context, change, unit)
}
