import { parsePeriod, previousPeriod, shiftYears } from '../format/calendar.ts'
import type { DeckConfig, DeckData } from '../model/deck.ts'
import type { Figure, Measure, Metric } from '../model/figure.ts'
import { difference, point } from '../model/interval.ts'
import type { Period } from '../model/period.ts'
import { compare } from '../model/rational.ts'
import { type Level, levelsOf, type Question } from './level.ts'
import { figureId, type Statement, stateFigure, timeKey } from './statement.ts'

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

const comparators: Partial<Record<Measure, { readonly step: 'year' | 'before' }>> = {
  yoy: { step: 'year' },
  qoq: { step: 'before' },
  'yoy-difference': { step: 'year' },
  'qoq-difference': { step: 'before' },
}

/** Whether a measure is a change in the metric's own unit. */
export const isDifference = (measure: Measure): boolean =>
  measure.endsWith('-difference') || measure.startsWith('difference from ')

/** The period that a published change is measured against. */
export function baseOf(measure: Measure, period: Period, config: DeckConfig): Period | undefined {
  const [, named] = / from (.+)$/.exec(measure) ?? []
  if (named !== undefined) return parsePeriod(named, config.calendar)
  const comparator = comparators[measure]
  if (!comparator) return undefined
  return comparator.step === 'year' ? shiftYears(period, -1, config.calendar) : previousPeriod(period, config.calendar)
}

function factIdOf(figure: Figure, config: DeckConfig): string {
  const own = figureId(figure.metric, figure.period, figure.scenario)
  const base = baseOf(figure.measure, figure.period, config)
  return base ? `${isDifference(figure.measure) ? 'difference' : 'growth'}(${own},${base.label})` : own
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
  const stated = (question: Question): readonly Statement[] => sorted.get(keyOf(question)) ?? []
  const level = levelsOf({ metrics, stated, keyOf })
  const missing = (question: Question): string => figureId(question.metric, question.period, question.scenario)

  return { config, metrics, statements, values: (metric) => byMetric.get(metric) ?? [], stated, level, missing }
}
