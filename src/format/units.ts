import { fill, pluralForm } from '../language/fill.ts'
import type { Language } from '../language/language.ts'
import type { NumberStyle } from '../model/deck.ts'
import { multiply, powerOfTen, type Rational } from '../model/rational.ts'
import { currencyCodes, type Unit } from '../model/unit.ts'

/** Scales of units: the short form written in data, and the exponent. */
export const scales = [
  { short: 'k', exponent: 3 },
  { short: 'mn', exponent: 6 },
  { short: 'bn', exponent: 9 },
  { short: 'tn', exponent: 12 },
] as const

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
/** Times, of ratios that are not percentages: 0.29x. */
export const times: Unit = { kind: 'count', base: 'x', exponent: 0 }

const scaleOf = (unit: Unit): (typeof scales)[number] | undefined =>
  scales.find((scale) => scale.exponent === unit.exponent)

/** The unit as data and placeholders write it: "JPY mn", "%", "points", "bps", "persons", "subscribers k", "JPY/share". */
export function formatUnit(unit: Unit): string {
  if (unit.kind === 'points') return unit.exponent === -2 ? 'bps' : 'points'
  const scale = scaleOf(unit)
  return scale ? `${unit.base} ${scale.short}` : unit.base
}

const unitsByText: ReadonlyMap<string, Unit> = new Map([
  ['%', percent],
  ['percent', percent],
  ['points', points],
  ['bps', basisPoints],
  ['x', times],
])

function parseBase(base: string, declared: ReadonlyMap<string, Unit>): Unit | undefined {
  const noun = declared.get(base)
  if (noun) return noun
  const [code = '', per, ...rest] = base.split('/')
  if (!currencyCodes.has(code) || per === '' || rest.length > 0) return undefined
  return { kind: 'currency', base, exponent: 0 }
}

/** Reads "JPY mn", "%", "points", "bps", "x", "JPY/share" or a declared noun ("persons", "subscribers k"). */
export function parseUnit(text: string, declared: ReadonlyMap<string, Unit> = new Map()): Unit | undefined {
  const words = text.trim().split(/\s+/)
  const [base = '', short] = words
  if (words.length > 2) return undefined
  if (short === undefined) return unitsByText.get(base) ?? parseBase(base, declared)
  const scale = scales.find((candidate) => candidate.short === short)
  const unit = parseBase(base, declared)
  return scale && unit ? { ...unit, exponent: scale.exponent } : undefined
}

/** Units that an author may have meant, for "did you mean". */
export function unitNames(declared: ReadonlyMap<string, Unit>): readonly string[] {
  const currencies = ['JPY', 'USD', 'EUR', 'GBP'].flatMap((code) => [
    code,
    ...scales.map(({ short }) => `${code} ${short}`),
  ])
  return [...unitsByText.keys(), ...declared.keys(), ...currencies]
}

/** Whether a number in one unit can be printed in the other: both count the same thing, at any scale. */
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

type Words = Pick<Language, 'tag' | 'numbers'>

/** "JPY/share" is printed "JPY54.31 per share". */
function splitBase(base: string): { readonly thing: string; readonly per: string | undefined } {
  const [thing = base, per] = base.split('/')
  return { thing, per }
}

const withPer = (amount: string, per: string | undefined, { numbers }: Words): string =>
  per === undefined ? amount : fill(numbers.per, { amount, noun: per })

function currencyMark(code: string, currency: NumberStyle['currency']): string {
  return currency === 'symbol' ? (symbols[code] ?? code) : code
}

/** The unit in words, for captions and axes: "JPY million", "¥ million", "%", "thousand persons", "JPY per share". */
export function unitWords(unit: Unit, language: Words, style?: Pick<NumberStyle, 'currency'>): string {
  const words = language.numbers
  if (unit.kind === 'points') return unit.exponent === -2 ? words.unitNames.basisPoints : words.unitNames.points
  const short = scaleOf(unit)?.short
  const { thing, per } = splitBase(unit.base)
  if (unit.kind === 'currency') {
    const mark = currencyMark(thing, style?.currency ?? 'code')
    const amount = short ? fill(words.currencyScaled, { currency: mark, scale: words.scales[short] }) : mark
    return withPer(amount, per, language)
  }
  return short ? fill(words.nounScaled, { scale: words.scales[short], noun: unit.base }) : unit.base
}

interface UnitStyle {
  readonly currency: NumberStyle['currency']
  readonly language: Words
  /** The number as printed, for "1 person"; undefined for a range. */
  readonly number: { readonly count: number; readonly decimals: number } | undefined
}

/** Digits (unsigned, or a range of them) with their unit: "JPY54,064 million", "14.3%", "1 person", "0.29x". */
export function withUnit(digits: string, unit: Unit, style: UnitStyle): string {
  const { language } = style
  const words = language.numbers
  const short = scaleOf(unit)?.short
  const amount = short ? fill(words.scaled, { digits, scale: words.scales[short] }) : digits
  const { thing, per } = splitBase(unit.base)
  if (unit.kind === 'percent') return fill(words.percent, { digits })
  if (unit.kind === 'currency')
    return withPer(fill(words.currency, { currency: currencyMark(thing, style.currency), amount }), per, language)
  const form = (forms: Language['numbers']['points']): string =>
    style.number ? pluralForm(language.tag, forms, style.number) : forms.other
  if (unit.kind === 'points') return fill(unit.exponent === -2 ? words.basisPoints : form(words.points), { digits })
  if (unit.base === 'x') return fill(words.times, { digits })
  const noun = short || unit.singular === undefined ? unit.base : form({ one: unit.singular, other: unit.base })
  return fill(words.counted, { amount, noun })
}
