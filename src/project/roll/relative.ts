import { endOf } from '../../format/calendar.ts'
import { containing, fiscalYear, lastMonthOf } from '../../format/fiscal.ts'
import { resolvePeriod } from '../../format/period-text.ts'
import type { DeckConfig } from '../../model/deck.ts'
import type { Period, Span } from '../../model/period.ts'
import { type FixedPeriod, fixedPeriods, isSamePeriod } from './words/fixed-periods.ts'

const shifted = (name: string, steps: number): string => (steps === 0 ? name : `${name}${steps > 0 ? '+' : ''}${steps}`)

/** Half-year reporters speak of half a year and then of the whole: the first half is their year so far. */
function halfName(span: Span, { reportingPeriod: reporting, calendar }: DeckConfig): string | undefined {
  const year = fiscalYear(lastMonthOf(reporting), calendar)
  const count = (span.start - year.start) / 12
  const isSoFar =
    reporting.kind === 'span' && reporting.months === 6 && span.months === lastMonthOf(reporting) - year.start + 1
  return isSoFar && Number.isInteger(count) ? shifted('YTD', count) : undefined
}

/** The relative name of a span, as a deck of this reporting period would write it; undefined where it has none that rolls on. */
function spanName(span: Span, { reportingPeriod: reporting, calendar }: DeckConfig): string | undefined {
  const part = calendar.subPeriods === 'quarters' ? 3 : 6
  const year = fiscalYear(lastMonthOf(reporting), calendar)
  const steps = (from: Span, months: number): number => (span.start - from.start) / months
  const isWhole = (count: number): boolean => Number.isInteger(count)
  if (span.months === 12) {
    const count = steps(year, 12)
    if (!isWhole(count)) return undefined
    const isOver = lastMonthOf(year) === lastMonthOf(reporting)
    return isOver || count >= 0 ? shifted('FY', count) : shifted('LFY', count + 1) // years that are over follow each other
  }
  if (span.months === part) {
    const count = steps(containing(reporting, part, calendar), part)
    return isWhole(count) ? shifted(part === 3 ? 'Q' : 'H', count) : undefined
  }
  const count = steps(year, 12)
  const isSoFar = span.months === lastMonthOf(reporting) - year.start + 1 && isWhole(count)
  return isSoFar ? shifted('YTD', count) : undefined
}

/** A balance is named by the quarter, half or year that ends with its day. */
function dayName(period: Period, config: DeckConfig): string | undefined {
  const { calendar } = config
  if (period.kind === 'span') return undefined
  const part = containing(period, calendar.subPeriods === 'quarters' ? 3 : 6, calendar)
  return endOf(part).day === period.day ? spanName(part, config) : undefined
}

/** What is written in the place of a fixed period; undefined where it stays. */
function relativeText({ text, period, inBlock }: FixedPeriod, config: DeckConfig, inRow: boolean): string | undefined {
  const { calendar, reportingPeriod: reporting } = config
  if (lastMonthOf(period) > lastMonthOf(fiscalYear(lastMonthOf(reporting), calendar)) + 12) return undefined // a plan for a year of its own
  if (/^[QH]\d/.test(text) && lastMonthOf(period) > lastMonthOf(reporting)) return undefined // "the fourth quarter" to come
  if (period.kind === 'instant') {
    const name = dayName(period, config)
    return name === undefined || inBlock ? undefined : name
  }
  const name = (inRow ? undefined : halfName(period, config)) ?? spanName(period, config)
  const read = name === undefined ? undefined : resolvePeriod(name, { calendar, reporting })
  return read && isSamePeriod(read, period) && name !== text ? name : undefined
}

/** A column of a day keeps its date as a heading, and rolls on. */
function columnText({ period }: FixedPeriod, config: DeckConfig): string | undefined {
  const name = dayName(period, config)
  return name === undefined ? undefined : `{period: ${name}, label: "{{dates \\"${name}\\" style=\\"end\\"}}"}`
}

interface Replacement {
  readonly start: number
  readonly end: number
  readonly text: string
}

function replacementOf(
  source: string,
  fixed: FixedPeriod,
  config: DeckConfig,
  inRow: boolean,
): Replacement | undefined {
  const end = fixed.start + fixed.text.length
  const text = relativeText(fixed, config, inRow)
  if (text !== undefined) {
    const isQuoted =
      fixed.inBlock && /["']/.test(source[fixed.start - 1] ?? '') && source[end] === source[fixed.start - 1]
    return isQuoted ? { start: fixed.start - 1, end: end + 1, text } : { start: fixed.start, end, text }
  }
  if (!fixed.inBlock || fixed.period.kind !== 'instant') return undefined
  const line = source.slice(source.lastIndexOf('\n', fixed.start) + 1, fixed.start)
  const column = /(?:^|\s)columns:\s*\[[^{}]*$/.test(line) ? columnText(fixed, config) : undefined
  const isQuoted = /["']/.test(source[fixed.start - 1] ?? '')
  return column === undefined
    ? undefined
    : { start: fixed.start - (isQuoted ? 1 : 0), end: end + (isQuoted ? 1 : 0), text: column }
}

/** A title that repeats the deck's asks for it instead, and so moves on with it. */
function withDeckTitle(source: string, { title }: DeckConfig): string {
  return source.replace(/^title:[ \t]*(.*?)[ \t]*$/m, (whole, value: string) =>
    value.replace(/^(["'])(.*)\1$/, '$2') === title ? `title: '{{field "title"}}'` : whole,
  )
}

/** Halves of both kinds in one list are a row of halves, not years so far. */
const isOtherPart = (a: Period, b: Period): boolean =>
  a.kind === 'span' && b.kind === 'span' && a.months === b.months && (a.start - b.start) % 12 !== 0

const relativeToken = /(?<![\p{L}\p{N}-])(?:FY|LFY|YTD|LTM|[QH])(?:[+-]\d{1,3})?(?![\p{L}\p{N}-])/u

/** Whether a period is the reported one, or what that is compared with: the one before, and the one a year before. */
function isCompared({ period }: FixedPeriod, { reportingPeriod: reporting, calendar }: DeckConfig): boolean {
  const away = lastMonthOf(reporting) - lastMonthOf(period)
  const step = period.kind === 'span' ? period.months : calendar.subPeriods === 'quarters' ? 3 : 6
  return away === 0 || away === step || away === 12
}

/** Whether a period ends with the reporting period, or with the last year that is over. */
function isNewest({ period }: FixedPeriod, { reportingPeriod: reporting, calendar }: DeckConfig): boolean {
  const end = lastMonthOf(reporting)
  const year = lastMonthOf(fiscalYear(end, calendar))
  const lastYear = year === end ? end : year - 12
  return (
    lastMonthOf(period) === end || (period.kind === 'span' && period.months === 12 && lastMonthOf(period) === lastYear)
  )
}

/**
 * Whether a period is meant to move on: in a list where the newest one stands too, elsewhere where it is the reported one or
 * compared with it. "Published for 1Q08 only" and a market of FY07 stay what they are.
 */
function movesOn(source: string, fixed: FixedPeriod, all: readonly FixedPeriod[], config: DeckConfig): boolean {
  const row = fixed.inBlock ? all.filter(({ inBlock, line }) => inBlock && line === fixed.line) : []
  if (row.length < 2) return isCompared(fixed, config)
  const text = source.split('\n')[fixed.line - 1] ?? ''
  return row.some((one) => isNewest(one, config)) || relativeToken.test(text)
}

/** A slide whose fixed periods are relative to the reporting period as far as they can be: it shows what it showed, and rolls on. */
export function relativeSlide(source: string, config: DeckConfig): string {
  let [made, from] = ['', 0]
  const all = fixedPeriods(source, config)
  for (const fixed of all.filter((one) => movesOn(source, one, all, config))) {
    const inRow = all.some(
      (other) => other.inBlock && other.line === fixed.line && isOtherPart(other.period, fixed.period),
    )
    const found = replacementOf(source, fixed, config, inRow)
    if (!found || found.start < from) continue
    made += source.slice(from, found.start) + found.text
    from = found.end
  }
  return withDeckTitle(made + source.slice(from), config)
}
