import { fill } from '../language/fill.ts'
import { type Interval, intersect, scale, sum } from '../model/interval.ts'
import { add, compare, magnitude, multiply, type Rational, rational, sign, subtract, zero } from '../model/rational.ts'
import { amount, decimalsOf } from './amount.ts'
import { footingHint } from './footing-hint.ts'
import type { FootingCase, Term } from './term.ts'

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
function isExact(difference: Rational, total: Term): boolean {
  if (sign(difference) === 0) return true
  return total.ulp !== null && compare(magnitude(difference), multiply(total.ulp, half)) < 0
}

function sumOf(parts: readonly Term[]): { value: Rational; interval: Interval } {
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
function judge(difference: Rational, { parts, total, rounding }: FootingCase): FootingResult['verdict'] {
  const exact = sign(difference) === 0 || (rounding === 'nearest' && isExact(difference, total))
  if (exact) return 'ticked'
  const common = intersect(sumOf(parts).interval, total.interval)
  if (!common) return 'error'
  if ([...parts, total].some(({ ulp }) => ulp === null)) return 'ticked' // bounds have no digits to differ in
  if (compare(common.low, common.high) < 0) return 'rounding'
  return rounding === 'nearest' ? 'warning' : 'error'
}

/** "54,064 + 15,667 - 12", the way a person would write the sum. */
function writtenSum(parts: readonly Term[], decimals: number): string {
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
  const verdict = judge(difference, footing)
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
