import {
  add,
  compare,
  divide,
  magnitude,
  multiply,
  negate,
  type Rational,
  rational,
  scaledInteger,
  sign,
  subtract,
  toFixed,
  zero,
} from '../model/rational.ts'
import { amount, decimalsOf } from './amount.ts'
import type { FootingCase, Term } from './term.ts'

/** What is to be added to a term so that the sum holds. */
interface Suspect {
  readonly term: Term
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
export function footingHint({ parts, total }: FootingCase, difference: Rational): string | undefined {
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
