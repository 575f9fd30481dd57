import { counted, fill } from '../../language/fill.ts'
import type { Language } from '../../language/language.ts'
import type { ArithmeticWords } from '../../language/report-words.ts'
import type { Fact } from '../../model/fact.ts'
import { contains, difference, growth, type Interval, intervalOf, meets, point, scale } from '../../model/interval.ts'
import {
  add,
  compare,
  divide,
  multiply,
  type Rational,
  type Rounding,
  rational,
  sign,
  subtract,
} from '../../model/rational.ts'
import { amount, bounds, decimalsOf, plainAmount } from './amount.ts'

/** A fact as an operand, with the power of ten of its unit; undefined when its value is not known. */
export function operandOf(fact: Fact | undefined): (Operand & { readonly exponent: number }) | undefined {
  if (!fact?.low || !fact.high || !fact.value) return undefined
  const { id, value, ulp, low, high, unit } = fact
  return { label: id, value, ulp, interval: { low, high }, exponent: unit.exponent }
}

/** Whether changes are computed from figures as displayed (then they are points) or as they stood unrounded. */
export type Basis = 'displayed' | 'unrounded'

/** A number that a change is computed from. */
export interface Operand {
  readonly label: string
  readonly value: Rational
  /** Null where only bounds are known. */
  readonly ulp: Rational | null
  readonly interval: Interval
}

export interface ChangeCase {
  /** Per cent of the base, or the plain difference (also of two percentages, in points). */
  readonly kind: 'growth' | 'difference'
  /** The change as printed, in per cent or in the operands' unit. */
  readonly change: { readonly value: Rational; readonly ulp: Rational }
  readonly now: Operand
  readonly base: Operand
  readonly rounding: Rounding
  readonly basis: Basis
  readonly words: ArithmeticWords
  /** Of a metric whose amounts are stored negative, as expenses are in some tables: growth is that of their magnitude. */
  readonly signed?: boolean
}

export interface ChangeResult {
  readonly verdict: 'ticked' | 'rounding' | 'warning' | 'error'
  readonly arithmetic: string
  readonly tolerance: string
  readonly hint?: string
  /** There is no percentage of a base that is, or may be, zero or less, nor when the sign turns. */
  readonly meaningless?: boolean
}

const hundred = rational(100n)
const one = rational(1n)
const digits = ({ value, ulp }: { value: Rational; ulp: Rational | null }): string =>
  ulp ? amount(value, decimalsOf(ulp)) : plainAmount(value)

const isNegative = ({ interval }: Operand): boolean => sign(interval.high) < 0

/** The magnitude of a negative operand. */
const turned = ({ value, interval, ...rest }: Operand): Operand => ({
  ...rest,
  value: subtract(rational(0n), value),
  interval: scale(interval, rational(-1n)),
})

/** The change that the operands give: exact from their digits, and all that is possible within their bounds. */
function expected({
  kind,
  now,
  base,
  signed = false,
}: Pick<ChangeCase, 'kind' | 'now' | 'base' | 'signed'>): { exact: Rational; possible: Interval } | undefined {
  if (kind === 'difference')
    return { exact: subtract(now.value, base.value), possible: difference(now.interval, base.interval) }
  if (signed && isNegative(now) && isNegative(base))
    return expected({ kind, now: turned(now), base: turned(base), signed: false })
  const possible = growth(now.interval, base.interval)
  if (!possible || sign(base.value) <= 0 || sign(now.interval.high) < 0) return undefined
  const exact = multiply(subtract(divide(now.value, base.value), one), hundred)
  return { exact, possible: scale(possible, hundred) }
}

function guess({ kind, change, now, base }: ChangeCase, possible: Interval): string | undefined {
  const printed = intervalOf(change, 'nearest')
  if (meets(scale(printed, rational(-1n)), possible)) return 'Is the sign of the change wrong?'
  for (const factor of [10n, 100n, 1000n])
    for (const by of [rational(factor), rational(1n, factor)])
      if (meets(scale(printed, by), possible))
        return 'Has the change, or a figure of it, a decimal point in the wrong place?'
  if (kind === 'difference') return undefined
  const reversed = growth(base.interval, now.interval)
  if (reversed && meets(printed, scale(reversed, hundred))) return 'Are the two figures exchanged?'
  const points = difference(now.interval, base.interval)
  return meets(printed, points) ? 'This is the difference, not the percentage.' : undefined
}

function writtenChange({ kind, now, base }: ChangeCase, exact: Rational, decimals: number): string {
  const operation = kind === 'growth' ? `${digits(now)} / ${digits(base)} - 1` : `${digits(now)} - ${digits(base)}`
  return `${operation} = ${amount(exact, decimals)}${kind === 'growth' ? '%' : ''}`
}

/** Whether a printed change agrees with what it is a change of. */
export function checkChange(change: ChangeCase): ChangeResult {
  const { now, base, rounding, basis, words } = change
  const outcome = expected(change)
  if (!outcome)
    return {
      verdict: 'error',
      meaningless: true,
      arithmetic: fill(words.against, { value: digits(now), other: digits(base) }),
      tolerance: '',
      hint: 'There is no percentage of a base that is not positive, nor of a profit that turns into a loss: print n.m.',
    }
  const { exact, possible } = outcome
  const decimals = decimalsOf(change.change.ulp)
  const printed = intervalOf(change.change, rounding)
  const known = now.ulp !== null && base.ulp !== null
  const agrees = meets(printed, possible)
  const written = writtenChange(change, exact, decimals + 2)
  const arithmetic = fill(words.stated, { arithmetic: written, stated: amount(change.change.value, decimals) })
  const tolerance = `possible ${bounds(possible, decimals + 2)}`
  if (!agrees) {
    const hint = guess(change, possible)
    return { verdict: 'error', arithmetic, tolerance, ...(hint === undefined ? {} : { hint }) }
  }
  if (!known || contains(printed, exact)) return { verdict: 'ticked', arithmetic, tolerance }
  return { verdict: basis === 'displayed' ? 'warning' : 'rounding', arithmetic, tolerance }
}

/** A check as rounded to nearest, which rates and amounts per share are, unless only the deck's own rounding explains it. */
export function eitherRounding<Result extends Pick<ChangeResult, 'verdict'> | undefined>(
  rounding: Rounding,
  check: (rounding: Rounding) => Result,
): Result {
  const nearest = check('nearest')
  if (rounding === 'nearest' || nearest?.verdict !== 'error') return nearest
  const own = check(rounding)
  return own?.verdict === 'error' ? nearest : own
}

export interface RatioCase {
  readonly part: Operand
  readonly whole: Operand
  readonly printed: { readonly value: Rational; readonly ulp: Rational }
  /** 100 for percentages, 1 for times. */
  readonly factor: Rational
  readonly rounding: Rounding
  readonly words: ArithmeticWords
}

/** Whether a printed ratio, margin or share agrees with its two figures, by the corners of their bounds. */
export function checkRatio({ part, whole, printed, factor, rounding, words }: RatioCase): ChangeResult | undefined {
  if (sign(whole.interval.low) * sign(whole.interval.high) <= 0) return undefined
  const corners = [whole.interval.low, whole.interval.high].flatMap((divisor) =>
    [part.interval.low, part.interval.high].map((value) => multiply(divide(value, divisor), factor)),
  )
  const [first = part.value] = corners
  const possible = corners.reduce<Interval>(
    ({ low, high }, corner) => ({
      low: compare(corner, low) < 0 ? corner : low,
      high: compare(corner, high) > 0 ? corner : high,
    }),
    point(first),
  )
  const decimals = decimalsOf(printed.ulp)
  const exact = multiply(divide(part.value, whole.value), factor)
  const stated = intervalOf(printed, rounding)
  const written = `${digits(part)} / ${digits(whole)} = ${amount(exact, decimals + 2)}`
  const arithmetic = fill(words.stated, { arithmetic: written, stated: amount(printed.value, decimals) })
  const tolerance = `possible ${bounds(possible, decimals + 2)}`
  if (!meets(stated, possible)) return { verdict: 'error', arithmetic, tolerance }
  const known = part.ulp !== null && whole.ulp !== null
  return { verdict: !known || contains(stated, exact) ? 'ticked' : 'rounding', arithmetic, tolerance }
}

/** A compound growth rate per year, in per cent, over so many months. */
export interface CagrCase {
  readonly from: Operand
  readonly to: Operand
  readonly months: number
  readonly printed: { readonly value: Rational; readonly ulp: Rational }
  readonly language: Language
}

function raised(value: Rational, exponent: number): Rational {
  return { n: value.n ** BigInt(exponent), d: value.d ** BigInt(exponent) }
}

/** Compounds the printed rate over the interval and compares it with the actual growth: (1 + g)^months = (b / a)^12. */
export function checkCagr({ from, to, months, printed, language }: CagrCase): ChangeResult | undefined {
  if (sign(from.interval.low) <= 0 || sign(to.interval.low) <= 0 || months <= 0) return undefined
  const divisor = months % 12 === 0 ? 12 : 1
  const [periods, power] = [months / divisor, 12 / divisor]
  const rate = intervalOf(printed, 'nearest')
  const compound = (percent: Rational): Rational => raised(add(one, divide(percent, hundred)), periods)
  const reached = { low: compound(rate.low), high: compound(rate.high) }
  const actual = {
    low: raised(divide(to.interval.low, from.interval.high), power),
    high: raised(divide(to.interval.high, from.interval.low), power),
  }
  const { tag, report, numbers } = language
  const words = report.arithmetic
  const time = months % 12 === 0 ? counted(tag, words.years, months / 12) : counted(tag, words.months, months)
  const written = fill(words.compounded, { to: digits(to), from: digits(from), time })
  const stated = fill(numbers.percent, { digits: amount(printed.value, decimalsOf(printed.ulp)) })
  const arithmetic = fill(words.stated, { arithmetic: written, stated })
  const tolerance = `compounded ${bounds(reached, 4)}, grown ${bounds(actual, 4)}`
  return { verdict: meets(reached, actual) ? 'ticked' : 'error', arithmetic, tolerance }
}
