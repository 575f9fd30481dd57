/** A day of the proleptic Gregorian calendar; months 1–12. */
interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/** Days from 1970-01-01, by Howard Hinnant's algorithm: years start in March, so that the leap day ends them. */
export function dayNumber({ year, month, day }: CivilDate): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

export function civilDate(dayNumber: number): CivilDate {
  const z = dayNumber + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}

/** Month counted from year 0, as periods count them. */
export const monthNumber = (year: number, month: number): number => year * 12 + month - 1

export function civilMonth(monthNumber: number): { readonly year: number; readonly month: number } {
  const year = Math.floor(monthNumber / 12)
  return { year, month: monthNumber - year * 12 + 1 }
}

/** The last day of a month counted from year 0. */
export function lastDayOf(month: number): number {
  const next = civilMonth(month + 1)
  return dayNumber({ ...next, day: 1 }) - 1
}

/** A day shifted by whole months: the last day of a month stays the last; others are held inside the month. */
export function shiftMonths(day: number, months: number): number {
  const date = civilDate(day)
  const month = monthNumber(date.year, date.month)
  const last = lastDayOf(month + months)
  if (day === lastDayOf(month)) return last
  return Math.min(last, dayNumber({ ...civilMonth(month + months), day: 1 }) + date.day - 1)
}

const two = (value: number): string => String(value).padStart(2, '0')

export function isoDate(day: number): string {
  const date = civilDate(day)
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`
}

export function isoMonth(month: number): string {
  const civil = civilMonth(month)
  return `${String(civil.year).padStart(4, '0')}-${two(civil.month)}`
}

/** Reads "2009-03-31" as a day, undefined for anything that is not a day ("2009-02-30"). */
export function parseIsoDate(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const day = dayNumber({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
  return isoDate(day) === text ? day : undefined
}
