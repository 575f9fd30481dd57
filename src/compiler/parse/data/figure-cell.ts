import { missingEnd } from '../../../format/fiscal.ts'
import type { Hedge } from '../../../language/claim-words.ts'
import { anyOf } from '../../../language/word-patterns.ts'
import type { SourceDocument } from '../../../model/deck.ts'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import type { Figure, Measure, Metric, Scenario, SourceRef, Status } from '../../../model/figure.ts'
import { type BoundedNumber, intervalOf, type RoundedNumber } from '../../../model/interval.ts'
import type { Calendar, Period } from '../../../model/period.ts'
import {
  add,
  compare,
  greatest,
  multiply,
  negate,
  parseDecimal,
  powerOfTen,
  type Rational,
  type Rounding,
  subtract,
} from '../../../model/rational.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import { invalidNumber, invalidPeriod, invalidRange, invalidStatus, missingPeriodEnd } from '../../diagnostics/data.ts'
import type { SourceCell } from './csv.ts'

/** What rows of figures refer to. */
export interface FigureContext {
  readonly calendar: Calendar
  readonly rounding: Rounding
  readonly qualifiers: Qualifiers
  readonly metrics: ReadonlyMap<string, Metric>
  readonly scenarios: ReadonlyMap<string, Scenario>
  readonly documents: ReadonlyMap<string, SourceDocument>
  readonly units: ReadonlyMap<string, Unit>
}

/** What all figures of a row have in common. */
export interface RowAttributes {
  readonly metric: Metric
  readonly unit: Unit
  readonly scenario: string
  readonly measure: Measure
  /** Undefined when the row leaves it to the form of each cell. */
  readonly status: Status | undefined
  readonly sources: readonly SourceRef[]
  readonly at: string
  readonly note: string
}

/** Narrows the place of a cell to the characters that are wrong; a workbook's cell stays whole. */
export function partOf(place: Place, at: number, length: number): Place {
  return place.cell === undefined ? { ...place, column: place.column + at, length: Math.max(1, length) } : place
}

/** The status of the row and the form of the cell have to agree; without a status the form decides. */
function statusOf(form: FigureCell['kind'], status: Status | undefined): Status | { readonly hint: string } {
  const natural = ({ number: 'published', derived: 'derived', range: 'range' } as const)[form]
  if (status === undefined || status === natural || status === 'restated') return status ?? natural
  if (form === 'range') return 'range'
  if (form === 'number') {
    return status === 'range' ? { hint: 'a range is written low..high; leave the status empty for a number.' } : status
  }
  return status === 'range' ? 'derived' : { hint: 'a number with bounds is derived: write "derived" as the status.' }
}

/** Percentages are rounded to nearest even where amounts are cut off, as Japanese statements do. */
const roundingOf = (attributes: RowAttributes, rounding: Rounding): Rounding =>
  attributes.unit.kind === 'percent' || attributes.unit.kind === 'points' ? 'nearest' : rounding

function figureOf(
  cell: FigureCell,
  status: Status,
  at: { period: Period; place: Place; attributes: RowAttributes },
): Figure {
  const { attributes, period, place } = at
  const inWords = status === 'derived' || status === 'range'
  return {
    metric: attributes.metric.id,
    period,
    scenario: attributes.scenario,
    measure: attributes.measure,
    value: cell.value,
    low: cell.low,
    high: cell.high,
    ulp: cell.ulp,
    unit: attributes.unit,
    status,
    ...(cell.qualifier === undefined ? {} : { qualifier: cell.qualifier }),
    ...(inWords && attributes.at !== '' ? { formula: attributes.at } : {}),
    sources: attributes.sources,
    ...(attributes.note === '' ? {} : { note: attributes.note }),
    place,
  }
}

/** Why a figure of the row cannot be of that period, undefined when it can. */
function periodMismatch({ metric, measure }: RowAttributes, period: Period): string | undefined {
  if (metric.kind === 'flow' && period.kind === 'instant') {
    return 'a flow has no value at a date: use a quarter, half or year.'
  }
  const isQuarterly = metric.kind === 'stock' || period.kind === 'instant' || period.months === 3
  return measure.startsWith('qoq') && !isQuarterly ? 'only a quarter has a quarter before it: use yoy.' : undefined
}

/** A stock in a span's column is the stock at its last day. */
const missingLastDay = (period: Period, calendar: Calendar): string | undefined =>
  period.kind === 'span' && period.days ? undefined : missingEnd(period, calendar)

const failed = (diagnostic: Diagnostic): Reading<undefined> => ({ value: undefined, diagnostics: [diagnostic] })

/** Reads one cell of a row in a period's column; an empty one has no figure. */
export function parseFigure(
  cell: SourceCell,
  period: Period,
  {
    attributes,
    rounding,
    qualifiers,
    calendar,
  }: Pick<FigureContext, 'rounding' | 'qualifiers' | 'calendar'> & { readonly attributes: RowAttributes },
): Reading<Figure | undefined> {
  const { text, place } = cell
  const percent = attributes.unit.kind === 'percent'
  const parsed = readFigureCell(text, { rounding: roundingOf(attributes, rounding), percent, qualifiers })
  if (parsed.kind === 'empty') return { value: undefined, diagnostics: [] }
  if (parsed.kind === 'invalid-range') return failed(invalidRange(text, place))
  if (parsed.kind === 'invalid-number') {
    const part = partOf(place, parsed.at, parsed.text.length)
    return failed(invalidNumber(parsed.text, { place: part, hint: parsed.hint }))
  }
  const mismatch = periodMismatch(attributes, period)
  if (mismatch !== undefined)
    return failed(invalidPeriod(period.label, { place, metric: attributes.metric.id, hint: mismatch }))
  const unlisted = attributes.metric.kind === 'stock' ? missingLastDay(period, calendar) : undefined
  if (unlisted !== undefined) return failed(missingPeriodEnd(unlisted, place))
  const status = statusOf(parsed.figure.kind, attributes.status)
  if (typeof status !== 'string')
    return failed(invalidStatus(attributes.status ?? '', { place, text, hint: status.hint }))
  return { value: figureOf(parsed.figure, status, { period, place, attributes }), diagnostics: [] }
}

/** The number in a cell of a figure table. */
interface FigureCell extends BoundedNumber {
  readonly kind: 'number' | 'derived' | 'range'
  readonly qualifier?: string
}

type ParsedCell =
  | { readonly kind: 'figure'; readonly figure: FigureCell }
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid-number'; readonly text: string; readonly at: number; readonly hint: string }
  | { readonly kind: 'invalid-range' }

const empty: ReadonlySet<string> = new Set(['', '–', '—', '-', '−', 'n.a.', 'n/a', 'na'])
/** Words before a number that make it less than exact, made once for a deck. */
interface Qualifiers {
  readonly pattern: RegExp
  readonly sides: ReadonlyMap<string, Hedge['side']>
}

export const qualifiersOf = (hedges: readonly Hedge[]): Qualifiers => ({
  pattern: new RegExp(String.raw`^(${anyOf(hedges.map(({ word }) => word))})\s+(?=\S)`, 'iu'),
  sides: new Map(hedges.map(({ word, side }) => [word.toLowerCase(), side])),
})

/** Why a text is not a number, as the hint of its diagnostic. */
function numberHint(text: string): string {
  if (/^\d{1,3}(\.\d{3})+,\d+$|^\d+,\d{1,2}$/.test(text))
    return 'write decimals with a point and thousands with a comma.'
  if (/[%¥$€£]|[A-Za-z]/.test(text))
    return 'write digits only; the unit has its own column, and words belong in "note".'
  if (/,/.test(text)) return 'thousands have groups of three digits: 69,731.'
  return 'write digits as published, e.g. 69,731 or 69.7 or (38.7) or 13866 [13865..13868].'
}

/** Digits as published: grouped by commas, negative in parentheses or with a sign or triangle. */
function parseDigits(source: string, percent: boolean): RoundedNumber | undefined {
  let text = source.trim()
  if (percent && text.endsWith('%')) text = text.slice(0, -1).trimEnd()
  const bracketed = /^\((.+)\)$/.exec(text)
  const signed = bracketed ? undefined : /^([-−△▲+])\s?(.+)$/.exec(text)
  let digits = bracketed?.[1] ?? signed?.[2] ?? text
  if (percent && digits.endsWith('%')) digits = digits.slice(0, -1).trimEnd()
  if (!/^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/.test(digits)) return undefined
  const parsed = parseDecimal(digits.replaceAll(',', ''))
  if (!parsed) return undefined
  const negative = bracketed !== null || (signed !== undefined && signed !== null && signed[1] !== '+')
  return { value: negative ? negate(parsed.value) : parsed.value, ulp: powerOfTen(-parsed.decimals) }
}

/** "around 6500" is known to a hundred at best: one unit of the last digit that is not zero, to the side of the word. */
function qualified(digits: RoundedNumber, qualifier: string, { sides }: Qualifiers): FigureCell {
  let ulp = digits.ulp
  const tens = (size: Rational): Rational => multiply(size, powerOfTen(1))
  const isMultiple = (size: Rational): boolean => (digits.value.n * size.d) % (digits.value.d * size.n) === 0n
  if (digits.value.n !== 0n) while (isMultiple(tens(ulp))) ulp = tens(ulp)
  const side = sides.get(qualifier.toLowerCase().replace(/\s+/g, ' '))
  return {
    kind: 'number',
    value: digits.value,
    low: side === 'above' ? digits.value : subtract(digits.value, ulp),
    high: side === 'below' ? digits.value : add(digits.value, ulp),
    ulp: digits.ulp,
    qualifier,
  }
}

function parseBounds(text: string, percent: boolean): { low: RoundedNumber; high: RoundedNumber } | undefined {
  const [first = '', second, ...rest] = text.split('..')
  if (second === undefined || rest.length > 0) return undefined
  const [low, high] = [parseDigits(first, percent), parseDigits(second, percent)]
  return low && high ? { low, high } : undefined
}

function readBounds(text: string, percent: boolean): ParsedCell {
  const [first = '', second = '', ...more] = text.split('..')
  if (more.length > 0) return { kind: 'invalid-number', text, at: 0, hint: 'a range has two ends: low..high.' }
  const bounds = parseBounds(text, percent)
  if (!bounds) {
    const [bad, at] = parseDigits(first, percent) ? [second.trim(), text.lastIndexOf(second.trim())] : [first.trim(), 0]
    return { kind: 'invalid-number', text: bad || text, at: bad ? at : 0, hint: numberHint(bad) }
  }
  const { low, high } = bounds
  if (compare(low.value, high.value) > 0) return { kind: 'invalid-range' }
  const ulp = greatest(low.ulp, high.ulp)
  return { kind: 'figure', figure: { kind: 'range', value: null, low: low.value, high: high.value, ulp } }
}

/** "13866 [13865..13868]": a derived value with its bounds. */
function readDerived(match: RegExpExecArray, percent: boolean): ParsedCell {
  const [whole, first = '', inside = ''] = match
  const digits = parseDigits(first, percent)
  if (!digits) return { kind: 'invalid-number', text: first.trim(), at: 0, hint: numberHint(first.trim()) }
  const bounds = parseBounds(inside, percent)
  if (!bounds) {
    const at = whole.indexOf('[') + 1
    return { kind: 'invalid-number', text: inside, at, hint: 'bounds are written [low..high].' }
  }
  const [low, high] = [bounds.low.value, bounds.high.value]
  if (compare(low, digits.value) > 0 || compare(digits.value, high) > 0) return { kind: 'invalid-range' }
  return { kind: 'figure', figure: { kind: 'derived', value: digits.value, low, high, ulp: digits.ulp } }
}

export interface FigureCellOptions {
  readonly rounding: Rounding
  /** Whether a "%" after the digits only repeats the unit. */
  readonly percent: boolean
  /** Of the deck's language. */
  readonly qualifiers: Qualifiers
}

/** Reads a cell of a figure table: a number, a derived number with bounds, a range, a qualified number, or nothing. */
export function readFigureCell(text: string, { rounding, percent, qualifiers }: FigureCellOptions): ParsedCell {
  if (empty.has(text.toLowerCase())) return { kind: 'empty' }
  const derived = /^([^[\]]*)\[([^[\]]*)\]$/.exec(text)
  if (derived) return readDerived(derived, percent)
  if (text.includes('..')) return readBounds(text, percent)
  const word = qualifiers.pattern.exec(text)
  const rest = word ? text.slice(word[0].length) : text
  const digits = parseDigits(rest, percent)
  if (!digits) return { kind: 'invalid-number', text: rest, at: text.length - rest.length, hint: numberHint(rest) }
  if (word?.[1] !== undefined) return { kind: 'figure', figure: qualified(digits, word[1], qualifiers) }
  return { kind: 'figure', figure: { kind: 'number', ...digits, ...intervalOf(digits, rounding) } }
}
