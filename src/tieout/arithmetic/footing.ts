import { fill } from '../../language/fill.ts'
import type { ArithmeticWords } from '../../language/report-words.ts'
import { type Interval, intersect, scale, sum } from '../../model/interval.ts'
import {
  add,
  compare,
  divide,
  magnitude,
  multiply,
  negate,
  type Rational,
  type Rounding,
  rational,
  scaledInteger,
  sign,
  subtract,
  toFixed,
  zero,
} from '../../model/rational.ts'
import { amount, decimalsOf } from './amount.ts'

/** A number that is added up: its digits, its last place (null where only bounds are known), and its bounds. */
export interface FootingTerm {
  readonly label: string
  readonly value: Rational
  readonly ulp: Rational | null
  readonly interval: Interval
  /** 1 to add, -1 to take away. */
  readonly weight: Rational
}

interface FootingCase {
  readonly parts: readonly FootingTerm[]
  readonly total: FootingTerm
  readonly rounding: Rounding
  /** Of the arithmetic that the result shows. */
  readonly words: ArithmeticWords
}

/** What is to be added to a term so that the sum holds. */
interface Suspect {
  readonly term: FootingTerm
  readonly correction: Rational
  readonly decimals: number
  /** How much rounding alone can explain. */
  readonly slack: Rational
}

const near = (a: Rational, b: Rational, slack: Rational): boolean => compare(magnitude(subtract(a, b)), slack) <= 0

const integer = (value: bigint): Rational => rational(value)

/** Neighbouring digits of the term exchanged give just what is missing. */
function swapped({ term, correction, decimals, slack }: Suspect): string | undefined {
  const digits = toFixed(magnitude(term.value), decimals)
  for (let at = 0; at < digits.length - 1; at++) {
    const [a = '', b = ''] = [digits[at], digits[at + 1]]
    if (a === b || a === '.' || b === '.') continue
    const other = `${digits.slice(0, at)}${b}${a}${digits.slice(at + 2)}`
    const change = rational(BigInt(other.replace('.', '')) - BigInt(digits.replace('.', '')), 10n ** BigInt(decimals))
    const signed = sign(term.value) < 0 ? negate(change) : change
    if (near(signed, correction, slack)) return `${term.label}: are two digits exchanged, ${other} for ${digits}?`
  }
  return undefined
}

function lostDigit({ term, correction, decimals }: Suspect): string | undefined {
  const unit = term.ulp ?? rational(1n)
  const [size, missing] = [magnitude(term.value), magnitude(correction)]
  const least = multiply(size, integer(9n))
  const most = add(least, multiply(unit, integer(9n)))
  const sameSide = sign(correction) === sign(term.value)
  if (!sameSide || compare(missing, least) < 0 || compare(missing, most) > 0) return undefined
  return `${term.label}: has ${amount(term.value, decimals)} lost its last digit?`
}

function scaled({ term, correction, slack, decimals }: Suspect): string | undefined {
  for (const factor of [10n, 1000n]) {
    const smaller = subtract(divide(term.value, integer(factor)), term.value)
    const larger = subtract(multiply(term.value, integer(factor)), term.value)
    if (near(smaller, correction, slack))
      return `${term.label}: is ${amount(term.value, decimals)} ×${factor} too large?`
    const wide = multiply(slack, integer(factor))
    if (near(larger, correction, wide)) return `${term.label}: is ${amount(term.value, decimals)} ÷${factor} too small?`
  }
  return undefined
}

function misplaced({ term, correction, slack }: Suspect): string | undefined {
  if (near(correction, multiply(term.value, integer(-2n)), slack)) return `${term.label}: is its sign wrong?`
  if (near(correction, negate(term.value), slack)) return `${term.label}: is it counted twice?`
  return near(correction, term.value, slack) ? `${term.label}: was one such amount left out?` : undefined
}

/** A guess at what went wrong, by the difference; undefined when nothing fits. */
function footingHint({ parts, total }: FootingCase, difference: Rational): string | undefined {
  const terms = [...parts, total]
  const slack = terms.reduce((all, { interval }) => add(all, subtract(interval.high, interval.low)), zero)
  const decimals = Math.max(...terms.map(({ ulp }) => (ulp ? decimalsOf(ulp) : 0)))
  const suspects = terms
    .filter(({ value }) => compare(magnitude(value), multiply(slack, integer(2n))) > 0)
    .map((term): Suspect => {
      const weight = term === total ? integer(-1n) : term.weight
      return {
        term,
        correction: negate(divide(difference, weight)),
        decimals,
        slack: multiply(slack, rational(1n, 2n)),
      }
    })
  for (const guess of [misplaced, lostDigit, scaled, swapped]) {
    for (const suspect of suspects) {
      const hint = guess(suspect)
      if (hint !== undefined) return hint
    }
  }
  const units = scaledInteger(difference, decimals)
  return units !== 0n && units % 9n === 0n
    ? 'the difference is divisible by 9: look for two exchanged digits'
    : undefined
}

export interface FootingResult {
  readonly verdict: 'ticked' | 'rounding' | 'warning' | 'error'
  /** Sum of the parts less the total. */
  readonly difference: Rational
  readonly arithmetic: string
  readonly tolerance: string
  readonly hint?: string
}

const half = rational(1n, 2n)

/** Half a unit of the total's last place: within it the total is the rounded sum, and nothing needs a note. */
function isExact(difference: Rational, total: FootingTerm): boolean {
  if (sign(difference) === 0) return true
  return total.ulp !== null && compare(magnitude(difference), multiply(total.ulp, half)) < 0
}

function sumOf(parts: readonly FootingTerm[]): { value: Rational; interval: Interval } {
  return parts.reduce(
    (all, part) => ({
      value: add(all.value, multiply(part.value, part.weight)),
      interval: sum(all.interval, scale(part.interval, part.weight)),
    }),
    { value: zero, interval: { low: zero, high: zero } },
  )
}

/**
 * Rounded to nearest, a sum that only touches the total's bound is possible yet unlikely: a warning.
 * Truncated, bounds on the far side are open, so that touching is impossible.
 */
function verdictOf(difference: Rational, { parts, total, rounding }: FootingCase): FootingResult['verdict'] {
  const exact = sign(difference) === 0 || (rounding === 'nearest' && isExact(difference, total))
  if (exact) return 'ticked'
  const common = intersect(sumOf(parts).interval, total.interval)
  if (!common) return 'error'
  if ([...parts, total].some(({ ulp }) => ulp === null)) return 'ticked' // bounds have no digits to differ in
  if (compare(common.low, common.high) < 0) return 'rounding'
  return rounding === 'nearest' ? 'warning' : 'error'
}

/** "54,064 + 15,667 - 12", the way a person would write the sum. */
function writtenSum(parts: readonly FootingTerm[], decimals: number): string {
  return parts
    .map(({ value, weight }, index) => {
      const factor = compare(magnitude(weight), rational(1n)) === 0 ? '' : `${amount(magnitude(weight), 0)} × `
      const negative = sign(weight) < 0
      const digits = sign(value) < 0 ? `(${amount(value, decimals)})` : amount(value, decimals)
      if (index === 0) return `${negative ? '-' : ''}${factor}${digits}`
      return `${negative ? '-' : '+'} ${factor}${digits}`
    })
    .join(' ')
}

function toleranceOf({ parts, total, rounding }: FootingCase, decimals: number): string {
  const width = [...parts, total].reduce(
    (all, { interval, weight }) => add(all, multiply(subtract(interval.high, interval.low), magnitude(weight))),
    zero,
  )
  if (rounding === 'truncate') return `within ${amount(width, decimals)}`
  return sign(width) === 0 ? '' : `±${amount(multiply(width, half), decimals + 1)}`
}

/** Whether parts add up to their total within what rounding can do, with the arithmetic and a guess at the fault. */
export function foot(footing: FootingCase): FootingResult {
  const { parts, total, words } = footing
  const added = sumOf(parts).value
  const difference = subtract(added, total.value)
  const decimals = Math.max(...[...parts, total].map(({ ulp }) => (ulp ? decimalsOf(ulp) : 0)))
  const verdict = verdictOf(difference, footing)
  const printed = { sum: writtenSum(parts, decimals), total: amount(total.value, decimals) }
  const off = { added: amount(added, decimals), difference: amount(difference, decimals) }
  const hint = verdict === 'error' ? footingHint(footing, difference) : undefined
  return {
    verdict,
    difference,
    arithmetic: sign(difference) === 0 ? fill(words.sum, printed) : fill(words.sumOff, { ...printed, ...off }),
    tolerance: toleranceOf(footing, decimals),
    ...(hint === undefined ? {} : { hint }),
  }
}
