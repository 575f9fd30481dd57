import { convert, formatUnit, isConvertible, roundingOf } from '../../format/units.ts'
import type { FactId } from '../../model/fact.ts'
import type { FigureQuestion } from '../../model/fact-book.ts'
import type { Figure, Measure, Metric, SourceRef, Status } from '../../model/figure.ts'
import { type Interval, intervalOf } from '../../model/interval.ts'
import type { Period } from '../../model/period.ts'
import { add, compare, multiply, powerOfTen, type Rational, type Rounding, rational } from '../../model/rational.ts'
import type { Place } from '../../model/source-file.ts'
import type { Unit } from '../../model/unit.ts'

/** One number of the data as its source gives it, in its metric's unit, with all that it may stand for. */
export interface FigureStatement {
  /** Id of the fact that it states; a second statement of a fact has the same. */
  readonly fact: FactId
  /** What a change is measured against; undefined for a value. */
  readonly base: Required<FigureQuestion> | undefined
  readonly metric: string
  readonly period: Period
  readonly scenario: string
  readonly measure: Measure
  /** The middle of the bounds for a range. */
  readonly value: Rational
  /** Null where only bounds are known. */
  readonly ulp: Rational | null
  readonly interval: Interval
  readonly unit: Unit
  readonly status: Status
  /** "around", "over" …: such a number is not exact, and nothing is checked against it. */
  readonly qualifier: string | undefined
  readonly sources: readonly SourceRef[]
  readonly note: string | undefined
  readonly place: Place
  /** A formula of a workbook gave it. */
  readonly computed: boolean
  readonly writtenUnit: string
  /** What older documents stated, before this one restated it; the oldest first. */
  readonly earlier: readonly FigureStatement[]
}

/** Whether a measure, as data files write it, is a change. */
const isOfChange = (measure: string): boolean =>
  measure === 'yoy' || measure === 'qoq' || measure.startsWith('change from ')

/** The unit that values of a measure are kept in: the metric's, or per cent and points for changes. */
function keptUnit(figure: Figure, metric: Metric): Unit {
  return isConvertible(figure.unit, metric.unit) && !isOfChange(figure.measure) ? metric.unit : figure.unit
}

function middle(low: Rational, high: Rational): Rational {
  return multiply(add(low, high), rational(1n, 2n))
}

/** The statement of a row's cell; undefined for a cell without any number. */
export function figureStatement(
  figure: Figure,
  given: { metric: Metric; rounding: Rounding } & Pick<FigureStatement, 'fact' | 'base'>,
): FigureStatement | undefined {
  const { metric, rounding, fact, base } = given
  const unit = keptUnit(figure, metric)
  const kept = (value: Rational): Rational =>
    isConvertible(figure.unit, unit) ? convert(value, figure.unit, unit) : value
  const [low, high] = [figure.low && kept(figure.low), figure.high && kept(figure.high)]
  const value = figure.value ? kept(figure.value) : low && high ? middle(low, high) : undefined
  if (value === undefined) return undefined
  const ulp = multiply(figure.ulp, powerOfTen(figure.unit.exponent - unit.exponent))
  const asPrinted = figure.value !== null && (figure.status === 'published' || figure.status === 'restated')
  const interval =
    !asPrinted && low && high && compare(low, high) <= 0
      ? { low, high }
      : intervalOf({ value, ulp }, roundingOf({ kind: metric.kind, unit }, rounding))
  return {
    fact,
    base,
    metric: figure.metric,
    period: figure.period,
    scenario: figure.scenario,
    measure: figure.measure,
    value,
    ulp: asPrinted ? ulp : null,
    interval,
    unit,
    status: figure.status,
    qualifier: figure.qualifier,
    sources: figure.sources,
    note: figure.note,
    place: figure.place,
    computed: figure.computed === true,
    writtenUnit: formatUnit(figure.unit),
    earlier: (figure.earlier ?? []).flatMap((older) => figureStatement(older, given) ?? []),
  }
}
