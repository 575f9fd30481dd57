import { decimalsOf as knownPlaces } from '../../format/numbers/decimals.ts'
import type { Interval } from '../../model/interval.ts'
import { type Rational, toFixed } from '../../model/rational.ts'

/** Decimal places that a unit in the last place needs: 1/10 → 1, 1 or 100 → 0. */
export const decimalsOf = (ulp: Rational): number => Math.max(0, knownPlaces(ulp))

/** Digits in groups of three, for the report's arithmetic: "69,731", "-12.5". */
export function amount(value: Rational, decimals: number): string {
  const [integer = '', fraction] = toFixed(value, decimals).split('.')
  const grouped = /\d{4}/.test(integer) ? integer.replace(/\B(?=(\d{3})+$)/g, ',') : integer
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Bounds with two digits more than printed: "4.21..4.38". */
export function bounds(interval: Interval, decimals: number): string {
  return `${amount(interval.low, decimals)}..${amount(interval.high, decimals)}`
}

/** The value with as many decimal places as it needs, at most four. */
export function plainAmount(value: Rational): string {
  let places = 0
  while (places < 4 && 10n ** BigInt(places) % value.d !== 0n) places++
  return amount(value, places)
}
