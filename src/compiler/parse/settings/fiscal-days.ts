import { z } from 'zod'
import { civilDate, lastDayOf, monthNumber, parseIsoDate } from '../../../format/civil.ts'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import type { Calendar, FiscalDays, YearEnd } from '../../../model/period.ts'
import { invalidValue, missingKey } from '../../diagnostics/data.ts'
import { isoDateSpec } from '../check-yaml.ts'
import type { YamlDocument } from '../yaml.ts'

/** Keys of `calendar` for fiscal periods that do not begin and end with months. */
export const fiscalDaysSpec = {
  'start-day': z.int().min(1).max(28).optional(),
  weeks: z.array(z.int().positive()).optional(),
  'year-end': z.string().optional(),
  ends: z.array(isoDateSpec).min(2).optional(),
}

interface DaysSpec {
  readonly 'start-day'?: number | undefined
  readonly weeks?: readonly number[] | undefined
  readonly 'year-end'?: string | undefined
  readonly ends?: readonly string[] | undefined
}

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const sides: Readonly<Record<string, YearEnd['side']>> = {
  nearest: 'nearest',
  'nearest to': 'nearest',
  'closest to': 'nearest',
  'on or before': 'before',
  'on or after': 'after',
}

interface DatedYearEnd {
  readonly yearEnd: YearEnd
  /** Last month of the fiscal year, 1–12. */
  readonly lastMonth: number
}

/** "saturday nearest 12-31", "friday on or before 08-31", "last sunday of 01". */
function parseYearEnd(text: string): DatedYearEnd | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const last = /^last ([a-z]+) (?:of|in) (0[1-9]|1[0-2])$/.exec(words)
  const dated = /^([a-z]+) (nearest(?: to)?|closest to|on or (?:before|after)) (0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
  const [, name = '', side = '', month = '', day = ''] = last
    ? ['', last[1], 'on or before', last[2], '31']
    : (dated.exec(words) ?? [])
  const weekday = weekdays.indexOf(name)
  const chosen = sides[side]
  if (weekday < 0 || !chosen) return undefined
  const isNextMonth = Number(day) <= 15 // the year ends about the turn of the month before
  const lastMonth = isNextMonth ? ((Number(month) + 10) % 12) + 1 : Number(month)
  return { yearEnd: { weekday, side: chosen, day: Number(day), monthsLater: isNextMonth ? 1 : 0 }, lastMonth }
}

interface CalendarText {
  readonly calendar: Calendar
  readonly document: YamlDocument
}

const failed = (diagnostic: Diagnostic): Reading<undefined> => ({ value: undefined, diagnostics: [diagnostic] })

/** Years of whole weeks by a rule; their last month gives the first one of the calendar. */
function weeksOf(spec: DaysSpec, { calendar, document }: CalendarText): Reading<Calendar | undefined> {
  const { weeks, 'year-end': rule } = spec
  if (!weeks || rule === undefined) {
    const [given, absent] = weeks ? ['weeks', 'year-end'] : ['year-end', 'weeks']
    return failed(missingKey(absent, document.placeOfKey(['calendar', given])))
  }
  const parts = calendar.subPeriods === 'quarters' ? 4 : 2
  if (weeks.length !== parts || weeks.reduce((sum, each) => sum + each, 0) !== 52) {
    const expected = `${parts === 4 ? 'four' : 'two'} numbers of weeks that add up to 52; the last one takes a 53rd week`
    return failed(invalidValue(`[${weeks.join(', ')}]`, { place: document.placeOf(['calendar', 'weeks']), expected }))
  }
  const parsed = parseYearEnd(rule)
  if (!parsed) {
    const expected = '"saturday nearest 12-31", "sunday on or before 08-31" or "last saturday of 01"'
    return failed(invalidValue(`"${rule}"`, { place: document.placeOf(['calendar', 'year-end']), expected }))
  }
  const startMonth = (parsed.lastMonth % 12) + 1
  if (document.has(['calendar', 'start-month']) && calendar.startMonth !== startMonth) {
    const expected = `${startMonth}, the month after the one in which "${rule}" ends the year, or no start-month`
    const place = document.placeOf(['calendar', 'start-month'])
    return failed(invalidValue(String(calendar.startMonth), { place, expected }))
  }
  const days: FiscalDays = { kind: 'weeks', weeks, yearEnd: parsed.yearEnd }
  return { value: { ...calendar, startMonth, days }, diagnostics: [] }
}

/** Days by which the end of a fiscal quarter may miss the end of the months that stand for it: a quarter of 16 weeks does by 25. */
const farthest = 31

/** The month for which a day is the end of a fiscal quarter or half, undefined when it is near none. */
function monthEndedBy(day: number, { startMonth, subPeriods }: Calendar): number | undefined {
  const date = civilDate(day)
  const civil = monthNumber(date.year, date.month)
  const step = subPeriods === 'quarters' ? 3 : 6
  return [civil - 1, civil, civil + 1].find(
    (month) => (month + 2 - startMonth) % step === 0 && Math.abs(lastDayOf(month) - day) <= farthest,
  )
}

function endsOf(ends: readonly string[], { calendar, document }: CalendarText): Reading<Calendar | undefined> {
  const found: { readonly month: number; readonly day: number }[] = []
  for (const [index, text] of ends.entries()) {
    const day = parseIsoDate(text) ?? 0
    const month = monthEndedBy(day, calendar)
    const before = found.at(-1)
    const fault =
      month === undefined
        ? `a day within a month of the end of a fiscal ${calendar.subPeriods === 'quarters' ? 'quarter' : 'half'}; the year begins in month ${calendar.startMonth}`
        : before && before.month >= month
          ? 'a day that ends a later quarter than the one before it, each once and in order'
          : undefined
    if (fault !== undefined || month === undefined) {
      const place = document.placeOf(['calendar', 'ends', index])
      return failed(invalidValue(text, { place, expected: fault ?? 'the end of a quarter' }))
    }
    found.push({ month, day })
  }
  const inWeeks = found.every(({ day }) => (day - (found[0]?.day ?? day)) % 7 === 0)
  return { value: { ...calendar, days: { kind: 'ends', inWeeks, ends: found } }, diagnostics: [] }
}

/** The calendar with the days on which its periods begin and end, where they are not those of months. */
export function withFiscalDays(spec: DaysSpec, about: CalendarText): Reading<Calendar | undefined> {
  const { calendar, document } = about
  const ways = (['start-day', 'weeks', 'year-end', 'ends'] as const).filter((key) => spec[key] !== undefined)
  const [first, second] = ways.filter((key) => key !== 'year-end' || !spec.weeks)
  if (second !== undefined) {
    const expected = `one way to say where periods end: it has "${first}" already`
    return failed(invalidValue(`"${second}"`, { place: document.placeOfKey(['calendar', second]), expected }))
  }
  const isRuled = spec.weeks !== undefined || spec['year-end'] !== undefined
  const inWeeks = isRuled || spec.ends !== undefined
  if (inWeeks && document.has(['calendar', 'long-years'])) {
    const expected = 'no long years beside weeks or ends, which say which years have 53 weeks'
    return failed(invalidValue('"long-years"', { place: document.placeOfKey(['calendar', 'long-years']), expected }))
  }
  if (spec.ends && !isRuled) return endsOf(spec.ends, about)
  if (isRuled) return weeksOf(spec, about)
  const day = spec['start-day'] ?? 1
  return { value: day === 1 ? calendar : { ...calendar, days: { kind: 'start-day', day } }, diagnostics: [] }
}
