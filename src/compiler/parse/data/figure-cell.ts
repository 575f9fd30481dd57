import { isValidIn } from '../../../format/comparison.ts'
import { missingEnd } from '../../../format/fiscal.ts'
import { parsePeriod } from '../../../format/period-text.ts'
import { roundingOf } from '../../../format/units.ts'
import type { Hedge } from '../../../language/claim-words.ts'
import { anyOf } from '../../../language/claims/pattern-parts.ts'
import type { Diagnostic, Reading } from '../../../model/diagnostic.ts'
import type { Figure, Measure, Metric, SourceRef, Status } from '../../../model/figure.ts'
import { type BoundedNumber, intervalOf, type RoundedNumber } from '../../../model/interval.ts'
import { type Calendar, type Period, periodKey } from '../../../model/period.ts'
import {
  add,
  compare,
  greatest,
  multiply,
  powerOfTen,
  type Rational,
  type Rounding,
  subtract,
} from '../../../model/rational.ts'
import type { Place } from '../../../model/source-file.ts'
import type { Unit } from '../../../model/unit.ts'
import { invalidNumber, invalidPeriod, invalidRange, invalidStatus, missingPeriodEnd } from '../../diagnostics/data.ts'
import { ambiguousScale, ambiguousText, invalidScale } from '../../diagnostics/workbooks.ts'
import type { SourceCell } from './csv.ts'
import { type DigitOptions, numberHint, parseDigits } from './digits.ts'

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
  /** Where each period's figure stands, where the row says it of each. */
  readonly places?: ReadonlyMap<string, string> | undefined
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

function figureOf(
  cell: FigureCell,
  status: Status,
  at: { period: Period; source: SourceCell; attributes: RowAttributes },
): Figure {
  const { attributes, period, source } = at
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
    ...(source.number?.computed && { computed: true }),
    ...(cell.qualifier === undefined ? {} : { qualifier: cell.qualifier }),
    ...(inWords && attributes.at !== '' ? { formula: attributes.at } : {}),
    sources: sourcesAt(attributes, period),
    ...(attributes.note === '' ? {} : { note: attributes.note }),
    place: source.place,
  }
}

/** The sources of a row's figure, with the place of its own. */
const sourcesAt = ({ sources, places }: RowAttributes, period: Period): readonly SourceRef[] =>
  places ? sources.map(({ document }) => ({ document, at: places.get(periodKey(period)) ?? '' })) : sources

/** "4Q08: results.xlsx Sales!C7; FY08: results.xlsx Sales!D7", as an import writes it: places by period; undefined of other words. */
export function placesByPeriod(at: string, calendar: Calendar): ReadonlyMap<string, string> | undefined {
  if (!at.includes(': ')) return undefined
  const places = new Map<string, string>()
  for (const part of at.split(/; (?=[^;:]+: )/)) {
    const [, label = '', place = ''] = /^([^:]+): (.+)$/.exec(part) ?? []
    const period = parsePeriod(label, calendar)
    if (!period) return undefined
    places.set(periodKey(period), place)
  }
  return places
}

/** Why a figure of the row cannot be of that period, undefined when it can. */
function periodMismatch({ metric, measure }: RowAttributes, period: Period): string | undefined {
  if (metric.valid && !isValidIn(metric, period))
    return `it is valid ${metric.valid.text}: enter the figure under the metric that took its place, or change "valid".`
  if ((metric.kind === 'flow' || metric.kind === 'average') && period.kind === 'instant') {
    return metric.kind === 'average'
      ? 'an average is of a period: use a quarter, half or year.'
      : 'a flow has no value at a date: use a quarter, half or year.'
  }
  const isQuarterly = metric.kind === 'stock' || period.kind === 'instant' || period.months === 3
  return measure.startsWith('qoq') && !isQuarterly ? 'only a quarter has a quarter before it: use yoy.' : undefined
}

/** A stock in a span's column is the stock at its last day. */
const missingLastDay = (period: Period, calendar: Calendar): string | undefined =>
  period.kind === 'span' && period.days ? undefined : missingEnd(period, calendar)

const failed = (diagnostic: Diagnostic): Reading<undefined> => ({ value: undefined, diagnostics: [diagnostic] })

/** What a number format says of the scale and the row's unit does not. */
function scaleProblem({ number, place }: SourceCell, unit: Unit): Diagnostic | undefined {
  const scale = number?.scale
  if (!scale) return undefined
  const isAmount = unit.kind === 'currency' || unit.kind === 'count'
  if (scale.said === undefined || !isAmount)
    return scale.commas > unit.exponent ? ambiguousScale(scale, unit, place) : undefined
  const isNoun = unit.kind === 'count' && scale.commas === 0 // "m" after a count of metres
  return scale.said === unit.exponent || isNoun ? undefined : invalidScale(scale, unit, place)
}

/** What all cells of a row are read with. */
export interface RowContext {
  readonly calendar: Calendar
  readonly attributes: RowAttributes
  readonly writing: FigureCellOptions
  /** Of a workbook: other cells of the row are numbers. */
  readonly hasNumbers: boolean
}

/** How the cells of a row are written. */
export const writingOf = (
  { metric: { kind }, unit }: RowAttributes,
  { rounding, qualifiers, notation }: Pick<FigureCellOptions, 'qualifiers' | 'notation' | 'rounding'>,
): FigureCellOptions => ({
  rounding: roundingOf({ kind, unit }, rounding),
  percent: unit.kind === 'percent',
  qualifiers,
  notation,
})

/** Reads one cell of a row in a period's column; an empty one has no figure. */
export function parseFigure(cell: SourceCell, period: Period, row: RowContext): Reading<Figure | undefined> {
  const { attributes, writing, calendar, hasNumbers } = row
  const { text, place } = cell
  // a sheet's own digits, whatever the author writes
  const parsed = readFigureCell(text, cell.number ? { ...writing, notation: 'point' } : writing)
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
  const isPlain = parsed.figure.kind === 'number' && parsed.figure.qualifier === undefined
  const asText = hasNumbers && !cell.number && isPlain ? [ambiguousText(text, place)] : []
  const scale = scaleProblem(cell, attributes.unit)
  const value =
    scale?.severity === 'error' ? undefined : figureOf(parsed.figure, status, { period, source: cell, attributes })
  return { value, diagnostics: [...asText, ...(scale ? [scale] : [])] }
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
export interface Qualifiers {
  readonly pattern: RegExp
  readonly sides: ReadonlyMap<string, Hedge['side']>
}

export const qualifiersOf = (hedges: readonly Hedge[]): Qualifiers => ({
  pattern: new RegExp(String.raw`^(${anyOf(hedges.map(({ word }) => word))})\s+(?=\S)`, 'iu'),
  sides: new Map(hedges.map(({ word, side }) => [word.toLowerCase(), side])),
})

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

function parseBounds(text: string, options: DigitOptions): { low: RoundedNumber; high: RoundedNumber } | undefined {
  const [first = '', second, ...rest] = text.split('..')
  if (second === undefined || rest.length > 0) return undefined
  const [low, high] = [parseDigits(first, options), parseDigits(second, options)]
  return low && high ? { low, high } : undefined
}

function readBounds(text: string, options: DigitOptions): ParsedCell {
  const [first = '', second = '', ...more] = text.split('..')
  if (more.length > 0) return { kind: 'invalid-number', text, at: 0, hint: 'a range has two ends: low..high.' }
  const bounds = parseBounds(text, options)
  if (!bounds) {
    const [bad, at] = parseDigits(first, options) ? [second.trim(), text.lastIndexOf(second.trim())] : [first.trim(), 0]
    return { kind: 'invalid-number', text: bad || text, at: bad ? at : 0, hint: numberHint(bad, options.notation) }
  }
  const { low, high } = bounds
  if (compare(low.value, high.value) > 0) return { kind: 'invalid-range' }
  const ulp = greatest(low.ulp, high.ulp)
  return { kind: 'figure', figure: { kind: 'range', value: null, low: low.value, high: high.value, ulp } }
}

/** "13866 [13865..13868]": a derived value with its bounds. */
function readDerived(match: RegExpExecArray, options: DigitOptions): ParsedCell {
  const [whole, first = '', inside = ''] = match
  const digits = parseDigits(first, options)
  if (!digits)
    return { kind: 'invalid-number', text: first.trim(), at: 0, hint: numberHint(first.trim(), options.notation) }
  const bounds = parseBounds(inside, options)
  if (!bounds) {
    const at = whole.indexOf('[') + 1
    return { kind: 'invalid-number', text: inside, at, hint: 'bounds are written [low..high].' }
  }
  const [low, high] = [bounds.low.value, bounds.high.value]
  if (compare(low, digits.value) > 0 || compare(digits.value, high) > 0) return { kind: 'invalid-range' }
  return { kind: 'figure', figure: { kind: 'derived', value: digits.value, low, high, ulp: digits.ulp } }
}

export interface FigureCellOptions extends DigitOptions {
  readonly rounding: Rounding
  /** Of the deck's language. */
  readonly qualifiers: Qualifiers
}

/** Reads a cell of a figure table: a number, a derived number with bounds, a range, a qualified number, or nothing. */
export function readFigureCell(text: string, options: FigureCellOptions): ParsedCell {
  const { rounding, qualifiers } = options
  if (empty.has(text.toLowerCase())) return { kind: 'empty' }
  const derived = text.endsWith(']') ? /^([^[\]]*)\[([^[\]]*)\]$/.exec(text) : null
  if (derived) return readDerived(derived, options)
  if (text.includes('..')) return readBounds(text, options)
  const word = /^\d/.test(text) ? null : qualifiers.pattern.exec(text)
  const rest = word ? text.slice(word[0].length) : text
  const digits = parseDigits(rest, options)
  if (!digits) {
    const hint = numberHint(rest, options.notation)
    return { kind: 'invalid-number', text: rest, at: text.length - rest.length, hint }
  }
  if (word?.[1] !== undefined) return { kind: 'figure', figure: qualified(digits, word[1], qualifiers) }
  return { kind: 'figure', figure: { kind: 'number', ...digits, ...intervalOf(digits, rounding) } }
}
