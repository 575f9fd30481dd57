import type { ChangeQuestion, FigureQuestion } from '../model/fact-book.ts'
import type { Measure } from '../model/figure.ts'
import type { Calendar, Period } from '../model/period.ts'
import { previousPeriod, shiftYears } from './calendar.ts'
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
