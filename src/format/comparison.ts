import type { ChangeQuestion, FigureQuestion } from '../model/fact-book.ts'
import type { Measure, Metric } from '../model/figure.ts'
import type { Calendar, Period } from '../model/period.ts'
import { endOf, previousPeriod, shiftYears } from './calendar.ts'
import { lastMonthOf, spanOf } from './fiscal.ts'
import { parsePeriod } from './period-text.ts'

/** Whether a measure is a change in the metric's own unit. */
export const isDifference = (measure: Measure): boolean =>
  measure.endsWith('-difference') || measure.startsWith('difference from ')

/** The period that a measure compares with; undefined for a value, and for a label that is not in the calendar. */
export function comparedPeriod(measure: Measure, period: Period, calendar: Calendar): Period | undefined {
  const [, named] = / from (.+)$/.exec(measure) ?? []
  if (named !== undefined) return parsePeriod(named, calendar)
  if (measure.startsWith('yoy')) return shiftYears(period, -1, calendar)
  return measure.startsWith('qoq') ? previousPeriod(period, calendar) : undefined
}

interface BaseContext {
  readonly calendar: Calendar
  readonly isKnown: (question: FigureQuestion) => boolean
}

/**
 * What a change is measured against; the only place that chooses it. The period is a year before when none is named. A
 * target or forecast is measured against the actual figure; only where that is unknown and its own scenario has one,
 * against that.
 */
export function baseOf(question: ChangeQuestion, { calendar, isKnown }: BaseContext): Required<FigureQuestion> {
  const { metric, scenario = 'actual', vsScenario } = question
  const period = question.vs ?? shiftYears(question.period, -1, calendar)
  if (vsScenario !== undefined) return { metric, period, scenario: vsScenario }
  const [actual, own] = [
    { metric, period, scenario: 'actual' },
    { metric, period, scenario },
  ]
  return isKnown(actual) || !isKnown(own) ? actual : own
}

/** Whether there is such a line item in all of a period. */
export function isValidIn(metric: Pick<Metric, 'valid'> | undefined, period: Period): boolean {
  const { first = Number.NEGATIVE_INFINITY, last = Number.POSITIVE_INFINITY } = metric?.valid ?? {}
  const end = lastMonthOf(period)
  return (period.kind === 'span' ? period.start : end) >= first && end <= last
}

/** The twelve months that end with a period; undefined for a day that ends no month. */
export function twelveMonthsTo(period: Period, calendar: Calendar): Period | undefined {
  const span = spanOf(lastMonthOf(period) - 11, 12, calendar)
  return period.kind === 'instant' && endOf(span).day !== period.day ? undefined : span
}

/** A figure that another one is computed from. */
export type PartQuestion<Q> = Q & { readonly sign: 1 | -1 }

/**
 * The figures that a metric's definition makes it of in a period: the parts of a sum that are valid there, and of a ratio over
 * the last twelve months the flow of these. None for a change, which `comparedPeriod` is for.
 */
export function partsOf<Q extends FigureQuestion>(
  { definition }: Pick<Metric, 'definition'>,
  question: Q,
  { metrics, calendar }: { readonly metrics: ReadonlyMap<string, Metric>; readonly calendar: Calendar },
): readonly PartQuestion<Q>[] {
  if (!definition || definition.kind === 'change') return []
  const { period } = question
  return definition.of.flatMap((id, index) => {
    const metric = metrics.get(id)
    if (definition.kind === 'sum' && !isValidIn(metric, period)) return []
    const isRolled = definition.kind === 'ratio' && definition.over === 'LTM' && metric?.kind === 'flow'
    const at = isRolled ? (twelveMonthsTo(period, calendar) ?? period) : period
    const taken =
      definition.kind === 'sum' ? definition.signs[index] : index === 1 && definition.kind === 'difference' ? -1 : 1
    return [{ ...question, metric: id, period: at, sign: taken ?? 1 }]
  })
}
