import { previousPeriod, shiftYears } from '../format/calendar.ts'
import type { DeckConfig, DeckData } from '../model/deck.ts'
import type { Figure, Measure, Metric } from '../model/figure.ts'
import type { Period } from '../model/period.ts'
import { compare, divide, multiply, type Rational, rational } from '../model/rational.ts'
import { difference, type Interval, point, ratio, scale, sum } from './interval.ts'
import { figureId, type Statement, stateFigure, timeKey } from './statement.ts'

/** A metric's value in a period: as stated, or computed by its definition from stated ones. */
export interface Level {
  readonly fact: string
  readonly value: Rational
  readonly ulp: Rational | null
  readonly interval: Interval
  /** Ids of the stated facts it rests on. */
  readonly facts: readonly string[]
  readonly qualified: boolean
}

export interface Question {
  readonly metric: string
  readonly period: Period
  readonly scenario?: string
  readonly measure?: Measure
}

/** All of data/figures, indexed by metric, period, scenario and measure. */
export interface Ledger {
  readonly config: DeckConfig
  readonly metrics: ReadonlyMap<string, Metric>
  /** Every statement, in the order of the files. */
  readonly statements: readonly Statement[]
  /** Statements of one metric's values (no changes), in the order of the files. */
  readonly values: (metric: string) => readonly Statement[]
  /** Everything stated of the same fact, the finest first. */
  readonly stated: (question: Question) => readonly Statement[]
  readonly level: (question: Question) => Level | undefined
  /** What is not stated, by id: the reason why a level is undefined. */
  readonly missing: (question: Question) => string
}

const comparators: Partial<
  Record<Measure, { readonly word: 'growth' | 'difference'; readonly step: 'year' | 'before' }>
> = {
  yoy: { word: 'growth', step: 'year' },
  qoq: { word: 'growth', step: 'before' },
  'yoy-difference': { word: 'difference', step: 'year' },
  'qoq-difference': { word: 'difference', step: 'before' },
}

/** The period that a published change is measured against. */
export function baseOf(measure: Measure, period: Period, config: DeckConfig): Period | undefined {
  const comparator = comparators[measure]
  if (!comparator) return undefined
  return comparator.step === 'year' ? shiftYears(period, -1, config.calendar) : previousPeriod(period, config.calendar)
}

function factIdOf(figure: Figure, config: DeckConfig): string {
  const own = figureId(figure.metric, figure.period, figure.scenario)
  const base = baseOf(figure.measure, figure.period, config)
  return base ? `${comparators[figure.measure]?.word}(${own},${base.label})` : own
}

/** Finest first: published before derived, then by the last place, then by the width of the bounds. */
function finer(a: Statement, b: Statement): number {
  if ((a.ulp === null) !== (b.ulp === null)) return a.ulp === null ? 1 : -1
  if (a.ulp && b.ulp) return compare(a.ulp, b.ulp)
  return compare(
    difference(point(a.interval.high), point(a.interval.low)).low,
    difference(point(b.interval.high), point(b.interval.low)).low,
  )
}

function stateAll(data: DeckData): readonly Statement[] {
  const { config, metrics } = data
  return data.figures.flatMap((figure) => {
    const metric = metrics.get(figure.metric)
    if (!metric) return []
    const fact = factIdOf(figure, config)
    const statement = stateFigure(figure, { metric, rounding: config.numbers.rounding, fact })
    return statement ? [statement] : []
  })
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

const hundred = rational(100n)

function combine(metric: Metric, parts: readonly Level[]): Pick<Level, 'value' | 'interval'> | undefined {
  const definition = metric.definition
  const [first, second] = parts
  if (!definition || !first) return undefined
  if (definition.kind === 'sum')
    return {
      value: parts.slice(1).reduce((all, part) => sum(point(all), point(part.value)).low, first.value),
      interval: parts.slice(1).reduce((all, part) => sum(all, part.interval), first.interval),
    }
  if (!second) return undefined
  if (definition.kind === 'difference')
    return {
      value: difference(point(first.value), point(second.value)).low,
      interval: difference(first.interval, second.interval),
    }
  const quotient = ratio(first.interval, second.interval)
  if (!quotient) return undefined
  const factor = metric.unit.kind === 'percent' ? hundred : rational(1n)
  return { value: multiply(divide(first.value, second.value), factor), interval: scale(quotient, factor) }
}

/** Indexes the data once; every rule asks this and nothing else for numbers. */
export function openLedger(data: DeckData): Ledger {
  const { config, metrics } = data
  const statements = stateAll(data)
  const keyOf = (question: Question): string => {
    const { metric, period, scenario = 'actual', measure = 'value' } = question
    return `${metric}|${scenario}|${measure}|${timeKey(metrics.get(metric), period)}`
  }
  const byKey = groupBy(statements, keyOf)
  const byMetric = groupBy(
    statements.filter(({ measure }) => measure === 'value'),
    ({ metric }) => metric,
  )
  const sorted = new Map([...byKey].map(([key, group]) => [key, [...group].sort(finer)]))
  const levels = new Map<string, Level | undefined>()

  const stated = (question: Question): readonly Statement[] => sorted.get(keyOf(question)) ?? []

  const computed = (question: Question): Level | undefined => {
    const metric = metrics.get(question.metric)
    const definition = metric?.definition
    if (!metric || !definition || definition.kind === 'change') return undefined
    const parts = definition.of.map((id) => level({ ...question, metric: id }))
    const known = parts.filter((part) => part !== undefined)
    const result = known.length === parts.length ? combine(metric, known) : undefined
    const fact = figureId(question.metric, question.period, question.scenario)
    const qualified = known.some((part) => part.qualified)
    return result && { fact, ulp: null, facts: known.flatMap((part) => part.facts), qualified, ...result }
  }

  const level = (question: Question): Level | undefined => {
    const key = keyOf(question)
    if (levels.has(key)) return levels.get(key)
    levels.set(key, undefined) // a definition that comes back to itself has no level
    const [statement] = stated(question)
    const found = statement
      ? { ...statement, facts: [statement.fact], qualified: statement.qualifier !== undefined }
      : computed(question)
    levels.set(key, found)
    return found
  }

  const missing = (question: Question): string => figureId(question.metric, question.period, question.scenario)

  return { config, metrics, statements, values: (metric) => byMetric.get(metric) ?? [], stated, level, missing }
}
