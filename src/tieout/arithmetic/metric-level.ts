import { isValidIn, partsOf } from '../../format/comparison.ts'
import { type FactId, figureId } from '../../model/fact.ts'
import type { FigureQuestion } from '../../model/fact-book.ts'
import type { Metric } from '../../model/figure.ts'
import { difference, type Interval, point, ratio, scale, sum } from '../../model/interval.ts'
import { once, onceByKey } from '../../model/memory.ts'
import type { Calendar } from '../../model/period.ts'
import { divide, multiply, powerOfTen, type Rational, rational } from '../../model/rational.ts'
import type { FigureStatement } from './figure-statement.ts'

/** A metric's value in a period: as stated, or computed by its definition from stated ones. */
export interface MetricLevel {
  readonly fact: FactId
  readonly value: Rational
  readonly ulp: Rational | null
  readonly interval: Interval
  /** Power of ten of the metric's unit, in which value, ulp and interval are. */
  readonly exponent: number
  /** Ids of the stated facts that it was computed from. */
  readonly facts: readonly FactId[]
  readonly qualified: boolean
}

/** The values of a deck's metrics, as stated or by definition. */
export interface MetricLevels {
  readonly metrics: ReadonlyMap<string, Metric>
  /** Everything stated of the same fact, the finest first. */
  readonly stated: (question: FigureQuestion) => readonly FigureStatement[]
  readonly level: (question: FigureQuestion) => MetricLevel | undefined
  /** The level, or what other spans of time make of it or of the parts that define it. */
  readonly known: (question: FigureQuestion) => MetricLevel | undefined
  /** Whether it is the first of those that state the same fact. */
  readonly isFinest: (statement: FigureStatement) => boolean
}

/** A number with its bounds, in some scale of its unit. */
type Scaled = Pick<MetricLevel, 'value' | 'ulp' | 'interval' | 'exponent'>

/** The same number in another scale of its unit. */
export function rescaled<T extends Scaled>(level: T, exponent: number): T {
  if (level.exponent === exponent) return level
  const factor = powerOfTen(level.exponent - exponent)
  const { value, ulp, interval } = level
  return {
    ...level,
    value: multiply(value, factor),
    ulp: ulp && multiply(ulp, factor),
    interval: scale(interval, factor),
    exponent,
  }
}

const hundred = rational(100n)
const minusOne = rational(-1n)

function addedUp(parts: readonly Scaled[], signs: readonly (1 | -1)[]): Pick<MetricLevel, 'value' | 'interval'> {
  const signed = (interval: Interval, index: number): Interval =>
    signs[index] === -1 ? scale(interval, minusOne) : interval
  const nothing = point(rational(0n))
  return {
    value: parts.reduce((all, { value }, index) => sum(all, signed(point(value), index)), nothing).low,
    interval: parts.reduce((all, { interval }, index) => sum(all, signed(interval, index)), nothing),
  }
}

/** The value of a definition, from the levels of its parts. */
function combine(
  metric: Metric,
  levels: readonly MetricLevel[],
  signs: readonly (1 | -1)[],
): Pick<MetricLevel, 'value' | 'interval'> | undefined {
  const definition = metric.definition
  const isRatio = definition?.kind === 'ratio' || definition?.kind === 'share'
  const exponent = isRatio ? 0 : metric.unit.exponent
  const parts = levels.map((level) => rescaled(level, exponent))
  const [first, second] = parts
  if (!definition || !first) return undefined
  if (definition.kind === 'sum') return addedUp(parts, signs)
  if (!second) return undefined
  if (definition.kind === 'difference')
    return {
      value: difference(point(first.value), point(second.value)).low,
      interval: difference(first.interval, second.interval),
    }
  const quotient = ratio(first.interval, second.interval)
  if (!quotient) return undefined
  const factor = metric.unit.kind === 'percent' ? hundred : powerOfTen(-metric.unit.exponent)
  return { value: multiply(divide(first.value, second.value), factor), interval: scale(quotient, factor) }
}

interface LevelSources extends Pick<MetricLevels, 'metrics' | 'stated'> {
  /** Identity of what is asked: one number, whatever its label. */
  readonly keyOf: (question: FigureQuestion) => string
  readonly calendar: Calendar
  /** What other spans of time make of a flow. */
  readonly overTime: (question: FigureQuestion) => MetricLevel | undefined
}

/** Levels on demand, each computed once: as stated, else by definition. */
export function levelsOf({
  metrics,
  stated,
  keyOf,
  calendar,
  overTime,
}: LevelSources): Pick<MetricLevels, 'level' | 'known'> {
  const computed = (question: FigureQuestion, levelIn: MetricLevels['level']): MetricLevel | undefined => {
    const metric = metrics.get(question.metric)
    const definition = metric?.definition
    if (!metric || !definition || definition.kind === 'change') return undefined
    if (!isValidIn(metric, question.period)) return undefined
    const asked = partsOf(metric, question, { metrics, calendar })
    const isOver = definition.kind === 'ratio' && definition.over !== undefined
    const parts = asked.map(isOver ? known : levelIn)
    const found = parts.filter((part) => part !== undefined)
    const signs = asked.map(({ sign }) => sign)
    const result = found.length === parts.length ? combine(metric, found, signs) : undefined
    const fact = figureId(question)
    const { exponent } = metric.unit
    const qualified = found.some((part) => part.qualified)
    return result && { fact, ulp: null, exponent, facts: found.flatMap((part) => part.facts), qualified, ...result }
  }

  const find = onceByKey(
    (question: FigureQuestion): MetricLevel | null => computed(question, level) ?? null,
    { key: keyOf, inCircle: () => null }, // a definition that refers to itself has no level
  )
  const level = (question: FigureQuestion): MetricLevel | undefined => {
    const [statement] = stated(question)
    if (statement) return levelOf(statement)
    return metrics.get(question.metric)?.definition ? (find(question) ?? undefined) : undefined
  }
  const findOver = onceByKey(
    (question: FigureQuestion): MetricLevel | null => overTime(question) ?? computed(question, known) ?? null,
    { key: keyOf, inCircle: () => null },
  )
  const known = (question: FigureQuestion): MetricLevel | undefined =>
    level(question) ?? findOver(question) ?? undefined
  return { level, known }
}

const levelOf = once(statedLevel)

function statedLevel({ fact, value, ulp, interval, unit, qualifier }: FigureStatement): MetricLevel {
  return { fact, value, ulp, interval, exponent: unit.exponent, facts: [fact], qualified: qualifier !== undefined }
}
