import { endsInLetter, symbolOf } from '../language/currency-symbols.ts'
import { fill, pluralForm } from '../language/fill.ts'
import type { Language } from '../language/language.ts'
import type { NumberStyle } from '../model/deck.ts'
import type { Metric } from '../model/figure.ts'
import { multiply, powerOfTen, type Rational, type Rounding } from '../model/rational.ts'
import { currencyCodes, type Unit } from '../model/unit.ts'

/** Scales of units: the short form written in data, what else people write, and the exponent. */
export const scales = [
  { short: 'k', exponent: 3, names: ['thousand', 'thousands', '000', '000s', "'000"] },
  { short: 'mn', exponent: 6, names: ['m', 'million', 'millions'] },
  { short: 'bn', exponent: 9, names: ['billion', 'billions'] },
  { short: 'tn', exponent: 12, names: ['trillion', 'trillions'] },
] as const

export const percent: Unit = { kind: 'percent', base: '%', exponent: 0 }
export const points: Unit = { kind: 'points', base: 'points', exponent: 0, singular: 'point' }
/** A hundredth of a point. */
export const basisPoints: Unit = { kind: 'points', base: 'points', exponent: -2 }
/** Times, of ratios that are not percentages: 0.29x. */
export const times: Unit = { kind: 'count', base: 'x', exponent: 0 }

const scaleOf = (unit: Unit): (typeof scales)[number] | undefined =>
  scales.find((scale) => scale.exponent === unit.exponent)

/** "JPY/share" is printed "JPY54.31 per share". */
function splitBase(base: string): { readonly thing: string; readonly per: string | undefined } {
  const [thing = base, per] = base.split('/')
  return { thing, per }
}

/** The ISO code of a currency's unit, whatever it is per. */
export const codeOf = ({ base }: Unit): string => splitBase(base).thing

/** An amount per share or head whose unit does not say so: it is not scaled with the amounts about it. */
export const isOwnScale = ({ kind, unit }: Pick<Metric, 'kind' | 'unit'>): boolean =>
  kind === 'ratio' && (unit.kind === 'currency' || unit.kind === 'count')

/** An amount per share, user or month: it adds up to nothing, and is no part of anything. */
export const isUnscalable = (metric: Pick<Metric, 'kind' | 'unit'>): boolean => isOwnScale(metric) || isPer(metric.unit)

export const isPer = ({ base }: Unit): boolean => base.includes('/')

/** Percentages and amounts per share are rounded to nearest even where amounts are cut off, as Japanese statements do. */
export const roundingOf = (metric: Pick<Metric, 'kind' | 'unit'>, rounding: Rounding): Rounding =>
  metric.unit.kind === 'percent' || metric.unit.kind === 'points' || isUnscalable(metric) ? 'nearest' : rounding

/** The unit without what it is per: USD of USD/share. */
export const withoutPer = (unit: Unit): Unit => ({ ...unit, base: splitBase(unit.base).thing })

/** Whether a text says what a unit is per: "Earnings per share" of USD/share. */
export function namesPer(text: string, { base }: Unit, { numbers }: Pick<Language, 'numbers'>): boolean {
  const { per } = splitBase(base)
  if (per === undefined) return false
  const words = fill(numbers.per, { amount: '', noun: per }).trim().toLowerCase()
  return `${text} `.toLowerCase().includes(`${words} `)
}

/**
 * How a number is printed in the unit that an author asks for, a scale of its own, or what stands before "per" in it (USD of
 * USD/share); undefined where it counts something else.
 */
export function displayIn(own: Unit, asked: Unit): { readonly as: Unit; readonly per?: false } | undefined {
  if (isConvertible(own, asked)) return { as: asked }
  if (!isPer(own) || !isConvertible(withoutPer(own), asked)) return undefined
  return { as: { ...own, exponent: asked.exponent }, per: false }
}

/** The unit as data and placeholders write it: "JPY mn", "%", "points", "bps", "persons", "subscribers k", "JPY mn/month". */
export function formatUnit(unit: Unit): string {
  if (unit.kind === 'points') return unit.exponent === -2 ? 'bps' : 'points'
  const scale = scaleOf(unit)
  const { thing, per } = splitBase(unit.base)
  const amount = scale ? `${thing} ${scale.short}` : thing
  return per === undefined ? amount : `${amount}/${per}`
}

const unitsByText: ReadonlyMap<string, Unit> = new Map([
  ['%', percent],
  ['percent', percent],
  ['points', points],
  ['bps', basisPoints],
  ['x', times],
])

const scaleNamed = (text: string | undefined): (typeof scales)[number] | undefined =>
  scales.find(({ short, names }) => short === text || names.some((name) => name === text?.toLowerCase()))

/** "JPY", "JPY mn", "subscribers k": an amount that is not per anything. */
function parseAmount(text: string, declared: ReadonlyMap<string, Unit>): Unit | undefined {
  const [base = '', scaleName, ...rest] = text.split(/\s+/)
  const scale = scaleNamed(scaleName)
  if (rest.length > 0 || (scaleName !== undefined && !scale)) return undefined
  const unit: Unit | undefined =
    declared.get(base) ?? (currencyCodes.has(base) ? { kind: 'currency', base, exponent: 0 } : undefined)
  return unit && scale ? { ...unit, exponent: scale.exponent } : unit
}

/** "JPY/share", "USD mn per month", "EUR a tonne"; also the scale after the noun, "JPY/share k", as old files have it. */
function parsePer(text: string, declared: ReadonlyMap<string, Unit>): Unit | undefined {
  const [, head = '', tail = ''] = /^(.+?)(?:\s*\/\s*|[\s-]+per[\s-]+|\s+(?:an?|each)\s+)(.+)$/i.exec(text) ?? []
  const words = tail.split(/\s+/)
  const scale = words.length > 1 ? scaleNamed(words.at(-1)) : undefined
  const noun = (scale ? words.slice(0, -1) : words).join(' ')
  const amount = parseAmount(head.trim(), declared)
  if (!amount || noun === '' || noun.includes('/') || (scale && amount.exponent !== 0)) return undefined
  return { ...amount, base: `${amount.base}/${noun}`, exponent: scale?.exponent ?? amount.exponent }
}

/** Reads "JPY mn", "%", "points", "bps", "x", "JPY/share", "JPY per share" or a declared noun ("persons", "subscribers k"). */
export function parseUnit(text: string, declared: ReadonlyMap<string, Unit> = new Map()): Unit | undefined {
  const written = text.trim()
  return unitsByText.get(written) ?? parseAmount(written, declared) ?? parsePer(written, declared)
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

const withPer = (amount: string, per: string | undefined, { numbers }: Words): string =>
  per === undefined ? amount : fill(numbers.per, { amount, noun: per })

type CurrencyStyle = Pick<NumberStyle, 'currency' | 'lettered'>

const currencyMark = (code: string, { currency, lettered }: CurrencyStyle): string =>
  currency === 'symbol' ? symbolOf(code, lettered) : code

/** The unit in words, for captions and axes: "JPY million", "¥ million", "%", "thousand persons", "JPY per share". */
export function unitWords(unit: Unit, language: Words, style?: CurrencyStyle): string {
  const words = language.numbers
  if (unit.kind === 'points') return unit.exponent === -2 ? words.unitNames.basisPoints : words.unitNames.points
  const short = scaleOf(unit)?.short
  const { thing, per } = splitBase(unit.base)
  if (unit.kind === 'currency') {
    const mark = currencyMark(thing, style ?? { currency: 'code', lettered: [] })
    const amount = short ? fill(words.currencyScaled, { currency: mark, scale: words.scales[short] }) : mark
    return withPer(amount, per, language)
  }
  return withPer(short ? fill(words.nounScaled, { scale: words.scales[short], noun: thing }) : thing, per, language)
}

interface UnitStyle extends CurrencyStyle {
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
  if (unit.kind === 'currency') {
    const mark = currencyMark(thing, style)
    const isApart =
      style.currency === 'spaced-code' || (style.currency === 'symbol' && mark !== thing && endsInLetter(mark))
    return withPer(fill(isApart ? words.currencyApart : words.currency, { currency: mark, amount }), per, language)
  }
  const form = (forms: Language['numbers']['points']): string =>
    style.number ? pluralForm(language.tag, forms, style.number) : forms.other
  if (unit.kind === 'points') return fill(unit.exponent === -2 ? words.basisPoints : form(words.points), { digits })
  if (unit.base === 'x') return fill(words.times, { digits })
  const noun = short || unit.singular === undefined ? thing : form({ one: unit.singular, other: thing })
  return withPer(fill(words.counted, { amount, noun }), per, language)
}

/** Power of ten of a unit as figures' uses name it: "JPY bn" → 9, "bps" → -2, "%" → 0. */
export function exponentOf(unit: string): number {
  if (unit === 'bps') return -2
  const blank = unit.lastIndexOf(' ')
  if (blank < 0) return 0
  const short = unit.slice(blank + 1)
  return scales.find((scale) => scale.short === short)?.exponent ?? 0
}
