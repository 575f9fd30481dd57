import type { NumberStyle } from '../model/deck.ts'
import { multiply, powerOfTen, type Rational } from '../model/rational.ts'
import type { Unit } from '../model/unit.ts'

/** Scales of units: the short form written in data, the exponent, and the word printed. */
export const scales: readonly { readonly short: string; readonly exponent: number; readonly word: string }[] = [
  { short: 'k', exponent: 3, word: 'thousand' },
  { short: 'mn', exponent: 6, word: 'million' },
  { short: 'bn', exponent: 9, word: 'billion' },
  { short: 'tn', exponent: 12, word: 'trillion' },
]

const symbols: Readonly<Record<string, string>> = {
  AUD: 'A$',
  BRL: 'R$',
  CAD: 'C$',
  CNY: 'CN¥',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  INR: '₹',
  JPY: '¥',
  KRW: '₩',
  NZD: 'NZ$',
  PHP: '₱',
  SGD: 'S$',
  THB: '฿',
  TWD: 'NT$',
  USD: '$',
  VND: '₫',
}

export const percent: Unit = { kind: 'percent', base: '%', exponent: 0 }
export const points: Unit = { kind: 'points', base: 'points', exponent: 0, singular: 'point' }
/** A hundredth of a point. */
export const basisPoints: Unit = { kind: 'points', base: 'points', exponent: -2 }
/** Times, of ratios that are no percentage: 0.29x. */
export const times: Unit = { kind: 'count', base: 'x', exponent: 0 }

const scaleOf = (unit: Unit): (typeof scales)[number] | undefined =>
  scales.find((scale) => scale.exponent === unit.exponent)

/** The unit as data and placeholders write it: "JPY mn", "%", "points", "bps", "persons", "subscribers k", "JPY/share". */
export function formatUnit(unit: Unit): string {
  if (unit.kind === 'points') return unit.exponent === -2 ? 'bps' : 'points'
  const scale = scaleOf(unit)
  return scale ? `${unit.base} ${scale.short}` : unit.base
}

/** Whether a number in one unit can be printed in the other: same thing counted, at whatever scale. */
export function isConvertible(from: Unit, to: Unit): boolean {
  return from.kind === to.kind && from.base === to.base
}

export function isSameUnit(a: Unit, b: Unit): boolean {
  return isConvertible(a, b) && a.exponent === b.exponent
}

/** The value in another scale of its unit. Throws RangeError for units of different things: ask isConvertible first. */
export function convert(value: Rational, from: Unit, to: Unit): Rational {
  if (!isConvertible(from, to)) throw new RangeError(`no conversion from ${formatUnit(from)} to ${formatUnit(to)}`)
  return from.exponent === to.exponent ? value : multiply(value, powerOfTen(from.exponent - to.exponent))
}

/** "JPY/share" is printed "JPY54.31 per share". */
function splitBase(base: string): { readonly thing: string; readonly per: string } {
  const [thing = base, per] = base.split('/')
  return { thing, per: per === undefined ? '' : ` per ${per}` }
}

function currencyMark(code: string, currency: NumberStyle['currency']): string {
  return currency === 'symbol' ? (symbols[code] ?? code) : code
}

/** The unit in words, for captions and axes: "JPY million", "¥ million", "%", "thousand persons", "JPY per share". */
export function unitWords(unit: Unit, style?: Pick<NumberStyle, 'currency'>): string {
  if (unit.kind === 'points') return formatUnit(unit)
  const word = scaleOf(unit)?.word
  const { thing, per } = splitBase(unit.base)
  if (unit.kind === 'currency') {
    const mark = currencyMark(thing, style?.currency ?? 'code')
    return `${word ? `${mark} ${word}` : mark}${per}`
  }
  return word ? `${word} ${unit.base}` : unit.base
}

export interface UnitStyle {
  readonly currency: NumberStyle['currency']
  /** Whether the number is exactly one as printed: "1 person". */
  readonly one: boolean
}

/** Digits (unsigned, or a range of them) with their unit about them: "JPY54,064 million", "14.3%", "1 person", "0.29x". */
export function withUnit(digits: string, unit: Unit, style: UnitStyle): string {
  const scale = scaleOf(unit)
  const scaled = scale ? `${digits} ${scale.word}` : digits
  const { thing, per } = splitBase(unit.base)
  if (unit.kind === 'percent') return `${digits}%`
  if (unit.kind === 'currency') {
    const mark = currencyMark(thing, style.currency)
    return `${mark}${scaled}${per}`
  }
  if (unit.kind === 'points')
    return unit.exponent === -2 ? `${digits} bps` : `${digits} ${style.one ? 'point' : 'points'}`
  if (unit.base === 'x') return `${digits}x`
  return `${scaled} ${style.one && !scale ? (unit.singular ?? unit.base) : unit.base}`
}
