import { baseOf, comparedPeriod, isDifference } from '../../format/comparison.ts'
import { figureKey, statedKey } from '../../format/figure-key.ts'
import { groupBy } from '../../format/group-by.ts'
import type { DeckConfig, DeckData } from '../../model/deck.ts'
import { changeId, figureId } from '../../model/fact.ts'
import type { ChangeQuestion, FigureQuestion } from '../../model/fact-book.ts'
import type { Figure } from '../../model/figure.ts'
import { difference, point, sum } from '../../model/interval.ts'
import { once, onceByKey } from '../../model/memory.ts'
import type { Span } from '../../model/period.ts'
import { compare, type Rational, rational } from '../../model/rational.ts'
import { type FigureStatement, figureStatement } from './figure-statement.ts'
import { levelsOf, type MetricLevel, type MetricLevels } from './metric-level.ts'

/** Spans that make another: those of `add`, less those of `less`. */
interface SpanSum {
  readonly add: readonly Span[]
  readonly less: readonly Span[]
}

/** Twelve months as a year, plus the `done` months of the next one, less the same months of its own; those also in quarters. */
function rolledYear(year: number, done: number): readonly SpanSum[] {
  const span = (start: number, months: number): Span => ({ kind: 'span', start, months, label: '' })
  const quarters = (start: number): readonly Span[] =>
    Array.from({ length: done / 3 }, (_, index) => span(start + 3 * index, 3))
  return [
    { add: [span(year, 12), span(year + 12, done)], less: [span(year, done)] },
    { add: [span(year, 12), ...quarters(year + 12)], less: quarters(year) },
  ]
}

/** The ways in which other spans make one: 9M = H1 + 3Q, 4Q = FY - 9M. They are looked up by their months, not by a label. */
function spanSumsOf({ start, months }: Span): readonly SpanSum[] {
  const span = (from: number, length: number): Span => ({ kind: 'span', start: from, months: length, label: '' })
  const splits = [3, 6, 9].filter((first) => first < months)
  const sums = splits.map(
    (first): SpanSum => ({ add: [span(start, first), span(start + first, months - first)], less: [] }),
  )
  const quarters = Array.from({ length: months / 3 }, (_, index) => span(start + 3 * index, 3))
  const before = [3, 6, 9].map(
    (earlier): SpanSum => ({ add: [span(start - earlier, months + earlier)], less: [span(start - earlier, earlier)] }),
  )
  const after = [3, 6, 9].map(
    (later): SpanSum => ({ add: [span(start, months + later)], less: [span(start + months, later)] }),
  )
  const rolled = months === 12 ? [3, 6, 9].flatMap((done) => rolledYear(start - done, done)) : []
  return [...sums, ...(months > 6 ? [{ add: quarters, less: [] }] : []), ...before, ...after, ...rolled]
}

function levelByTime(question: FigureQuestion, levels: MetricLevels): MetricLevel | undefined {
  const { metric, period } = question
  if (levels.metrics.get(metric)?.kind !== 'flow' || period.kind !== 'span' || period.months % 3 !== 0) return undefined
  const known = (spans: readonly Span[]): readonly MetricLevel[] =>
    spans.flatMap((span) => {
      const [statement] = levels.stated({ ...question, period: span })
      return statement ? (levels.level({ ...question, period: span }) ?? []) : []
    })
  for (const { add, less } of spanSumsOf(period)) {
    const [plus, minus] = [known(add), known(less)]
    if (plus.length < add.length || minus.length < less.length) continue
    const zero = point(rational(0n))
    const added = plus.reduce((all, level) => sum(all, level.interval), zero)
    const interval = minus.reduce((all, level) => difference(all, level.interval), added)
    const middle = minus.reduce(
      (all, level) => difference(all, point(level.value)),
      plus.reduce((all, level) => sum(all, point(level.value)), zero),
    )
    const parts = [...plus, ...minus]
    return {
      fact: figureId(question),
      value: middle.low,
      ulp: null,
      exponent: levels.metrics.get(metric)?.unit.exponent ?? 0,
      interval,
      facts: parts.flatMap((part) => part.facts),
      qualified: parts.some((part) => part.qualified),
    }
  }
  return undefined
}

/**
 * A flow that is not stated for a span, from what is stated for others: enough to check a growth rate by. Sums over time
 * themselves are checked by rule F4, which asks only for stated levels.
 */
const timeLevels = once((levels: MetricLevels): ((question: FigureQuestion) => MetricLevel | undefined) => {
  const find = onceByKey((question: FigureQuestion) => levelByTime(question, levels) ?? null, {
    key: figureId,
    inCircle: () => null,
  })
  return (question) => find(question) ?? undefined
})

/** All of data/figures, indexed by metric, period, scenario and measure. */
export interface DataLedger extends MetricLevels {
  readonly config: DeckConfig
  /** Every statement, in the order of the files. */
  readonly statements: readonly FigureStatement[]
  /** Statements of one metric's values (no changes), in the order of the files. */
  readonly values: (metric: string) => readonly FigureStatement[]
  /** Of these, one of each figure: the finest. */
  readonly finest: (metric: string) => readonly FigureStatement[]
  /** What a change is measured against, by the same choice as the deck's own changes. */
  readonly base: (question: ChangeQuestion) => Required<FigureQuestion>
}

const widthOf = ({ interval }: FigureStatement): Rational => difference(point(interval.high), point(interval.low)).low

/** Finest first, by the choice of the book of facts: what is restated, a value before a range, then by the width of the bounds, published first. */
function finer(a: FigureStatement, b: FigureStatement): number {
  if ((a.status === 'restated') !== (b.status === 'restated')) return a.status === 'restated' ? -1 : 1
  if ((a.status === 'range') !== (b.status === 'range')) return a.status === 'range' ? 1 : -1
  return compare(widthOf(a), widthOf(b)) || Number(a.ulp === null) - Number(b.ulp === null)
}

function valueStatement(figure: Figure, { config, metrics }: DeckData): FigureStatement | undefined {
  const metric = metrics.get(figure.metric)
  const { rounding } = config.numbers
  return metric && figureStatement(figure, { metric, rounding, fact: figureId(figure), base: undefined })
}

/** A change as published, with what it is measured against; that depends on which values are known. */
function changeStatement(
  figure: Figure,
  { config, metrics }: DeckData,
  base: DataLedger['base'],
): FigureStatement | undefined {
  const metric = metrics.get(figure.metric)
  const { metric: id, period, scenario, measure } = figure
  const vs = comparedPeriod(measure, period, config.calendar)
  if (!metric || !vs) return undefined
  const against = base({ metric: id, period, scenario, vs })
  const fact = changeId(isDifference(measure) ? 'difference' : 'growth', figure, against)
  return figureStatement(figure, { metric, rounding: config.numbers.rounding, fact, base: against })
}

const nothing: readonly FigureStatement[] = []

/** The values alone: what changes are measured against depends on them. */
function openLevels(data: DeckData, values: readonly FigureStatement[]): MetricLevels {
  const { metrics, config } = data
  const keyOf = ({ metric, period, scenario = 'actual' }: FigureQuestion): string =>
    figureKey({ metric, period, scenario, measure: 'value' }, metrics)
  // by metric first: one long text for each of many thousand questions costs more than the question
  const inMetric = ({ metric, period, scenario = 'actual' }: FigureQuestion): string => {
    const key = statedKey(period, metrics.get(metric))
    return scenario === 'actual' ? key : `${key} ${scenario}`
  }
  const sorted = new Map(
    [...groupBy(values, ({ metric }) => metric)].map(([metric, own]) => [
      metric,
      new Map([...groupBy(own, inMetric)].map(([key, group]) => [key, group.toSorted(finer)])),
    ]),
  )
  const stated = (question: FigureQuestion): readonly FigureStatement[] =>
    sorted.get(question.metric)?.get(inMetric(question)) ?? nothing
  const finest = new Set([...sorted.values()].flatMap((own) => [...own.values()].map(([statement]) => statement)))
  const levels: MetricLevels = {
    metrics,
    stated,
    ...levelsOf({
      ...{ metrics, stated, keyOf, calendar: config.calendar },
      overTime: (question) => timeLevels(levels)(question),
    }),
    isFinest: (statement) => finest.has(statement),
  }
  return levels
}

/** Indexes the data once, for both editions and the report: where every rule looks up stated numbers. */
export const openLedger = once((data: DeckData): DataLedger => {
  const { config } = data
  const byFigure = new Map(
    data.figures.flatMap((figure) => {
      const statement = figure.measure === 'value' ? valueStatement(figure, data) : undefined
      return statement ? [[figure, statement] as const] : []
    }),
  )
  const levels = openLevels(data, [...byFigure.values()])
  const byMetric = groupBy([...byFigure.values()], ({ metric }) => metric)
  const { known } = levels
  const finest = groupBy([...byFigure.values()].filter(levels.isFinest), ({ metric }) => metric)
  const base = (question: ChangeQuestion): Required<FigureQuestion> =>
    baseOf(question, { calendar: config.calendar, isKnown: (asked) => known(asked) !== undefined })
  const statements = data.figures.flatMap((figure) => {
    const statement = figure.measure === 'value' ? byFigure.get(figure) : changeStatement(figure, data, base)
    return statement ?? []
  })
  return {
    ...levels,
    config,
    statements,
    values: (metric) => byMetric.get(metric) ?? [],
    finest: (metric) => finest.get(metric) ?? [],
    base,
  }
})
