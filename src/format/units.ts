import { codeOfSign, endsInLetter, symbolOf } from '../language/currency-symbols.ts'
import { fill, pluralForm } from '../language/fill.ts'
import type { Language } from '../language/language.ts'
import type { NumberStyle } from '../model/deck.ts'
import type { Metric } from '../model/figure.ts'
import { once } from '../model/memory.ts'
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

const scalesByExponent: ReadonlyMap<number, (typeof scales)[number]> = new Map(
  scales.map((scale) => [scale.exponent, scale]),
)

const scaleOf = ({ exponent }: Unit): (typeof scales)[number] | undefined => scalesByExponent.get(exponent)

/** Hundredths of a currency have a scale of their own, which is named and not counted: 12.5 cents, 34.0 pence. */
const hundredth = -2
const hundredthOf = (code: string): 'cents' | 'pence' => (code === 'GBP' ? 'pence' : 'cents')
const isHundredth = ({ kind, exponent }: Unit): boolean => kind === 'currency' && exponent === hundredth

/** "JPY/share" is printed "JPY54.31 per share". */
const splitBase = once((base: string): { readonly thing: string; readonly per: string | undefined } => {
  const [thing = base, per] = base.split('/')
  return { thing, per }
})

/** The ISO code of a currency's unit, whatever it is per. */
export const codeOf = ({ base }: Unit): string => splitBase(base).thing

/** An amount per share or head whose unit does not say so: it is not scaled with the amounts about it. */
export const isOwnScale = ({ kind, unit }: Pick<Metric, 'kind' | 'unit'>): boolean =>
  kind === 'ratio' && (unit.kind === 'currency' || unit.kind === 'count')

/** An amount per share, user or month: it adds up to nothing, and is no part of anything. */
export const isUnscalable = (metric: Pick<Metric, 'kind' | 'unit'>): boolean => isOwnScale(metric) || isPer(metric.unit)

export const isPer = ({ base }: Unit): boolean => base.includes('/')

/** Of amounts per something those per share grow over a year, as earnings do; a price per tonne or user does not. */
export const isPerShare = ({ base }: Unit): boolean => /\/(?:share|ad[rs])$/i.test(base)

/** Percentages and amounts per share are rounded to nearest even where amounts are cut off, as Japanese statements do. */
export const roundingOf = (metric: Pick<Metric, 'kind' | 'unit'>, rounding: Rounding): Rounding =>
  metric.unit.kind === 'percent' || metric.unit.kind === 'points' || metric.unit.base === 'x' || isUnscalable(metric)
    ? 'nearest'
    : rounding

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
  const word = isHundredth(unit) ? hundredthOf(thing) : scale?.short
  const amount = word === undefined ? thing : `${thing} ${word}`
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

/** A currency by its code or by a sign of its own: "USD", "US$", "€". */
function parseCurrency(text: string): Unit | undefined {
  const base = currencyCodes.has(text) ? text : codeOfSign(text)
  return base === undefined ? undefined : { kind: 'currency', base, exponent: 0 }
}

/** "USD cents", "US cents", "euro cents", "EUR cents", "pence": hundredths of a currency that is named; other cents are declared. */
function parseHundredths(text: string): Unit | undefined {
  const [, name = '', noun = ''] = /^(?:(\S+)\s)?(cents?|pence)$/i.exec(text) ?? []
  const isPence = noun.toLowerCase() === 'pence'
  const named = { us: 'USD', euro: 'EUR', '': isPence ? 'GBP' : '' }[name.toLowerCase()]
  const unit = named ? parseCurrency(named) : parseCurrency(name)
  return unit && noun !== '' && isPence === (unit.base === 'GBP') ? { ...unit, exponent: hundredth } : undefined
}

/** Blanks as one, and one between a sign and its scale: "€m" is "€ m". */
const spaced = (text: string): string => text.replace(/\s+/g, ' ').replace(/^(\S*\p{Sc})(?=\p{L}+$)/u, '$1 ')

/** "JPY", "US$ mn", "subscribers k", "sq ft", "pence": an amount that is not per anything. */
function parseAmount(written: string, declared: ReadonlyMap<string, Unit>): Unit | undefined {
  const text = spaced(written)
  const named = declared.get(text) ?? parseCurrency(text) ?? parseHundredths(text)
  if (named) return named
  const [, base = '', scaleName] = /^(.+) (\S+)$/.exec(text) ?? []
  const scale = scaleNamed(scaleName)
  const unit = declared.get(base) ?? parseCurrency(base)
  return unit && scale && unit.exponent === 0 ? { ...unit, exponent: scale.exponent } : undefined
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

/**
 * Reads "JPY mn", "%", "points", "bps", "x", "JPY/share", "US$ per share", "pence per share" or a declared noun ("persons",
 * "subscribers k", "sq ft"). Of another thing: undefined.
 */
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

/** What a step of a bridge in `unit` is counted in, if it can be one: from one percentage to another it goes by points. */
export function stepUnit(own: Unit, unit: Unit): Unit | undefined {
  if (own.kind === 'points' && unit.kind === 'percent') return points
  return isConvertible(own, unit) ? unit : undefined
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
  if (isHundredth(unit)) return withPer(hundredthWords(thing, { language, ...style }), per, language)
  if (unit.kind === 'currency') {
    const mark = currencyMark(thing, style ?? { currency: 'code', lettered: [] })
    const amount = short ? fill(words.currencyScaled, { currency: mark, scale: words.scales[short] }) : mark
    return withPer(amount, per, language)
  }
  return withPer(short ? fill(words.nounScaled, { scale: words.scales[short], noun: thing }) : thing, per, language)
}

/** "cents"; "AUD cents" where the deck has dollars of two countries. */
function hundredthWords(
  code: string,
  { language, lettered = [], number }: Pick<Partial<UnitStyle>, 'lettered' | 'number'> & { readonly language: Words },
): string {
  const forms = language.numbers.hundredths[hundredthOf(code)]
  const noun = number ? pluralForm(language.tag, forms, number) : forms.other
  return lettered.includes(code) ? fill(language.numbers.currencyScaled, { currency: code, scale: noun }) : noun
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
  if (isHundredth(unit))
    return withPer(fill(words.counted, { amount: digits, noun: hundredthWords(thing, style) }), per, language)
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

/** The scale word of a unit as figures' uses name it: "bn" of "JPY bn", "mn" of "USD mn/month", "cents" of "USD cents/share". */
const scaleWord = (unit: string): string => / (\S+)$/.exec(splitBase(unit).thing)?.[1] ?? ''

const isCode = (unit: string): boolean => currencyCodes.has(unit.slice(0, 3)) && unit.charAt(3) === ' '

/** Power of ten of a unit as figures' uses name it: "JPY bn" → 9, "bps", "USD cents/share" → -2, "%" → 0. */
export const exponentOf: (unit: string) => number = once((unit: string): number => {
  if (unit === 'bps') return -2
  const word = scaleWord(unit)
  if ((word === 'cents' || word === 'pence') && isCode(unit)) return hundredth
  return scales.find((scale) => scale.short === word)?.exponent ?? 0
})

/** A unit as figures' uses name it, without its scale: "JPY" of "JPY mn" and of "JPY bn", "USD/share" of "USD cents/share". */
export function withoutScale(unit: string): string {
  if (unit === 'bps') return 'points'
  return exponentOf(unit) === 0 ? unit : unit.replace(` ${scaleWord(unit)}`, '')
}
