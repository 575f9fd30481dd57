import type { Figure } from '../../model/figure.ts'
import { contains } from '../../model/interval.ts'
import { compare, multiply, powerOfTen, type Rational, toFixed } from '../../model/rational.ts'
import type { Unit } from '../../model/unit.ts'
import { isConvertible } from '../units.ts'
import { decimalsOf } from './decimals.ts'

/** A figure in another scale of its unit; its last known place moves along. */
export function scaledTo(figure: Figure, unit: Unit): Figure {
  if (figure.unit.exponent === unit.exponent) return figure
  const factor = powerOfTen(figure.unit.exponent - unit.exponent)
  const moved = (value: Rational): Rational => multiply(value, factor)
  return {
    ...figure,
    value: figure.value && moved(figure.value),
    ...{ low: moved(figure.low), high: moved(figure.high), ulp: moved(figure.ulp), unit },
  }
}

/** Whether a scale has places for all digits of a figure, and for none that it does not have: 69,731 million is no number of thousands. */
export function fitsScale(figure: Figure, unit: Unit): boolean {
  return isConvertible(figure.unit, unit) && compare(scaledTo(figure, unit).ulp, powerOfTen(0)) <= 0
}

/** The cell that states a figure: "69731", "-38.7", "13866 [13865..13868]", "3..5". */
export function digitsOf({ value, low, high, ulp, status, qualifier }: Figure, decimal: ',' | '.'): string {
  const places = Math.max(0, decimalsOf(ulp))
  const digits = (number: Rational): string => toFixed(number, places).replace('.', decimal)
  if (value === null) return `${digits(low)}..${digits(high)}`
  if (status === 'derived') return `${digits(value)} [${digits(low)}..${digits(high)}]`
  return qualifier === undefined ? digits(value) : `${qualifier} ${digits(value)}`
}

/** Whether two figures state the same number with the same last place. */
export function isSameFigure(a: Figure, other: Figure): boolean {
  const b = scaledTo(other, a.unit)
  if (a.value === null || b.value === null)
    return a.value === b.value && compare(a.low, b.low) === 0 && compare(a.high, b.high) === 0
  return compare(a.value, b.value) === 0 && compare(a.ulp, b.ulp) === 0
}

/** Whether two figures agree: to the same digits, or the finer one within what the coarser one leaves open. */
export function agreeWith(a: Figure, other: Figure): boolean {
  const b = scaledTo(other, a.unit)
  if (a.value === null || b.value === null) return isSameFigure(a, b)
  const order = compare(a.ulp, b.ulp)
  if (order === 0) return compare(a.value, b.value) === 0
  return order > 0 ? contains(a, b.value) : contains(b, a.value)
}
