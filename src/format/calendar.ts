import { fill } from '../language/fill.ts'
import type { Language } from '../language/language.ts'
import type { Calendar } from '../model/calendar.ts'
import type { Instant, Period, Span } from '../model/period.ts'
import { lastDayOf, shiftMonths } from './civil.ts'
import { containing, fiscalYear, instantOf, spanOf } from './fiscal.ts'
import { formatPeriod, type PeriodStyle } from './period-words.ts'

export { parsePeriod } from './period-labels.ts'
export { formatDates, formatMonth, formatPeriod } from './period-words.ts'
export { resolvePeriod } from './relative-period.ts'

const stepMonths = { quarters: 3, halves: 6, years: 12 } as const

/** The period moved by whole months, later when positive. */
export function shiftPeriod(period: Period, months: number, calendar: Calendar): Period {
  if (period.kind === 'instant') return instantOf(shiftMonths(period.day, months))
  return spanOf(period.start + months, period.months, calendar)
}

/** Whether a period moved by whole months is the other one. */
export function isShifted(period: Period, months: number, other: Period): boolean {
  if (period.kind === 'instant') return other.kind === 'instant' && shiftMonths(period.day, months) === other.day
  return other.kind === 'span' && period.months === other.months && period.start + months === other.start
}

/** The same part of the fiscal year, n years later. */
export function shiftYears(period: Period, n: number, calendar: Calendar): Period {
  return shiftPeriod(period, n * 12, calendar)
}

/** The period of the same length just before; for a day, the same day a quarter (or half) before. */
export function previousPeriod(period: Period, calendar: Calendar): Period {
  const step = period.kind === 'span' ? period.months : stepMonths[calendar.subPeriods]
  return shiftPeriod(period, -step, calendar)
}

/** The last day of a span. */
export function endOf(span: Span): Instant {
  return instantOf(lastDayOf(span.start + span.months - 1))
}

/** The fiscal quarters that make up a span, none when it is not made of whole ones. */
export function quartersOf(span: Span, calendar: Calendar): readonly Span[] {
  return partsOf(span, 3, calendar)
}

/** The equal parts of that many months that a span falls into, none when it does not. */
function partsOf(span: Span, months: number, calendar: Calendar): readonly Span[] {
  const offset = span.start - fiscalYear(span.start, calendar).start
  if (offset % months !== 0 || span.months % months !== 0) return []
  return Array.from({ length: span.months / months }, (_, index) =>
    spanOf(span.start + index * months, months, calendar),
  )
}

/** From one period to another of its length, one after the other; empty when there is no such row. */
export function periodRange(from: Period, to: Period, calendar: Calendar): readonly Period[] {
  if (from.kind === 'instant' && to.kind === 'instant') return instantRange(from, to, calendar)
  if (from.kind !== 'span' || to.kind !== 'span' || from.months !== to.months) return []
  const step = 12 % from.months === 0 ? from.months : 12 // 9M08 is followed by 9M09
  const count = (to.start - from.start) / step
  if (count < 0 || !Number.isInteger(count)) return []
  return Array.from({ length: count + 1 }, (_, index) => shiftPeriod(from, index * step, calendar))
}

/** Days a year apart where the ends are whole years apart, else a quarter (or half) apart. */
function instantRange(from: Instant, to: Instant, calendar: Calendar): readonly Instant[] {
  for (const step of [12, stepMonths[calendar.subPeriods]]) {
    const days: Instant[] = []
    for (let months = 0; ; months += step) {
      const day = shiftMonths(from.day, months)
      if (day > to.day) break
      days.push(instantOf(day))
    }
    if (days.at(-1)?.day === to.day) return days
  }
  return []
}

/** The last n quarters, halves or years up to the one that the reporting period ends in; none where there are no quarters. */
export function lastPeriods(
  n: number,
  unit: keyof typeof stepMonths,
  reporting: Period,
  calendar: Calendar,
): readonly Span[] {
  if (unit === 'quarters' && calendar.subPeriods === 'halves') return []
  const months = stepMonths[unit]
  const last = containing(reporting, months, calendar)
  return Array.from({ length: n }, (_, index) => spanOf(last.start + (index - n + 1) * months, months, calendar))
}

const comparatorOf = { 1: 'month', 3: 'quarter', 6: 'half', 12: 'year' } as const

/** "YoY", "QoQ", "HoH", or "compared to 4Q06" where no standard word fits. */
export function comparatorWord(
  period: Period,
  vs: Period,
  names: PeriodStyle & { readonly language: Pick<Language, 'changes'> },
): string {
  const { calendar, language } = names
  const { comparators, comparedTo } = language.changes
  for (const months of [12, 6, 3, 1] as const) {
    const ownStep = period.kind === 'span' ? period.months : stepMonths[calendar.subPeriods]
    if (months !== 12 && months !== ownStep) continue
    if (isShifted(period, -months, vs)) return comparators[comparatorOf[months]]
  }
  return fill(comparedTo, { period: formatPeriod(vs, names) })
}
