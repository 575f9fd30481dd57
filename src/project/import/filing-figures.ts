import type { ImportLine } from '../../compiler/compile.ts'
import { missingTag, unsupportedTagUnit } from '../../compiler/diagnostics/imports.ts'
import { dayBefore, endOf } from '../../format/calendar.ts'
import { parseIsoDate } from '../../format/civil.ts'
import { fiscalYear, instantOf, lastMonthOf, spanOf } from '../../format/fiscal.ts'
import { formatUnit, roundingOf } from '../../format/units.ts'
import type { DeckData } from '../../model/deck.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Figure, Metric } from '../../model/figure.ts'
import { intervalOf } from '../../model/interval.ts'
import type { Calendar, Period } from '../../model/period.ts'
import { compare, multiply, negate, powerOfTen, type Rational } from '../../model/rational.ts'
import type { Place } from '../../model/source-file.ts'
import type { FilingContext, ReadFiling } from './filings.ts'
import type { ImportDocument, StatedFigure } from './import-plan.ts'

/** A number of a filing under a tag: in the tag's own unit, exact, with the unit of its last known place. */
export interface TaggedFact {
  readonly tag: string
  readonly unit: string // "USD", "USD/shares", "shares", "pure"
  readonly start?: string // ISO; absent of a balance
  readonly end: string
  readonly value: Rational
  /** Undefined where the filing does not say it: then the digits that the metric's unit needs are known. */
  readonly ulp: Rational | undefined
  readonly document: ImportDocument
  readonly place: Place
}

/** The quarter, half, nine months or year of the calendar that runs from day to day; a day where there is no start. */
export function filingPeriod(
  { start, end }: Pick<TaggedFact, 'start' | 'end'>,
  calendar: Calendar,
): Period | undefined {
  const last = parseIsoDate(end)
  if (last === undefined) return undefined
  const day = instantOf(last, calendar)
  const first = start === undefined ? undefined : parseIsoDate(start)
  if (start === undefined) return day
  const month = lastMonthOf(day)
  const offset = month - fiscalYear(month, calendar).start + 1
  const part = calendar.subPeriods === 'quarters' ? 3 : 6
  return [part, 6, offset, 12]
    .filter((months) => months % part === 0 && (months === offset || offset % months === 0))
    .map((months) => spanOf(month - months + 1, months, calendar))
    .find((span) => endOf(span).day === last && dayBefore(span).day + 1 === first)
}

/** How many of a metric's units a tag's unit is, as a power of ten; undefined where it counts something else. */
function exponentTo(unit: string, { unit: own }: Metric): number | undefined {
  const [thing = '', per] = unit.split('/')
  const [base = '', ownPer] = own.base.split('/')
  if (own.kind === 'percent') return unit === 'pure' ? 2 : undefined
  if (own.kind === 'currency')
    return thing === base && (per === undefined) === (ownPer === undefined) ? -own.exponent : undefined
  if (own.kind === 'count') return unit === 'pure' || !/^[A-Z]{3}$/.test(thing) ? -own.exponent : undefined
  return undefined
}

/** One unit in the last digit that is not zero behind the point. */
function shownPlace(value: Rational): Rational {
  let place = powerOfTen(0)
  let rest = value
  for (let count = 0; count < 12 && rest.d !== 1n; count++) {
    rest = multiply(rest, powerOfTen(1))
    place = multiply(place, powerOfTen(-1))
  }
  return place
}

function figureOf(
  fact: TaggedFact,
  line: ImportLine,
  { exponent, period, data }: { exponent: number; period: Period; data: DeckData },
): Figure {
  const { metric, sign } = line
  const size = multiply(fact.value, powerOfTen(exponent))
  const value = sign === -1 ? negate(size) : size
  const ulp = fact.ulp ? multiply(fact.ulp, powerOfTen(exponent)) : shownPlace(size)
  const rounding = roundingOf(metric, data.config.numbers.rounding)
  return {
    ...{
      metric: metric.id,
      period,
      scenario: 'actual',
      measure: 'value',
      value,
      ulp,
      unit: metric.unit,
      status: 'published',
    },
    ...intervalOf({ value, ulp }, rounding),
    ...{ sources: [], place: fact.place },
  }
}

/** Facts of filings as figures: those of tags that the mapping names, in periods of the calendar, filed before the deck's day. */
export function filingFigures(facts: readonly TaggedFact[], { book, data, name }: FilingContext): ReadFiling {
  const lines = new Map(book.tags.map((line) => [line.path.join(' > '), line]))
  const stated: StatedFigure[] = []
  const diagnostics: Diagnostic[] = []
  const leftOut: { text: string; place: Place }[] = []
  const seen = new Set<string>()
  const first = book.from && lastMonthOf(book.from)
  for (const fact of facts) {
    const line = lines.get(fact.tag)
    if (!line) continue
    seen.add(fact.tag)
    const period = filingPeriod(fact, data.config.calendar)
    const when = `${fact.start === undefined ? '' : `${fact.start} to `}${fact.end}`
    if (fact.document.date > data.config.date)
      leftOut.push({ text: `${fact.document.title}, later than the deck`, place: fact.place })
    else if (!period) leftOut.push({ text: `${when} is no period of the calendar`, place: fact.place })
    else if (first === undefined || lastMonthOf(period) >= first) {
      const exponent = exponentTo(fact.unit, line.metric)
      const own = formatUnit(line.metric.unit)
      if (exponent === undefined)
        diagnostics.push(unsupportedTagUnit(fact.unit, { metric: line.metric.id, own }, fact.place))
      else
        stated.push({
          figure: figureOf(fact, line, { exponent, period, data }),
          document: fact.document,
          at: `${name} ${fact.tag}`,
        })
    }
  }
  const tags = new Set(facts.map(({ tag }) => tag))
  const missing = book.tags.filter(({ path, isOptional }) => !isOptional && !seen.has(path.join(' > ')))
  const start: Place = { path: name, line: 1, column: 1 }
  const sorted = stated.toSorted(
    (a, b) =>
      compareText(a.document.date, b.document.date) ||
      compareText(a.document.id, b.document.id) ||
      compare(a.figure.ulp, b.figure.ulp),
  )
  return {
    stated: sorted,
    documents: [...new Map(sorted.map(({ document }) => [document.id, document])).values()],
    leftOut: [...new Map(leftOut.map((one) => [one.text, one])).values()],
    diagnostics: [...diagnostics, ...missing.map(({ path }) => missingTag(path.join(' > '), tags, start))],
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** A filing without a fact that can be used, and why. */
export const noFacts = (diagnostic: Diagnostic): ReadFiling => ({
  stated: [],
  documents: [],
  leftOut: [],
  diagnostics: [diagnostic],
})
