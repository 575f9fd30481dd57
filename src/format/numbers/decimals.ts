import type { Fact } from '../../model/fact.ts'
import type { Display } from '../../model/fact-book.ts'
import type { Metric } from '../../model/figure.ts'
import { compare, magnitude, multiply, powerOfTen, type Rational, sign, subtract } from '../../model/rational.ts'
import type { Unit } from '../../model/unit.ts'
import { convert, isPer, isSameUnit } from '../units.ts'

/** Decimals of a unit in the last place: 1/10 → 1, 1 → 0, 1000 → -3. */
export function decimalsOf(ulp: Rational): number {
  let places = 0
  for (let rest = ulp; rest.d > 1n && places < 18; places++) rest = multiply(rest, powerOfTen(1))
  if (places > 0) return places
  for (let n = ulp.n; n !== 0n && n % 10n === 0n; n /= 10n) places--
  return places
}

const quotients: ReadonlySet<Fact['kind']> = new Set(['growth', 'share', 'cagr', 'ratio'])

/** A range found by computing prints no digit finer than a tenth of its width; guidance prints as it was given. */
function meaningfulDecimals(fact: Fact, unit: Unit, decimals: number): number {
  if (fact.value !== null || fact.scenario !== 'actual' || !fact.low || !fact.high) return decimals
  const width = convert(subtract(fact.high, fact.low), fact.unit, unit)
  let meaningful = decimals
  while (meaningful > 0 && compare(powerOfTen(2 - meaningful), width) <= 0) meaningful--
  return meaningful
}

/**
 * Decimals that a number prints with by default: the metric's own setting in its own unit; the published digits;
 * those carried into another scale, but one decimal at most when the scale is larger (JPY69,731 million is JPY69.7
 * billion); one decimal for changes, shares and percentages computed here, two for times (0.29x).
 */
export function defaultDecimals(fact: Fact, unit: Unit, metric: Metric | undefined): number {
  const hasOwnUnit = fact.kind === 'figure' || fact.kind === 'difference'
  if (hasOwnUnit && metric?.decimals !== undefined && isSameUnit(unit, metric.unit)) return metric.decimals
  if (fact.ulp === null && unit.kind === 'currency' && (isPer(unit) || metric?.kind === 'ratio'))
    return threeDigits(fact, unit)
  return meaningfulDecimals(fact, unit, knownDecimals(fact, unit))
}

/** Of a computed amount per share, head or tonne: 1.17, 54.3, 2,310. */
function threeDigits({ value, unit: own }: Fact, unit: Unit): number {
  if (!value) return 0
  const size = magnitude(convert(value, own, unit))
  return [2, 1].find((decimals) => compare(size, powerOfTen(3 - decimals)) < 0) ?? 0
}

const withDigits: ReadonlySet<Fact['kind']> = new Set(['figure', 'sum', 'ratio', 'share'])

/** Whether a number that is not zero, whatever its bounds allow, prints without any digit of it: 1.17 as "0". */
export function losesDigits({ kind, value, low, high }: Fact, displayed: string): boolean {
  if (!withDigits.has(kind) || displayed === '' || /[1-9]/.test(displayed)) return false
  const [least, most] = [low ?? value, high ?? value]
  return least !== null && most !== null && (sign(least) > 0 || sign(most) < 0)
}

function knownDecimals(fact: Fact, unit: Unit): number {
  if (fact.ulp === null || fact.ulp.n === 0n) {
    if (unit.base === 'x') return 2
    if (unit.kind === 'points' && unit.exponent === -2) return 0
    return quotients.has(fact.kind) || unit.kind !== 'currency' || unit.exponent >= 9 ? 1 : 0
  }
  const published = decimalsOf(fact.ulp)
  const carried = published + unit.exponent - fact.unit.exponent
  return Math.max(0, unit.exponent > fact.unit.exponent ? Math.min(carried, Math.max(published, 1)) : carried)
}

/** Decimals to print with: the placeholder's, else the default. */
export function decimalsFor(
  fact: Fact,
  unit: Unit,
  options: { metric?: Metric | undefined; display: Display },
): number {
  return options.display.decimals ?? defaultDecimals(fact, unit, options.metric)
}
